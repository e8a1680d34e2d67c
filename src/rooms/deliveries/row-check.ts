import { isDate } from '../../time/calendar-date.ts';
import { cellCheck } from './cell-check.ts';
import {
  type CellValue,
  type ColumnDeclaration,
  type FileDeclaration,
  isShown,
  targetsOf,
} from './file-declaration.ts';
import { nextDay } from './value.ts';

export interface Fault {
  readonly level: 'refused' | 'warned';
  readonly code: string;
  readonly column: string | null;
  readonly value: string | null;
}

export interface CheckedRow {
  /** Text for each staged target, in the order of `stagedTargets`. */
  readonly cells: readonly (string | null)[];
  readonly faults: readonly Fault[];
  readonly refusing: boolean;
  /** The key as written, its parts apart. Null in a record whose fields cannot be told. */
  readonly key: string | null;
  /** What the content is compared by, before hashing. Null likewise. */
  readonly content: string | null;
  /** Start and end for the note on empty spells: `null` when the row does not count. */
  readonly spell: 'empty' | 'filled' | null;
}

export interface RowCheckOptions {
  readonly header: readonly string[];
  readonly endDates: 'exclusive' | 'inclusive';
  /** Stands for the BSN in the content. */
  readonly hashBsn: (bsn: string) => string;
  /** Cipher and hash of a BSN, as staged. */
  readonly sealBsn: (bsn: string) => readonly [string, string];
}

const separator = '\u0000';
/** What a report shows of a value that it may not show. */
export const maskedValue = '*********';

/** Names of what is staged of a file, in order. */
export function stagedTargets(file: FileDeclaration): readonly string[] {
  return file.columns.flatMap(targetsOf);
}

interface Bound {
  readonly column: ColumnDeclaration;
  readonly at: number;
  readonly check: ReturnType<typeof cellCheck>;
}

/** Makes the check of a file's records: values, rules over several columns, and what is staged. */
export function makeRowCheck(file: FileDeclaration, options: RowCheckOptions) {
  const { header, endDates } = options;
  const bounds: readonly Bound[] = file.columns.map((column) => ({
    column,
    at: header.indexOf(column.name),
    check: cellCheck(column.type),
  }));
  const rules = file.rules ?? [];
  const requiredNames = new Set(file.columns.filter((column) => column.required).map((column) => column.name));
  const moved = endDates === 'inclusive';

  function checkUntold(fields: readonly string[]): CheckedRow {
    const cells = bounds.flatMap(({ column, at, check }) => {
      const text = file.key.includes(column.name) ? (fields[at] ?? '') : '';
      const staged = text === '' || text.includes('\0') ? null : check(text).staged;
      return column.type.kind === 'bsn' ? [null, null] : [staged];
    });
    const faults: Fault[] = [{ level: 'refused', code: 'format', column: null, value: null }];
    return { cells, faults, refusing: true, key: null, content: null, spell: null };
  }

  return function checkRow(fields: readonly string[], broken: boolean): CheckedRow {
    if (broken || fields.length !== header.length) return checkUntold(fields);
    const cells: (string | null)[] = [];
    const faults: Fault[] = [];
    const row: Record<string, CellValue> = {};
    const bad = new Set<string>();
    let content = '';
    const texts: string[] = [];
    for (const { column, at, check } of bounds) {
      const given = at === -1 ? '' : (fields[at] ?? '');
      const { text, late } = moved && column.isEnd ? moveEnd(given) : { text: given, late: false };
      texts.push(text);
      const isBsn = column.type.kind === 'bsn';
      content += `${isBsn && text !== '' ? options.hashBsn(text) : text}${separator}`;
      let staged: string | null = null;
      let value: CellValue = null;
      if (text === '') {
        if (column.required) faults.push(faultOf(column, 'required', text));
      } else {
        const code = text.includes('\0') ? 'format' : late ? 'range' : null;
        const verdict = code === null ? check(text) : { code, value: null, staged: null };
        staged = verdict.staged;
        value = verdict.value;
        if (verdict.code !== null) {
          faults.push(faultOf(column, verdict.code, given));
          // A descriptive value that is left empty is no broken value for the rules: no rule uses one.
          bad.add(column.name);
        }
      }
      row[column.name] = value;
      if (isBsn) cells.push(...(staged === null ? [null, null] : options.sealBsn(staged)));
      else cells.push(staged ?? column.whenEmpty ?? null);
    }
    for (const rule of rules) {
      const applies = rule.uses.every((name) => !bad.has(name) && !(requiredNames.has(name) && row[name] === null));
      if (!applies || !rule.breaks(row)) continue;
      const value = fields[header.indexOf(rule.column)] ?? '';
      faults.push({ level: 'refused', code: rule.code, column: rule.column, value: shown(value) });
    }
    const key = file.key.map((name) => texts[file.columns.findIndex((column) => column.name === name)] ?? '');
    return {
      cells,
      faults,
      refusing: faults.some((fault) => fault.level === 'refused'),
      key: key.map((part) => part.replaceAll('\0', '\uFFFD')).join('\u001f'),
      content,
      spell: spellOf(row, bad),
    };
  };

  function spellOf(row: Record<string, CellValue>, bad: ReadonlySet<string>): 'empty' | 'filled' | null {
    if (file.interval === undefined) return null;
    const { start, end } = file.interval;
    if (row[start] === null || bad.has(start) || bad.has(end)) return null;
    return row[start] === row[end] ? 'empty' : 'filled';
  }
}

function moveEnd(text: string): { text: string; late: boolean } {
  if (!isDate(text)) return { text, late: false };
  const moved = nextDay(text);
  return moved === null ? { text, late: true } : { text: moved, late: false };
}

function faultOf(column: ColumnDeclaration, code: string, value: string): Fault {
  const level = column.descriptive ? 'warned' : 'refused';
  return { level, code, column: column.name, value: isShown(column) ? shown(value) : maskedValue };
}

const mostShown = 200;

/** A value as a report keeps it: PostgreSQL holds no NUL, and a long text is cut. */
function shown(value: string): string {
  const bare = value.replaceAll('\0', '\uFFFD');
  return bare.length > mostShown ? `${bare.slice(0, mostShown)}…` : bare;
}
