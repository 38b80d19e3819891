import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../packages/bench/src/browser/results.ts';
import { benchPage, details, END, gateTable, keptResults, runLine, START, withBench } from './bench-page.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

const line = (name: string, kind: 'ours' | 'peer', cold: number) => ({ name, kind, medians: { cold }, rounds: [] });
const result: Result = {
  kind: 'gate',
  date: '2026-11-25',
  browser: 'Chromium 156',
  machine: { cores: 2, processor: 'CPU', memory: '25 GB' },
  load: [0.5, 2],
  rounds: 7,
  works: [{ work: 'bars', lines: [line('ours', 'ours', 800), line('A', 'peer', 700), line('B', 'peer', 900)] }],
};

describe('the page of measures', () => {
  it('has what was kept: `npm run sync` writes it there', () => {
    const generated = benchPage(ROOT);
    expect([...generated.keys()]).toEqual(['docs/BENCH.md', 'README.md']);
    for (const [file, text] of generated) expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(text);
  });

  it('say when, with what and how often they were taken', () => {
    expect(runLine(result)).toBe('2026-11-25, Chromium 156, 2 cores (CPU), 25 GB, load 0.5 to 2; medians of 7 rounds.');
    expect(runLine({ ...result, rounds: 1, load: [1, 9] })).toMatch(/of 1 round\. The machine was busy/);
  });

  it('have a table of each work, with ratios to ours', () => {
    expect(details([result])).toContain('| A | 700 (×0.9) |');
  });

  it('have a short table: the forms of ours, and how many times the peer they take', () => {
    const lines = [
      { ...line('ESS Widgets, still in the page', 'ours', 260), medians: { cold: 260, code: 5_400, sign: 500 } },
      line('ESS Widgets', 'ours', 900),
      line('Chart.js', 'peer', 800),
    ];
    const table = gateTable({ ...result, code: '1.0.0-00000000', commit: 'abcdef0', works: [{ work: 'bars', lines }] });
    expect(table).toContain('| bars | 260 (×0.33) | 5.4 | 500 (×0.63) | 900 (×1.13) | 800, Chart.js |');
    expect(table).toContain('commit abcdef0');
  });

  it('stand between their markers, in order', () => {
    expect(withBench(`a\n${START}\nold\n${END}\nb`, 'new')).toBe(`a\n${START}\nnew\n${END}\nb`);
    for (const text of ['a', START, END, `${END}${START}`]) expect(() => withBench(text, 'new')).toThrow(START);
  });

  it('name no folder of a machine, and no contender without a figure', () => {
    const kept = keptResults(ROOT);
    expect(kept.map(({ kind }) => kind)).toEqual(['gate', 'map', 'report']);
    expect(JSON.stringify(kept)).not.toMatch(/\/(tmp|home|root|work|usr)\//);
    for (const { works } of kept)
      for (const { lines } of works) for (const { medians } of lines) expect(medians['cold']).toBeGreaterThan(0);
  });
});
