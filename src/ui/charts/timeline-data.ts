import type { ReactNode } from 'react';
import type { Colour } from '../marks/look.ts';

/** A stretch of time. `to` is the first day without; absent while it is open. */
export interface TimelineBar {
  readonly id: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly word: string;
  /** `filled` counts, `quiet` is settled otherwise, `outlined` is about who rather than what. */
  readonly look: 'filled' | 'quiet' | 'outlined';
}

export interface TimelineLane {
  readonly id: string;
  readonly word: string;
  readonly bars: readonly TimelineBar[];
}

/** `full` and `tinted` happened; `cross` was tried; `struck` no longer counts. */
export type TimelineMarkLook = 'full' | 'tinted' | 'cross' | 'struck';

export interface TimelineMark {
  readonly id: string;
  readonly on: string;
  readonly look: TimelineMarkLook;
  /** Under the mark: "45 min"; beside a struck one: "30 min, gecorrigeerd". */
  readonly word?: string | undefined;
  /** Id of the mark that took its place. */
  readonly joinedTo?: string | undefined;
}

export interface TimelineDue {
  readonly id: string;
  readonly on: string;
  readonly word: string;
  /** Passed and not done, or still ahead: a hollow mark. */
  readonly look: 'passed' | 'ahead';
}

export interface TimelineKey {
  readonly look: TimelineMarkLook | TimelineDue['look'];
  readonly word: string;
}

/** A row of the table twin: everything the drawing shows, oldest first. */
export interface TimelineRow {
  readonly id: string;
  readonly on: string;
  readonly lane: string;
  readonly what: ReactNode;
}

export interface TimelineProps {
  readonly title: string;
  readonly description: string;
  /** The reference date. */
  readonly today: string;
  readonly lanes: readonly TimelineLane[];
  readonly marks: { readonly word: string; readonly items: readonly TimelineMark[] };
  readonly due: { readonly word: string; readonly items: readonly TimelineDue[] };
  readonly keys: readonly TimelineKey[];
  readonly rows: readonly TimelineRow[];
}

export const colourOf: Readonly<Record<TimelineMarkLook | TimelineDue['look'], Colour>> = {
  full: 'petrol',
  tinted: 'petrol',
  cross: 'slate',
  struck: 'slate',
  passed: 'brick',
  ahead: 'petrol',
};
