import { expect, test } from 'vitest';
import { isNotEstimable, NOT_ESTIMABLE, notEstimable } from './not-estimable.ts';

test('a refusal carries its code and a sentence in both languages that names what is wrong', () => {
  const refusal = notEstimable('not_binary', 'treat');
  expect(refusal.code).toBe('not_binary');
  expect(refusal.sentence.nl).toContain('(treat)');
  expect(refusal.sentence.en).toContain('(treat)');
  expect(isNotEstimable(refusal)).toBe(true);
  expect(isNotEstimable({ estimate: 1 })).toBe(false);
  expect(isNotEstimable(null)).toBe(false);
});

test('no two codes share a sentence and all are whole sentences', () => {
  const sentences = Object.values(NOT_ESTIMABLE);
  expect(new Set(sentences.map((s) => s.nl)).size).toBe(sentences.length);
  expect(new Set(sentences.map((s) => s.en)).size).toBe(sentences.length);
  for (const { nl, en } of sentences) {
    expect(nl).toMatch(/^[A-Z].*\.$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});
