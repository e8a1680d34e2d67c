import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Changed, computeDifference } from './difference.ts';
import { explain, groupByReason, orderExplained, placeOf } from './difference-groups.ts';
import { computeLearnedSentence, type Learned, learnedCodes } from './difference-words.ts';
import type { Member } from './member.ts';

const learned = (code: Learned['code'], more: Partial<Learned> = {}): Learned => ({
  code,
  onDate: null,
  knownOn: '2019-09-04',
  kind: null,
  channel: null,
  ...more,
});
const changed = (before: readonly [number, number], after: readonly [number, number]): Changed => ({
  benefitId: 'U1',
  clientKey: 1,
  officeKey: 1,
  before: { numerator: before[0], denominator: before[1] },
  after: { numerator: after[0], denominator: after[1] },
});

test('who stayed in a figure stands under what was done, who came or went under what says so', () => {
  const both = [learned('benefit_moved_office'), learned('contact_late')];
  expect(explain(changed([0, 1], [1, 1]), both).reasons.map((of) => of.code)).toEqual([
    'contact_late',
    'benefit_moved_office',
  ]);
  const gone = [learned('contact_late'), learned('benefit_ended')];
  expect(explain(changed([1, 1], [0, 0]), gone).reasons[0].code).toBe('benefit_ended');
  expect(explain(changed([0, 1], [1, 1]), []).reasons[0].code).toBe('other');
});

test('the sums of the groups are the change of the figure, and a page ends where the next begins', () => {
  const member = fc.record({
    benefitId: fc.constantFrom('U1', 'U2', 'U3', 'U4', 'U5'),
    countedYear: fc.nat(2),
    daysYear: fc.nat(3),
    isOpen: fc.boolean(),
  });
  const state = fc.uniqueArray(member, { selector: (of) => of.benefitId }).map((all) => all as unknown as Member[]);
  const reasons = fc.array(fc.constantFrom(...learnedCodes), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom('share_year', 'mean_year'),
      fc.tuple(state, state),
      fc.array(reasons, { minLength: 5, maxLength: 5 }),
      (measure, [earlier, later], codes) => {
        const difference = computeDifference(measure, earlier, later);
        const all = orderExplained(
          difference.changed.map((of, index) =>
            explain(
              of,
              (codes[index] ?? []).map((code) => learned(code)),
            ),
          ),
        );
        const groups = groupByReason(all);
        for (const which of ['numerator', 'denominator'] as const) {
          expect(groups.reduce((sum, group) => sum + group[which], 0)).toBe(
            difference.after[which] - difference.before[which],
          );
        }
        expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(difference.changed.length);
        const places = all.map(placeOf);
        expect(places).toEqual(places.toSorted());
        expect(all.map(({ reasons: [lead] }) => lead.code)).toEqual(
          groups.flatMap((group) => Array.from({ length: group.count }, () => group.code)),
        );
      },
    ),
  );
});

test('a contact is named by what it was and by how much later it was known', () => {
  const contact = { onDate: '2019-08-20', kind: 'progress', channel: 'office', knownOn: '2019-09-03' };
  const plain = ({ nl, en }: { nl: string; en: string }) => [nl, en].map((text) => text.replaceAll('\u00a0', ' '));
  expect(plain(computeLearnedSentence(learned('contact_late', contact)))).toEqual([
    'gesprek op vestiging van 20 augustus 2019, 2 weken later bekend',
    'conversation at the office of 20 August 2019, known 2 weeks later',
  ]);
  expect(plain(computeLearnedSentence(learned('contact_corrected', { ...contact, kind: 'workshop' })))[0]).toBe(
    'gecorrigeerd: workshop van 20 augustus 2019',
  );
  expect(plain(computeLearnedSentence(learned('benefit_ended', { onDate: '2019-08-19' })))[0]).toBe(
    'uitkering eindigde op 19 augustus 2019',
  );
});
