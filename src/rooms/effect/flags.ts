import type { Words } from '../../platform/contract.ts';

/** A fault in the flags of a command, in both languages. */
export interface FlagFault {
  readonly field: string;
  readonly code: 'required' | 'conflict';
  readonly message: Words;
}

/** Carries faults of flags out of an estimator: which are asked depends on which are given, so no schema says it. */
export class FaultyFlags extends Error {
  readonly faults: readonly FlagFault[];
  constructor(faults: readonly FlagFault[]) {
    super(faults.map(({ field, message }) => `${field}: ${message.en}`).join('; '));
    this.faults = faults;
  }
}

const flag = (name: string) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const named = (input: object, names: readonly string[]) =>
  names.filter((name) => (input as Record<string, unknown>)[name] !== undefined);

/** Refuses flags that are not there though what else is given asks for them. @param or what would do instead */
export function needFlags(input: object, names: readonly string[], or?: Words): void {
  const missing = names.filter((name) => !named(input, names).includes(name));
  if (missing.length === 0) return;
  const tail = (language: 'nl' | 'en') => (or === undefined ? '' : ` (${or[language]})`);
  throw new FaultyFlags(
    missing.map((field) => ({
      field,
      code: 'required',
      message: { nl: `ontbreekt${tail('nl')}`, en: `is missing${tail('en')}` },
    })),
  );
}

/** Refuses a flag that does nothing without another. */
export function refuseIdle(input: object, field: string, without: Words): void {
  if (named(input, [field]).length === 0) return;
  throw new FaultyFlags([
    {
      field,
      code: 'conflict',
      message: { nl: `doet alleen iets bij ${without.nl}`, en: `only counts with ${without.en}` },
    },
  ]);
}

/** Refuses flags of which one would be ignored: the reader could not tell which. */
export function refuseBoth(input: object, names: readonly string[], others: readonly string[]): void {
  const other = named(input, others)[0];
  const both = named(input, names);
  if (other === undefined || both.length === 0) return;
  throw new FaultyFlags(
    both.map((field) => ({
      field,
      code: 'conflict',
      message: { nl: `gaat niet samen met ${flag(other)}`, en: `does not go together with ${flag(other)}` },
    })),
  );
}
