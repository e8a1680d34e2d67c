import { expect, test } from 'vitest';
import { findAllowed } from './allowed.ts';
import type { FileDeclaration } from './file-declaration.ts';
import { showImport } from './show.ts';

const nothing = {
  deliveryId: 7,
  status: 'accepted' as const,
  refusal: null,
  accepted: {},
  unchanged: {},
  withdrawn: {},
  notes: [],
  refusedCounts: {},
  warnedCounts: {},
  refused: [],
  warned: [],
};
const rows = Array.from({ length: 23 }, (_, i) => ({
  file: 'clients.csv',
  line: i + 2,
  codes: ['required'],
  details: [{ column: 'birth_date', value: '', code: 'required', message: 'Vul haar in.' }],
}));

test('a person reads counts per file, the first rows with their reason, and where the rest is', () => {
  const refusedCounts = { 'clients.csv': 30_000 };
  const shown = showImport({ ...nothing, accepted: { 'clients.csv': 3 }, refusedCounts, refused: rows }, 'nl');
  expect(shown).toContain('Ingelezen als aanlevering 7.');
  expect(shown).toMatch(/^clients\.csv +3 +0 +0 +30000 +0$/m);
  expect(shown).toContain('clients.csv regel 2, birth_date: Vul haar in.');
  expect(shown).not.toContain('regel 22,');
  expect(shown).toContain('en nog 29980.');
});

test('a delivery that changed nothing says so', () => {
  expect(showImport({ ...nothing, status: 'already_imported' }, 'en')).toContain('Nothing has changed');
  const refusal = { code: 'manifest', message: 'manifest.json klopt niet.' };
  expect(showImport({ ...nothing, status: 'refused', refusal }, 'nl')).toContain(
    'manifest.json klopt niet. Er is niets',
  );
});

test('a refused value is told what its column allows', () => {
  const columns = [
    { name: 'fte', type: { kind: 'decimal', above: 0, upTo: 1.2 } },
    { name: 'role', type: { kind: 'enum', values: ['a', 'b'] } },
    { name: 'id', type: { kind: 'id' } },
  ] as const;
  const file = { name: 'x.csv', columns } as unknown as FileDeclaration;
  const ask = (column: string | null, code: string) => findAllowed([file], { file: 'x.csv', column, code })?.nl ?? null;
  expect(ask('fte', 'range')).toBe('Toegestaan: getallen boven 0 tot en met 1.2, met een punt voor de decimalen.');
  expect(ask('role', 'enum')).toBe('Toegestaan: a, b.');
  expect([ask('role', 'required'), ask('id', 'format'), ask(null, 'format')]).toEqual([null, null, null]);
});
