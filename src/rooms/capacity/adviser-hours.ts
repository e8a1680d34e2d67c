/** Advisers (fte) that hours take, at a number of productive hours per fte per year. */
export function fteFor(hours: number, hoursPerFteYear: number): number {
  return hours / hoursPerFteYear;
}

/** Hours of `people` over `months` months, each working a share `factor` of a full adviser. */
export function hoursOf(
  people: number,
  {
    months,
    hoursPerFteYear,
    factor = 1,
  }: { readonly months: number; readonly hoursPerFteYear: number; readonly factor?: number },
): number {
  return (people * factor * hoursPerFteYear * months) / 12;
}

/** Extra hours when the same fte becomes more productive: hours x (to / from - 1). */
export function productivityGain(hours: number, fromHoursPerFte: number, toHoursPerFte: number): number {
  return hours * (toHoursPerFte / fromHoursPerFte - 1);
}

/** Clients that an amount of hours serves at a number of hours per client. */
export function clientsServed(hours: number, hoursPerClient: number): number {
  return hours / hoursPerClient;
}
