/** Options of an attack: `npm run attack -- --quick --seed 7 --only csv-cells`. */

export interface Options {
  /** Every kind once, in place of all of them. */
  readonly isQuick: boolean;
  readonly seed: number;
  /** A part, a class of payloads or the name of a fault; all of them without it. */
  readonly only: string | undefined;
}

/** Read from the environment: the runner of tests has no arguments of its own to give. */
export const options: Options = {
  isQuick: process.env['ESS_ATTACK_QUICK'] === '1',
  seed: Number(process.env['ESS_ATTACK_SEED'] ?? 1),
  only: process.env['ESS_ATTACK_ONLY'] || undefined,
};

/** Returns a generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
