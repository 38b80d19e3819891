import { runChecks } from '@ess-widgets/core/checks';
import { type CollectionName, collectionSchemas } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readNetwork } from '../files.ts';
import { makeNetwork, networkCollections } from './network.ts';

const SIZE = 400;
const network = makeNetwork(SIZE);
const { organisations, memberships, events, observations } = network.collections;

/** A record in twenty, and the first one. */
const sample = (name: CollectionName) => network.collections[name].filter((_, at) => at % 20 === 0);

describe('the invented network', () => {
  it('has records in every collection of the model', () => {
    expect([...networkCollections(network)].sort()).toEqual(Object.keys(collectionSchemas).sort());
    expect(networkCollections(network).filter((name) => network.collections[name].length === 0)).toEqual([]);
  });

  it.each(networkCollections(network))('has %s as their schema wants them', (name) => {
    for (const record of sample(name)) {
      const { success, error } = collectionSchemas[name].safeParse(record);
      expect(success, `${JSON.stringify(record)} ${error?.message ?? ''}`).toBe(true);
    }
  });

  it('has two memberships and half an event an organisation, seven collèges, four départements, 1,200 communes', () => {
    expect(organisations).toHaveLength(SIZE);
    expect(memberships).toHaveLength(2 * SIZE);
    expect(events).toHaveLength(SIZE / 2);
    expect(network.collections.colleges).toHaveLength(7);
    const kinds = network.collections.territories.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'departement')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'commune')).toHaveLength(1200);
    expect(observations.length).toBeGreaterThan(200);
  });

  it('has members who joined and left in each of ten years', () => {
    const years = (dates: readonly (string | null | undefined)[]) => new Set(dates.map((date) => date?.slice(0, 4)));
    const lasting = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map(String);
    expect([...years(memberships.map(({ start }) => start))]).toEqual(expect.arrayContaining(['2015', ...lasting]));
    expect([...years(memberships.map(({ end }) => end))]).toEqual(expect.arrayContaining(lasting));
    expect(memberships.filter(({ start, end }) => start && end && end <= start)).toEqual([]);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(makeNetwork(50, 7)).toEqual(makeNetwork(50, 7));
    expect(makeNetwork(50, 8)).not.toEqual(makeNetwork(50, 7));
  });

  it('reads as a data set without a fault, whose links all lead somewhere', async () => {
    const dataset = await readNetwork(50);
    expect(dataset.collections.organisations).toHaveLength(50);
    expect(runChecks(dataset, { only: ['references', 'dates', 'deltas', 'parts-and-totals'] })).toEqual([]);
  });
});
