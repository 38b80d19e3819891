/** Numbers that look drawn by lot, the same ones for the same seed. */
export interface Random {
  /** From 0 to 1, 1 excluded. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws TypeError for an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Creates the generator "mulberry32": 32 bits of state, quick, and even enough for invented records. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      const index = Math.floor(next() * list.length);
      if (index >= list.length) throw new TypeError('nothing can be picked from an empty list');
      return list[index] as T;
    },
  };
}
