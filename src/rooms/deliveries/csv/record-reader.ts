import { type Delimiter, delimiterOf, endOfFirstRecord } from './delimiter.ts';

/** One record of a CSV file. `line` = the physical line on which it starts, the first of the file = 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** Breaks RFC 4180: a bare quote, text after a closing quote, a quote that never closes. */
  readonly broken: boolean;
  /** The record as written, without its line end. */
  readonly raw: string;
}

export interface RecordReader {
  push(text: string): void;
  end(): void;
}

type State = 'start' | 'unquoted' | 'quoted' | 'closing' | 'return' | 'broken';

/** A record longer than this counts as broken and is cut, so that a quote that never closes cannot fill the memory. */
const longestRecord = 4_000_000;

/**
 * Reads RFC 4180 piece by piece; the delimiter is that of the first record. Blank lines are skipped. A broken record
 * ends at the end of its line, one whose quote never closes at the end of the file.
 */
export function makeRecordReader(onRecord: (record: CsvRecord, delimiter: Delimiter) => void): RecordReader {
  let delimiter: Delimiter | null = null;
  let pending = '';
  let state: State = 'start';
  let line = 1;
  let startLine = 1;
  let fields: string[] = [];
  let field = '';
  let raw = '';
  let tooLong = false;

  function emit(broken: boolean): void {
    if (tooLong || broken || fields.length > 0 || field !== '' || state === 'closing' || raw.replace('\r', '') !== '') {
      fields.push(field);
      const record = { line: startLine, fields, broken: broken || tooLong, raw: raw.replace(/\r$/, '') };
      onRecord(record, delimiter ?? ',');
    }
    fields = [];
    field = '';
    raw = '';
    state = 'start';
    tooLong = false;
    startLine = line;
  }

  /** A whole line without a quote, the usual case, is split at once. */
  function plainLine(text: string): void {
    const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
    const split = delimiter ?? ',';
    if (bare !== '') onRecord({ line, fields: bare.split(split), broken: bare.includes('\r'), raw: bare }, split);
    line += 1;
    startLine = line;
  }

  function take(char: string): void {
    if (char === '\n') {
      line += 1;
      if (state !== 'quoted') return emit(state === 'broken');
    }
    if (raw.length >= longestRecord) tooLong = true;
    else raw += char;
    if (state === 'quoted') {
      if (char === '"') state = 'closing';
      else if (!tooLong) field += char;
    } else if (state === 'closing' && char === '"') {
      field += '"';
      state = 'quoted';
    } else if (state !== 'broken') takeBare(char);
  }

  /** A character outside quotes. */
  function takeBare(char: string): void {
    if (state === 'return') state = 'broken';
    else if (char === delimiter) {
      fields.push(field);
      field = '';
      state = 'start';
    } else if (char === '\r') state = 'return';
    else if (state === 'closing') state = 'broken';
    else if (char === '"') state = state === 'start' ? 'quoted' : 'broken';
    else {
      field += char;
      state = 'unquoted';
    }
  }

  function run(text: string): void {
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (raw === '' && state === 'start') {
        if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
        const newline = text.indexOf('\n', at);
        if (newline !== -1 && (quote === -1 || quote > newline)) {
          plainLine(text.slice(at, newline));
          at = newline + 1;
          continue;
        }
      }
      take(text.charAt(at));
      at += 1;
    }
  }

  function begin(final: boolean): void {
    const end = endOfFirstRecord(pending) ?? (final || pending.length > longestRecord ? pending.length : null);
    if (end === null) return;
    delimiter = delimiterOf(pending.slice(0, end));
    const text = pending;
    pending = '';
    run(text);
  }

  return {
    push(text) {
      if (delimiter !== null) return run(text);
      pending += text;
      begin(false);
    },
    end() {
      if (delimiter === null) begin(true);
      if (raw !== '') emit(state === 'quoted' || state === 'broken');
    },
  };
}
