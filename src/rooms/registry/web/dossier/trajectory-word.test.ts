import { expect, it } from 'vitest';
import { trajectoryWord } from './trajectory-word.ts';

it('says a known kind in the language of the screen', () => {
  expect([trajectoryWord('naar-werk', 'nl'), trajectoryWord('naar-werk', 'en')]).toEqual(['Naar werk', 'Into work']);
});

it('writes an unknown kind as a word, not as a code', () => {
  expect(trajectoryWord('jobcoach_intern', 'nl')).toBe('Jobcoach intern');
  expect(trajectoryWord('Beroepskeuzetest', 'en')).toBe('Beroepskeuzetest');
});
