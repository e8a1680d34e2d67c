/** What may stand behind the name of a bench. */
export interface Known {
  /** Names of whole numbers, in order; each may be left out from the end on. */
  readonly numbers?: readonly string[];
  readonly flags?: readonly string[];
}

/** Reads what was given; a word that the bench does not know is a fault, never a number that is none. */
export function readArguments(
  given: readonly string[],
  { numbers: names = [], flags = [] }: Known,
): readonly (number | undefined)[] | { readonly fault: string } {
  const usage = [...names.map((name) => `[${name}]`), ...flags.map((flag) => `[${flag}]`)].join(' ');
  const unknown = given.find((word) => word.startsWith('-') && !flags.includes(word));
  const words = given.filter((word) => !word.startsWith('-'));
  const odd = words.find((word, i) => i >= names.length || !/^[1-9]\d*$/.test(word));
  const fault = unknown ?? odd;
  if (fault !== undefined) return { fault: `${fault} is not known here; known: ${usage === '' ? 'nothing' : usage}` };
  return names.map((_, i) => (words[i] === undefined ? undefined : Number(words[i])));
}

/** The numbers given to the bench that runs, or the end of it with code 2. */
export function benchArguments(known: Known = {}): readonly (number | undefined)[] {
  const read = readArguments(process.argv.slice(2), known);
  if (!('fault' in read)) return read;
  process.stderr.write(`${read.fault}\n`);
  process.exit(2);
}
