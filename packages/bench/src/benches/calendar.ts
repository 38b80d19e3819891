import { ical } from '@ess-widgets/core/data';
import { makeCalendar } from '../data/calendar.ts';
import { medianOf } from '../slope.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

const SRC = 'https://valombre.example/agenda.ics';

/**
 * Creates a pause of the reader, and a function that returns the longest work without one: ms of all threads, which a busy
 * machine lengthens less than those of the clock.
 */
function createPause() {
  let [longest, before] = [0, process.cpuUsage()];
  const step = (): void => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
  };
  return {
    pause: async (): Promise<void> => {
      step();
      await new Promise((resolve) => setImmediate(resolve));
      before = process.cpuUsage();
    },
    longest: (): number => {
      step();
      return longest;
    },
  };
}

export const calendar: Bench = {
  name: 'calendar',
  what: 'a calendar file (iCalendar) of as many events, read; the longest task between two pauses',
  slope: 1.15,
  targets: [
    { figure: 'cpu ms', most: 1_000, at: 20_000 },
    { figure: 'longest cpu ms', most: 100 },
  ],
  measure: async (events) => {
    const text = new TextEncoder().encode(makeCalendar(events, new Date('2026-01-01T00:00:00Z')));
    const longest: number[] = [];
    let records = 0;
    const time = await timeOf(
      () => new Response(text.slice(), { headers: { date: 'Mon, 01 Jun 2026 00:00:00 GMT' } }),
      async (response) => {
        const { pause, longest: longestOf } = createPause();
        const { dataset } = await ical.load(
          { src: SRC, need: ['events'] },
          { signal: new AbortController().signal, fetch: async () => response, pause },
        );
        longest.push(longestOf());
        records = dataset.collections.events?.length ?? 0;
      },
    );
    return { ...time, 'longest cpu ms': medianOf(longest), records, MB: text.length / 1e6 };
  },
};
