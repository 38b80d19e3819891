import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../directory/index.ts';
import type { PlainWords } from '../words/words.ts';
import { partsInView, rowCount, rowsByTitle } from './parts.ts';

const m = { lang: 'fr', text: (key: string, { n }: { n?: number } = {}) => `${key} ${n}` } as unknown as PlainWords;
const at = (lon: number, lat = 48) => ({ lon, lat, precision: 'commune' as const });
const entry = (id: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id,
  layer: 'projects',
  name: { fr: id },
  aliases: [],
  college: null,
  position: null,
  place: null,
  departement: null,
  lineage: [],
  date: null,
  status: null,
  description: null,
  activities: [],
  links: [],
  ...more,
});

describe('the parts of a list beside a map', () => {
  const near = entry('near', { layer: 'events', position: at(-2) });
  const far = entry('far', { layer: 'members', position: at(-4) });
  const off = entry('off', { position: at(9) });
  const nowhere = entry('nowhere');
  const entries = [nowhere, off, far, near];
  const onMap = entries.map((each) => (each === off ? { ...each, position: null } : each));

  it('are what is in view, elsewhere, beyond the map, and in one line what has no place, whatever the layers', () => {
    const parts = partsInView(entries, onMap, [-3, 47, -1, 49]);
    expect(parts.map(({ key, entries: own, isFolded }) => [key, own.map(({ id }) => id).join(), isFolded])).toEqual([
      ['listInView', 'near', false],
      ['listElsewhere', 'far', false],
      ['overOff', 'off', false],
      ['listUnplaced', 'nowhere', true],
    ]);
  });

  it('do not fold a list that has nothing else', () => {
    expect(partsInView([nowhere], [nowhere], null)).toEqual([
      { key: 'listUnplaced', entries: [nowhere], isFolded: false },
    ]);
  });
});

describe('the rows of a list', () => {
  const school = { fr: 'École' };
  const one = entry('1', { name: school, place: { fr: 'Brest' } });
  const two = entry('2', { name: school, place: { fr: 'Vannes' } });

  it('are one for a title, where it stands first; members of one name are two', () => {
    const members = [one, two].map((each) => ({ ...each, id: `m${each.id}`, layer: 'members' as const }));
    const rows = rowsByTitle([one, entry('x'), two, ...members], m);
    expect(rows.map((row) => row.map(({ id }) => id).join())).toEqual(['1,2', 'x', 'm1', 'm2']);
  });

  it('count the places of a title, or how often it is there', () => {
    expect(rowCount([one, two], m)).toBe('rowPlaces 2');
    expect(rowCount([one, one], m)).toBe('rowTimes 2');
  });
});
