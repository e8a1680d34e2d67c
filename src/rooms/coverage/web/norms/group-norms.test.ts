import { describe, expect, it } from 'vitest';
import type { NormShown } from '../../index.ts';
import { groupNorms, standingOf } from './group-norms.ts';

const norm = (of: Pick<NormShown, 'id' | 'version' | 'validFrom' | 'inForce'>) => of as NormShown;
const first = norm({ id: 'a', version: 1, validFrom: '2017-01-01', inForce: true });
const second = norm({ id: 'a', version: 2, validFrom: '2020-01-01', inForce: false });
const other = norm({ id: 'b', version: 1, validFrom: '2021-01-01', inForce: false });

describe('norms and their versions', () => {
  it('stand together, the one in force in front', () => {
    const groups = groupNorms([second, first, other]);
    expect(groups.map((group) => group.id)).toEqual(['a', 'b']);
    expect(groups[0]?.shown).toBe(first);
    expect(groups[0]?.versions).toEqual([first, second]);
    expect(groups[1]?.shown).toBe(other);
  });

  it('are in force, over or still to come', () => {
    expect(standingOf(first, '2019-09-15')).toBe('inForce');
    expect(standingOf(second, '2019-09-15')).toBe('coming');
    expect(standingOf(second, '2022-01-01')).toBe('ended');
  });
});
