import type { Words } from '../../platform/contract.ts';

/** Where the realised figure of an agreement comes from. */
export type Source =
  | { readonly kind: 'none'; readonly why: Words }
  | { readonly kind: 'hours_per_client' }
  | { readonly kind: 'adviser_hours' }
  | { readonly kind: 'closure' }
  | { readonly kind: 'formation_growth' }
  | { readonly kind: 'norm_share'; readonly norm: string }
  | { readonly kind: 'norm_mean'; readonly norm: string }
  | { readonly kind: 'registration' }
  | { readonly kind: 'profiles' }
  | { readonly kind: 'inclusion' };

export type Group = 'budget' | 'ww' | 'scale_up' | 'effect' | 'wia_wajong';

/** One sentence of the 2019 balance: what was agreed, in our words, with how it is counted and who owns it. */
export interface Agreement {
  readonly id: string;
  readonly group: Group;
  readonly text: Words;
  /** How it is counted. */
  readonly definition: Words;
  readonly owner: Words;
  readonly source: Source;
}

const notInRegister = (nl: string, en: string): Source => ({
  kind: 'none',
  why: { nl: `Staat niet in het register. Nodig: ${nl}.`, en: `Not in the register. Needed: ${en}.` },
});
const milestone = (nl: string, en: string): Source => ({
  kind: 'none',
  why: { nl: `Mijlpaal ${nl}. Geen cijfer uit het register.`, en: `Milestone ${en}. No figure from the register.` },
});
const none: Words = { nl: '', en: '' };

/** The year that the agreements are of. Figures of another year are shown, and held against none of them. */
export const agreedYear = 2019;

/** Whether a date lies in the year of the agreements. */
export function isOfAgreedYear(date: string): boolean {
  return Number(date.slice(0, 4)) === agreedYear;
}

/** Source of the targets without a norm: the 2019 balance; valid for 2019. */
export const targets = {
  /** Hours of service per client on a yearly basis, by mid-2019. */
  hoursPerClient: { from: 5.0, to: 5.5, date: '2019-07-01' },
  /** Everybody in view; everybody with work capacity enrolled. */
  closure: 1,
  inclusion: 1,
  /** Growth of formation in fte; the actual rise of WW leads the pace. */
  scaleUpFte: 450,
} as const;

