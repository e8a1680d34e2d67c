import { formatDate } from '../../../../ui/format.ts';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { useDossierWords } from './words.ts';

export interface Version {
  readonly entered: boolean;
  readonly by: string | null;
  readonly knownFrom: string;
}

/** Where it comes from: delivered, or entered by whom and when. */
export function Origin({ entered, by, knownFrom }: Version) {
  const { say, locale } = useDossierWords();
  if (!entered) return <span className="ui-quiet ui-small">{say('delivered')}</span>;
  const date = /^\d{4}-/.test(knownFrom) ? formatDate(knownFrom, locale) : '';
  return (
    <span className="ui-quiet ui-small">{by === null ? say('entered', { date }) : say('enteredBy', { by, date })}</span>
  );
}

/** What was entered and then put aside by a delivery with news. */
export function PutAside() {
  const { say } = useDossierWords();
  return (
    <Notice kind="warning" title={say('putAside')}>
      {say('putAsideText')}
    </Notice>
  );
}
