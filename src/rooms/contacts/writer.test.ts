import { describe, expect, it } from 'vitest';
import { mayUndoContacts, mayWriteContact } from './writer.ts';

const outcomes = ['planned', 'held', 'no_show', 'not_reached', 'cancelled'];
const writes = (role: string) => outcomes.filter((outcome) => mayWriteContact({ role }, outcome));

describe('who writes contacts', () => {
  it('is the adviser for all, who plans for what is planned, and nobody else', () => {
    expect(writes('adviser')).toEqual(outcomes);
    expect([writes('planner'), writes('district_manager')]).toEqual([['planned'], ['planned']]);
    const others = ['controller', 'quality_officer', 'researcher', 'data_steward', 'administrator'];
    expect(others.flatMap(writes)).toEqual([]);
  });

  it('undoes a withdrawal by what was withdrawn', () => {
    const planner = { role: 'planner' };
    expect(mayUndoContacts(planner, ['void', 'planned'])).toBe(true);
    expect(mayUndoContacts(planner, ['void', 'held'])).toBe(false);
    expect(mayUndoContacts(planner, ['planned', 'held'])).toBe(false);
    expect(mayUndoContacts({ role: 'adviser' }, ['void', 'held'])).toBe(true);
  });
});
