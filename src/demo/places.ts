/** A district of the demo, with how much worse than the nation its service falls short. */
export interface District {
  readonly id: string;
  readonly name: string;
  /** Factor on every chance that a client is missed. */
  readonly neglect: number;
}

/** An office stands in one of the 35 labour-market regions and bears its name. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly district: District;
  /** Share of the clients of the nation. */
  readonly weight: number;
  /** First two figures of the postcodes around. */
  readonly postcodes: readonly number[];
}

type OfficeRow = readonly [name: string, weight: number, ...postcodes: number[]];

/** Names of the regions of 2015; weights follow the labour force roughly, in thousands. */
const rows: readonly (readonly [name: string, neglect: number, offices: readonly OfficeRow[]])[] = [
  [
    'Noord',
    0.9,
    [
      ['Groningen', 38, 97, 96],
      ['Friesland', 33, 89, 84],
      ['Drenthe', 18, 78, 79],
    ],
  ],
  [
    'Overijssel en Gelderland-Noord',
    0.8,
    [
      ['IJsselvechtstreek', 25, 80, 77],
      ['Twente', 32, 75, 76],
      ['Stedendriehoek en Noordwest Veluwe', 31, 73, 74],
    ],
  ],
  [
    'Gelderland-Midden en -Zuid',
    0.9,
    [
      ['Midden-Gelderland', 21, 68, 69],
      ['Rijk van Nijmegen', 17, 65],
      ['Achterhoek', 15, 70, 71],
      ['Rivierenland', 12, 40],
    ],
  ],
  [
    'Flevoland, Gooi en Amersfoort',
    1,
    [
      ['Flevoland', 21, 13, 82],
      ['Gooi- en Vechtstreek', 12, 12, 14],
      ['Amersfoort', 17, 38],
    ],
  ],
  [
    'Midden-Utrecht en Food Valley',
    0.7,
    [
      ['Midden-Utrecht', 42, 35, 34],
      ['Food Valley', 17, 67, 39],
    ],
  ],
  [
    'Noord-Holland en Amsterdam',
    0.8,
    [
      ['Noord-Holland Noord', 31, 18, 17],
      ['Zaanstreek/Waterland', 17, 15, 14],
      ['Zuid-Kennemerland en IJmond', 20, 20, 19],
      ['Groot Amsterdam', 60, 10, 11],
    ],
  ],
  [
    'Haaglanden en Rijnmond',
    1.2,
    [
      ['Haaglanden', 45, 25, 26],
      ['Midden-Holland', 11, 28],
      ['Holland Rijnland', 26, 23, 22],
      ['Rijnmond', 62, 30, 31],
    ],
  ],
  [
    'Drechtsteden en West-Brabant',
    0.8,
    [
      ['Drechtsteden', 15, 33],
      ['Gorinchem', 8, 42],
      ['West-Brabant', 35, 48, 47],
    ],
  ],
  [
    'Midden- en Oost-Brabant',
    0.8,
    [
      ['Noordoost-Brabant', 31, 52, 53],
      ['Midden-Brabant', 21, 50, 51],
      ['Zuidoost-Brabant', 25, 56, 55],
      ['Helmond-De Peel', 13, 57],
    ],
  ],
  [
    'Limburg',
    2.9,
    [
      ['Noord-Limburg', 14, 59, 58],
      ['Midden-Limburg', 12, 60],
      ['Zuid-Limburg', 31, 62, 64],
    ],
  ],
  [
    'Zeeland en Zuid-Holland Centraal',
    0.6,
    [
      ['Zeeland', 16, 43, 45],
      ['Zuid-Holland Centraal', 18, 27],
    ],
  ],
];

export const districts: readonly District[] = rows.map(([name, neglect], i) => ({
  id: `D${String(i + 1).padStart(2, '0')}`,
  name,
  neglect,
}));

const flat = rows.flatMap(([, , offices], i) => offices.map((office) => ({ office, district: districts[i] })));
const whole = flat.reduce((sum, { office }) => sum + office[1], 0);

export const offices: readonly Office[] = flat.flatMap(({ office: [name, weight, ...postcodes], district }, i) =>
  district === undefined
    ? []
    : [{ id: `O${String(i + 1).padStart(2, '0')}`, name, region: name, district, weight: weight / whole, postcodes }],
);

/** An office by the name of its region. */
export function officeOf(name: string): Office {
  const found = offices.find((office) => office.name === name);
  if (found === undefined) throw new Error(`no office ${name}`);
  return found;
}
