import { describe, expect } from 'vitest';
import { aalenJohansen } from './aalen-johansen.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import {
  data,
  estimated,
  expectClose,
  groupingOf,
  indicator,
  type ReferenceEntry,
  reference,
  selected,
  type Table,
} from './references.fixture.ts';
import { rmst } from './rmst.ts';
import type { Spells } from './spells.ts';

type Numbers = Record<string, number[]>;

/** Two arms of the Pennsylvania bonus trial, benefit weeks cut at 26. */
function penn(): { spells: Spells; table: Table } {
  const all = data('penn_bonus');
  const arm = all.number('tg');
  const table = selected(all, (i) => arm[i] === 0 || arm[i] === 4);
  const weeks = table.number('inuidur1');
  const cause = indicator(weeks, (week) => week < 26);
  const time = weeks.map((week) => Math.min(week, 26));
  return { table, spells: { time, cause, group: groupingOf(table.number('tg')) } };
}

/** Jobless spells by claim of insurance, any cause or one. */
function mccall(): { table: Table; spells: Spells; failure: Uint8Array } {
  const table = data('unempdur_mccall');
  const [first, second, third] = ['censor1', 'censor2', 'censor3'].map((name) => table.number(name));
  const failure = Uint8Array.from(first as Float64Array, (full, i) =>
    full === 1 ? 1 : second?.[i] === 1 ? 2 : third?.[i] === 1 ? 3 : 0,
  );
  const cause = indicator(first as Float64Array, (full) => full === 1);
  return { table, failure, spells: { time: table.number('spell'), cause, group: groupingOf(table.text('ui')) } };
}

function lung(): Spells {
  const table = data('lung');
  const cause = indicator(table.number('status'), (status) => status === 2);
  return { time: table.number('time'), cause, group: groupingOf(table.number('sex')) };
}

/** The synthetic cohort, arm S against the others. */
function cohort(): { table: Table; spells: Spells } {
  const table = data('uwv_synth');
  const group = groupingOf(indicator(table.text('arm'), (arm) => arm === 'S'));
  return { table, spells: { time: table.number('dur'), cause: table.number('cause'), group } };
}

function kmColumns(
  spells: Spells,
  entry: ReferenceEntry,
  { labels, interval }: { readonly labels: Record<string, string>; readonly interval: 'log' | 'log-log' },
): Record<string, unknown> {
  const expected = entry.expected as Record<string, Numbers>;
  const result: Record<string, unknown> = {};
  for (const [name, label] of Object.entries(labels)) {
    const { groups } = estimated(kaplanMeier(spells, { at: expected[name]?.time, interval }));
    const curve = groups[label];
    result[name] = {
      time: curve?.time,
      surv: curve?.surv,
      se: curve?.se,
      lower: curve?.low,
      upper: curve?.high,
      n_risk: curve?.nRisk,
    };
  }
  return result;
}

describe('Kaplan-Meier and Nelson-Aalen', () => {
  reference('penn.km', (entry) => {
    expectClose(
      kmColumns(penn().spells, entry, { labels: { control: '0', bonus: '4' }, interval: 'log-log' }),
      entry.expected,
      entry,
    );
  });
  reference('unemp.km', (entry) => {
    const { spells } = mccall();
    const curves = kmColumns(spells, entry, { labels: { ui0: 'no', ui1: 'yes' }, interval: 'log-log' });
    const { groups } = estimated(kaplanMeier(spells));
    expectClose({ ...curves, median: [groups.no?.median, groups.yes?.median] }, entry.expected, entry);
  });
  reference('unemp.nelsonaalen', (entry) => {
    const { spells } = mccall();
    const { groups } = estimated(
      nelsonAalen({ ...spells, group: undefined }, { at: (entry.expected as Numbers).time }),
    );
    expectClose({ time: groups.all?.time, cumhaz: groups.all?.cumhaz, se: groups.all?.se }, entry.expected, entry);
  });
  reference('lung.km', (entry) => {
    const curves = kmColumns(lung(), entry, { labels: { males: '1', females: '2' }, interval: 'log' });
    const { groups } = estimated(kaplanMeier(lung()));
    const both = [groups['1'], groups['2']];
    expectClose(
      {
        ...curves,
        median: both.map((g) => g?.median),
        median_low: both.map((g) => g?.medianLow),
        median_high: both.map((g) => g?.medianHigh),
      },
      entry.expected,
      entry,
    );
  });
  for (const interval of ['plain', 'log', 'log-log', 'logit', 'arcsin'] as const) {
    reference(`lung.km.ci.${interval}`, (entry) => {
      const { groups } = estimated(kaplanMeier({ ...lung(), group: undefined }, { at: [365], interval }));
      const curve = groups.all;
      expectClose(
        { time: curve?.time[0], surv: curve?.surv[0], lower: curve?.low[0], upper: curve?.high[0], se: curve?.se[0] },
        entry.expected,
        entry,
      );
    });
  }
  reference('aml.km', (entry) => {
    const table = data('aml');
    const spells = { time: table.number('time'), cause: table.number('status'), group: groupingOf(table.text('x')) };
    expectClose(
      kmColumns(spells, entry, { labels: { m: 'Maintained', n: 'Nonmaintained' }, interval: 'log' }),
      entry.expected,
      entry,
    );
  });
  reference('km.anyexit', (entry) => {
    const { spells } = cohort();
    const anyExit = { ...spells, cause: indicator(spells.cause, (cause) => cause > 0) };
    const curves = kmColumns(anyExit, entry, { labels: { c: '0', s: '1' }, interval: 'log-log' });
    expectClose(curves, entry.expected, entry);
  });
});

