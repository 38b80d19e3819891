import { describe, expect, it } from 'vitest';
import type { Territory } from '../model/index.ts';
import { parseCommunes } from './communes-schema.ts';
import { createPlacer } from './placer.ts';

const table = parseCommunes({
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '22278', '56140', '35214', '29024', '29152', '22227', '29141'],
    name: [
      'Brest',
      'Saint-Brieuc',
      'Moustoir-Ac',
      'Saint-Brieuc',
      'Carhaix',
      'Motreff',
      'Plouguernével',
      'Le Moustoir',
    ],
    lon: [-4.486, -2.765, null, -2, -3.57, -3.5, -3.2, null],
    lat: [48.39, 48.514, null, 48, 48.27, 48.25, 48.24, null],
    postal: [['29200'], ['22000'], ['56500'], ['35630'], [], [], [], []],
    epci: [0, null, null, null, 1, 1, 1, 1],
  },
  epci: [
    { siren: '242900314', name: 'Brest Métropole' },
    { siren: '242900744', name: 'Poher' },
  ],
  departements: [{ code: '29', name: { fr: 'Finistère' } }],
  attribution: { fr: 'GeoNames' },
  licences: [],
});
const place = createPlacer(table);

describe('a placer', () => {
  it('gives what contains a commune in the data that its table goes with', () => {
    const territory = (id: string, parents: string[], name: Territory['name'] = { fr: id }): Territory => {
      const [kind = '', code = ''] = id.split('-');
      return { id, kind: kind as Territory['kind'], name, code, parents };
    };
    const brest = territory('commune-29019', ['pole-iroise']);
    const pole = territory('pole-iroise', ['region-53']);
    const departement = territory('departement-29', ['region-53'], { fr: 'Finistère', br: 'Penn-ar-Bed' });
    const region = territory('region-53', []);
    const found = createPlacer(table, [brest, pole, departement, region])({ postcode: '29200' });
    const within = found.kind === 'found' ? found.within : [];
    expect(within?.map(({ id }) => id)).toEqual(['epci-242900314', 'departement-29', 'pole-iroise', 'region-53']);
    expect(within?.find(({ id }) => id === 'departement-29')).toEqual(departement);
    expect(found).toMatchObject({ position: { precision: 'commune' } });
  });

  it('takes no commune of the same name elsewhere for one whose code its table does not have', () => {
    expect(place({ insee: '03190', commune: 'Brest' })).toEqual({ kind: 'unknown', elsewhere: '03' });
    expect(place({ insee: '23031', commune: 'Saint-Brieuc' })).toEqual({ kind: 'unknown', elsewhere: '23' });
    expect(place({ insee: '22999', commune: 'Saint-Brieuc' })).toMatchObject({ kind: 'found', insee: '22278' });
    expect(place({ commune: 'Saint-Brieuc' })).toMatchObject({ kind: 'ambiguous' });
  });

  it('finds a town by its INSEE code, by name and postal code, or by name alone', () => {
    const brest = {
      kind: 'found',
      insee: '29019',
      name: 'Brest',
      position: { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' },
      within: [
        {
          id: 'epci-242900314',
          kind: 'epci',
          name: { fr: 'Brest Métropole' },
          code: '242900314',
          parents: ['departement-29'],
          position: { lon: -4.486, lat: 48.39 },
        },
        { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29', parents: [] },
      ],
    };
    expect(place({ insee: '29019' })).toEqual(brest);
    expect(place({ commune: 'BREST', postcode: '29200' })).toEqual(brest);
    expect(place({ commune: 'brest' })).toEqual(brest);
  });

  it('says of a group over two départements that it lies in a part of both, at the commune nearest to its middle', () => {
    const { within } = place({ commune: 'Carhaix' }) as { within: readonly unknown[] };
    expect(within[0]).toMatchObject({
      parents: [],
      overlaps: ['departement-29', 'departement-22'],
      position: { lon: -3.5, lat: 48.25 },
    });
  });

  it('never chooses between two towns of one name', () => {
    expect(place({ commune: 'St Brieuc' })).toEqual({
      kind: 'ambiguous',
      candidates: ['Saint-Brieuc (22278)', 'Saint-Brieuc (35214)'],
    });
    expect(place({ commune: 'St Brieuc', postcode: '22000' })).toMatchObject({ kind: 'found', insee: '22278' });
  });

  it('tells towns of one name apart by a département, written as a code or as a name', () => {
    const of = (departement: string) => place({ commune: 'St Brieuc', departement });
    for (const departement of ['22', '22 - Côtes-d’Armor', 'Dept. (22)'])
      expect(of(departement), departement).toMatchObject({ kind: 'found', insee: '22278' });
    expect(place({ commune: 'Brest', departement: 'FINISTERE' })).toMatchObject({ kind: 'found', insee: '29019' });
    expect(of('35')).toMatchObject({ kind: 'found', insee: '35214' });
    // A département that the table lacks has another town of that name.
    expect(place({ commune: 'Brest', departement: '3' })).toEqual({ kind: 'unknown', elsewhere: '03' });
    expect(place({ commune: 'Brest', departement: 'Allier' })).toEqual({ kind: 'unknown', elsewhere: 'Allier' });
    // A code says more than that column.
    expect(place({ commune: 'St Brieuc', postcode: '22000', departement: '35' })).toMatchObject({ insee: '22278' });
  });

  it('is asked about a town of a département that it covers, and about codes that name two', () => {
    expect(place({ commune: 'Nulle Part', insee: '29999' })).toEqual({ kind: 'unknown' });
    expect(place({ commune: 'Moulins', insee: '03190', postcode: '23000' })).toEqual({ kind: 'unknown' });
  });

  it('says what it does not know, with the nearest name', () => {
    expect(place({ commune: 'Breste' })).toEqual({ kind: 'unknown', suggestion: 'Brest (29019)' });
    expect(place({})).toEqual({ kind: 'unknown' });
  });

  it('takes no town of another département for a misspelt one', () => {
    expect(place({ commune: 'Bresst', postcode: '75011' })).toEqual({ kind: 'unknown', elsewhere: '75' });
    expect(place({ commune: '97400 Brect' })).toEqual({ kind: 'unknown' });
    expect(place({ commune: 'Bresst', postcode: '29999' })).toEqual({ kind: 'unknown', suggestion: 'Brest (29019)' });
  });

  it('places a town that has no position at its group of communes, and says so', () => {
    expect(place({ insee: '29141' })).toMatchObject({
      kind: 'found',
      insee: '29141',
      position: { lon: -3.5, lat: 48.25, precision: 'epci', territory: 'epci-242900744' },
    });
  });

  it('recognises a town that has no position, nor any group of communes', () => {
    expect(place({ insee: '56140' })).toMatchObject({ kind: 'found', position: null });
  });
});

describe('a placer of another country', () => {
  const file = (insee: readonly string[], name: readonly string[], postal: readonly (readonly string[])[]) => ({
    format: 'ess-communes/1',
    columns: {
      insee,
      name,
      lon: name.map(() => 6),
      lat: name.map(() => 46),
      postal,
      epci: name.map(() => null),
    },
    epci: [],
    attribution: { fr: 'x' },
    licences: [],
  });
  const swiss = file(['6621', '5586', '2196'], ['Genève', 'Lausanne', 'Fribourg'], [['1201', '1202'], ['1003'], []]);
  const cantons = ['GE', 'VD'].map((code) => ({ code, name: { fr: `Canton ${code}` } }));
  const inSwitzerland = createPlacer(
    parseCommunes({ ...swiss, columns: { ...swiss.columns, departement: [0, 1, null] }, departements: cantons }),
  );
  const inBelgium = createPlacer(parseCommunes(file(['62063', '92094'], ['Liège', 'Namur'], [['4000'], ['5000']])));
  const inQuebec = createPlacer(parseCommunes(file(['66023', '23027'], ['Montréal', 'Québec'], [['H2X'], ['G1R']])));

  it.each([
    ['a code of four figures', inSwitzerland, { postcode: '01201', written: { postcode: '1201' } }, '6621'],
    [
      'a code beside a name',
      inSwitzerland,
      { commune: 'Lausanne', postcode: '01003', written: { postcode: '1003' } },
      '5586',
    ],
    [
      'a name beside a code that the table lacks',
      inSwitzerland,
      { commune: 'Fribourg', written: { postcode: '1700' } },
      '2196',
    ],
    ['its own official code', inSwitzerland, { insee: '06621', written: { insee: '6621' } }, '6621'],
    ['a code with the letter of its country', inBelgium, { written: { postcode: 'B-4000' } }, '62063'],
    ['code and name in one column', inBelgium, { commune: '5000 Namur' }, '92094'],
    ['a code of letters and figures', inQuebec, { written: { postcode: 'H2X 1Y4' } }, '66023'],
    ['a name beside that', inQuebec, { commune: 'Québec', written: { postcode: 'G1R 4P5' } }, '23027'],
  ])('finds %s', (_, place, town, insee) => {
    expect(place(town)).toMatchObject({ kind: 'found', insee, abroad: true });
  });

  it('knows what contains a commune by the table alone', () => {
    const canton = { id: 'departement-GE', kind: 'departement', name: { fr: 'Canton GE' }, code: 'GE', parents: [] };
    expect(inSwitzerland({ commune: 'Genève' })).toMatchObject({ within: [canton] });
    expect(inBelgium({ commune: 'Liège' })).toMatchObject({ within: [] });
  });

  it('never takes one town for another: a code and a name that disagree are said', () => {
    expect(inSwitzerland({ commune: 'Lausanne', written: { postcode: '1201' } })).toEqual({
      kind: 'ambiguous',
      candidates: ['Genève (6621)', 'Lausanne (5586)'],
      abroad: true,
    });
    expect(inSwitzerland({ commune: 'Carouge', written: { postcode: '9999' } })).toMatchObject({ kind: 'unknown' });
  });

  it('of France reads four figures as five that lost their zero', () => {
    const inFrance = createPlacer(parseCommunes(file(['01053'], ['Bourg-en-Bresse'], [['01000']])));
    const bourg = inFrance({ postcode: '01000', written: { postcode: '1000' } });
    expect(bourg).toMatchObject({ kind: 'found', insee: '01053' });
    expect(bourg).not.toHaveProperty('abroad');
  });
});
