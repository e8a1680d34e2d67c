import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import { Notice, SavedLine } from '../../../../ui/notices/notice.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { countLate } from './late-once-in.ts';
import type { Outcome, Step, TakenIn } from './take-in.ts';
import { useBenefitWords } from './words.ts';

/** What was done, the way back, and for each that was refused why. */
export function TakenInResult(props: {
  readonly taken: TakenIn | null;
  readonly undone: boolean;
  readonly undoing: boolean;
  readonly onUndo: () => void;
}) {
  const { say, locale } = useBenefitWords();
  const { today } = useMe();
  const { taken } = props;
  const outcomes = taken?.outcomes ?? [];
  const count = (step: 'enrolled' | 'assigned' | 'planned') => outcomes.filter((of) => of[step] === true).length;
  const refused = outcomes.flatMap((of) =>
    [of.enrolled, of.assigned, of.planned].flatMap((step) => (typeof step === 'string' ? [{ of, step }] : [])),
  );
  const adviser = taken?.asked.adviser ?? null;
  const late = countLate(
    outcomes.flatMap((of) => (of.enrolled === true ? [of.benefit] : [])),
    today,
  );
  const handsOver = taken?.asked.enrols === false;
  const savedTakeIn = () =>
    taken === null || count('enrolled') === 0
      ? undefined
      : `${say('saved', {
          count: count('enrolled'),
          date: formatDate(taken.asked.from, locale),
          assigned:
            adviser === null || count('assigned') === 0
              ? ''
              : say('savedAssigned', { count: count('assigned'), name: adviser.name }),
          planned: count('planned') === 0 ? '' : say('savedPlanned', { count: count('planned') }),
        })} ${say('savedLate', { count: late })}`;
  const saved = !handsOver
    ? savedTakeIn()
    : count('assigned') === 0
      ? undefined
      : say('savedHandOver', {
          count: count('assigned'),
          name: adviser?.name ?? '',
          date: formatDate(taken.asked.from, locale),
        });
  const plannedColumn = {
    id: 'planned',
    head: say('planned'),
    cell: (of: Outcome) =>
      of.talk === null
        ? stepWord(of.planned)
        : say('moment', { date: formatDate(of.talk.date, locale), time: formatTime(of.talk.time, locale) }),
  };
  return (
    <>
      <SavedLine busy={props.undoing} onUndo={props.undone ? undefined : props.onUndo}>
        {props.undone ? say(handsOver ? 'undoneHandOver' : 'undone') : saved}
      </SavedLine>
      {taken === null || props.undone ? null : (
        <>
          {refused.length > 0 || taken.stoppedBy !== null ? (
            <Notice kind="warning" title={say('notAll')}>
              {taken.stoppedBy === null ? null : (
                <p>{say('stopped', { text: taken.stoppedBy.title || say('fault') })}</p>
              )}
              <ul>
                {refused.map(({ of, step }) => (
                  <li key={`${of.benefit.benefitId} ${step}`}>
                    {nameOf(of)}: {step}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <Disclosure summary={say('result')} about={formatDate(taken.asked.from, locale)}>
            <DataTable
              caption={say('resultCaption')}
              captionHidden
              dense
              narrow="to-list"
              rows={outcomes}
              rowKey={(of) => of.benefit.benefitId}
              columns={[
                { id: 'client', head: say('client'), cell: nameOf },
                { id: 'benefit', head: say('benefit'), cell: (of) => of.benefit.benefitId },
                ...(handsOver
                  ? []
                  : [{ id: 'enrolled', head: say('enrolled'), cell: (of: Outcome) => stepWord(of.enrolled) }]),
                { id: 'assigned', head: say('assigned'), cell: (of) => stepWord(of.assigned) },
                ...(handsOver ? [] : [plannedColumn]),
              ]}
            />
          </Disclosure>
        </>
      )}
    </>
  );

  function stepWord(step: Step): string {
    return step === null ? say('notAsked') : step === true ? say('done') : step;
  }
}

function nameOf(of: Outcome): string {
  return of.benefit.name ?? of.benefit.clientId;
}
