import { SERIES_WARNINGS, type SeriesWarningCode } from '../../../series/index.ts';

/** What a reader should know of a series because of its file or of what was asked; the engine's warnings come beside it. */
const FILE_WARNINGS = {
  sum_incomplete: {
    nl: 'Van de rijen die worden opgeteld ontbreekt er een of is er een leeg: die perioden gelden als onbekend.',
    en: 'Of the rows that are added up one is absent or empty: those periods are taken as unknown.',
  },
  rows_ended: {
    nl: 'Er worden al een seizoen of langer minder rijen opgeteld dan daarvoor: wat ontbreekt telt als nul.',
    en: 'For a season or longer fewer rows are added up than before: what is absent counts as zero.',
  },
  id_idle: {
    nl: 'De kolom van --id doet niet mee: in een hiërarchie heet een reeks naar haar pad.',
    en: 'The column of --id takes no part: in a hierarchy a series is called by its path.',
  },
  mask_outside: {
    nl: 'Een uitgezonderde periode valt buiten de perioden van het bestand en doet niets.',
    en: 'A masked period lies outside the periods of the file and does nothing.',
  },
  holidays_unknown: {
    nl: 'De perioden van het bestand zijn geen datums: met feestdagen is niet gerekend.',
    en: 'The periods of the file are no dates: holidays are not taken into account.',
  },
  unusual_frequency: {
    nl: 'De frequentie past niet bij de perioden van het bestand: 12 bij maanden, 4 bij kwartalen, 52 bij weken, 1 bij jaren.',
    en: 'The frequency does not go with the periods of the file: 12 with months, 4 with quarters, 52 with weeks, 1 with years.',
  },
} as const;

const SENTENCES = { ...SERIES_WARNINGS, ...FILE_WARNINGS };

export type NoteCode = SeriesWarningCode | keyof typeof FILE_WARNINGS;

/** A warning on one series, with the periods or parts that it is about. */
export type Note = { readonly code: NoteCode; readonly about: readonly string[] };

const mostNamed = 5;

/** A note as a sentence; of many periods or parts the first five are named. */
export function sayNote({ code, about }: Note, language: 'nl' | 'en'): string {
  const sentence = SENTENCES[code][language];
  if (about.length === 0) return sentence;
  const rest = about.length - mostNamed;
  const more = rest <= 0 ? [] : [language === 'nl' ? `en nog ${rest}` : `and ${rest} more`];
  return `${sentence} (${[...about.slice(0, mostNamed), ...more].join('; ')})`;
}

/** Notes of several series as those of their sum: one per code, each naming whose it is. */
export function joinNotes(parts: readonly { readonly id: string; readonly notes: readonly Note[] }[]): readonly Note[] {
  const byCode = new Map<NoteCode, string[]>();
  for (const { id, notes } of parts) {
    for (const { code, about } of notes) {
      const named = about.length === 0 ? [id] : about.map((each) => `${id}: ${each}`);
      byCode.set(code, [...(byCode.get(code) ?? []), ...named]);
    }
  }
  return [...byCode].map(([code, about]) => ({ code, about }));
}
