import { describe, expect, it } from 'vitest';
import { listFigureBenefits, normStates } from '../../index.ts';
import { isInService, listsOf, partsOf, readPart } from './list-part.ts';

const contractParts = (part: string) => listFigureBenefits.input.shape.part.safeParse(part).success;

describe('lists behind a figure', () => {
  it('are all made of parts that the contract knows', () => {
    const all = [
      ...partsOf('closure', undefined),
      ...partsOf('wajong-inclusion', undefined),
      ...(['year', 'mean', 'once'] as const).flatMap((kind) => partsOf('some-norm', kind)),
    ];
    expect(all.length).toBeGreaterThan(30);
    for (const part of all) for (const each of listsOf(part)) expect(contractParts(each), each).toBe(true);
  });

  it('of a norm hold every state but the one of studies', () => {
    const parts = partsOf('some-norm', 'once');
    expect(normStates.filter((state) => !parts.includes(state))).toEqual(['not_offered']);
  });

  it('are read back from the address, the population where it names none', () => {
    for (const part of partsOf('some-norm', 'year')) expect(readPart(part)).toBe(part);
    expect(readPart('nobody')).toBe('population');
    expect(readPart(null)).toBe('population');
  });

  it('join late and missing from states', () => {
    expect(listsOf('missing')).toEqual(['overdue', 'overdue_planned', 'not_enrolled']);
    expect(listsOf('late')).toEqual(['overdue', 'overdue_planned']);
  });

  it('lets another adviser be chosen where everybody is in service, and only there', () => {
    expect(['late', 'soon', 'met', 'in_view', 'enrolled'].map((part) => isInService(readPart(part)))).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    const others = ['missing', 'not_enrolled', 'declined', 'population', 'in_time', 'review_passed'];
    expect(others.filter((part) => isInService(readPart(part)))).toEqual([]);
  });
});
