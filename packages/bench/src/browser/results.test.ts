import { describe, expect, it } from 'vitest';
import { cellsOf, figureRatio, kilobytes, lossesOf, terminalTable, type Work } from './results.ts';
import { inRounds, mediansOf, turned } from './rounds.ts';
import { ageOf } from './server.ts';
import { blockingOf, longestOf } from './visit.ts';

const work: Work = {
  work: 'bars',
  lines: [
    {
      name: 'ours',
      kind: 'ours',
      medians: { code: 40_000, cold: 800, blocking: 0 },
      rounds: [],
    },
    {
      name: 'other',
      kind: 'peer',
      medians: { code: 60_000, cold: 600, blocking: 9 },
      rounds: [],
    },
  ],
};
const [own, other] = work.lines;

describe('rounds', () => {
  it('start with another contender each time, and visit all of them', async () => {
    expect(turned(['a', 'b', 'c'], 4)).toEqual(['b', 'c', 'a']);
    expect(turned([], 2)).toEqual([]);
    const order: string[] = [];
    const found = await inRounds(['a', 'b'], { rounds: 3 }, async (name, round) => {
      order.push(name);
      return { cold: name === 'a' ? round : 10 * round };
    });
    expect(order.join('')).toBe('abbaab');
    expect(found.map(({ contender, medians, rounds }) => [contender, medians['cold'], rounds.length])).toEqual([
      ['a', 1, 3],
      ['b', 10, 3],
    ]);
  });

  it('have a median for each figure, over the rounds that have it', () => {
    expect(mediansOf([{ cold: 9, heap: 1 }, { cold: 1 }, { cold: 5, heap: Number.NaN }])).toEqual({ cold: 5, heap: 1 });
  });
});

describe('a table', () => {
  it('gives every contender but ours its ratio to ours', () => {
    if (!own || !other) throw new Error('two lines');
    expect(figureRatio(other, work, 'cold')).toBe(0.75);
    expect(figureRatio(other, work, 'blocking')).toBeNull();
    expect(figureRatio(other, work, 'heap')).toBeNull();
  });

  it('has the columns that somebody has a figure for', () => {
    expect(cellsOf(work)).toEqual([
      ['', 'kB, scripts and styles', 'cold, ms', 'blocking, ms'],
      ['ours', '40', '800', '0'],
      ['other', '60 (×1.5)', '600 (×0.8)', '9'],
    ]);
  });

  it('is aligned for a terminal', () => {
    const lines = terminalTable(work).split('\n').slice(1);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });

  it('has a decimal under ten kilobytes only', () => {
    expect([kilobytes(400), kilobytes(9_940), kilobytes(9_960), kilobytes(1_250_000)]).toEqual([
      '0.4',
      '9.9',
      '10',
      '1,250',
    ]);
  });

  it('hides no loss of ours', () => {
    expect(lossesOf(work)).toEqual(['bars, cold, ms: other 600, ours 800']);
  });
});

describe('long tasks', () => {
  const tasks = [
    { start: 0, duration: 60 },
    { start: 90, duration: 250 },
  ];

  it('block with what they have above 50 ms', () => {
    expect(blockingOf(tasks)).toBe(210);
    expect(longestOf(tasks)).toBe(250);
    expect([blockingOf([]), longestOf([])]).toEqual([0, 0]);
  });
});

describe('the age of a file', () => {
  it('is a year for a name or a folder with a hash, ten minutes for another, nothing for a page', () => {
    expect(ageOf('/ess/0.1.0-67971842/base.js')).toContain('immutable');
    expect(ageOf('/ess/0.1.0-67971842/ess-event-agenda.js')).toContain('immutable');
    expect(ageOf('/pages/map-DXYMY1GZ.js')).toContain('immutable');
    expect(ageOf('/ess/ess.js')).toBe('public, max-age=600');
    expect(ageOf('/data/manifest.json')).toBe('public, max-age=600');
    expect(ageOf('/3/')).toBe('no-cache');
  });
});
