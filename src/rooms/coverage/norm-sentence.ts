import type { Words } from '../../platform/contract.ts';
import { dateWords, say, termWords } from './date-words.ts';
import type { Norm, Population } from './norm.ts';

const schemeWords = {
  WW: { nl: 'WW-uitkeringen', en: 'WW benefits' },
  WIA_WGA: { nl: 'WIA-WGA-uitkeringen', en: 'WIA-WGA benefits' },
  WIA_IVA: { nl: 'WIA-IVA-uitkeringen', en: 'WIA-IVA benefits' },
  WAJONG: { nl: 'Wajong-uitkeringen', en: 'Wajong benefits' },
} as const satisfies Record<Population['scheme'], Words>;

const capacityWords: Record<string, Words> = {
  yes: { nl: 'wel', en: 'yes' },
  no: { nl: 'geen', en: 'none' },
  unknown: { nl: 'nog niet beoordeeld', en: 'not yet assessed' },
};

const variantWords: Record<string, string> = {
  owajong: 'oWajong',
  wajong2010: 'Wajong 2010',
  wajong2015: 'Wajong 2015',
};

/** The norm in plain sentences, generated from its data. */
export function computeNormSentences(of: Norm): {
  readonly population: Words;
  readonly counts: Words;
  readonly obligations: Words;
  readonly target: Words | null;
} {
  return {
    population: populationWords(of.population),
    counts: countsWords(of),
    obligations: obligationWords(of),
    target: targetWords(of),
  };
}

function populationWords(p: Population): Words {
  const parts: Words[] = [];
  if (p.variant) parts.push(either(p.variant.map((v) => ({ nl: variantWords[v] ?? v, en: variantWords[v] ?? v }))));
  if (p.insurer === 'public') parts.push({ nl: 'publiek verzekerd', en: 'publicly insured' });
  if (p.insurer === 'own_risk') parts.push({ nl: 'van een eigenrisicodrager', en: 'of an own-risk employer' });
  if (p.workCapacity) {
    const list = either(p.workCapacity.map((c) => capacityWords[c] ?? { nl: c, en: c }));
    parts.push({ nl: `met arbeidsvermogen: ${list.nl}`, en: `with work capacity: ${list.en}` });
  }
  if (p.workCapacityNot) {
    const list = either(p.workCapacityNot.map((c) => capacityWords[c] ?? { nl: c, en: c }));
    parts.push({ nl: `behalve met arbeidsvermogen: ${list.nl}`, en: `except with work capacity: ${list.en}` });
  }
  if (p.startFrom) parts.push(dated(p.startFrom, { nl: 'ingestroomd vanaf', en: 'entered from' }));
  if (p.startTo) parts.push(dated(p.startTo, { nl: 'ingestroomd tot en met', en: 'entered up to and including' }));
  const own = activityWords(p);
  if (own !== null) parts.push(own);
  if (p.anyOf) {
    const any = p.anyOf.map(activityWords).filter((w): w is Words => w !== null);
    if (any.length > 0) parts.push(either(any));
  }
  if (p.firstScoreMax !== undefined) {
    const percent = Math.round(p.firstScoreMax * 100);
    parts.push({
      nl: `met een eerste profiel op tijd en een kans op werk van ten hoogste ${percent}%`,
      en: `with a first profile in time and a chance of work of at most ${percent}%`,
    });
  }
  return say((w) => `${[w(schemeWords[p.scheme]), ...parts.map(w)].join(', ')}.`);
}

function activityWords(of: {
  readonly jobOpen?: boolean | undefined;
  readonly trajectoryRunning?: boolean | undefined;
}): Words | null {
  const parts: Words[] = [];
  if (of.jobOpen === false) parts.push({ nl: 'zonder werk', en: 'without a job' });
  if (of.jobOpen === true) parts.push({ nl: 'met werk', en: 'with a job' });
  if (of.trajectoryRunning === false) parts.push({ nl: 'zonder lopend traject', en: 'without a running trajectory' });
  if (of.trajectoryRunning === true) parts.push({ nl: 'met een lopend traject', en: 'with a running trajectory' });
  if (parts.length === 0) return null;
  return say((w, l) => parts.map(w).join(l === 'nl' ? ' en ' : ' and '));
}

function countsWords(of: Norm): Words {
  switch (of.counts) {
    case 'conversation':
      return {
        nl: 'Telt: een gevoerd gesprek met de klant op vestiging, per telefoon of per video.',
        en: 'Counts: a conversation held with the client at an office, by phone or by video.',
      };
    case 'contact':
      return {
        nl: 'Telt: elk gevoerd contact met de klant, ook een workshop of test; geen bericht en geen casusbespreking.',
        en: 'Counts: every contact held with the client, also a workshop or test; no message and no case discussion.',
      };
    case 'invited':
      return {
        nl: 'Telt: de dag waarop een gesprek met de klant is vastgelegd, ook als dat later niet doorging.',
        en: 'Counts: the day on which a conversation with the client was registered, also when it did not take place later.',
      };
  }
}

function obligationWords(of: Norm): Words {
  const o = of.obligations;
  if ('once' in o) {
    const term = termWords(o.once);
    return say((w, l) =>
      l === 'nl' ? `Eén keer, binnen ${w(term)} na het begin.` : `Once, within ${w(term)} of the start.`,
    );
  }
  const [first, every] = [termWords(o.first), termWords(o.every)];
  const year = o.eachCalendarYear === true;
  return say((w, l) =>
    l === 'nl'
      ? `De eerste keer binnen ${w(first)} na instroom, daarna elke ${w(every)}${year ? ', en in elk kalenderjaar ten minste één keer' : ''}.`
      : `The first time within ${w(first)} of entry, then every ${w(every)}${year ? ', and at least once in each calendar year' : ''}.`,
  );
}

function targetWords({ targets: t }: Norm): Words | null {
  const parts: Words[] = [];
  if (t.shareYear !== undefined) {
    const percent = percentOf(t.shareYear);
    parts.push({
      nl: `${percent.nl} heeft er in het kalenderjaar ten minste één`,
      en: `${percent.en} have at least one in the calendar year`,
    });
  }
  if (t.shareInTime !== undefined) {
    const percent = percentOf(t.shareInTime);
    parts.push({ nl: `${percent.nl} op tijd`, en: `${percent.en} in time` });
  }
  if (t.meanYear !== undefined) {
    const mean = String(t.meanYear);
    parts.push({ nl: `gemiddeld ${mean.replace('.', ',')} per klantjaar`, en: `${mean} per client-year on average` });
  }
  if (parts.length === 0) return null;
  return say((w, l) => `${l === 'nl' ? 'Doel' : 'Target'}: ${parts.map(w).join('; ')}.`);
}

function percentOf(share: number): Words {
  const text = String(Math.round(share * 1000) / 10);
  return { nl: `${text.replace('.', ',')}%`, en: `${text}%` };
}

function dated(date: string, before: Words): Words {
  const day = dateWords(date);
  return say((w) => `${w(before)} ${w(day)}`);
}

function either(of: readonly Words[]): Words {
  return say((w, l) => of.map(w).join(l === 'nl' ? ' of ' : ' or '));
}
