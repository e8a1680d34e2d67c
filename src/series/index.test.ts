import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as series from './index.ts';

const folder = new URL('./', import.meta.url);

function importsOf(file: URL): URL[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '([^']+)'/g)].map(([, path]) =>
    path!.startsWith('.') ? new URL(path!, file) : new URL(`package:${path}`),
  );
}

test('the engine stands alone: nothing reachable from its index lies outside series and time', () => {
  const seen = new Set<string>();
  const open = [new URL('index.ts', folder)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file.href)) continue;
    seen.add(file.href);
    const inside = file.href.startsWith(folder.href) || file.href.startsWith(new URL('../time/', folder).href);
    expect(inside, file.href).toBe(true);
    open.push(...importsOf(file));
  }
  expect(seen.size).toBeGreaterThan(30);
});

test('the index alone forecasts the example of the README, to the digits it prints', () => {
  const text = readFileSync(new URL('README.md', folder), 'utf8');
  const printed = /the central forecast, ([\d., ]+)/.exec(text)![1]!.split(', ').map(Number);
  expect(printed).toHaveLength(3);
  expect(text).toContain(
    'const values = Array.from({ length: 60 }, (_, t) => 100 + t + 10 * Math.sin((2 * Math.PI * t) / 12));',
  );
  const values = Array.from({ length: 60 }, (_, t) => 100 + t + 10 * Math.sin((2 * Math.PI * t) / 12));
  const result = series.forecastSeries({ values, frequency: 12 }, { horizon: 3 });
  if (series.isRefused(result)) throw new Error(result.code);
  expect(Array.from(result.mean, (value) => Number(value.toFixed(1)))).toEqual(printed);
});
