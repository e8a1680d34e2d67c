/**
 * The state that was reported last: the end of the previous month, as known two days later. A default of ours; both
 * dates can be changed on the page.
 */
export function reportedState(today: string): { readonly at: string; readonly knownBefore: string } {
  const lastOfMonth = `${today.slice(0, 8)}01`;
  return { at: addDays(lastOfMonth, -1), knownBefore: addDays(lastOfMonth, 1) };
}

function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
