import './dossier.css';
import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { Card, Cards, type Fact, Facts } from '../../../../ui/frame/section.tsx';
import { mayWrite } from '../../writer.ts';
import { OpeningForm } from './card-form.tsx';
import {
  type Benefit,
  type Dossier,
  findLatestProfile,
  type SavedEntry,
  splitBenefits,
  splitSpells,
} from './dossier.ts';
import { Origin, PutAside } from './origin.tsx';
import { CapacityForm, ProfileForm } from './profile-forms.tsx';
import { useSchemeWords } from './scheme-words.ts';
import { AssignForm, EndForm, EnrolForm } from './service-forms.tsx';
import { trajectoryWord } from './trajectory-word.ts';
import { useDossierWords } from './words.ts';

export interface DossierCardsProps {
  readonly dossier: Dossier;
  readonly today: string;
  readonly role: string;
  readonly onSaved: (saved: SavedEntry) => void;
}

/** What is known of a client, card by card: where it comes from, and what the role may enter. */
export function DossierCards(props: DossierCardsProps) {
  const { dossier, today } = props;
  const { open, closed } = splitBenefits(dossier.benefits, today);
  const shown = open.length > 0 ? open : closed.slice(0, 1);
  return (
    <>
      <Cards>
        {shown.map((benefit) => (
          <BenefitCard key={benefit.benefitId} {...props} benefit={benefit} />
        ))}
        {shown.map((benefit) => (
          <ServiceCard key={benefit.benefitId} {...props} benefit={benefit} isNamed={shown.length > 1} />
        ))}
        <ProfileCard {...props} benefits={shown} />
      </Cards>
      <Cards>
        <WorkCard {...props} />
        <TrajectoryCard {...props} />
        {closed.length > 0 && open.length > 0 ? <ClosedCard benefits={closed} /> : null}
      </Cards>
    </>
  );
}

type OfBenefit = DossierCardsProps & { readonly benefit: Benefit };

function BenefitCard({ benefit, dossier, today, role, onSaved }: OfBenefit) {
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

function EndWords({ benefit }: { readonly benefit: Benefit }) {
  const { say, locale } = useDossierWords();
  if (benefit.endDate === null) return null;
  const date = formatDate(lastDayBefore(benefit.endDate), locale);
  const reasons = ['work', 'max_duration', 'sickness', 'pension', 'social_assistance', 'death', 'other'] as const;
  const reason = reasons.find((of) => of === benefit.endReason);
  return reason ? say('endBecause', { date, reason: say(`end.${reason}`) }) : say('until', { date });
}

function ServiceCard(props: OfBenefit & { readonly isNamed: boolean }) {
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

function ProfileCard(props: DossierCardsProps & { readonly benefits: readonly Benefit[] }) {
  const { say, locale } = useDossierWords();
  const { dossier, today, role, benefits, onSaved } = props;
  const latest = findLatestProfile(dossier.profiles);
  const benefit = benefits[0];
  const fact = (term: string, detail: string | null | undefined): Fact[] => (detail ? [{ term, detail }] : []);
  return (
    <Card title={say('profile')}>
      {latest ? (
        <Facts
          facts={[
            ...fact(say('goal'), latest.goal),
            ...fact(say('possibilities'), latest.possibilities),
            ...fact(say('obstacles'), latest.obstacles),
            ...fact(say('support'), latest.support),
            ...fact(say('score'), latest.score === null ? null : formatNumber(latest.score, locale, { decimals: 2 })),
            ...fact(say('assessedOn'), formatDate(latest.assessedOn, locale)),
            ...fact(
              say('validUntil'),
              latest.validUntil === null ? say('noEnd') : formatDate(latest.validUntil, locale),
            ),
            { term: say('origin'), detail: <Origin {...latest} /> },
          ]}
        />
      ) : (
        <p className="ui-quiet">{say('noProfile')}</p>
      )}
      {mayWrite({ role }, 'profile') && benefit ? (
        <div className="registry-card-actions">
          <OpeningForm word={say('recordProfile')}>
            {(close) => (
              <ProfileForm
                benefit={benefit}
                today={today}
                seenEntry={dossier.lastEntry}
                latest={latest}
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

function WorkCard({ dossier }: DossierCardsProps) {
  const { say, locale } = useDossierWords();
  const jobs = dossier.employments.toSorted((a, b) => (a.startDate < b.startDate ? 1 : -1));
  return (
    <Card title={say('work')}>
      {jobs.length === 0 ? <p className="ui-quiet">{say('noWork')}</p> : null}
      <ul>
        {jobs.map((job) => (
          <li key={job.employmentId}>
            {[say('hours', { hours: formatNumber(job.hoursPerWeek, locale) }), job.sector].filter(Boolean).join(', ')}
            <span className="ui-sub">
              <Period from={job.startDate} to={job.endDate} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TrajectoryCard({ dossier }: DossierCardsProps) {
  const { say, locale } = useDossierWords();
  const all = dossier.trajectories.toSorted((a, b) => (a.purchasedOn < b.purchasedOn ? 1 : -1));
  return (
    <Card title={say('trajectories')}>
      {all.length === 0 ? <p className="ui-quiet">{say('noTrajectories')}</p> : null}
      <ul>
        {all.map((of) => (
          <li key={of.trajectoryId}>
            {trajectoryWord(of.kind, locale)}
            <span className="ui-sub">
              {of.startDate === null ? (
                say('purchased', { date: formatDate(of.purchasedOn, locale) })
              ) : (
                <Period from={of.startDate} to={of.endDate} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ClosedCard({ benefits }: { readonly benefits: readonly Benefit[] }) {
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

function Period({ from, to }: { readonly from: string; readonly to: string | null }) {
  const { say, locale } = useDossierWords();
  if (to === null) return say('since', { date: formatDate(from, locale) });
  return say('period', { from: formatDate(from, locale), to: formatDate(lastDayBefore(to), locale) });
}
