import { describe, expect, it } from 'vitest';
import type { NormShown, ShownFigures } from '../../index.ts';
import { isJudged, shareWithCounts, targetWords, valueOf, verdictOf } from './norm-value.ts';

const words = { locale: 'nl', say: (id: string) => id, show: (id: string) => id } as never;
const figure = (of: Partial<ShownFigures['norms'][string]>) => of as ShownFigures['norms'][string];
const norm = (kind: NormShown['kind'], targets: NormShown['targets'] = {}) => ({ kind, targets }) as NormShown;

describe('the figure of a norm', () => {
  it('is a percentage from 100 on and two counts below', () => {
    expect(valueOf(norm('year'), figure({ share_12m: [1344, 1486] }), 'nl')).toMatchObject({ text: '90,4', unit: '%' });
    const small = valueOf(norm('year'), figure({ share_12m: [27, 33] }), 'nl');
    expect(small.text.replaceAll('\u00a0', ' ')).toBe('27 van 33');
    expect(small.unit).toBeUndefined();
  });

  it('is contacts per client-year with two decimals', () => {
    expect(valueOf(norm('mean'), figure({ mean_12m: [1767, 366460, 365] }), 'nl').text).toBe('1,76');
  });

  it('has neither value nor verdict where one of its counts is too small to show', () => {
    const small = valueOf(norm('year'), figure({ share_12m: ['too_small', 1486] }), 'nl');
    expect(small).toMatchObject({ text: '', raw: 'too_small' });
    expect(isJudged(small)).toBe(false);
    expect(valueOf(norm('mean'), figure({ mean_12m: ['too_small', 'too_small', 365] }), 'nl').raw).toBe('too_small');
  });

  it('has no value where there is nobody', () => {
    expect(valueOf(norm('once'), figure({ share_in_time: [0, 0] }), 'nl')).toMatchObject({ text: '–', raw: null });
  });

  it('writes counts beside the share of this year', () => {
    expect(shareWithCounts(1127, 1486, 'nl').replaceAll('\u00a0', ' ')).toBe('75,8%, 1.127 van 1.486');
  });
});

describe('the verdict', () => {
  it('holds 12 months against the target', () => {
    const year = norm('year', { shareYear: 0.9 });
    expect(verdictOf({ norm: year, raw: 0.904, at: '2019-09-15' }, words).shape).toBe('tick');
    expect(verdictOf({ norm: year, raw: 0.899, at: '2019-09-15' }, words).shape).toBe('triangle');
    expect(targetWords(year, 'nl')).toBe('90%');
  });

  it('waits for 31 December with a share of the calendar year', () => {
    const once = norm('once', { shareInTime: 0.95 });
    expect(verdictOf({ norm: once, raw: 0.9, at: '2019-12-30' }, words).word).toBe('verdict.running');
    expect(verdictOf({ norm: once, raw: 0.9, at: '2019-12-31' }, words).word).toBe('verdict.belowShare');
  });

  it('is none without target or people', () => {
    expect(verdictOf({ norm: norm('once'), raw: 0.9, at: '2019-12-31' }, words).word).toBe('verdict.noTarget');
    expect(verdictOf({ norm: norm('year', { shareYear: 1 }), raw: null, at: '2019-12-31' }, words).word).toBe(
      'verdict.empty',
    );
  });
});
