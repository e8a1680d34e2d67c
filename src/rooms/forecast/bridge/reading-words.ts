import type { Words } from '../../../platform/contract.ts';
import { CAPACITY_WORDS, type CapacityAssumption } from '../cohort/figure.ts';
import { number } from '../sentence.ts';
import type { Reading, Verdict } from './reading.ts';

interface ReadingWords {
  readonly name: Words;
  /** What the mechanism takes for granted about adviser hours. */
  readonly capacityAssumption: CapacityAssumption;
  /** What it would mean if it were the explanation. */
  readonly meaning: Words;
}

const WORDS: Readonly<Record<Reading['id'], ReadingWords>> = {
  M0: {
    name: { nl: 'totaal aantal uren ligt vast, gedeeld door de instroom', en: 'total hours fixed, divided by inflow' },
    capacityAssumption: 'fixed',
    meaning: {
      nl: 'dezelfde uren worden over een andere instroom verdeeld',
      en: 'the same hours are spread over another inflow',
    },
  },
  M1: {
    name: { nl: 'vaste norm per klant', en: 'fixed norm per client' },
    capacityAssumption: 'follows_demand',
    meaning: {
      nl: 'elke klant krijgt evenveel, de capaciteit groeit helemaal mee',
      en: 'every client gets the same, capacity grows along fully',
    },
  },
  M2: {
    name: { nl: 'cohorten in het kalenderjaar', en: 'cohorts in the calendar year' },
    capacityAssumption: 'follows_demand',
    meaning: {
      nl: 'wie in het jaar instroomt krijgt een deel van de uren pas in het jaar daarna, en eerdere cohorten tellen niet mee in de noemer',
      en: 'who enters in the year gets part of the hours in the next year, and earlier cohorts are not in the denominator',
    },
  },
  M3: {
    name: {
      nl: 'extra klanten alleen van september tot en met december',
      en: 'extra clients from September to December only',
    },
    capacityAssumption: 'follows_demand',
    meaning: {
      nl: 'de extra klanten komen laat en krijgen dit jaar weinig uren',
      en: 'the extra clients come late and get few hours this year',
    },
  },
  M4: {
    name: {
      nl: 'capaciteit volgt een deel van de verandering van de instroom',
      en: 'capacity follows a share of the change in inflow',
    },
    capacityAssumption: 'follows_share',
    meaning: {
      nl: 'voor de extra klanten komt een deel van de adviseurs erbij',
      en: 'for the extra clients part of the advisers is added',
    },
  },
  M5: {
    name: { nl: 'basis per klant en een vaste pot', en: 'basic guarantee and a fixed pool' },
    capacityAssumption: 'follows_share',
    meaning: {
      nl: 'elke klant krijgt een basis en de rest komt uit een vaste pot; zelfde rekensom als cohorten, andere betekenis',
      en: 'every client gets a basis and the rest comes from a fixed pool; same algebra as cohorts, another meaning',
    },
  },
  M6: {
    name: {
      nl: 'totaal aantal uren ligt vast, gedeeld door klantjaren in dienstverlening',
      en: 'total hours fixed, divided by client-years in service',
    },
    capacityAssumption: 'fixed',
    meaning: {
      nl: 'het cijfer is dan uren per klantjaar, een andere definitie',
      en: 'the figure then is hours per client-year, another definition',
    },
  },
  M7: {
    name: {
      nl: 'uren evenredig met de tijd in de uitkering, gedeeld door de instroom',
      en: 'hours proportional to time in benefit, divided by inflow',
    },
    capacityAssumption: 'follows_demand',
    meaning: { nl: 'elke maand in de uitkering kost evenveel uren', en: 'every month in benefit takes the same hours' },
  },
  M8: {
    name: { nl: 'maar een deel van de WW-instroom wordt klant', en: 'only a share of WW inflow becomes a client' },
    capacityAssumption: 'fixed',
    meaning: {
      nl: 'het eerste getal is dan instroom in de dienstverlening, het tweede WW-instroom',
      en: 'the first number then is inflow into service, the second WW inflow',
    },
  },
};

