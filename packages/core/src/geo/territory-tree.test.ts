import { describe, expect, it } from 'vitest';
import { createTerritoryTree } from './territory-tree.ts';

const position = { lon: -2, lat: 48 };
const tree = createTerritoryTree([
  { id: 'region-53', kind: 'region', parents: [] },
  { id: 'departement-35', kind: 'departement', parents: ['region-53'] },
  { id: 'departement-56', kind: 'departement', parents: ['region-53'] },
  { id: 'epci-1', kind: 'epci', parents: ['departement-35'], position },
  { id: 'epci-2', kind: 'epci', parents: [], overlaps: ['departement-35', 'departement-56', 'region-53'] },
  { id: 'commune-35251', kind: 'commune', parents: ['epci-1', 'departement-35'] },
  { id: 'commune-35236', kind: 'commune', parents: ['epci-2', 'departement-35'], position: { lon: -2.1, lat: 47.7 } },
  { id: 'commune-99999', kind: 'commune', parents: ['lost'] },
]);

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

describe('a tree of territories', () => {
  it('lists what contains a territory, nearest first', () => {
    expect(ids(tree.lineage('commune-35251'))).toEqual(['commune-35251', 'epci-1', 'departement-35', 'region-53']);
    expect(tree.lineage('nowhere')).toEqual([]);
  });

  it('tells what lies within what', () => {
    expect(tree.isWithin('commune-35251', 'region-53')).toBe(true);
    expect(tree.isWithin('region-53', 'region-53')).toBe(true);
    expect(tree.isWithin('region-53', 'commune-35251')).toBe(false);
    expect(tree.isWithin('nowhere', 'region-53')).toBe(false);
  });

  it('does not put a commune into the other départements of its group', () => {
    expect(tree.isWithin('commune-35236', 'departement-35')).toBe(true);
    expect(tree.isWithin('commune-35236', 'departement-56')).toBe(false);
  });

  it('lists groups of a territory, those over its border included', () => {
    expect(ids(tree.inside('departement-35', 'epci'))).toEqual(['epci-1', 'epci-2']);
    expect(ids(tree.inside('departement-56', 'epci'))).toEqual(['epci-2']);
    expect(ids(tree.inside('region-53', 'epci'))).toEqual(['epci-1', 'epci-2']);
    expect(ids(tree.inside('region-53', 'departement'))).toEqual(['departement-35', 'departement-56']);
  });

  it('gives the nearest position there is, and what it stands for', () => {
    expect(tree.positionOf('commune-35236')).toEqual({ lon: -2.1, lat: 47.7, precision: 'commune' });
    expect(tree.positionOf('commune-35251')).toEqual({ ...position, precision: 'epci' });
    expect(tree.positionOf('commune-99999')).toBeNull();
  });

  it('ends on a circle', () => {
    const circle = createTerritoryTree([
      { id: 'a', kind: 'pole', parents: ['b'] },
      { id: 'b', kind: 'pole', parents: ['a'] },
    ]);
    expect(ids(circle.lineage('a'))).toEqual(['a', 'b']);
  });
});
