import { describe, expect, it } from 'vitest';
import { GOLDEN, type GoldenName, readGolden } from '../golden.ts';

/** Lines shown of each kind of difference: the first ones tell what has changed. */
const SHOWN = 5;

/** Seconds of a processor, and many more of the clock where others work on it. */
const TIMEOUT_MS = 300_000;

const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
};

describe.each(Object.keys(GOLDEN) as GoldenName[])('packages/bretagne/golden/%s', (name) => {
  it(
    'is what the code computes, line by line: run `npm run golden` only where the change is meant',
    async () => {
      const [written, computed] = [await readGolden(name), await GOLDEN[name]()];
      const [lost, added] = [without(written, computed), without(computed, written)];
      expect({
        lost: lost.length,
        added: added.length,
        first: [...lost.slice(0, SHOWN), ...added.slice(0, SHOWN)],
      }).toEqual({
        lost: 0,
        added: 0,
        first: [],
      });
      expect(
        computed.findIndex((line, at) => line !== written[at]),
        'first line out of its place',
      ).toBe(-1);
      expect(written.length).toBe(computed.length);
      expect(new Set(written).size, 'a line is there twice').toBe(written.length);
    },
    TIMEOUT_MS,
  );
});