/** The words that differ when the second inflow is the smaller one. */
const WORDS_FEWER: Partial<Readonly<Record<Reading['id'], Partial<ReadingWords>>>> = {
  M3: {
    name: {
      nl: 'minder klanten alleen van september tot en met december',
      en: 'fewer clients from September to December only',
    },
    meaning: {
      nl: 'wie er minder zijn zouden laat zijn gekomen en dit jaar weinig uren hebben gekregen',
      en: 'those who are fewer would have come late and got few hours this year',
    },
  },
  M4: {
    meaning: {
      nl: 'met de klanten valt een deel van de adviseurs weg',
      en: 'with the clients part of the advisers goes',
    },
  },
};

const VERDICTS: Readonly<Record<Verdict, Words>> = {
  explains: { nl: 'Kan het paar verklaren', en: 'Can explain the pair' },
  explains_only_if: {
    nl: 'Kan het paar alleen met een bijzondere aanname verklaren',
    en: 'Can explain the pair only under a special assumption',
  },
  rejected: { nl: 'Kan het paar niet verklaren', en: 'Cannot explain the pair' },
};

/** A reading with its words: name, capacity assumption and a sentence that says whether and how it explains the pair. */
export interface WordedReading extends Reading {
  readonly name: Words;
  readonly capacityAssumption: CapacityAssumption;
  readonly sentence: Words;
}

/** Adds the words to a reading; with `fewerClients` those of a smaller second inflow. */
export function wordReading(reading: Reading, fewerClients: boolean): WordedReading {
  const { name, capacityAssumption, meaning } = {
    ...WORDS[reading.id],
    ...(fewerClients ? WORDS_FEWER[reading.id] : {}),
  };
  const verdict = VERDICTS[reading.verdict];
  const found = evidence(reading);
  const assumed = CAPACITY_WORDS[capacityAssumption];
  return {
    ...reading,
    name,
    capacityAssumption,
    sentence: {
      nl: `${verdict.nl}: ${meaning.nl}${found.nl}; aanname: ${assumed.nl}.`,
      en: `${verdict.en}: ${meaning.en}${found.en}; assumption: ${assumed.en}.`,
    },
  };
}

const NOTHING: Words = { nl: '', en: '' };

function evidence(reading: Reading): Words {
  const { id, value, range, identified, params, table } = reading;
  if (id === 'M3' && identified) {
    const share = params?.surgeInLateMonths ?? 0;
    const surge = number(Math.abs(share) * 100, 0);
    const [nl, en] = share < 0 ? ['lager', 'less'] : ['hoger', 'more'];
    const lag = lagWords(identified.meanLagMonths);
    return {
      nl: `; daarvoor moet de instroom in die maanden ${surge.nl} % ${nl} zijn en een uur gemiddeld al na ${lag.nl} maanden vallen`,
      en: `; that takes ${surge.en} % ${en} inflow in those months and hours that fall after ${lag.en} months on average`,
    };
  }
  if (identified) {
    const lag = lagWords(identified.meanLagMonths);
    return {
      nl: ` (een uur valt gemiddeld na ${lag.nl} maanden)`,
      en: ` (an hour falls after ${lag.en} months on average)`,
    };
  }
  if (table) {
    const low = number(Math.min(...table.map((row) => row.range[0])), 2);
    const high = number(Math.max(...table.map((row) => row.range[1])), 2);
    return { nl: `; geeft ${low.nl} tot ${high.nl}`, en: `; gives ${low.en} to ${high.en}` };
  }
  if (value === null || range === null) return NOTHING;
  const [low, high] = [number(range[0], 2), number(range[1], 2)];
  const what = PARAMETERS[id] ?? { nl: 'geeft', en: 'gives' };
  return {
    nl: `; ${what.nl} ${number(value, 2).nl} (${low.nl} tot ${high.nl})`,
    en: `; ${what.en} ${number(value, 2).en} (${low.en} to ${high.en})`,
  };
}

/** Readings whose value is the parameter that is needed, not the second figure. */
const PARAMETERS: Partial<Readonly<Record<Reading['id'], Words>>> = {
  M4: { nl: 'nodig is een aandeel van', en: 'the share needed is' },
  M5: { nl: 'nodig is een basis van', en: 'the basis needed is' },
  M8: { nl: 'nodig is een deel van', en: 'the share needed is' },
};

function lagWords([low, high]: readonly [number, number]): Words {
  const [from, to] = [number(low, 1), number(high, 1)];
  return { nl: `${from.nl} tot ${to.nl}`, en: `${from.en} to ${to.en}` };
}
