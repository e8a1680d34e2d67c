import type { PageRoute } from '../../../../platform/web/page.ts';
import { TodayPage } from './today-page.tsx';

export const todayPages: readonly PageRoute[] = [{ path: 'today', element: <TodayPage /> }];
