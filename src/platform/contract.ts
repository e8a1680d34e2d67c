import * as z from 'zod';

/** A sentence in both languages of the product; Dutch comes first. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** What a refusal code means: HTTP status, exit code of the command line and a sentence that says what to do. */
export interface RefusalText extends Words {
  readonly http: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503;
  readonly exit: number;
}

export type Refusals = Readonly<Record<string, RefusalText>>;

/** Refusals that any action may give; the platform itself gives them. */
export const platformRefusals = {
  invalid_input: {
    http: 400,
    exit: 2,
    nl: 'De invoer klopt niet. Verbeter de genoemde velden.',
    en: 'The input is not right. Correct the fields that are named.',
  },
  invalid_request: {
    http: 400,
    exit: 2,
    nl: 'Dit verzoek is niet te lezen. Stuur een JSON-object met Content-Type application/json.',
    en: 'This request cannot be read. Send a JSON object with Content-Type application/json.',
  },
  too_large: {
    http: 413,
    exit: 2,
    nl: 'Dit is te groot: hoogstens 1 MB in een verzoek. Stuur minder tegelijk.',
    en: 'This is too large: at most 1 MB in a request. Send less at a time.',
  },
  foreign_site: {
    http: 403,
    exit: 4,
    nl: 'Dit verzoek komt van een andere website en is niet uitgevoerd. Open Sluitend zelf en doe het daar.',
    en: 'This request comes from another website and was not carried out. Open Sluitend itself and do it there.',
  },
  foreign_host: {
    http: 403,
    exit: 4,
    nl: 'Onder dit adres is deze server niet te bereiken. Open Sluitend op deze machine, als 127.0.0.1 of localhost.',
    en: 'This server cannot be reached under this address. Open Sluitend on this machine, as 127.0.0.1 or localhost.',
  },
  not_signed_in: {
    http: 401,
    exit: 4,
    nl: 'U bent niet aangemeld. Meld u aan.',
    en: 'You are not signed in. Sign in.',
  },
  not_allowed: {
    http: 403,
    exit: 4,
    nl: 'Uw rol mag dit niet. Vraag een collega met de juiste rol.',
    en: 'Your role may not do this. Ask a colleague who has the role.',
  },
  not_found: {
    http: 404,
    exit: 5,
    nl: 'Niet gevonden, of buiten uw bereik. Controleer het adres of de gegevens.',
    en: 'Not found, or outside your reach. Check the address or the data.',
  },
  busy: {
    http: 503,
    exit: 6,
    nl: 'Iemand anders schrijft nu: een aanlevering, of een collega bij dezelfde klant. Probeer het over een minuut opnieuw.',
    en: 'Somebody else is writing now: a delivery, or a colleague on the same client. Try again in a minute.',
  },
} as const satisfies Refusals;

export type PlatformRefusal = keyof typeof platformRefusals;

/** What a contract declares whose action seals, opens or finds a BSN. */
export const sealRefusals = {
  other_key: {
    http: 409,
    exit: 3,
    nl: 'Dit register is verzegeld met een andere sleutel voor het BSN. Laat de beheerder van de machine die sleutel terugzetten (SLUITEND_BSN_KEY of SLUITEND_BSN_KEY_FILE).',
    en: 'This register was sealed with another key for the BSN. Have the administrator of the machine put that key back (SLUITEND_BSN_KEY or SLUITEND_BSN_KEY_FILE).',
  },
} as const satisfies Refusals;

/** Which of the data that an action touches is limited by the reach of the actor. */
export type Reach =
  /** client rows: only those within the actor's reach leave the action */
  | 'clients'
  /** counts over everything; rows only within reach */
  | 'figures'
  /** client rows, whosever they are: the role alone decides who gets them */
  | 'all_clients'
  /** the actor's own data only */
  | 'self'
  /** no client data */
  | 'none';

export interface Contract<
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  /** `room.verb` */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1`; `{name}` takes the input of that name. */
  readonly path: string;
  readonly summary: Words;
  readonly input: In;
  readonly output: Out;
  readonly roles: readonly string[] | 'everyone';
  readonly reach: Reach;
  readonly refusals: Readonly<Record<Code, RefusalText>>;
  /** Words on the command line when they are not `room verb`. */
  readonly command?: string;
  /** Inputs that the command line takes without a flag, in order. */
  readonly positional?: readonly string[];
  /** A method other than GET that changes nothing (a search with a body). */
  readonly reads?: true;
  /** Works on its input alone and starts no database: the help of its command names no data folder. */
  readonly standsAlone?: true;
  /** Only the command line and jobs may call it (it reads files of the machine); HTTP does not know it. */
  readonly machineOnly?: true;
}

/** Declares a capability once; every entrance is made from it. */
export function contract<
  In extends z.ZodObject,
  Out extends z.ZodType,
  R extends Refusals = Record<never, RefusalText>,
>(
  declared: Omit<Contract<In, Out, Extract<keyof R, string>>, 'refusals'> & { readonly refusals?: R },
): Contract<In, Out, Extract<keyof R, string>> {
  return {
    ...declared,
    // A key that nobody reads is a slip of the sender: told, not passed over.
    input: declared.input.strict() as unknown as In,
    refusals: (declared.refusals ?? {}) as Contract<In, Out, Extract<keyof R, string>>['refusals'],
  };
}

/** What a refusal means: looked up in the contract, then among those of the platform. */
export function refusalText(contract: Contract | null, code: string): RefusalText | undefined {
  return contract?.refusals[code] ?? (platformRefusals as Readonly<Record<string, RefusalText>>)[code];
}

export type InputOf<C extends Contract> = z.output<C['input']>;
export type RawInputOf<C extends Contract> = z.input<C['input']>;
export type OutputOf<C extends Contract> = z.output<C['output']>;
export type RefusalOf<C> = C extends Contract<infer _In, infer _Out, infer Code> ? Code : never;

const firstDate = '1900-01-01';
const lastDate = '2199-12-31';

/** A calendar date `YYYY-MM-DD` as somebody asks or enters it, within what people and registers live through. */
export function dateInput() {
  return z.iso.date().refine((text) => !/^\d{4}-/.test(text) || (text >= firstDate && text <= lastDate), {
    params: {
      words: {
        nl: `Kies een datum van ${firstDate} tot en met ${lastDate}.`,
        en: `Choose a date from ${firstDate} up to ${lastDate}.`,
      } satisfies Words,
    },
  });
}

/** An input that is a file, `--data FILE` on the command line; its value is the bytes. HTTP takes none: `machineOnly`. */
export function fileInput() {
  return z.instanceof(Uint8Array).meta({ file: true });
}

/**
 * An output that is a file to keep (CSV of what is on the screen): over HTTP it is sent as a download, on the command
 * line its text is printed. Names hold no personal data.
 */
export function fileOutput() {
  return z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }).meta({ file: true });
}

/** The same for a file in an encoding of its own: its bytes are sent and printed as they are. */
export function bytesOutput() {
  return z
    .object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) })
    .meta({ file: true });
}
