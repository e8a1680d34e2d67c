import type { PageRoute } from '../../../../platform/web/page.ts';
import { ProfileListPage } from './profile-list-page.tsx';
import { QualityListPage } from './quality-list-page.tsx';
import { QualityPage } from './quality-page.tsx';

export const registrationPages: readonly PageRoute[] = [
  { path: 'registration', element: <QualityPage /> },
  { path: 'registration/:list', element: <QualityListPage /> },
  { path: 'registration/profiles/:part', element: <ProfileListPage /> },
];
