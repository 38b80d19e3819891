import { type CollectionName, DATASET_FORMAT, type Dataset } from '../model/index.ts';
import type { Indicator } from './indicator.ts';

/**
 * Returns the collections that an indicator reads and does not need: on a page these are not loaded, and it fails there. Found
 * by computing it, whole and by each of its dimensions, on a data set without records; arithmetic that fails on that tells
 * nothing.
 */
export function undeclaredReads(indicator: Indicator): readonly CollectionName[] {
  const read = new Set<CollectionName>();
  const collections = new Proxy<Dataset['collections']>(
    {},
    {
      get: (_, name) => {
        read.add(name as CollectionName);
        return [];
      },
    },
  );
  const period = indicator.calendar === 'school' ? '2023-SY' : '2024';
  const values = indicator.dimensions.map(({ id }) => `${id}=x`);
  for (const by of [undefined, ...indicator.dimensions.map(({ id }) => id)]) {
    for (const where of [undefined, ...values]) {
      try {
        indicator.compute({ ...blank, collections }, { period, ...(by ? { by } : {}), ...(where ? { where } : {}) });
      } catch {
        // A function of the page's own may rely on records.
      }
    }
  }
  return [...read].filter((name) => !indicator.needs.includes(name));
}

const blank: Pick<Dataset, 'manifest' | 'base'> = {
  base: '',
  manifest: {
    format: DATASET_FORMAT,
    id: 'blank',
    title: { fr: '' },
    publisher: { name: '' },
    licence: { name: '' },
    language: 'fr',
    network: 'blank',
    updated: '2025-01-01',
    periods: ['2023-SY', '2024'],
    collections: {},
    documents: {},
  },
};
