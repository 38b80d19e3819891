import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { linesOf } from './testing/find.ts';
import { added, clean, options, regionOf, withFault } from './testing/region.ts';

const rule = 'references';

describe('a reference', () => {
  it.each([
    ['memberships', 'm1', { college: 'syndicats' }, 'college: syndicats'],
    ['events', 'salon', { organisers: ['nobody'] }, 'organisers: nobody'],
    ['events', 'salon', { territories: ['commune-99999'] }, 'territories: commune-99999'],
    ['events', 'salon', { partOf: 'mois' }, 'partOf: mois'],
    ['tallies', 'salon', { of: 'soiree' }, 'of: soiree'],
    ['observations', 'board', { dimensions: { body: 'comite' } }, 'dimensions.body: comite'],
    ['observations', 'present', { dimensions: { presence: 'late' } }, 'dimensions.presence: late'],
    ['observations', 'joined', { derivedFrom: ['gone'] }, 'derivedFrom: gone'],
    ['observations', 'joined', { source: { document: 'autre' } }, 'source.document: autre'],
  ] as const)('of %s %s that leads nowhere is an error: %o', (collection, id, change, said) => {
    expect(linesOf(rule, withFault(collection, id, change))).toEqual([`error ${collection}/${id} ${said}`]);
  });

  it('that differs from an id by case only suggests it', () => {
    expect(linesOf(rule, withFault('meetings', 'bureau/2023-02-07', { body: 'Bureau' }))).toEqual([
      'error meetings/bureau/2023-02-07 body: Bureau, expected bureau',
    ]);
  });

  it('to a commune of the table given is known', () => {
    expect(linesOf(rule, withFault('events', 'salon', { territories: ['commune-66010'] }))).toEqual([]);
  });

  it('to a collection that was not loaded is not judged', () => {
    const { collections, ...rest } = regionOf(withFault('memberships', 'm1', { organisation: 'nobody' }));
    const { organisations: _left, ...others } = collections;
    expect(runChecks({ ...rest, collections: others }, { ...options, only: [rule] })).toEqual([]);
  });
});

describe('an id', () => {
  it('is that of one record', () => {
    const again = added('events', { id: 'foire', title: { fr: 'Autre foire' }, status: 'planned' });
    expect(linesOf(rule, again)).toEqual(['error events/foire id: foire']);
  });

  it('may be shared by categories of two dimensions', () => {
    const data = added('categories', { id: 'present', dimension: 'accueil', label: { fr: 'présent' } });
    expect(linesOf(rule, data)).toEqual([]);
    expect(linesOf(rule, clean)).toEqual([]);
  });
});

describe('a school', () => {
  const school = (establishment: string) => ({
    ...added('categories', { id: 'lycee', dimension: 'establishment', label: { fr: 'Lycée' } }),
    projects: [{ id: 'p', programme: 'x', period: '2023', status: 'held', establishment }],
  });

  it('may be told by its name, or by its kind', () => {
    expect(linesOf(rule, school('Lycée Jean-Moulin'))).toEqual([]);
    expect(linesOf(rule, school('lycee'))).toEqual([]);
    expect(linesOf(rule, school('lycees'))).toEqual(['error projects/p establishment: lycees']);
  });
});

describe('a membership', () => {
  it('is in a college of its own network', () => {
    const data = {
      ...added('colleges', { id: 'autre', network: 'voisin', label: { fr: 'Autre' }, order: 1 }),
      networks: [
        { id: 'valdor', name: { fr: 'Valdor' } },
        { id: 'voisin', name: { fr: 'Voisin' } },
      ],
      memberships: withFault('memberships', 'm1', { college: 'autre' }).memberships ?? [],
    };
    expect(linesOf(rule, data)).toEqual(['warning memberships/m1 college: autre, expected valdor']);
  });
});

describe('what could not be read', () => {
  it('is there all the same: a record, or a collection', () => {
    const data = withFault('memberships', 'm1', { organisation: 'nobody' });
    expect(linesOf(rule, data)).toHaveLength(1);
    expect(linesOf(rule, data, { unread: new Set(['organisations/nobody']) })).toEqual([]);
    expect(linesOf(rule, data, { unread: new Set(['organisations']) })).toEqual([]);
  });
});

describe('the network of the members', () => {
  it('is one of the networks', () => {
    const { manifest, ...rest } = regionOf();
    const found = runChecks({ manifest: { ...manifest, network: 'valdo' }, ...rest }, { ...options, only: [rule] });
    expect(found).toMatchObject([
      { where: { file: 'manifest.json', field: 'network' }, found: 'valdo', expected: 'valdor' },
    ]);
  });
});
