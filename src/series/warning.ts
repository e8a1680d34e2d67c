import type { Sentence } from './refusal.ts';

/** What a reader of a forecast should know; the forecast itself stands. */
export const SERIES_WARNINGS = {
  constant: {
    nl: 'Alle waarden zijn gelijk: de verwachting is die waarde, zonder bandbreedte.',
    en: 'All values are equal: the forecast is that value, without a band.',
  },
  no_season: {
    nl: 'De reeks telt minder dan twee hele perioden: er is geen seizoen in verwerkt.',
    en: 'The series is shorter than two whole periods: no season is used.',
  },
  very_short: {
    nl: 'De reeks is zeer kort: de verwachting is weinig meer dan de laatste waarden.',
    en: 'The series is very short: the forecast is little more than its last values.',
  },
  gaps_filled: {
    nl: 'Ontbrekende of uitgezonderde perioden zijn ingevuld tussen de bekende.',
    en: 'Missing or masked periods are filled in between the known ones.',
  },
  many_zeros: {
    nl: 'Meer dan de helft van de waarden is nul: de verwachting is het gemiddelde tempo, zonder seizoen.',
    en: 'More than half of the values are zero: the forecast is the average rate, without a season.',
  },
  level_shift: {
    nl: 'De reeks verspringt blijvend van niveau: eerdere waarden zijn op het nieuwe niveau gebracht.',
    en: 'The series shifts to another level for good: earlier values were brought to the new level.',
  },
  ends_early: {
    nl: 'De laatste perioden ontbreken: de verwachting gaat verder vanaf de laatste bekende waarde.',
    en: 'The last periods are missing: the forecast carries on from the last known value.',
  },
  part_counts_as_zero: {
    nl: 'Een onderdeel begon later of eindigde een seizoen of langer geleden: daarbuiten telt het als nul in deze som.',
    en: 'A part began later or ended a season or more ago: outside its span it counts as zero in this sum.',
  },
  spike: {
    nl: 'Eén waarde ligt zeer ver van die ernaast en maakt de grenzen wijd: controleer haar, of zonder de periode uit.',
    en: 'One value lies very far from those beside it and makes the limits wide: check it, or mask its period.',
  },
  band_from_few: {
    nl: 'De bandbreedte rust op weinig fouten uit het verleden en is daarom ruim genomen.',
    en: 'The band rests on few past errors and is therefore taken wide.',
  },
} as const satisfies Record<string, Sentence>;

export type SeriesWarningCode = keyof typeof SERIES_WARNINGS;
