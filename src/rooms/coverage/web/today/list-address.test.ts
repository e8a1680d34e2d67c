import { describe, expect, it } from 'vitest';
import { isCounterShown, readFilters, readList, readPlace } from './list-address.ts';

const from = (text: string) => {
  const params = new URLSearchParams(text);
  return (name: string) => params.get(name);
};
const adviser = { role: 'adviser', adviserId: 'A1', reach: 'office', unit: { id: 'O1', name: 'Een' } } as const;
const planner = { role: 'planner', adviserId: null, reach: 'district', unit: { id: 'D2', name: 'Twee' } } as const;

describe('whose clients', () => {
  it('are the own ones for an adviser, whatever the address says', () => {
    expect(readPlace(from('level=office&unit=O9'), adviser)).toEqual({ level: 'own' });
  });
  it('are those of the own unit for a planner, until another is chosen', () => {
    expect(readPlace(from(''), planner)).toEqual({ level: 'district', unitId: 'D2' });
    expect(readPlace(from('level=office&unit=O9'), planner)).toEqual({ level: 'office', unitId: 'O9' });
  });
  it('are those of the nation where the reach is the nation', () => {
    expect(readPlace(from(''), { ...planner, reach: 'nation', unit: null })).toEqual({ level: 'nation' });
  });
});

describe('the address', () => {
  it('opens what is overdue when it names no list that exists', () => {
    expect([readList(from('list=nonsense')), readList(from('list=due'))]).toEqual(['overdue', 'due']);
  });
  it('drops filters that do not exist', () => {
    expect(readFilters(from('scheme=WW&state=nonsense'))).toEqual({ scheme: 'WW' });
  });
});

describe('counters', () => {
  it('of rare lists stand there only when somebody is counted or chosen', () => {
    expect(isCounterShown('capacity-unknown', 0, 'overdue')).toBe(false);
    expect(isCounterShown('capacity-unknown', 2, 'overdue')).toBe(true);
    expect(isCounterShown('capacity-unknown', 0, 'capacity-unknown')).toBe(true);
    expect(isCounterShown('to-register', 0, 'overdue')).toBe(true);
  });
});
