import { computeNormKind } from './norm.ts';
import { computeNormFigure, type NormCounts } from './norm-figure.ts';
import type { NormVersion } from './norm-version.ts';
import type { UnitFigures } from './shapes.ts';
import type { Windows } from './windows.ts';

/** A row of the evaluation: one part of the figures of one unit. */
interface FigureRow {
  readonly part: string;
  readonly key: string;
  readonly level: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** Names of the values of each part, in their order. */
export interface ValueNames {
  readonly norm: readonly string[];
  readonly closure: readonly string[];
  readonly inclusion: readonly string[];
}

type Unit = Pick<UnitFigures, 'level' | 'id' | 'name'>;

/** Reads the figures of units from the rows of one evaluation; a unit without benefits has zeros. */
export interface UnitReader {
  of(unit: Unit): UnitFigures;
  /** Of these offices together. */
  ofOffices(officeIds: readonly string[]): UnitFigures;
}

export function readUnits(
  rows: readonly FigureRow[],
  { norms, windows, names }: { norms: readonly NormVersion[]; windows: Windows; names: ValueNames },
): UnitReader {
  const found = new Map(rows.map((row) => [placeOf(row), row.values]));
  const days = { inYear: windows.daysInYear, inTwelveMonths: windows.daysInTwelveMonths };
  const figuresOf = (unit: Unit, valuesOf: (part: string, key: string) => readonly number[]): UnitFigures => {
    const counts = (part: keyof ValueNames, key: string) => nameCounts(names[part], valuesOf(part, key));
    const figures = norms.map(({ norm }) => {
      const of = counts('norm', norm.id);
      const figure = computeNormFigure(computeNormKind(norm), of, days);
      return [norm.id, { ...figure, overdue_a_month: of.overdue_a_month ?? 0 }];
    });
    return {
      ...unit,
      closure: { ...counts('closure', 'closure'), not_offered: 0 } as UnitFigures['closure'],
      inclusion: counts('inclusion', 'wajong-inclusion') as UnitFigures['inclusion'],
      norms: Object.fromEntries(figures) as UnitFigures['norms'],
    };
  };
  const valuesOf = (level: string, id: string) => (part: string, key: string) =>
    found.get(placeOf({ part, key, level, unit: id })) ?? [];
  return {
    of: (unit) => figuresOf(unit, valuesOf(unit.level, unit.id)),
    ofOffices: (officeIds) =>
      figuresOf({ level: 'office', id: '', name: '' }, (part, key) =>
        addValues(officeIds.map((id) => valuesOf('office', id)(part, key))),
      ),
  };
}

const placeOf = (row: Pick<FigureRow, 'part' | 'key' | 'level' | 'unit'>) =>
  `${row.part}|${row.key}|${row.level}|${row.unit}`;

/** Values of a figure's row under their names. */
export function nameCounts(names: readonly string[], values: readonly number[]): NormCounts {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0]));
}

export function addValues(rows: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
}
