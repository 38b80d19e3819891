const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const [FIRST, LAST] = ['0001-01-01', '9999-12-31'];

/** Returns a day some days later, or earlier; never beyond the first and the last day that can be written. */
export function addDays(day: string, n: number): string {
  const moved = Math.min(Math.max(at(day) + n * DAY, at(FIRST)), at(LAST));
  return new Date(moved).toISOString().slice(0, 10);
}
