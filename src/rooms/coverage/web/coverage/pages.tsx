import type { PageRoute } from '../../../../platform/web/page.ts';
import { BenefitsPage } from '../benefits/benefits-page.tsx';
import { CoveragePage } from './coverage-page.tsx';

export const coveragePages: readonly PageRoute[] = [
  { path: 'coverage', element: <CoveragePage /> },
  { path: 'coverage/benefits', alsoFrom: ['agreements'], element: <BenefitsPage /> },
];
