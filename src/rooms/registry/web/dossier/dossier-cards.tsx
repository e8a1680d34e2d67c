import './dossier.css';
import { Cards } from '../../../../ui/frame/section.tsx';
import { BenefitCard, ClosedCard } from './benefit-card.tsx';
import type { DossierCardsProps } from './card-props.ts';
import { splitBenefits } from './dossier.ts';
import { ProfileCard } from './profile-card.tsx';
import { ServiceCard } from './service-card.tsx';
import { TrajectoryCard, WorkCard } from './work-cards.tsx';

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
