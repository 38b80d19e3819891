import { describe, expect, it } from 'vitest';
import type { MeasurePart } from '../model/index.ts';
import { chooseChart, type Facts } from './about.ts';
import { charts, choices } from './register.ts';

const quantity = { value: 2, op: '=', unit: 'members' } as const;
const parts = (previous?: typeof quantity): readonly MeasurePart[] =>
  ['a', 'b', 'c'].map((id) => ({ id, label: { fr: id }, quantity, ...(previous ? { previous } : {}) }));
const stack = { period: '2024', segments: [] };

/** Returns what is known of a figure that suits some charts. */
const fits = (
  some: {
    readonly [chart in 'bridge' | 'dumbbell' | 'dots' | 'share' | 'previous']?: boolean;
  } & { readonly stacks?: number },
): Facts => ({
  steps: some.bridge ? [] : null,
  ratios: some.dots ? [] : null,
  segments: some.share ? [] : null,
  stacks: some.stacks ? Array.from({ length: some.stacks }, () => stack) : null,
  // Two parts are too few for two dots a row.
  measure: {
    parts: parts(some.previous || some.dumbbell ? quantity : undefined).slice(some.dumbbell ? 0 : 1),
  } as never,
});
const chosen = (asked: string | undefined, facts: Facts) => chooseChart(choices, asked, facts);

describe('the chart of a figure', () => {
  it('is the first that suits it', () => {
    expect(chosen('auto', fits({ bridge: true, share: true }))).toBe('bridge');
    expect(chosen('auto', fits({ dots: true, stacks: 1 }))).toBe('dots');
    expect(chosen('auto', fits({ dumbbell: true, previous: true, stacks: 2 }))).toBe('dumbbell');
    expect(chosen('auto', fits({ bridge: true, dumbbell: true }))).toBe('bridge');
    expect(chosen('auto', fits({ share: true, stacks: 1 }))).toBe('share');
    expect(chosen('auto', fits({ share: true, stacks: 2 }))).toBe('stack');
    expect(chosen('auto', fits({ stacks: 1 }))).toBe('stack');
    expect(chosen('auto', fits({ previous: true }))).toBe('bars');
  });

  it('is the one that is asked for where it suits it, else the first that does', () => {
    for (const chart of ['bridge', 'dumbbell', 'dots', 'share'] as const) {
      expect(chosen(chart, fits({ [chart]: true, stacks: 2 }))).toBe(chart);
      expect(chosen(chart, fits({ stacks: 2 }))).toBe('stack');
    }
    expect(chosen('bars', fits({ bridge: true, stacks: 2 }))).toBe('bars');
    expect(chosen('grouped', fits({ share: true }))).toBe('grouped');
    expect(chosen('camembert', fits({ share: true }))).toBe('share');
  });

  it('is groups instead of a stack whose parts make no whole, where there is something to group', () => {
    expect(chosen('stack', fits({ stacks: 1, share: true }))).toBe('stack');
    expect(chosen('stack', fits({ previous: true }))).toBe('grouped');
    expect(chosen('stack', fits({}))).toBe('bars');
  });

  it('is one of the usual ones where a page asks for none', () => {
    expect(chosen(undefined, fits({ bridge: true, dumbbell: true, dots: true }))).toBe('bars');
    expect(chosen(undefined, fits({ dumbbell: true, stacks: 2 }))).toBe('stack');
  });
});

describe('the charts', () => {
  it('have each a place of their own in lists, and words for each block that names them', () => {
    const all = Object.values(charts);
    expect(new Set(all.map(({ place }) => place)).size).toBe(all.length);
    expect(new Set(all.map(({ modele }) => modele)).size).toBe(all.length);
    const orders = Object.values(choices).map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
    expect(all.filter(({ of, words }) => of.some((block) => !words.fr.of[block]))).toEqual([]);
  });
});
