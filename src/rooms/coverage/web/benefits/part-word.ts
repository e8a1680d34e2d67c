import { signOf } from '../signs.ts';
import type { ListPart } from './list-part.ts';
import type { BenefitWords } from './words.ts';

/** What a part of a figure is called. */
export function partWord(part: ListPart, { say, locale }: BenefitWords): string {
  switch (part) {
    case 'population':
    case 'late':
    case 'overdue':
    case 'missing':
    case 'soon':
    case 'enrolled':
    case 'review_passed':
    case 'capacity_unknown':
    case 'seen_year':
    case 'not_seen_year':
    case 'seen_12m':
    case 'not_seen_12m':
    case 'in_time':
    case 'not_in_time':
      return say(`part.${part}`);
    default:
      return signOf(part, locale).word;
  }
}
