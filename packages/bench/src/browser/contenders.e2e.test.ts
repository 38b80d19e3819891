/** Every page of every contender does its work and reports: one round, little data, nothing slowed down. No time is asserted. */
import { beforeAll, describe, expect, it } from 'vitest';
import { measureMaps } from './map.ts';
import { measurePeers } from './peers.ts';
import { measureReport } from './report-page.ts';
import { type Result, terminalTable } from './results.ts';

const linesOf = ({ works }: Result) => works.flatMap(({ work, lines }) => lines.map((line) => ({ work, ...line })));

/** ms: every page of every contender is opened, some of them more than once, on whatever machine this is. */
const TIMEOUT_MS = 300_000;

describe('everyday work', () => {
  let result: Result;
  beforeAll(async () => {
    result = await measurePeers({ rounds: 1, atOnce: true, slowness: null, now: new Date() });
  }, TIMEOUT_MS);

  it('is done by every contender, with every figure', () => {
    const lines = linesOf(result);
    expect(lines).toHaveLength(22);
    for (const { name, medians } of lines) {
      for (const figure of ['code', 'data', 'cold', 'warm'])
        expect(medians[figure], `${name}, ${figure}`).toBeGreaterThan(0);
      expect(medians['blocking'], name).toBeGreaterThanOrEqual(0);
    }
  });

  it('can be read whole from the bare pages, and from ours but for rows out of sight', () => {
    // Chromium leaves rows with `content-visibility: auto` out of the accessibility tree until they are near.
    const isWhole = ({ kind, work }: { readonly kind: string; readonly work: string }) =>
      kind === 'bare' || (kind === 'ours' && !work.startsWith('map'));
    const unread = linesOf(result).filter((line) => isWhole(line) && line.medians['paired'] !== line.medians['of']);
    expect(
      unread.map(({ work, name, medians }) => `${work}, ${name}: ${medians['paired']} of ${medians['of']}`),
    ).toEqual([]);
  });

  it('makes tables', () => {
    for (const work of result.works) expect(terminalTable(work)).toContain('ESS Widgets');
  });
});

describe('a map', { timeout: TIMEOUT_MS }, () => {
  it('is drawn, zoomed and weighed for every contender, and filtered for ours', async () => {
    const lines = linesOf(await measureMaps({ rounds: 1, atOnce: true, points: [200], form: 'plain' }));
    expect(lines).toHaveLength(5);
    for (const { name, kind, medians } of lines) {
      for (const figure of ['cold', 'zoom', 'heap']) expect(medians[figure], `${name}, ${figure}`).toBeGreaterThan(0);
      expect((medians['facet'] ?? 0) > 0, name).toBe(kind === 'ours');
    }
  });
});

describe('the report', { timeout: TIMEOUT_MS }, () => {
  it('answers with every section open, and so does its still, which fetches no script', async () => {
    const lines = linesOf(await measureReport({ rounds: 1, atOnce: true, slowness: null }));
    expect(lines.map(({ kind }) => kind)).toEqual(['ours', 'bare']);
    for (const { name, medians } of lines) expect(medians['cold'], name).toBeGreaterThan(0);
    expect(lines.map(({ medians }) => (medians['code'] ?? 0) > 0)).toEqual([true, false]);
  });
});
