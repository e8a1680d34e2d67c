import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { call } from '../../platform/testing/call.ts';
import { addShown } from '../organisation/index.ts';
import { qualityActions } from './quality.actions.ts';
import { countEnrolled } from './quality-count.ts';

const [show, , , showTrend, showProfileTrend] = qualityActions;
let register: TestRegister;

type Row = Readonly<Record<string, string>>;

/** A contact at ten o'clock, registered at five on a day. */
function contact(id: string, of: readonly [benefitId: string, on: string, registeredOn: string], more: Row = {}): Row {
  const [benefitId, on, registeredOn] = of;
  return {
    contact_id: id,
    benefit_id: benefitId,
    adviser_id: 'A1',
    kind: 'progress',
    channel: 'phone',
    occurred_at: `${on}T10:00:00+01:00`,
    registered_at: `${registeredOn}T17:00:00+01:00`,
    outcome: 'held',
    minutes: more.outcome === undefined ? '30' : '',
    corrects: '',
    ...more,
  };
}
const profile = (id: string, [benefitId, assessedOn, validUntil]: readonly [string, string, string]): Row => ({
  profile_id: id,
  benefit_id: benefitId,
  instrument: 'test',
  assessed_on: assessedOn,
  valid_until: validUntil,
});

/** What became known, and when: late rows, reports of planned ones, corrections, one whose target comes later, a move. */
const deliveries: readonly (readonly [string, Readonly<Record<string, readonly Row[]>>])[] = [
  [
    '2018-10-05T08:00:00Z',
    {
      ...organisation,
      ...clients,
      'contacts.csv': [
        contact('E1', ['B1', '2018-09-03', '2018-09-03']),
        contact('E2', ['B1', '2018-09-20', '2018-09-28']),
        contact('E3', ['B3', '2018-10-02', '2018-09-01'], { outcome: 'planned' }),
        // corrects a row that was registered later, so that its report changes when that one is known
        contact('E7', ['B1', '2018-09-10', '2018-10-03']),
        contact('E8', ['B1', '2018-09-10', '2018-09-12'], { corrects: 'E7' }),
        contact('E4', ['B1', '2018-10-20', '2018-09-02'], { outcome: 'planned' }),
      ],
      'profiles.csv': [profile('F1', ['B1', '2018-08-01', '2019-05-15'])],
    },
  ],
  [
    '2018-12-10T08:00:00Z',
    {
      'contacts.csv': [
        contact('E5', ['B3', '2018-10-02', '2018-10-12'], { corrects: 'E3' }),
        contact('E6', ['B1', '2018-11-05', '2018-11-06']),
      ],
      'profiles.csv': [profile('F2', ['B4', '2018-12-01', ''])],
    },
  ],
  [
    '2019-02-03T08:00:00Z',
    {
      'contacts.csv': [
        contact('E9', ['B1', '2019-01-15', '2019-01-15']),
        contact('E10', ['B1', '2019-01-15', '2019-01-30'], { corrects: 'E9', outcome: 'no_show' }),
        contact('E11', ['B3', '2019-01-20', '2019-01-27']),
      ],
    },
  ],
  [
    '2019-06-12T08:00:00Z',
    {
      // moved to the other district, as known from now on
      'benefits.csv': [
        { benefit_id: 'B1', client_id: 'K1', scheme: 'WIA_WGA', office_id: 'O2', start_date: '2018-03-01' },
      ],
      'contacts.csv': [
        contact('E12', ['B4', '2019-05-20', '2019-05-22'], { adviser_id: 'A2' }),
        contact('E13', ['B4', '2019-06-03', '2019-05-22'], { adviser_id: 'A2', outcome: 'planned' }),
        contact('E14', ['B1', '2019-03-04', '2019-06-10']),
      ],
      'profiles.csv': [profile('F3', ['B1', '2019-06-01', '2020-06-01'])],
    },
  ],
];

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  for (const [deliveredAt, files] of deliveries) {
    expect((await register.deliver(files, { deliveredAt })).refused).toEqual([]);
  }
});
afterAll(() => register.close());

const places = [
  { level: 'nation', unitId: '' },
  { level: 'district', unitId: 'D1' },
  { level: 'office', unitId: 'O2' },
] as const;
const sum = addShown;

test('each point of a trend is the figure of its date as known then, of a unit and of some schemes', async () => {
  const isAsked = (schemes: string) => (each: { readonly scheme: string }) =>
    schemes === '' || schemes.split(',').includes(each.scheme);
  for (const { level, unitId } of places) {
    for (const schemes of ['', 'WIA_WGA,WIA_IVA,WAJONG', 'WW']) {
      const asked = { level, unitId, schemes };
      const { points } = await call(register, showTrend, asked);
      const profiles = await call(register, showProfileTrend, asked);
      expect([points.length, profiles.points.length]).toEqual([13, 13]);
      for (const [index, point] of points.entries()) {
        const { units } = await call(register, show, { at: point.at });
        const unit = units.find((each) => each.level === level && each.id === unitId);
        const of = unit?.schemes.filter(isAsked(schemes)) ?? [];
        const own = unit?.profiles.filter(isAsked(schemes)) ?? [];
        expect(point).toEqual({
          at: point.at,
          held: sum(of.map((each) => each.held)),
          timely: sum(of.map((each) => each.timely)),
          toRegister: sum(of.map((each) => each.toRegister)),
        });
        expect(profiles.points[index]).toEqual({
          at: point.at,
          valid: sum(own.map((each) => each.valid)),
          enrolled: sum(own.map(countEnrolled)),
        });
      }
    }
  }
});

test('what became known later moves later points only', async () => {
  const pointsOf = async (place: (typeof places)[number]) =>
    (await call(register, showTrend, place)).points.map(({ held, timely, toRegister }) => [held, timely, toRegister]);
  const points = await pointsOf(places[0]);
  expect(points.slice(0, 4)).toEqual([
    [3, 2, 0],
    // the report of E8 turns out to be late; two planned ones have passed
    [3, 1, 2],
    [3, 1, 2],
    // E3 is reported, known since the delivery of December
    [5, 2, 1],
  ]);
  expect(points.at(-1)).toEqual([3, 1, 2]);
  const north = await pointsOf(places[1]);
  expect(north.slice(0, 4)).toEqual(points.slice(0, 4));
  // B1 is known in the south since June
  expect(north.at(-1)).toEqual([1, 0, 0]);
});
