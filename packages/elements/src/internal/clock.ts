const system = (): number => Date.now();
let clock = system;

/** The time, in milliseconds since 1970. */
export const now = (): number => clock();

/** Replaces the clock of all elements; `undefined` goes back to the system's. For tests, stories and printed editions. */
export function setClock(next: (() => number) | undefined): void {
  clock = next ?? system;
}

const days = new Map<string, Intl.DateTimeFormat>();

/** Today as `YYYY-MM-DD` where the events take place, wherever the visitor is. */
export function today(timeZone = 'Europe/Paris'): string {
  const format =
    days.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  days.set(timeZone, format);
  return format.format(now());
}
