import { describe, expect, it } from 'vitest';
import type { IndicatorEntry } from './catalogue.ts';
import { isComplete } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import type { Coverage } from './manifest.ts';
import { LIST_NETWORK, mergeDatasets as merge } from './merge.ts';
import { makeDataset } from './testing.ts';

const resolve = (href: string, base: string): string => new URL(href, base).href;
const mergeDatasets = (datasets: readonly Dataset[]): Dataset => merge(datasets, resolve);

const named = (id: string, name = id) => ({ id, name });
const category = (dimension: string, id: string) => ({ id, dimension, label: { fr: id } });

function dataset(
  id: string,
  collections: Parameters<typeof makeDataset>[0],
  extra: Partial<Dataset['manifest']> = {},
): Dataset {
  const made = makeDataset(collections);
  return { ...made, base: `https://${id}.example/data/manifest.json`, manifest: { ...made.manifest, id, ...extra } };
}

describe('merging data sets', () => {
  it('of none is a mistake, and of one is that one', () => {
    const one = dataset('a', {});
    expect(() => mergeDatasets([])).toThrow('at least one data set');
    expect(mergeDatasets([one])).toBe(one);
  });

  it('joins their records in order; of two with one id, the first stays', () => {
    const a = dataset('a', { organisations: [named('x', 'first'), named('y')] });
    const b = dataset('b', {
      organisations: [named('x', 'second'), named('z')],
      networks: [{ id: 'n', name: { fr: 'N' } }],
    });
    const merged = mergeDatasets([a, b]);
    expect(merged.collections.organisations?.map((o) => [o.id, o.name])).toEqual([
      ['x', 'first'],
      ['y', 'y'],
      ['z', 'z'],
    ]);
    expect(merged.collections.networks?.map((n) => n.id)).toEqual(['n']);
    expect(Object.keys(merged.manifest.collections).sort()).toEqual(['networks', 'organisations']);
  });

  it('takes the texts and the network of the first', () => {
    const a = dataset('a', {}, { title: { fr: 'Premier' }, network: 'one' });
    const b = dataset('b', {}, { title: { fr: 'Second' }, network: 'two' });
    const { manifest, base } = mergeDatasets([a, b]);
    expect([manifest.id, manifest.title.fr, manifest.network, base]).toEqual(['a', 'Premier', 'one', a.base]);
  });

  it('takes periods that somebody declares before those of a list, whichever is first', () => {
    const list = dataset('a', {}, { periods: ['2026'], periodsInferred: true });
    const declared = dataset('b', {}, { periods: ['2023', '2024'] });
    for (const both of [
      [list, declared],
      [declared, list],
    ]) {
      expect(mergeDatasets(both).manifest).toMatchObject({ periods: ['2023', '2024'] });
      expect(mergeDatasets(both).manifest.periodsInferred).toBeUndefined();
    }
    const { manifest } = mergeDatasets([list, { ...list, base: 'https://c.example/data/manifest.json' }]);
    expect([manifest.periods, manifest.periodsInferred]).toEqual([['2026'], true]);
  });

  it.each([
    ['after', false],
    ['before', true],
  ])('counts the members of a list %s a data set in its network, which says more of territories', (_place, isFirst) => {
    const territory = (parents: readonly string[]) => ({
      id: 'departement-29',
      kind: 'departement',
      name: 'F',
      parents,
    });
    const membership = (organisation: string, network: string) => ({
      id: `${network}/${organisation}`,
      organisation,
      network,
    });
    const own = dataset(
      'own',
      {
        memberships: [membership('x', 'one')],
        territories: [{ ...territory(['region-53']), name: { fr: 'Finistère' } }],
      },
      { network: 'one' },
    );
    const list = dataset(
      'list',
      {
        networks: [{ id: LIST_NETWORK, name: { fr: 'Adhérents' } }],
        colleges: [{ id: 'scop', network: LIST_NETWORK, label: { fr: 'Scop' }, order: 1 }],
        memberships: [membership('y', LIST_NETWORK)],
        territories: [{ ...territory([]), name: { fr: 'Département 29' } }],
      },
      { network: LIST_NETWORK },
    );
    const { manifest, collections } = mergeDatasets(isFirst ? [list, own] : [own, list]);
    expect(manifest).toMatchObject({ id: isFirst ? 'list' : 'own', network: 'one' });
    expect(collections.memberships?.map(({ network }) => network)).toEqual(['one', 'one']);
    expect(collections.colleges?.map(({ network }) => network)).toEqual(['one']);
    expect(collections.networks ?? []).toEqual([]);
    expect(collections.territories).toMatchObject([{ name: { fr: 'Finistère' }, parents: ['region-53'] }]);
  });

  it('keeps the members of two networks apart', () => {
    const member = (id: string, network: string) => ({ memberships: [{ id, organisation: id, network }] });
    const a = dataset('a', member('x', 'one'), { network: 'one' });
    const b = dataset('b', member('y', 'two'), { network: 'two' });
    expect(mergeDatasets([a, b]).collections.memberships?.map(({ network }) => network)).toEqual(['one', 'two']);
  });

  it('takes the first basemap that there is, at its own address', () => {
    const a = dataset('a', {});
    const b = dataset('b', {}, { basemap: './basemap.json' });
    expect(mergeDatasets([a, b]).manifest.basemap).toBe('https://b.example/data/basemap.json');
  });

  it('keeps the documents of all, those of the first where two have one name', () => {
    const a = dataset('a', {}, { documents: { report: { title: { fr: 'Rapport A' } } } });
    const b = dataset(
      'b',
      {},
      { documents: { report: { title: { fr: 'Rapport B' } }, minutes: { title: { fr: 'Compte rendu' } } } },
    );
    const { documents } = mergeDatasets([a, b]).manifest;
    expect(documents['report']?.title.fr).toBe('Rapport A');
    expect(documents['minutes']?.title.fr).toBe('Compte rendu');
  });

  it('tells categories of two dimensions apart, even with one id', () => {
    const a = dataset('a', { categories: [category('theme', 'other'), category('format', 'other')] });
    const b = dataset('b', { categories: [category('theme', 'other')] });
    expect(mergeDatasets([a, b]).collections.categories).toHaveLength(2);
  });

  it('joins their catalogues; of two definitions of one indicator, the first comes first', () => {
    const entry = (fr: string): IndicatorEntry => ({
      id: 'bikes',
      kind: 'flow',
      unit: 'bikes',
      label: { fr },
      definition: { fr },
      dimensions: [],
      needs: [],
    });
    const of = (id: string, fr: string): Dataset => ({
      ...dataset(id, {}, { catalogue: { href: 'catalogue.json', hash: id } }),
      catalogue: { format: 'ess-catalogue/1', indicators: [entry(fr)] },
    });
    const merged = mergeDatasets([dataset('list', {}), of('a', 'Vélos'), of('b', 'Bicyclettes')]);
    expect(merged.catalogue?.indicators.map(({ label }) => label.fr)).toEqual(['Vélos', 'Bicyclettes']);
    expect(merged.manifest.catalogue?.hash).toBe('a');
    expect(mergeDatasets([dataset('a', {}), dataset('b', {})]).catalogue).toBeUndefined();
  });

  it('drops measures, which were computed on one alone', () => {
    const measures = { format: 'ess-measures/1', hashes: {}, indicators: {}, measures: [] };
    const excerpts = { 'measures-members.json': ['members-stock'] };
    const a: Dataset = { ...dataset('a', {}, { measures: 'measures.json', excerpts }), measures };
    const merged = mergeDatasets([a, dataset('b', {})]);
    expect(merged.measures).toBeUndefined();
    expect(merged.manifest.measures).toBeUndefined();
    expect(merged.manifest.excerpts).toBeUndefined();
  });

  describe('are complete for what all declare complete', () => {
    const member = (id: string, coverage: readonly Coverage[], network = 'net'): Dataset =>
      makeDataset(
        { memberships: [{ id, organisation: id, network }] },
        { network, coverage: { memberships: coverage } },
      );
    const list = (id: string, period: string): Dataset =>
      member(id, [{ complete: true, period, where: 'flow=stock' }], LIST_NETWORK);
    const isCompleteFor = (datasets: readonly Dataset[], period: string, where?: string): boolean =>
      isComplete(mergeDatasets(datasets), 'memberships', period, where);
    const whole = member('a', [{ complete: true }]);

    it('in whatever order, and not where one of them declares nothing', () => {
      const open = member('b', []);
      expect(isCompleteFor([whole, member('b', [{ complete: true }])], '2024')).toBe(true);
      expect(isCompleteFor([whole, open], '2024')).toBe(false);
      expect(isCompleteFor([open, whole], '2024')).toBe(false);
      expect(isCompleteFor([whole, makeDataset({ organisations: [named('x')] })], '2024')).toBe(true);
    });

    it('by period and by part', () => {
      const of2024 = member('b', [{ complete: true, period: '2024' }]);
      const joined = member('c', [{ complete: true, where: 'flow=joined' }]);
      expect(isCompleteFor([of2024, whole], '2024')).toBe(true);
      expect(isCompleteFor([of2024, member('d', [{ complete: true, period: '2023' }])], '2024')).toBe(false);
      expect(isCompleteFor([joined, whole], '2024', 'flow=joined')).toBe(true);
      expect(
        isCompleteFor([joined, member('d', [{ complete: true, where: 'flow=left' }])], '2024', 'flow=joined'),
      ).toBe(false);
    });

    it('two lists of members of two days, but not a list beside a data set that is not', () => {
      expect(isCompleteFor([list('a', '2025-01-05'), list('b', '2025-03-02')], '2025-01-05', 'flow=stock')).toBe(true);
      expect(isCompleteFor([list('a', '2025-01-05'), member('b', [])], '2025-01-05', 'flow=stock')).toBe(false);
    });
  });

  it('changes none of them', () => {
    const a = dataset('a', { organisations: [named('x')] });
    const b = dataset('b', { organisations: [named('y')] });
    const before = JSON.stringify([a, b]);
    mergeDatasets([a, b]);
    expect(JSON.stringify([a, b])).toBe(before);
  });
});
