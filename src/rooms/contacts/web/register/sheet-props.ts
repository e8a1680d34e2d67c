import type { ReactNode } from 'react';
import type { AboutContact, Draft, Mode } from './draft.ts';

/** What was saved, for the line that takes the place of the one that left, and its undo. */
export interface SavedContact {
  readonly mode: Mode;
  readonly entryId: number;
  readonly sentence: string;
  readonly clientId: string;
  readonly meanwhile: readonly { readonly action: string; readonly by: string; readonly at: string }[];
}

export interface ContactSheetProps {
  readonly mode: Mode;
  readonly client: {
    readonly clientId: string;
    readonly name: string;
    readonly protected: boolean;
    readonly preferredChannel: string | null;
    /** Whether there was a contact before: else the form starts with an intake. */
    readonly hasSpoken: boolean;
  };
  /** The benefit that the contact goes with unless another is chosen. */
  readonly benefitId: string;
  readonly about?: AboutContact | undefined;
  /** Reference date by the product's clock. */
  readonly today: string;
  /** The reason line, without its start. */
  readonly why?: ReactNode | undefined;
  /** What saving will do to the list. */
  readonly effectOf?: ((draft: Draft) => ReactNode) | undefined;
  /** The date of a rhythm that the next appointment would miss. */
  readonly missedBy?: ((draft: Draft) => { readonly by: string; readonly advised: boolean } | null) | undefined;
  readonly onClose: () => void;
  readonly onSaved: (saved: SavedContact) => void;
}
