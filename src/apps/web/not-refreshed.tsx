import { useStandsFrom } from '../../platform/web/stands-from.ts';
import { localMomentOf } from '../../time/local-moment.ts';
import { ActionButton } from '../../ui/actions/action-button.tsx';
import { formatTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notices/notice.tsx';
import { useWords } from './words.ts';

/** Above a page of which something could not be read anew: since when it stands as it does, and that nothing is lost. */
export function NotRefreshed() {
  const { say, locale } = useWords();
  const { since, retry } = useStandsFrom();
  if (since === null) return null;
  const time = formatTime(localMomentOf(since).time, locale);
  return (
    <Notice
      kind="warning"
      title={say('notRefreshed')}
      actions={<ActionButton onClick={retry}>{say('refreshAgain')}</ActionButton>}
    >
      {say('notRefreshedText', { time })}
    </Notice>
  );
}
