import { useSyncExternalStore } from 'react';

const wide = '(min-width: 96rem)';

/** Whether there is room for the client at a glance; only then is the dossier opened for it. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(wide).matches,
  );
}