export const agreements: readonly Agreement[] = [
  {
    id: '1',
    group: 'budget',
    text: {
      nl: '€\u00a070 miljoen per jaar van SZW en €\u00a050 miljoen per jaar uit onze reserves.',
      en: 'EUR 70 million a year from the ministry and EUR 50 million a year from our reserves.',
    },
    definition: none,
    owner: { nl: 'Financiën', en: 'Finance' },
    source: notInRegister('de financiële administratie', 'the financial administration'),
  },
  {
    id: '2',
    group: 'ww',
    text: {
      nl: 'Medio 2019 op jaarbasis gemiddeld 5,0 tot 5,5 uur dienstverlening per klant.',
      en: 'By mid-2019, on a yearly basis, 5.0 to 5.5 hours of service per client on average.',
    },
    definition: {
      nl: 'Uren van gevoerde WW-contacten dit jaar, gedeeld door wie dit jaar in de dienstverlening instroomde.',
      en: 'Hours of WW contacts held this year, divided by those who entered service this year.',
    },
    owner: { nl: 'Landelijk bureau WW', en: 'National WW office' },
    source: { kind: 'hours_per_client' },
  },
  {
    id: '3',
    group: 'ww',
    text: {
      nl: 'Vanaf 2020 sturen op uren persoonlijke dienstverlening per adviseur werk, op jaarbasis.',
      en: 'From 2020, steer on hours of personal service per adviser, on a yearly basis.',
    },
    definition: {
      nl: 'Uren van gevoerde WW-contacten door adviseurs met WW-formatie, gedeeld door de fte-jaren tot nu: één fte die een heel jaar werkt is één fte-jaar. Een groepsbijeenkomst telt één keer.',
      en: 'Hours of WW contacts held by advisers with WW formation, divided by the fte-years so far: one fte that works a whole year is one fte-year. A group session counts once.',
    },
    owner: { nl: 'districtsmanagers', en: 'district managers' },
    source: { kind: 'adviser_hours' },
  },
  {
    id: '4',
    group: 'ww',
    text: {
      nl: 'Per district sturen op sluitende dienstverlening: alle klanten in beeld.',
      en: 'Steer each district on closed service: all clients in view.',
    },
    definition: {
      nl: 'Uitkeringen met een verplichte norm die niet te laat zijn en die zijn opgenomen, of die met reden niet meedoen.',
      en: 'Benefits with a must norm that are not overdue and are enrolled, or that take no part for a reason.',
    },
    owner: { nl: 'districtsmanagers', en: 'district managers' },
    source: { kind: 'closure' },
  },
  {
    id: '5',
    group: 'scale_up',
    text: {
      nl: 'Circa 450 fte adviseurs werk en bedrijfsbureau erbij; de feitelijke WW-toename bepaalt het tempo.',
      en: 'About 450 fte of advisers and planning staff more; the actual rise of WW leads the pace.',
    },
    definition: {
      nl: 'Formatie op de peildatum min de formatie op 1 januari, alle lijnen en functies.',
      en: 'Formation on the reference date minus formation on 1 January, all lines and roles.',
    },
    owner: { nl: 'Personeel en werving', en: 'Staff and recruitment' },
    source: { kind: 'formation_growth' },
  },
  {
    id: '6',
    group: 'scale_up',
    text: {
      nl: '100 nieuwe medewerkers uit onze eigen werkzoekendenbestanden.',
      en: '100 new staff from our own job seekers.',
    },
    definition: none,
    owner: { nl: 'Personeel en werving', en: 'Staff and recruitment' },
    source: notInRegister(
      'de herkomst van nieuwe medewerkers uit het personeelssysteem',
      'where new staff come from, in the staff system',
    ),
  },
  {
    id: '7',
    group: 'effect',
    text: {
      nl: 'Netto-effectiviteit: eerste resultaten eind 2019, rapportage over het effect medio 2020.',
      en: 'Net effect: first results at the end of 2019, report on the effect by mid-2020.',
    },
    definition: none,
    owner: { nl: 'Onderzoek', en: 'Research' },
    source: milestone('eind 2019', 'end of 2019'),
  },
  {
    id: '8a',
    group: 'wia_wajong',
    text: {
      nl: 'WIA, ingestroomd sinds 2017: met minimaal 90% voeren we per jaar minimaal 1 gesprek.',
      en: 'WIA, entered since 2017: at least 1 conversation a year with at least 90%.',
    },
    definition: {
      nl: 'Uitkeringen met minstens één gesprek op vestiging, per telefoon of per video.',
      en: 'Benefits with at least one conversation at the office, by phone or by video.',
    },
    owner: { nl: 'Landelijk bureau WIA', en: 'National WIA office' },
    source: { kind: 'norm_share', norm: 'wia-personal' },
  },
  {
    id: '8b',
    group: 'wia_wajong',
    text: {
      nl: 'WIA, ingestroomd sinds 2017: gemiddeld hebben we 1,8 keer per jaar contact.',
      en: 'WIA, entered since 2017: 1.8 contacts a year on average.',
    },
    definition: {
      nl: 'Gevoerde contacten per klantjaar. Een poging of een bespreking over de klant telt niet.',
      en: 'Contacts held per client-year. An attempt or a discussion about the client does not count.',
    },
    owner: { nl: 'Landelijk bureau WIA', en: 'National WIA office' },
    source: { kind: 'norm_mean', norm: 'wia-frequency' },
  },
  {
    id: '9',
    group: 'wia_wajong',
    text: {
      nl: 'Minimaal 1 keer per jaar contact met alle Wajongers met arbeidsvermogen die niet werken of voor wie een traject is ingekocht.',
      en: 'At least 1 contact a year with all Wajong clients with work capacity who do not work or for whom a trajectory was bought in.',
    },
    definition: {
      nl: 'Uitkeringen met minstens één contact, ook een workshop of test.',
      en: 'Benefits with at least one contact, a workshop or test included.',
    },
    owner: { nl: 'Landelijk bureau Wajong', en: 'National Wajong office' },
    source: { kind: 'norm_share', norm: 'wajong-personal' },
  },
  {
    id: '10',
    group: 'wia_wajong',
    text: {
      nl: 'Contactmomenten WIA en Wajong juist en volledig registreren.',
      en: 'Register contact moments of WIA and Wajong correctly and completely.',
    },
    definition: {
      nl: 'Gevoerde contacten op WIA- en Wajong-uitkeringen die binnen 5 dagen zijn vastgelegd.',
      en: 'Contacts held on WIA and Wajong benefits that were registered within 5 days.',
    },
    owner: { nl: 'Landelijk bureau WIA', en: 'National WIA office' },
    source: { kind: 'registration' },
  },
  {
    id: '11',
    group: 'wia_wajong',
    text: {
      nl: 'Klantprofielen van Wajongers verbeteren; vast punt in de kwaliteitscontrole.',
      en: 'Improve the client profiles of Wajong clients; a fixed point of the quality control.',
    },
    definition: {
      nl: 'Opgenomen Wajong-uitkeringen met een profiel dat niet is verlopen.',
      en: 'Enrolled Wajong benefits with a profile that has not expired.',
    },
    owner: { nl: 'Kwaliteit', en: 'Quality' },
    source: { kind: 'profiles' },
  },
  {
    id: '12',
    group: 'wia_wajong',
    text: {
      nl: 'Alle Wajongers met arbeidsvermogen zijn en blijven opgenomen in de dienstverlening.',
      en: 'All Wajong clients with work capacity are and stay included in the service.',
    },
    definition: {
      nl: 'Wajong-uitkeringen met arbeidsvermogen, werkend of niet, met een lopende opname.',
      en: 'Wajong benefits with work capacity, working or not, with an open enrolment.',
    },
    owner: { nl: 'Landelijk bureau Wajong', en: 'National Wajong office' },
    source: { kind: 'inclusion' },
  },
  {
    id: '13',
    group: 'wia_wajong',
    text: {
      nl: 'Jaarlijks landelijk kwaliteitsonderzoek; rapport over 2019 eind oktober.',
      en: 'A yearly national quality study; report on 2019 at the end of October.',
    },
    definition: none,
    owner: { nl: 'Kwaliteit', en: 'Quality' },
    source: milestone('eind oktober 2019', 'end of October 2019'),
  },
];