describe('comparison of curves', () => {
  reference('penn.logrank', (entry) => {
    const { spells, table } = penn();
    const plain = estimated(logRank(spells));
    const peto = estimated(logRank(spells, { rho: 1 }));
    const stratified = estimated(logRank({ ...spells, stratum: groupingOf(table.number('female')) }));
    expectClose(
      {
        chisq: plain.chisq,
        p: plain.p,
        obs: plain.observed,
        exp: plain.expected,
        var: plain.variance,
        rho1_chisq: peto.chisq,
        strat_female_chisq: stratified.chisq,
      },
      entry.expected,
      entry,
    );
  });
  reference('unemp.logrank', (entry) => {
    const { chisq, p, observed, expected } = estimated(logRank(mccall().spells));
    expectClose({ chisq, p, obs: observed, exp: expected }, entry.expected, entry);
  });
  reference('lung.logrank', (entry) => expectClose(estimated(logRank(lung())), entry.expected, entry));
  reference('logrank.strat', (entry) => {
    const { spells, table } = cohort();
    const stratum = groupingOf(table.number('district'));
    expectClose(
      estimated(logRank({ ...spells, cause: indicator(spells.cause, (c) => c === 1), stratum })),
      entry.expected,
      entry,
    );
  });
  reference('penn.rmst', (entry) => {
    const means = estimated(rmst(penn().spells, { tau: 25 }));
    const named = {
      ...means,
      rmst1_se: means.se1,
      rmst0_se: means.se0,
      diff_low: means.ciLow,
      diff_high: means.ciHigh,
    };
    expectClose(named, entry.expected, entry);
  });
  reference('lung.rmst', (entry) => {
    const means = estimated(rmst(lung(), { tau: 700 }));
    expectClose({ ...means, low: means.ciLow, high: means.ciHigh }, entry.expected, entry);
  });
  reference('rmst365', (entry) => {
    const { spells } = cohort();
    const means = estimated(rmst({ ...spells, cause: indicator(spells.cause, (cause) => cause > 0) }, { tau: 365 }));
    expectClose({ ...means, low: means.ciLow, high: means.ciHigh }, entry.expected, entry);
  });
});

describe('competing exits', () => {
  /** The layout of `cmprsk::cuminc`: one row per group and cause. */
  function cuminc(spells: Spells, expected: Record<string, unknown>): Record<string, unknown> {
    const labels = spells.group?.labels ?? [];
    const result = estimated(aalenJohansen(spells, { at: expected.time as number[] }));
    const named = (expected.rows as string[]).map((row) => {
      const [group = '', cause = ''] = row.split(' ');
      const label = labels.includes(group) ? group : (labels[Number(group)] as string);
      return result.groups[label]?.causes[cause];
    });
    const tests = Object.entries(result.gray ?? {});
    return {
      est: named.map((curve) => curve?.cif),
      var: named.map((curve) => curve?.se.map((se) => (se as number) ** 2)),
      gray: Object.fromEntries(tests.map(([cause, { chisq }]) => [cause, chisq])),
      gray_p: Object.fromEntries(tests.map(([cause, { p }]) => [cause, p])),
    };
  }
  const withoutNames = ({ time: _time, rows: _rows, ...rest }: Record<string, unknown>) => rest;

  reference('unemp.cuminc', (entry) => {
    const { spells, failure } = mccall();
    expectClose(cuminc({ ...spells, cause: failure }, entry.expected), withoutNames(entry.expected), entry);
  });
  reference('bmt.cuminc', (entry) => {
    const table = data('bmt');
    const relapse = table.number('d2');
    const died = table.number('d1');
    const cause = Uint8Array.from(relapse, (d, i) => (d === 1 ? 1 : died[i] === 1 ? 2 : 0));
    const spells = { time: table.number('t2'), cause, group: groupingOf(table.number('group')) };
    expectClose(cuminc(spells, entry.expected), withoutNames(entry.expected), entry);
  });
  reference('cif', (entry) =>
    expectClose(cuminc(cohort().spells, entry.expected), withoutNames(entry.expected), entry),
  );
  reference('unemp.aj.survfit', (entry) => {
    const { spells, failure } = mccall();
    const times = (entry.expected as Numbers).time?.slice(0, 6) as number[];
    const result = estimated(aalenJohansen({ ...spells, cause: failure }, { at: times, se: 'jackknife' }));
    const states = ['no', 'yes'].map((label) => result.groups[label]);
    const rows = (pick: 'cif' | 'se'): unknown[][] =>
      states.flatMap((group) =>
        times.map((_, t) => [
          (pick === 'cif' ? group?.eventFree.probability : group?.eventFree.se)?.[t],
          ...['1', '2', '3'].map((cause) => group?.causes[cause]?.[pick][t]),
        ]),
      );
    expectClose(
      { pstate: rows('cif'), se: rows('se') },
      { pstate: entry.expected.pstate, se: entry.expected.se },
      entry,
    );
    expect(states).toHaveLength(2);
  });
});
