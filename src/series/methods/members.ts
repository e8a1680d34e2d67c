import { classicalSeason } from '../decompose/classical.ts';
import { harmonicSeason } from '../decompose/harmonics.ts';
import { isSeasonal, noSeason, type Season } from '../decompose/season.ts';
import { type Seasons, seasonalWindows } from '../decompose/seasons.ts';
import { airlineForecast } from './airline.ts';
import { autoregressionForecast } from './autoregression.ts';
import { holtWintersForecast } from './holt-winters.ts';
import { seasonalNaiveForecast } from './seasonal-naive.ts';
import { extrapolate, fitChosenSmoothing, fitDampedTrend, fitSimpleSmoothing } from './smoothing.ts';
import { thetaForecast } from './theta.ts';

type Ahead = (y: Float64Array, horizon: number) => Float64Array;

/** What a method works on: a complete series on its working scale (logs where it is positive) and its period. */
export type Modelled = {
  readonly y: Float64Array;
  readonly period: number;
  readonly horizon: number;
  readonly seasons: Seasons;
};

const simpleAhead: Ahead = (y, horizon) => extrapolate(fitSimpleSmoothing(y), horizon);
const dampedAhead: Ahead = (y, horizon) => extrapolate(fitDampedTrend(y), horizon);
const chosenAhead: Ahead = (y, horizon) => extrapolate(fitChosenSmoothing(y), horizon);

function onSeason(season: Season, ahead: Ahead, horizon: number): Float64Array {
  return ahead(season.adjusted, horizon).map((value, h) => value + season.ahead(h));
}

/** Every method by name. A name is what `--method` takes and what a result calls itself. */
export const METHODS = {
  theta: ({ y, period, horizon }) => {
    const season = isSeasonal(y, period) ? classicalSeason(y, period) : noSeason(y);
    return onSeason(season, thetaForecast, horizon);
  },
  'theta-stl': ({ horizon, seasons }) => onSeason(seasons.slow(), thetaForecast, horizon),
  'smoothing-stl': ({ horizon, seasons }) => onSeason(seasons.quick(), chosenAhead, horizon),
  simple: ({ horizon, seasons }) => onSeason(seasons.slow(), simpleAhead, horizon),
  damped: ({ horizon, seasons }) => onSeason(seasons.slow(), dampedAhead, horizon),
  'holt-winters': ({ y, period, horizon }) =>
    period >= 2 && y.length > 2 * period + 4 ? holtWintersForecast(y, period, horizon) : dampedAhead(y, horizon),
  harmonic: ({ y, period, horizon, seasons }) => {
    const trend = seasons.trend();
    const season = trend === undefined ? noSeason(y) : harmonicSeason(y, trend, period);
    return onSeason(season, autoregressionForecast, horizon);
  },
  airline: ({ y, period, horizon }) =>
    y.length >= 3 * period ? airlineForecast(y, period, horizon) : dampedAhead(y, horizon),
  'seasonal-naive': ({ y, period, horizon }) => seasonalNaiveForecast(y, period, horizon),
} as const satisfies Record<string, (series: Modelled) => Float64Array>;

export type MethodName = keyof typeof METHODS;

export const methodNames = Object.keys(METHODS) as readonly MethodName[];

/** Whole periods from which a long-period (weekly) series also gets the airline model. */
const airlineFromPeriods = 5;

/** The members of the default combination for a series of `n` values. */
export function combinationMembers(n: number, period: number): readonly MethodName[] {
  const members: MethodName[] = ['theta', 'theta-stl', 'smoothing-stl', 'holt-winters', 'harmonic'];
  if (period > seasonalWindows.longPeriod && n >= airlineFromPeriods * period) members.push('airline');
  return members;
}
