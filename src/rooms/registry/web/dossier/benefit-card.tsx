import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { formatDate } from '../../../../ui/format.ts';
import { Card, type Fact, Facts } from '../../../../ui/frame/section.tsx';
import { mayWrite } from '../../writer.ts';
import { OpeningForm } from './card-form.tsx';
import type { OfBenefit } from './card-props.ts';
import type { Benefit } from './dossier.ts';
import { Origin, PutAside } from './origin.tsx';
import { CapacityForm } from './profile-forms.tsx';
import { useSchemeWords } from './scheme-words.ts';
import { useDossierWords } from './words.ts';

/** One benefit: scheme, dates, office, and what its client can do for work. */
export function BenefitCard({ benefit, dossier, today, role, onSaved }: OfBenefit) {
  const { say, locale } = useDossierWords();
  const schemes = useSchemeWords();
  const hasCapacity = benefit.scheme === 'WAJONG' || benefit.scheme === 'WIA_WGA';
  const capacity = (['yes', 'no', 'unknown'] as const).find((of) => of === benefit.workCapacity);
  const facts: Fact[] = [
    { term: say('scheme'), detail: schemes.full(benefit) },
    { term: say('begin'), detail: formatDate(benefit.startDate, locale) },
    ...(benefit.endDate === null ? [] : [{ term: say('end'), detail: <EndWords benefit={benefit} /> }]),
    ...(benefit.maxEndDate === null
      ? []
      : [{ term: say('maxEnd'), detail: formatDate(lastDayBefore(benefit.maxEndDate), locale) }]),
    { term: say('office'), detail: benefit.office.name },
    ...(hasCapacity ? [{ term: say('capacity'), detail: say(`capacity.${capacity ?? 'unknown'}`) }] : []),
    { term: say('origin'), detail: <Origin {...benefit} /> },
  ];
  return (
    <Card title={say('benefit')}>
      <Facts facts={facts} />
      {benefit.enteredPutAside ? <PutAside /> : null}
      {hasCapacity && mayWrite({ role }, 'work_capacity') ? (
        <div className="registry-card-actions">
          <OpeningForm word={say('recordCapacity')}>
            {(close) => (
              <CapacityForm
                benefit={benefit}
                today={today}
                seenEntry={dossier.lastEntry}
                onClose={close}
                onSaved={onSaved}
              />
            )}
          </OpeningForm>
        </div>
      ) : null}
    </Card>
  );
}

/** Benefits that have ended. */
export function ClosedCard({ benefits }: { readonly benefits: readonly Benefit[] }) {
  const { say } = useDossierWords();
  const schemes = useSchemeWords();
  return (
    <Card title={say('earlier')}>
      <ul>
        {benefits.map((benefit) => (
          <li key={benefit.benefitId}>
            {schemes.full(benefit)}
            <span className="ui-sub">
              <EndWords benefit={benefit} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EndWords({ benefit }: { readonly benefit: Benefit }) {
  const { say, locale } = useDossierWords();
  if (benefit.endDate === null) return null;
  const date = formatDate(lastDayBefore(benefit.endDate), locale);
  const reasons = ['work', 'max_duration', 'sickness', 'pension', 'social_assistance', 'death', 'other'] as const;
  const reason = reasons.find((of) => of === benefit.endReason);
  return reason ? say('endBecause', { date, reason: say(`end.${reason}`) }) : say('until', { date });
}
