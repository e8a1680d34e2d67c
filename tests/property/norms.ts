/** The seven norms of the public definition, written here a second time so that the product's own data are tested too. */
export interface ReferenceNorm {
  readonly id: string;
  readonly isReading: boolean;
  readonly weight: 'must' | 'advised';
  readonly scheme: 'WIA_WGA' | 'WAJONG' | 'WW';
  readonly counts: 'conversation' | 'contact' | 'invited';
  readonly kind: 'once' | 'year' | 'mean';
  /** Term of the first obligation, or of the only one. */
  readonly first: { readonly months?: number; readonly days?: number };
  readonly everyMonths: number;
}

const year = { kind: 'year', first: { months: 3 }, everyMonths: 12, weight: 'must' } as const;
const wia = { scheme: 'WIA_WGA' } as const;
const wajong = { ...year, scheme: 'WAJONG', counts: 'contact' } as const;
const ww = { scheme: 'WW', isReading: false, weight: 'must', kind: 'once', everyMonths: 0 } as const;

export const referenceNorms: readonly ReferenceNorm[] = [
  { ...year, ...wia, id: 'wia-personal', isReading: false, counts: 'conversation' },
  { ...year, ...wia, id: 'wia-personal-contact', isReading: true, counts: 'contact' },
  {
    ...year,
    ...wia,
    id: 'wia-frequency',
    isReading: false,
    counts: 'contact',
    kind: 'mean',
    everyMonths: 6,
    weight: 'advised',
  },
  { ...wajong, id: 'wajong-personal', isReading: false },
  { ...wajong, id: 'wajong-personal-unpurchased', isReading: true },
  { ...ww, id: 'ww-orientation', counts: 'invited', first: { days: 28 } },
  { ...ww, id: 'ww-monitoring', counts: 'conversation', first: { months: 7 } },
];
