import { readFile } from 'node:fs/promises';
import { hasStill, lightStill, stillNeeds, timelineCollections } from '@ess-widgets/core/charts';
import { parseBasemap } from '@ess-widgets/core/geo';
import type { CollectionName, Dataset } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';

type Attributes = Readonly<Record<string, string>>;

const FOLDER = new URL('../', import.meta.url);
const jsonOf = async (file: string) => JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));

/** Attributes that make an element read other collections than it does by default. */
const OTHERS: Readonly<Record<string, readonly Attributes[]>> = {
  'ess-indicator': [{ indicator: 'members-stock' }],
  'ess-breakdown': [
    ...[{ by: 'college' }, {}, { chart: 'bridge' }, { chart: 'auto' }, { by: 'college', chart: 'dumbbell' }].map(
      (one): Attributes => ({ indicator: 'members-stock', ...one }),
    ),
    { indicator: 'audience-followers', by: 'channel', chart: 'grouped', compare: '2023' },
    { indicator: 'vote-share', where: 'vote=scenario-b-2024-09-26', chart: 'dots' },
    { indicator: 'call-success-rate', where: 'call=ami-ess-france-refashion', chart: 'dots', beside: 'region-53' },
    { indicator: 'dla-jobs', by: 'contract', where: 'lot=regional-completed' },
    { indicator: 'governance-attendance', chart: 'stack' },
    { indicator: 'school-projects', by: 'establishment', territory: 'departement-29' },
  ],
  'ess-trend': [{ indicator: 'members-stock' }, { indicator: 'audience-followers', by: 'channel' }],
  'ess-table': [
    { collection: 'votes' },
    { collection: 'participations' },
    { indicator: 'members-stock', by: 'college' },
    { indicator: 'audience-followers audience-change', by: 'channel' },
    { collection: 'participations', columns: 'organisation of', where: 'section=II role=partner', chart: 'ranking' },
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
    { layers: 'members events', period: '2024', territory: 'departement-29' },
    { basemap: 'none' },
  ],
  'ess-member-list': [{ territory: 'departement-29' }],
};

const cases = Object.entries(OTHERS).flatMap(([tag, list]) =>
  [{}, ...list].map((attributes): readonly [string, Attributes] => [tag, attributes]),
);

const basemap = parseBasemap(await jsonOf('data/basemap.json'));
const measures: NonNullable<Dataset['measures']> = await jsonOf('data/measures.json');
const dataset: Dataset = { ...(await readDataset()), measures };

describe('the needs of a still', () => {
  it.each(cases)('hold all that %s %o is made from', (tag, attributes) => {
    expect(hasStill(tag)).toBe(true);
    const needs = new Set<string>(stillNeeds({ tag, attributes }));
    const collections = Object.fromEntries(
      Object.entries(dataset.collections).filter(([name]) => needs.has(name as CollectionName)),
    );
    const isNeeded = (id: string): boolean => needs.has('measures') || needs.has(`measures/${id}`);
    const { indicators, measures: all, ...rest } = measures;
    const kept = {
      ...rest,
      indicators: Object.fromEntries(Object.entries(indicators).filter(([id]) => isNeeded(id))),
      measures: all.filter(({ indicator }) => isNeeded(indicator)),
    };
    for (const today of ['2025-03-05', '2026-12-01']) {
      const request = { tag, attributes, lang: 'fr', today } as const;
      const withGround = needs.has('basemap') ? { ...request, basemap } : request;
      // A collection that the manifest has and that was not loaded cannot be read: it throws.
      expect(lightStill({ ...dataset, collections, measures: kept }, withGround)).toEqual(
        lightStill(dataset, { ...request, basemap }),
      );
    }
  });
});
