import { describe, expect, it } from 'vitest';
import { type NormState, normStates } from '../../index.ts';
import { computeNotInView, segmentsOf } from './segments.ts';

const counts = Object.fromEntries(normStates.map((state, index) => [state, index + 1])) as Record<NormState, number>;

describe('states as segments', () => {
  const segments = segmentsOf(counts, { locale: 'nl', hrefOf: (state) => `#${state}` });

  it('add up to the population, each state once', () => {
    expect(segments.map((segment) => segment.id).toSorted()).toEqual(normStates.toSorted());
    expect(segments.reduce((sum, segment) => sum + Number(segment.value), 0)).toBe(55);
  });

  it('begin with what is missing', () => {
    expect(segments.slice(0, 3).map((segment) => segment.id)).toEqual(['overdue', 'overdue_planned', 'not_enrolled']);
  });

  it('count as missing exactly the segments of that group', () => {
    const missing = segments.filter((segment) => segment.group === 'missing');
    expect(computeNotInView(counts).all).toBe(missing.reduce((sum, segment) => sum + Number(segment.value), 0));
  });

  it('are missing so many that it may not be shown, where one of them may not', () => {
    expect(computeNotInView({ ...counts, overdue: 'too_small' })).toEqual({
      late: 'too_small',
      notEnrolled: counts.not_enrolled,
      all: 'too_small',
    });
  });
});
