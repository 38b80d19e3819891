import { describe, expect, it } from 'vitest';
import type { CommuneLocator } from '../model/index.ts';
import { placeIn } from './communes.ts';
import type { Draft, Fields } from './year-data.ts';

const FINISTERE = { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' } };
const BREST = { lon: -4.486, lat: 48.39 };

/** A draft with these territories, whose table of communes knows Brest, and two of the name Saint-Malo. */
function draftOf(territories: readonly Fields[], hasTable = true) {
  const all = new Map(territories.map((each) => [String(each['id']), each]));
  const asked: Parameters<CommuneLocator>[0][] = [];
  const locate = ((wanted) => {
    asked.push(wanted);
    if (wanted.commune === 'Brest' || wanted.insee === '29019') {
      return { kind: 'found', insee: '29019', name: 'Brest', position: BREST, within: [FINISTERE] };
    }
    if (wanted.commune === 'Saint-Malo')
      return { kind: 'ambiguous', candidates: ['Saint-Malo (35)', 'Saint-Malo (56)'] };
    return { kind: 'unknown', suggestion: 'Brest' };
  }) as CommuneLocator;
  const draft = {
    locate: hasTable ? locate : null,
    list: () => [...all.values()],
    find: (_name: string, id: string) => all.get(id),
    put: (_name: string, record: Fields) => all.set(String(record['id']), record),
  } as unknown as Draft;
  return { draft, all, asked };
}

const cell = (text: string) => ({ text }) as Parameters<typeof placeIn>[2];
const place = (text: string, { draft }: { readonly draft: Draft }, record: Fields = {}, field = 'town') => {
  const unplaced: string[] = [];
  return { record: placeIn(record, field, cell(text), draft, unplaced), unplaced };
};

describe('the commune of a row', () => {
  it('gives its record a place: longitude and latitude as the table has them, the commune and those around it', () => {
    const drafted = draftOf([]);
    expect(place('Brest', drafted, { id: 'a', territories: ['commune-35238', 'epci-1'] }).record).toEqual({
      id: 'a',
      town: 'Brest',
      territories: ['commune-29019', 'epci-1'],
      position: { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' },
    });
    expect([...drafted.all.values()]).toEqual([
      FINISTERE,
      {
        id: 'commune-29019',
        kind: 'commune',
        name: { fr: 'Brest' },
        code: '29019',
        parents: ['departement-29'],
        position: { lon: -4.486, lat: 48.39 },
      },
    ]);
  });

  it('is taken from the data of last year where these have it, with its point as it stands there', () => {
    const known = { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, position: BREST };
    const point = { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' };
    for (const text of ['brest', 'Brest [commune-29019]', 'commune-29019']) {
      expect(place(text, draftOf([known], false)).record, text).toMatchObject({ town: 'Brest', position: point });
    }
    const pointless = { ...known, position: { lon: -4.486 } };
    expect(place('Brest', draftOf([pointless], false)).record['position']).toBeNull();
  });

  it('is guessed neither between two of a name nor without a table', () => {
    const named = (id: string) => ({ id, kind: 'commune', name: { fr: 'Brest' }, position: BREST });
    expect(place('Brest', draftOf([named('commune-1'), named('commune-2')], false))).toEqual({
      record: { town: 'Brest' },
      unplaced: ['Brest'],
    });
    expect(() => place('Saint-Malo', draftOf([]))).toThrow('Saint-Malo (35), Saint-Malo (56)');
    expect(() => place('Brestt', draftOf([]))).toThrow('Brest');
  });

  it.each([
    ['Brest (29)', { commune: 'Brest', departement: '29' }],
    ['29200 Brest', { commune: 'Brest', postcode: '29200' }],
    ['Brest (29019)', { commune: 'Brest', insee: '29019' }],
    ['29019', { commune: '29019', insee: '29019' }],
    ['Brest [2A004]', { commune: 'Brest', insee: '2A004' }],
  ])('is asked for with all that is written: %s', (text, wanted) => {
    const drafted = draftOf([]);
    place(text, drafted);
    expect(drafted.asked).toEqual([wanted]);
  });

  it('is taken off by an empty cell, and names the place of a meeting only where it has no name of its own', () => {
    const placed = { town: 'Brest', territories: ['commune-29019', 'epci-1'], position: BREST };
    expect(place('', draftOf([]), placed).record).toEqual({ territories: ['epci-1'], position: null });
    const meeting = { body: 'conseil', place: 'Mairie' };
    expect(place('Brest', draftOf([]), meeting, 'place').record).toEqual({
      ...meeting,
      position: { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' },
    });
    expect(place('Brest', draftOf([]), { body: 'conseil' }, 'place').record).toMatchObject({ place: 'Brest' });
  });
});
