import { performance } from 'node:perf_hooks';
import { medianOf } from '../slope.ts';

const RUNS = 5;

/** Collects the garbage of what came before, where Node was started with --expose-gc. */
export const collect = (): void => globalThis.gc?.();

/**
 * Duration of an action in milliseconds: on the clock, and of the work of all threads, which a busy machine lengthens
 * less.
 */
interface Time {
  readonly ms: number;
  readonly 'cpu ms': number;
}

/**
 * Measures an action: medians of five runs, after one that warms up. Each run gets an input of its own, made outside
 * the timing, so that no cache of the last run helps.
 */
export async function timeOf<T>(prepare: () => T | Promise<T>, act: (prepared: T) => unknown): Promise<Time> {
  const times: Time[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const prepared = await prepare();
    collect();
    const [start, before] = [performance.now(), process.cpuUsage()];
    await act(prepared);
    const { user, system } = process.cpuUsage(before);
    if (run > 0) times.push({ ms: performance.now() - start, 'cpu ms': (user + system) / 1000 });
  }
  return { ms: medianOf(times.map(({ ms }) => ms)), 'cpu ms': medianOf(times.map((time) => time['cpu ms'])) };
}
