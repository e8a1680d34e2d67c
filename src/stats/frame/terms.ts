import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Term } from '../regression/term.ts';
import { factorOf } from './factor.ts';
import { type Frame, isNumeric, numberColumn, textColumn } from './frame.ts';

/** One column of a formula: as it stands, as levels, or to a power. */
interface Part {
  readonly column: string;
  readonly factor: boolean;
  readonly power: number;
}

const POWER = /^(.+)\^([2-9])$/;

function partOf(text: string): Part {
  const power = POWER.exec(text);
  if (power) return { column: power[1] as string, factor: false, power: Number(power[2]) };
  if (text.endsWith(':factor')) return { column: text.slice(0, -':factor'.length), factor: true, power: 1 };
  return { column: text, factor: false, power: 1 };
}

/** `a*b` is a, b and a:b; `a:factor` is no product. */
function partsOf(covariate: string): Part[] {
  return covariate.split('*').map((text) => partOf(text.trim()));
}

/** Columns that covariates use. */
export function columnsOfCovariates(covariates: readonly string[]): string[] {
  return [...new Set(covariates.flatMap((covariate) => partsOf(covariate).map((part) => part.column)))];
}

/** The columns that one part stands for: one number, or an indicator of each level but the first. */
function columnsOfPart(frame: Frame, { column, factor, power }: Part): Term[] | NotEstimable {
  const text = textColumn(frame, column);
  if (isNotEstimable(text)) return text;
  if (factor || !isNumeric(text)) {
    if (power > 1) return notEstimable('not_numeric', column);
    const { levels, codes } = factorOf(text);
    if (levels.length < 2) return notEstimable('constant', column);
    return levels.slice(1).map((level, k) => ({
      name: `${column}=${level}`,
      values: Float64Array.from(codes, (code) => (code === k + 1 ? 1 : 0)),
    }));
  }
  const values = numberColumn(frame, column);
  if (isNotEstimable(values)) return values;
  return [
    power === 1 ? { name: column, values } : { name: `${column}^${power}`, values: values.map((v) => v ** power) },
  ];
}

function product(a: Term, b: Term): Term {
  return { name: `${a.name}:${b.name}`, values: a.values.map((value, i) => value * (b.values[i] as number)) };
}

/**
 * Columns of a design from covariates as they are written: `age`, `edu:factor` (or text: a factor), `age^2`, `a*b` (both
 * and their product `a:b`). A factor gives one indicator `name=level` per level but the first in byte order. A term that
 * is named twice comes once; main effects before products.
 *
 * Errors: `unknown_column`, `missing_value`, `not_numeric` (a power of text), `constant` (a factor of one level).
 */
export function termsOf(frame: Frame, covariates: readonly string[]): Term[] | NotEstimable {
  const main = new Map<string, Term>();
  const products = new Map<string, Term>();
  for (const covariate of covariates) {
    let crossed: Term[] = [];
    for (const part of partsOf(covariate)) {
      const columns = columnsOfPart(frame, part);
      if (isNotEstimable(columns)) return columns;
      for (const term of columns) if (!main.has(term.name)) main.set(term.name, term);
      const before = crossed;
      crossed = [...before, ...columns, ...before.flatMap((a) => columns.map((b) => product(a, b)))];
    }
    for (const term of crossed) if (!main.has(term.name) && !products.has(term.name)) products.set(term.name, term);
  }
  return [...main.values(), ...products.values()];
}
