import { isDate } from '../../time/calendar-date.ts';
import type { CellValue, ColumnKind } from './file-declaration.ts';
import { instantText, isBsn, isMoreThan, parseInstant } from './value.ts';

/** A value that is not empty, judged by its column's own rule: its code, or what rules see and what is staged. */
export interface CellVerdict {
  readonly code: string | null;
  readonly value: CellValue;
  readonly staged: string | null;
}

const wholeForm = /^-?[0-9]+$/;
const decimalForm = /^-?[0-9]+(\.[0-9]+)?$/;

function fault(code: string): CellVerdict {
  return { code, value: null, staged: null };
}
const badFormat = fault('format');
const badRange = fault('range');
const badEnum = fault('enum');
const badBsn = fault('bsn_check');

function good(value: CellValue, staged: string): CellVerdict {
  return { code: null, value, staged };
}

/** Makes the check of a column's kind. The text is not empty and holds no NUL. */
export function cellCheck(type: ColumnKind): (text: string) => CellVerdict {
  switch (type.kind) {
    case 'id':
      return (text) => good(text, text);
    case 'text': {
      const most = type.maxCharacters ?? Number.POSITIVE_INFINITY;
      return (text) => (isMoreThan(text, most) ? badRange : good(text, text));
    }
    case 'pattern':
      return (text) => (type.pattern.test(text) ? good(text, text) : badFormat);
    case 'enum': {
      const known = new Set(type.values);
      return (text) => (known.has(text) ? good(text, text) : badEnum);
    }
    case 'date':
      return (text) => (isDate(text) ? good(text, text) : badFormat);
    case 'instant':
      return (text) => {
        const micros = parseInstant(text);
        return micros === null ? badFormat : good(micros, instantText(text, micros));
      };
    case 'boolean':
      return (text) => (text === 'true' || text === 'false' ? good(text, text) : badFormat);
    case 'whole':
      return (text) => {
        if (!wholeForm.test(text)) return badFormat;
        const value = Number(text);
        return value < type.from || value > type.upTo ? badRange : good(value, text);
      };
    case 'decimal':
      return (text) => (decimalForm.test(text) ? decimalVerdict(type, text) : badFormat);
    case 'bsn':
      return (text) => (isBsn(text) ? good(text, text) : badBsn);
  }
}

function decimalVerdict(type: Extract<ColumnKind, { kind: 'decimal' }>, text: string): CellVerdict {
  const below = type.from !== undefined && compareDecimal(text, type.from) < 0;
  const notAbove = type.above !== undefined && compareDecimal(text, type.above) <= 0;
  return below || notAbove || compareDecimal(text, type.upTo) > 0 ? badRange : good(Number(text), text);
}

/** Exact, also for more digits than a number holds. */
function compareDecimal(text: string, bound: number): number {
  if (text.length <= 15) return Number(text) - bound;
  const boundText = String(bound);
  const places = Math.max(text.split('.')[1]?.length ?? 0, boundText.split('.')[1]?.length ?? 0);
  const difference = scaled(text, places) - scaled(boundText, places);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -size : size;
}
