import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthPosterSites } from './month-poster-sites.ts';

describe('month-poster-sites', () => {
  it('makes no figure of the year before from "twice as many as last year"', () => {
    const ratio = { ...observation('twice', 2, { unit: 'ratio' }), indicator: null };
    const data = makeDataset({ observations: [observation('month-poster-sites', 244, { unit: 'sites' }), ratio] });
    const { quantity, previous, change } = monthPosterSites.compute(data);
    expect([quantity?.value, previous, change]).toEqual([244, undefined, undefined]);
  });
});
