import type { Benefit, Dossier, SavedEntry } from './dossier.ts';

export interface DossierCardsProps {
  readonly dossier: Dossier;
  readonly today: string;
  readonly role: string;
  readonly onSaved: (saved: SavedEntry) => void;
}

/** Of a card about one benefit. */
export type OfBenefit = DossierCardsProps & { readonly benefit: Benefit };
