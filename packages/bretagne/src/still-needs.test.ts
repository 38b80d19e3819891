import { readFile } from 'node:fs/promises';
import { hasStill, lightStill, stillNeeds, timelineCollections } from '@ess-widgets/core/charts';
import type { CollectionName, Dataset } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

type Attributes = Readonly<Record<string, string>>;

const FOLDER = new URL('../', import.meta.url);
const jsonOf = async (file: string) => JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));

/** Attributes that make an element read other collections than it does by default. */
const OTHERS: Readonly<Record<string, readonly Attributes[]>> = {
  'ess-indicator': [{ indicator: 'members-stock' }],
  'ess-breakdown': [{ indicator: 'members-stock', by: 'college' }],
  'ess-trend': [{ indicator: 'members-stock' }],
  'ess-table': [
    { collection: 'votes' },
    { collection: 'participations' },
    { indicator: 'members-stock', by: 'college' },
  ],
  'ess-event-agenda': [{ series: 'mois-de-l-ess' }, { territory: 'departement-29' }, { period: '2024' }],
  'ess-event-counter': [
    { series: 'mois-de-l-ess' },
    { series: 'conference-regionale', edition: '5' },
    { territory: 'departement-29' },
  ],
  'ess-timeline': [
    ...timelineCollections.map((collections): Attributes => ({ collections })),
    { collections: 'meetings votes', territory: 'departement-29' },
    { collections: 'meetings votes events', chart: 'list' },
  ],
  'ess-member-map': [
    { layers: 'events projects' },
    { layers: 'programmes' },
    { layers: 'projects', where: 'programme=mon-ess-a-l-ecole' },
  ],
  'ess-member-list': [{ territory: 'departement-29' }],
};

const cases = Object.entries(OTHERS).flatMap(([tag, list]) =>
  [{}, ...list].map((attributes): readonly [string, Attributes] => [tag, attributes]),
);

const measures: NonNullable<Dataset['measures']> = await jsonOf('data/measures.json');
const dataset: Dataset = { ...(await readDataset()), measures };

describe('the needs of a still', () => {
  it.each(cases)('hold all that %s %o is made from', (tag, attributes) => {
    expect(hasStill(tag)).toBe(true);
    const needs = new Set<string>(stillNeeds({ tag, attributes }));
    const collections = Object.fromEntries(
      Object.entries(dataset.collections).filter(([name]) => needs.has(name as CollectionName)),
    );
    const { indicators, measures: all, ...rest } = measures;
    const kept = {
      ...rest,
      indicators: Object.fromEntries(Object.entries(indicators).filter(([id]) => needs.has(`measures/${id}`))),
      measures: all.filter(({ indicator }) => needs.has(`measures/${indicator}`)),
    };
    for (const today of ['2025-03-05', '2026-12-01']) {
      const request = { tag, attributes, lang: 'fr', today } as const;
      // A collection that the manifest has and that was not loaded cannot be read: it throws.
      expect(lightStill({ ...dataset, collections, measures: kept }, request)).toEqual(lightStill(dataset, request));
    }
  });
});
