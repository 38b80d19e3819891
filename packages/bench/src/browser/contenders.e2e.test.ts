/** Every page of every contender does its work and reports: one round, little data, nothing slowed down. No time is asserted. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type GateResult, gateFailures, measureGate } from './gate.ts';
import { measureMaps } from './map.ts';
import { measureReport } from './report-page.ts';
import { type Result, terminalTable } from './results.ts';

const linesOf = ({ works }: Result) => works.flatMap(({ work, lines }) => lines.map((line) => ({ work, ...line })));

/** ms: every page of every contender is opened, some of them more than once, on whatever machine this is. */
const TIMEOUT_MS = 300_000;

describe('everyday work', () => {
  let result: GateResult;
  beforeAll(async () => {
    result = await measureGate({ rounds: 1, atOnce: true, slowness: null, now: new Date() });
  }, TIMEOUT_MS);

  it('is done by every contender, with every figure', () => {
    const lines = linesOf(result);
    expect(lines.filter(({ kind }) => kind === 'peer')).toHaveLength(4);
    expect(lines.filter(({ kind }) => kind === 'ours')).toHaveLength(10);
    for (const { work, name, medians } of lines)
      for (const figure of ['code', 'cold']) expect(medians[figure], `${work}, ${name}, ${figure}`).toBeGreaterThan(0);
    const brought = lines.filter(({ medians }) => medians['sign'] !== undefined);
    expect(brought).toHaveLength(4);
    for (const { work, medians } of brought) expect(medians['sign'], work).toBeGreaterThan(0);
  });

  it('says of what code it is', () => {
    expect(result.code).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
  });

  it('holds its levels and its bytes', () => {
    expect(gateFailures(result, false)).toEqual([]);
  });

  it('makes tables', () => {
    for (const work of result.works) expect(terminalTable(work)).toContain('ESS Widgets');
  });
});

describe('a map', { timeout: TIMEOUT_MS }, () => {
  it('is drawn, zoomed and weighed for every contender, and filtered for ours', async () => {
    const lines = linesOf(await measureMaps({ rounds: 1, atOnce: true, points: [200], form: 'plain' }));
    expect(lines).toHaveLength(2);
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
