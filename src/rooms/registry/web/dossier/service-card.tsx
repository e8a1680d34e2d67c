import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { Card, type Fact, Facts } from '../../../../ui/frame/section.tsx';
import { mayWrite } from '../../writer.ts';
import { OpeningForm } from './card-form.tsx';
import type { OfBenefit } from './card-props.ts';
import { splitSpells } from './dossier.ts';
import { Origin } from './origin.tsx';
import { useSchemeWords } from './scheme-words.ts';
import { AssignForm, EndForm, EnrolForm } from './service-forms.tsx';
import { useDossierWords } from './words.ts';

/** Whether the client is in service on a benefit, with whom, and what was before. */
export function ServiceCard(props: OfBenefit & { readonly isNamed: boolean }) {
  const { say, locale } = useDossierWords();
  const { label } = useSchemeWords();
  const { benefit, dossier, today, role, onSaved } = props;
  const of = { benefitId: benefit.benefitId, today };
  const enrolments = splitSpells(dossier.enrolments, of);
  const assignments = splitSpells(dossier.assignments, of);
  const { current } = enrolments;
  const last = current === null ? enrolments.earlier[0] : undefined;
  const adviser = assignments.current;
  const date = (day: string) => formatDate(day, locale);
  const reasonWord = (reason: string | null) => {
    const known = (['declined', 'unreachable', 'completed', 'outflow'] as const).find((name) => name === reason);
    return known ? say(`reason.${known}`) : '';
  };
  const endedWords = (spell: { readonly to: string | null; readonly endReason: string | null }) =>
    say('endedOn', { date: date(spell.to ?? today), reason: reasonWord(spell.endReason) });
  const facts: Fact[] = [
    {
      term: say('enrolled'),
      detail: current ? (
        <>
          {say('since', { date: date(current.from) })} <Origin {...current} />
        </>
      ) : (
        say('notEnrolled')
      ),
    },
    ...(last
      ? [
          {
            term: say('ended'),
            detail: (
              <>
                {endedWords(last)} <Origin {...last} />
              </>
            ),
          },
        ]
      : []),
    ...(last?.reviewDate ? [{ term: say('reviewOn'), detail: date(last.reviewDate) }] : []),
    {
      term: say('adviser'),
      detail: adviser ? (
        <>
          {say('sinceOf', { what: adviser.adviserName, date: date(adviser.from) })} <Origin {...adviser} />
        </>
      ) : (
        say('noAdviser')
      ),
    },
  ];
  const earlier = [
    ...enrolments.earlier
      .filter((spell) => spell !== last)
      .map((spell) => ({
        id: `e${spell.from}`,
        text: `${date(spell.from)} – ${endedWords(spell)}`,
      })),
    ...assignments.earlier.map((spell) => ({
      id: `a${spell.from}`,
      text: `${spell.adviserName}, ${say('period', { from: date(spell.from), to: date(lastDayBefore(spell.to ?? today)) })}`,
    })),
  ];
  const forms = { benefit, today, seenEntry: dossier.lastEntry, onSaved };
  const handOver = say(adviser ? 'handOver' : 'assign');
  return (
    <Card title={props.isNamed ? `${say('service')} ${label(benefit.scheme)}` : say('service')}>
      <Facts facts={facts} />
      {earlier.length > 0 ? (
        <Disclosure summary={say('earlier')} about={say('service')}>
          <ul className="ui-small">
            {earlier.map((spell) => (
              <li key={spell.id}>{spell.text}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {mayWrite({ role }, 'enrolment') && benefit.endDate === null ? (
        <div className="registry-card-actions">
          {current ? (
            <OpeningForm key="end" word={say('endService')}>
              {(close) => <EndForm {...forms} seenVersion={current.versionId} onClose={close} />}
            </OpeningForm>
          ) : (
            <OpeningForm key="enrol" word={say('enrol')}>
              {(close) => <EnrolForm {...forms} onClose={close} />}
            </OpeningForm>
          )}
          <OpeningForm word={handOver}>
            {(close) => <AssignForm {...forms} label={handOver} onClose={close} />}
          </OpeningForm>
        </div>
      ) : null}
    </Card>
  );
}
