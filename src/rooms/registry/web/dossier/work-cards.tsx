import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { Card } from '../../../../ui/frame/section.tsx';
import type { DossierCardsProps } from './card-props.ts';
import { trajectoryWord } from './trajectory-word.ts';
import { useDossierWords } from './words.ts';

/** Jobs, the latest first. */
export function WorkCard({ dossier }: DossierCardsProps) {
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

/** Trajectories that were bought in, the latest first. */
export function TrajectoryCard({ dossier }: DossierCardsProps) {
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

function Period({ from, to }: { readonly from: string; readonly to: string | null }) {
  const { say, locale } = useDossierWords();
  if (to === null) return say('since', { date: formatDate(from, locale) });
  return say('period', { from: formatDate(from, locale), to: formatDate(lastDayBefore(to), locale) });
}
