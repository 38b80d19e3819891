/** The kind of the records of an answer in JSON, by what they hold: no title of a column says it as well. */

/** Properties that only something with a date has. */
export const DATES: ReadonlySet<string> = new Set([
  'timings',
  'startdate',
  'start_date',
  'dtstart',
  'firstdate_begin',
  'bf_date_debut_evenement',
]);

/** Records that are looked at. */
const FIRST = 20;

/** Returns `events` where half of the first records at least have a date or times; undefined for others. */
export function kindOfRecords(records: readonly Readonly<Record<string, unknown>>[]): 'events' | undefined {
  const first = records.slice(0, FIRST);
  const isDated = (record: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(record).some(([key, value]) => DATES.has(key.toLowerCase()) && isFilled(value));
  const dated = first.filter(isDated).length;
  return dated > 0 && dated * 2 >= first.length ? 'events' : undefined;
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
