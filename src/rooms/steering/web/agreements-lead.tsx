import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatDate } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { isShown, useShownNumbers } from '../../../ui/shown-number.ts';
import { useMe } from '../../organisation/web/me.tsx';
import { agreedYear } from '../agreement.ts';
import type { AgreementLine } from './agreement.ts';
import { useWords } from './words.ts';

/** Lines with a verdict, and which of their figures gives it. */
const judged = ['2', '4', '8a', '8b', '9', '12'] as const;

function verdictOf(line: AgreementLine) {
  return (line.twelveMonths ?? line.year)?.verdict ?? 'open';
}

/** How many agreements are met now, and what must still be done before the year ends. */
export function AgreementsLead({ lines }: { readonly lines: readonly AgreementLine[] }) {
  const { say } = useWords();
  const { number } = useShownNumbers();
  const counted = lines.filter((line) => (judged as readonly string[]).includes(line.id));
  const find = (id: string) => lines.find((line) => line.id === id)?.toDo;
  const wia = find('8a');
  const [toSpeak, toReach] = [wia?.atLeast ?? wia?.count ?? 0, find('9')?.count ?? 0];
  return (
    <p>
      {say(isShown(toSpeak) && isShown(toReach) ? 'lead' : 'leadTooSmall', {
        met: counted.filter((line) => verdictOf(line) === 'met').length,
        all: counted.length,
        wia: number(toSpeak),
        wajong: number(toReach),
      })}
    </p>
  );
}

/** That figures of another year are held against nothing. */
export function OtherYearLead({ at }: { readonly at: string }) {
  const { say, locale } = useWords();
  return <p>{say('leadOtherYear', { year: String(agreedYear), date: formatDate(at, locale) })}</p>;
}

/** To the last day of the year of the agreements that has come. */
export function ToAgreedYear() {
  const { say, locale } = useWords();
  const { today } = useMe();
  const { href } = useUrlState();
  const lastDay = `${agreedYear}-12-31`;
  const day = today < lastDay ? today : lastDay;
  if (!day.startsWith(String(agreedYear))) return null;
  return (
    <p>
      <TextLink href={href({ at: day, known: null })}>
        {say('toAgreedYear', { date: formatDate(day, locale) })}
      </TextLink>
    </p>
  );
}

/** Which are met, which are not, and how many of those have no cause yet. */
export function AgreementsReasons(props: { readonly lines: readonly AgreementLine[] }) {
  const { say } = useWords();
  const named = (verdict: 'met' | 'not_met') =>
    judged.filter((id) => {
      const line = props.lines.find((each) => each.id === id);
      return line !== undefined && verdictOf(line) === verdict;
    });
  const missed = named('not_met');
  const noCause = missed.filter((id) => props.lines.find((line) => line.id === id)?.note === null);
  const list = (ids: readonly (typeof judged)[number][]) => ids.map((id) => say(`short.${id}`)).join(', ');
  return (
    <>
      {named('met').length > 0 ? <p>{say('reasonMet', { list: list(named('met')) })}</p> : null}
      {missed.length > 0 ? (
        <p>
          {say('reasonNot')}{' '}
          {missed.map((id, i) => (
            <span key={id}>
              {i > 0 ? ', ' : ''}
              <TextLink href={`#agreement-${id}`}>{say(`short.${id}`)}</TextLink>
            </span>
          ))}
          . {noCause.length > 0 ? say('reasonNoCause', { count: noCause.length }) : null}
        </p>
      ) : null}
    </>
  );
}
