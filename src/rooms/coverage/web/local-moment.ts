/** HH:MM in Amsterdam of an instant. */
export function localTimeOf(instant: string): string {
  const style = { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(Date.parse(instant));
}
