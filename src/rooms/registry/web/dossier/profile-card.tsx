import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { Card, type Fact, Facts } from '../../../../ui/frame/section.tsx';
import { mayWrite } from '../../writer.ts';
import { OpeningForm } from './card-form.tsx';
import type { DossierCardsProps } from './card-props.ts';
import { type Benefit, findLatestProfile } from './dossier.ts';
import { Origin } from './origin.tsx';
import { ProfileForm } from './profile-forms.tsx';
import { useDossierWords } from './words.ts';

/** The latest profile: goal, possibilities, obstacles, support. */
export function ProfileCard(props: DossierCardsProps & { readonly benefits: readonly Benefit[] }) {
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
