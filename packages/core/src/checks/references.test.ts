import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { linesOf } from './testing/find.ts';
import { added, clean, options, planted, regionOf } from './testing/region.ts';

const rule = 'references';

describe('a reference', () => {
  it.each([
    ['memberships', 'm1', { college: 'syndicats' }, 'college: syndicats'],
    ['events', 'salon', { organisers: ['nobody'] }, 'organisers: nobody'],
    ['events', 'salon', { territories: ['commune-99999'] }, 'territories: commune-99999'],
    ['tallies', 'salon', { of: 'soiree' }, 'of: soiree'],
    ['observations', 'board', { dimensions: { body: 'comite' } }, 'dimensions.body: comite'],
    ['observations', 'present', { dimensions: { presence: 'late' } }, 'dimensions.presence: late'],
    ['observations', 'joined', { derivedFrom: ['gone'] }, 'derivedFrom: gone'],
    ['observations', 'joined', { source: { document: 'autre' } }, 'source.document: autre'],
  ] as const)('of %s %s that leads nowhere is an error: %o', (collection, id, change, said) => {
    expect(linesOf(rule, planted(collection, id, change))).toEqual([`error ${collection}/${id} ${said}`]);
  });

  it('that differs from an id by case only suggests it', () => {
    expect(linesOf(rule, planted('meetings', 'bureau/2023-02-07', { body: 'Bureau' }))).toEqual([
      'error meetings/bureau/2023-02-07 body: Bureau, expected bureau',
    ]);
  });

  it('to a commune of the table given is known', () => {
    expect(linesOf(rule, planted('events', 'salon', { territories: ['commune-66010'] }))).toEqual([]);
  });

  it('to a collection that was not loaded is not judged', () => {
    const { collections, ...rest } = regionOf(planted('memberships', 'm1', { organisation: 'nobody' }));
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
