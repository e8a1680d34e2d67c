import type { MethodName } from '../../../series/index.ts';
import type { SeriesAnswer } from './run-series.ts';

type Language = 'nl' | 'en';
type Words = { readonly nl: string; readonly en: string };

const METHODS: { readonly [name in MethodName | 'constant']: Words } = {
  theta: { nl: 'Theta op een klassiek seizoen', en: 'Theta on a classical season' },
  'theta-stl': { nl: 'Theta op een STL-seizoen', en: 'Theta on an STL season' },
  'smoothing-stl': { nl: 'exponentiële demping op een STL-seizoen', en: 'exponential smoothing on an STL season' },
  simple: { nl: 'enkelvoudige exponentiële demping', en: 'simple exponential smoothing' },
  damped: { nl: 'gedempte trend op een STL-seizoen', en: 'damped trend on an STL season' },
  'holt-winters': { nl: 'Holt-Winters met gedempte trend', en: 'Holt-Winters with a damped trend' },
  harmonic: { nl: 'harmonischen met autoregressie', en: 'harmonics with an autoregression' },
  airline: { nl: 'ARIMA(0,1,1)(0,1,1)', en: 'ARIMA(0,1,1)(0,1,1)' },
  'seasonal-naive': { nl: 'dezelfde periode van het vorige seizoen', en: 'the same period of the last season' },
  constant: { nl: 'alle waarden zijn gelijk', en: 'all values are equal' },
};

const BOTH_COUNTS: Words = {
  nl: 'weken met en zonder week 53 geteld, gewogen naar hun fouten',
  en: 'weeks counted with and without week 53, weighed by their errors',
};

const RECONCILIATIONS: { readonly [how in NonNullable<SeriesAnswer['reconciliation']>]: Words } = {
  mint: { nl: 'sommen sluitend door MinT met krimp', en: 'sums made to hold by MinT with shrinkage' },
  variance: { nl: 'sommen sluitend door variantieschaling', en: 'sums made to hold by variance scaling' },
  'bottom-up': { nl: 'sommen opgeteld uit de onderdelen', en: 'sums added up from the parts' },
};

/**
 * The method of an answer with its conventions, in words: the name that `--method` knows, a colon, what it does, what
 * the band rests on, and in a hierarchy how the sums were made to hold.
 */
export function sayMethod(answer: SeriesAnswer, language: Language): string {
  const { method, members, origins, weekCounts, reconciliation } = answer;
  const parts = [what(method, members, language)];
  if (weekCounts > 1) parts.push(BOTH_COUNTS[language]);
  if (method !== 'constant') {
    parts.push(
      language === 'nl'
        ? `banden uit de fouten vanaf ${origins} eerdere ${origins === 1 ? 'oorsprong' : 'oorsprongen'} (conform per stap)`
        : `bands from the errors from ${origins} earlier ${origins === 1 ? 'origin' : 'origins'} (conformal per step)`,
    );
  }
  if (reconciliation !== undefined) parts.push(RECONCILIATIONS[reconciliation][language]);
  return `${method}: ${parts.join('; ')}`;
}

function what(method: string, members: readonly MethodName[], language: Language): string {
  if (method === 'constant') return METHODS.constant[language];
  const names = members.map((name) => METHODS[name][language]);
  if (names.length === 1) return names[0]!;
  const list = names.join(', ');
  return language === 'nl' ? `gemiddelde met gelijke gewichten van ${list}` : `mean with equal weights of ${list}`;
}
