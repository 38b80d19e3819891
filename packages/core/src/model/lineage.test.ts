import { describe, expect, it } from 'vitest';
import { lineageOf } from './lineage.ts';

const TERRITORIES = [
  { id: 'region-53', parents: [] },
  { id: 'departement-35', parents: ['region-53'] },
  { id: 'departement-56', parents: ['region-53'] },
  { id: 'epci-1', parents: ['departement-35'] },
  // A group over two départements lies in neither.
  { id: 'epci-2', parents: [] },
  { id: 'commune-35251', parents: ['epci-1', 'departement-35'] },
  { id: 'commune-35236', parents: ['epci-2', 'departement-35'] },
  { id: 'commune-99999', parents: ['lost'] },
];

describe('the lineage of a territory', () => {
  it('lists what contains it, nearest first', () => {
    expect(lineageOf(TERRITORIES, 'commune-35251')).toEqual(['commune-35251', 'epci-1', 'departement-35', 'region-53']);
    expect(lineageOf(TERRITORIES, 'region-53')).toEqual(['region-53']);
  });

  it('has no other département of its group', () => {
    expect(lineageOf(TERRITORIES, 'commune-35236')).toContain('departement-35');
    expect(lineageOf(TERRITORIES, 'commune-35236')).not.toContain('departement-56');
  });

  it('names what the data do not list, and is itself where nothing is known of it', () => {
    expect(lineageOf(TERRITORIES, 'commune-99999')).toEqual(['commune-99999', 'lost']);
    expect(lineageOf(TERRITORIES, 'nowhere')).toEqual(['nowhere']);
  });

  it('ends on a circle', () => {
    const circle = [
      { id: 'a', parents: ['b'] },
      { id: 'b', parents: ['a'] },
    ];
    expect(lineageOf(circle, 'a')).toEqual(['a', 'b']);
  });
});
