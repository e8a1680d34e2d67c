import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, machineActor } from '../../platform/access.ts';
import type { Action } from '../../platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../platform/contract.ts';
import { declaredStatements } from '../../platform/db/statement.ts';
import { call, makeStage, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import {
  addNorm,
  listCounters,
  listFigureBenefits,
  listNorms,
  showClientState,
  showCohorts,
  showCoverage,
  showDifference,
  showMeasures,
  showTrend,
  showWorklist,
} from './contract.ts';
import { coverageActions } from './coverage.actions.ts';
import { normStates } from './norm-figure.ts';
import { extracts, extractsThere, importDelivery } from './testing/extract.reference.ts';
import { worklists } from './worklist.ts';

const at = '2019-10-31';
const known = '2019-11-05';
const planner: Actor = {
  ...machineActor,
  personId: 'P1',
  role: 'planner',
  offices: [2, 3, 4, 5],
  opensProtected: false,
};

describe.skipIf(!extractsThere)(
  `coverage${extractsThere ? '' : ' (skipped: ../shared/data/extracts is absent)'}`,
  () => {
    let db: TestDatabase;
    let stage: Stage;
    beforeAll(async () => {
      db = await makeTestDatabase();
      stage = makeStage(db.database, '2019-11-05T12:00:00Z');
      for (const n of [1, 2]) await call(stage, importDelivery, { folder: `${extracts}/register-2019/${n}` });
    });
    afterAll(() => db?.close());

    const ask = <C extends Contract>(contract: C, input: RawInputOf<C>, actor?: Actor): Promise<OutputOf<C>> => {
      const found = (coverageActions as readonly unknown[] as readonly Action[]).find((of) => of.contract === contract);
      return call(stage.as(actor), found as unknown as Action<C>, input);
    };

    test('every statement of the room can be prepared, in every variant', async () => {
      const own = declaredStatements().filter(({ name }) => name.startsWith('coverage.'));
      expect(own.length).toBeGreaterThan(10);
      await db.database.transaction({}, async (tx) => {
        const client = await tx.raw('owner');
        for (const [i, { text, name }] of own
          .flatMap((of) => of.texts().map((text) => ({ text, name: of.name })))
          .entries()) {
          await client.query(`prepare checked_${i} as ${text}`).catch((fault: Error) => {
            throw new Error(`${name}: ${fault.message}`);
          });
        }
      });
    });

    test('states add up to the population, districts to the nation, offices to their district', async () => {
      const nation = await ask(showCoverage, { at, known });
      expect(nation.parts).toHaveLength(12);
      const district = await ask(showCoverage, { at, known, districtId: nation.parts[0]?.id });
      for (const { of, parts } of [nation, district]) {
        for (const unit of [of, ...parts]) {
          for (const figure of Object.values(unit.norms)) {
            expect(normStates.reduce((sum, state) => sum + Number(figure.states[state]), 0)).toBe(figure.population);
          }
          const { population, overdue_a_month: _, ...states } = unit.closure;
          expect(Object.values(states).reduce((sum: number, n) => sum + Number(n), 0)).toBe(population);
        }
        const summed = (read: (unit: (typeof parts)[number]) => number) =>
          parts.reduce((sum, part) => sum + read(part), 0);
        expect(summed((unit) => unit.closure.population)).toBe(of.closure.population);
        expect(summed((unit) => unit.inclusion.population)).toBe(of.inclusion.population);
        for (const id of Object.keys(of.norms)) {
          expect(summed((unit) => unit.norms[id]?.population ?? 0)).toBe(of.norms[id]?.population);
          expect(summed((unit) => unit.norms[id]?.states.overdue ?? 0)).toBe(of.norms[id]?.states.overdue);
        }
      }
      expect(district.of).toEqual(nation.parts[0]);
    });

    test('the list behind a figure is as long as the figure says, whoever asks', async () => {
      const { of } = await ask(showCoverage, { at, known }, planner);
      const states = ['overdue', 'not_enrolled', 'in_view'] as const;
      const expected = Object.entries(of.norms).flatMap(([figure, counts]) => [
        { figure, part: 'population' as const, count: counts.population },
        ...states.map((part) => ({ figure, part, count: counts.states[part] })),
        ...(counts.share_year === undefined
          ? []
          : [{ figure, part: 'seen_year' as const, count: counts.share_year[0] }]),
        ...(counts.share_in_time === undefined
          ? []
          : [{ figure, part: 'in_time' as const, count: counts.share_in_time[0] }]),
      ]);
      const closure = [...states, 'population' as const].map((part) => ({
        figure: 'closure',
        part,
        count: of.closure[part],
      }));
      for (const { figure, part, count } of [...expected, ...closure]) {
        const list = await ask(listFigureBenefits, { figure, part, at, known, limit: 200 }, planner);
        expect({ figure, part, count: list.count }).toEqual({ figure, part, count });
        if (list.next === null && list.count !== 'too_small')
          expect(list.benefits.length + Number(list.closed)).toBe(list.count);
      }
      expect([...expected, ...closure].some(({ count }) => count === 'too_small')).toBe(true);
      const declined = await ask(listFigureBenefits, { figure: 'wajong-inclusion', part: 'not_enrolled', at, known });
      const { inclusion } = (await ask(showCoverage, { at, known })).of;
      expect(declined.count).toBe(inclusion.not_enrolled);
    });

    test('every counter equals the list it opens, page by page, and clients out of reach are only counted', async () => {
      for (const [input, actor] of [
        [{ level: 'nation' }, planner],
        [{ level: 'nation', scheme: 'WW' }, machineActor],
      ] as const) {
        const { counters } = await ask(listCounters, { ...input, at, known }, actor);
        expect(counters.map((of) => of.list)).toEqual([...worklists]);
        for (const { list, count } of counters) {
          const seen: string[] = [];
          let after: string | undefined;
          let closed = 0;
          do {
            const page = await ask(showWorklist, { ...input, list, at, known, limit: 100, after }, actor);
            expect(page.count).toBe(count);
            closed = page.closed;
            seen.push(...page.lines.map((line) => line.clientId));
            after = page.next ?? undefined;
          } while (after !== undefined);
          expect(new Set(seen).size).toBe(seen.length);
          expect({ list, total: seen.length + closed }).toEqual({ list, total: count });
          if (actor === machineActor) expect(closed).toBe(0);
        }
      }
    }, 180_000);

    test('a line leads with the earliest must, which is what the client page says too', async () => {
      const { lines } = await ask(showWorklist, { list: 'overdue', at, known, limit: 20 });
      expect(lines.length).toBe(20);
      for (const line of lines) {
        const { obligations } = await ask(showClientState, { clientId: line.clientId, at, known });
        const [first] = obligations.filter((of) => of.weight === 'must' && of.state.startsWith('overdue'));
        expect(line.lead).toEqual(first);
        expect(line.lead?.dueDate).toBe(line.dueDate);
        expect(line.lead?.sentence.nl).toMatch(/te\u00a0laat\.$/);
      }
      expect(lines.map((line) => line.dueDate)).toEqual(
        lines.map((line) => line.dueDate).toSorted((a, b) => String(a).localeCompare(String(b))),
      );
    });

    test('an adviser whose formation is only WW learns the date of another scheme, not what', async () => {
      const all = await ask(showWorklist, { list: 'overdue', at, known, scheme: 'WAJONG', limit: 1 });
      const clientId = all.lines[0]?.clientId ?? '';
      const ww: Actor = { ...machineActor, personId: 'P2', role: 'adviser', marks: ['ww'], offices: 'all' };
      const seen = await ask(showClientState, { clientId, at, known }, ww);
      expect(seen.obligations.filter((of) => of.scheme !== 'WW')).toEqual([]);
      expect(seen.elsewhere?.dueDate).toBe(all.lines[0]?.lead?.dueDate);
      const both = await ask(showClientState, { clientId, at, known }, { ...ww, marks: ['ww', 'wia_wajong'] });
      expect(both.elsewhere).toBeNull();
      expect(both.obligations.length).toBeGreaterThan(0);
    });

    test('roles without names get none; a district out of reach is unknown', async () => {
      const controller: Actor = { ...planner, role: 'controller', offices: 'all' };
      const list = await ask(listFigureBenefits, { figure: 'ww-monitoring', part: 'overdue', at, known }, controller);
      expect(list.benefits.length).toBeGreaterThan(0);
      expect(list.benefits.every((of) => of.name === null)).toBe(true);
      const one: Actor = { ...planner, offices: [1] };
      expect(await refusalOf(ask(showCoverage, { at, known, districtId: 'D12' }, one))).toBe('unknown_unit');
      expect(await refusalOf(ask(listCounters, { level: 'own' }, planner))).toBe('no_caseload');
    });

    test('what changed between two states of knowledge adds up, each line with its reason', async () => {
      const asked = { at: '2019-08-31', knownBefore: '2019-09-30', known };
      for (const [norm, measure] of [
        ['wia-personal', 'share_year'],
        ['ww-monitoring', 'share_in_time'],
        ['wia-frequency', 'mean_year'],
        ['closure', 'share_closed'],
      ] as const) {
        const changed = await ask(showDifference, { norm, measure, ...asked, limit: 200 });
        const then = await ask(showMeasures, { at: asked.at, known: asked.knownBefore });
        const now = await ask(showMeasures, { at: asked.at, known });
        if (norm !== 'closure') {
          const value = (of: typeof then) => (of.national[norm] as Record<string, number[]>)[measure]?.slice(0, 2);
          expect([changed.before.numerator, changed.before.denominator]).toEqual(value(then));
          expect([changed.after.numerator, changed.after.denominator]).toEqual(value(now));
          const whole = (now.national[norm] as Record<string, number[]>)[measure];
          expect(changed.windowDays).toBe(whole?.[2] ?? null);
        }
        expect(changed.lines.length).toBe(changed.count);
        const moved = (of: 'numerator' | 'denominator') =>
          changed.lines.reduce((sum, line) => sum + line.after[of] - line.before[of], 0);
        expect(moved('numerator')).toBe(Number(changed.after.numerator) - Number(changed.before.numerator));
        expect(moved('denominator')).toBe(Number(changed.after.denominator) - Number(changed.before.denominator));
        expect(changed.lines.flatMap((line) => line.reasons).filter((reason) => reason.code === 'other')).toEqual([]);
        expect(changed.lines.map((line) => line.reasons[0]?.code)).toEqual(
          changed.groups.flatMap((group) => Array.from({ length: group.count }, () => group.code)),
        );
        const together = (of: 'numerator' | 'denominator') => changed.groups.reduce((sum, group) => sum + group[of], 0);
        expect([together('numerator'), together('denominator')]).toEqual([moved('numerator'), moved('denominator')]);
        for (const { knownOn } of changed.lines.flatMap((line) => line.reasons)) {
          expect(knownOn !== null && knownOn > asked.knownBefore && knownOn <= known).toBe(true);
        }
        const paged = await ask(showDifference, { norm, measure, ...asked, limit: 1 });
        expect(paged.groups).toEqual(changed.groups);
        expect(paged.lines).toEqual(changed.lines.slice(0, 1));
        if (paged.next !== null) {
          const rest = await ask(showDifference, { norm, measure, ...asked, limit: 200, after: paged.next });
          expect(rest.lines).toEqual(changed.lines.slice(1));
        }
        const figure = await ask(showDifference, { norm, measure, ...asked, limit: 0 });
        expect(figure).toEqual({ ...changed, groups: [], lines: [], next: null });
      }
    });

    test('a trend has 13 points, the last of which is the figure itself; cohorts never lose who was seen', async () => {
      const trend = await ask(showTrend, { at: '2019-10-31', norm: 'wia-personal', measure: 'share_12m' });
      const { of } = await ask(showCoverage, { at: '2019-10-31' });
      expect(trend.points).toHaveLength(13);
      expect([trend.points[12]?.numerator, trend.points[12]?.denominator]).toEqual(of.norms['wia-personal']?.share_12m);
      const { quarters } = await ask(showCohorts, { at, known, scheme: 'WIA_WGA' });
      expect(quarters.length).toBeGreaterThan(4);
      for (const { points } of quarters) {
        const seen = points.map((point) => Number(point.numerator));
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      }
    });

    test('a new version of a norm starts after today and leaves earlier figures alone', async () => {
      const before = await ask(showMeasures, { at, known });
      const preset = (await ask(listNorms, { at })).norms.find((norm) => norm.id === 'wia-personal');
      const file = (change: object) =>
        new TextEncoder().encode(JSON.stringify({ ...(preset?.definition as object), ...change }));
      expect(await refusalOf(ask(addNorm, { file: file({ validFrom: '2019-11-05' }) }))).toBe('norm_in_past');
      expect(await refusalOf(ask(addNorm, { file: file({ weight: 'maybe' }) }))).toBe('invalid_input');
      expect(await refusalOf(ask(addNorm, { file: file({ validFrom: '2020-01-01', readingOf: 'no-norm' }) }))).toBe(
        'unknown_norm',
      );
      const added = await ask(addNorm, { file: file({ validFrom: '2020-01-01', targets: { shareYear: 0.95 } }) });
      expect(added).toEqual({ id: 'wia-personal', version: 2, validFrom: '2020-01-01' });
      expect(await refusalOf(ask(addNorm, { file: file({ validFrom: '2020-01-01' }) }))).toBe('norm_exists');
      const versions = (await ask(listNorms, { at: '2020-01-01' })).norms.filter((norm) => norm.id === 'wia-personal');
      expect(versions.map((norm) => [norm.version, norm.validTo, norm.inForce])).toEqual([
        [1, '2019-12-31', false],
        [2, null, true],
      ]);
      expect(await ask(showMeasures, { at, known })).toEqual(before);
    });
  },
);
