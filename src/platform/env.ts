/** The one place that reads the environment; `config.ts` gives it types. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
