import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { ancestorOf, countByTerritory, liesIn, placed, placedContext } from './territory.ts';

const territory = (id: string, kind: string, ...parents: readonly string[]) => ({
  id,
  kind,
  name: { fr: id },
  parents,
});
const data = makeDataset({
  territories: [
    territory('region-53', 'region'),
    territory('departement-29', 'departement', 'region-53'),
    territory('epci-1', 'epci', 'departement-29'),
    territory('commune-29019', 'commune', 'epci-1', 'departement-29'),
    territory('pole-brest', 'pole', 'departement-29'),
    // A mistake of the data must not hang the page.
    territory('pole-loop', 'pole', 'pole-pool'),
    territory('pole-pool', 'pole', 'pole-loop'),
  ],
});

describe('liesIn', () => {
  it('climbs to any ancestor, and is true of the territory itself', () => {
    for (const asked of ['commune-29019', 'epci-1', 'departement-29', 'region-53', undefined]) {
      expect(liesIn(data, ['commune-29019'], asked), asked).toBe(true);
    }
    expect(liesIn(data, ['departement-29'], 'commune-29019')).toBe(false);
    expect(liesIn(data, [], 'region-53')).toBe(false);
  });

  it('ends on parents that go round in circles', () => {
    expect(liesIn(data, ['pole-loop'], 'region-53')).toBe(false);
    expect(ancestorOf(data, ['pole-loop'], 'region')).toBeUndefined();
  });
});

describe('countByTerritory', () => {
  it('counts a thing once in each territory around it, however many of its territories lie there', () => {
    const counts = countByTerritory(data, [['commune-29019', 'pole-brest'], ['pole-brest'], ['departement-35'], []]);
    expect(Object.fromEntries(counts)).toEqual({
      'commune-29019': 1,
      'pole-brest': 2,
      'epci-1': 1,
      'departement-29': 2,
      'region-53': 2,
      'departement-35': 1,
    });
  });
});

describe('placed', () => {
  it('is unclear for what lies nowhere, or in a territory wider than the one asked for', () => {
    expect(placed(data, [], 'departement-29')).toBeNull();
    expect(placed(data, ['region-53'], 'departement-29')).toBeNull();
  });

  it('is unclear in a kind of territory of which the data have none', () => {
    const communes = makeDataset({ territories: [territory('commune-29019', 'commune', 'departement-29')] });
    expect(placed(communes, ['commune-29019'], 'epci-1')).toBeNull();
    expect(placed(communes, ['commune-29019'], 'departement-35')).toBe(false);
    expect(placed(communes, ['commune-29019', 'pole-brest'], 'pole-vannes')).toBe(false);
    expect(placed(data, ['commune-29155'], 'epci-1')).toBe(false);
  });

  it('is clear for what lies inside or elsewhere', () => {
    expect(placed(data, ['commune-29019'], 'departement-29')).toBe(true);
    expect(placed(data, ['commune-29019'], 'departement-35')).toBe(false);
    expect(placed(data, [], undefined)).toBe(true);
  });
});

describe('ancestorOf', () => {
  it('gives the nearest ancestor of a kind', () => {
    expect(ancestorOf(data, ['commune-29019'], 'commune')).toBe('commune-29019');
    expect(ancestorOf(data, ['commune-29019'], 'departement')).toBe('departement-29');
    expect(ancestorOf(data, ['pole-brest', 'commune-29019'], 'commune')).toBe('commune-29019');
    expect(ancestorOf(data, ['region-53'], 'commune')).toBeUndefined();
  });

  it('knows the kind of a territory that the data do not describe from its id', () => {
    expect(ancestorOf(makeDataset({}), ['departement-22'], 'departement')).toBe('departement-22');
  });
});

describe('placedContext', () => {
  const context = { dataset: data, period: '2024', territory: undefined, where: { call: 'a' } };

  it('takes a territory of `where` for the one asked for, unless another is', () => {
    const where = { call: 'a', territory: 'departement-29' };
    expect(placedContext(context)).toBe(context);
    expect(placedContext({ ...context, where })).toMatchObject({ where: { call: 'a' }, territory: 'departement-29' });
    expect(placedContext({ ...context, where, territory: 'departement-29' })?.where).toEqual({ call: 'a' });
    expect(placedContext({ ...context, where, territory: 'departement-35' })).toBeNull();
  });
});
