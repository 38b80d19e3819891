import { describe, expect, it } from 'vitest';
import { lineageIn } from './lineage.ts';
import { keptRecords, pairsOnly, placeNeeds } from './record-pairs.ts';
import { makeDataset } from './testing.ts';

const records = [
  {
    id: 'a',
    start: '2024-03-19',
    themes: ['egalite', 'mer'],
    online: true,
    source: { document: 'r', section: 'I.1.a' },
  },
  { id: 'b', start: '2023', network: 'cress', sections: ['I.2', 'III.6'], source: { document: 'r', section: 'I.1.a' } },
  { id: 'c', start: null, network: 'cress', edition: 17 },
];
const kept = (where?: string) => keptRecords(records, where).map(({ id }) => id);

describe('the records that a block keeps', () => {
  it('are all of them without a condition', () => {
    expect([kept(), kept('')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('have each field that is named, or have it in a list', () => {
    expect(kept('network=cress')).toEqual(['b', 'c']);
    expect(kept('network=cress edition=17')).toEqual(['c']);
    expect(kept('theme=mer')).toEqual(['a']);
    expect(kept('online=true')).toEqual(['a']);
    expect(kept('mood=good')).toEqual([]);
  });

  it('are dated inside the period that is named', () => {
    expect(kept('start=2024')).toEqual(['a']);
    expect(kept('start=2024-03-19')).toEqual(['a']);
    expect(kept('start=2023-06')).toEqual([]);
  });

  it('are told in the section that is named or in its parts: by their own list, else by their source', () => {
    expect(kept('section=I.1')).toEqual(['a']);
    expect(kept('section=III')).toEqual(['b']);
  });
});

describe('the records that lie in a place', () => {
  const dataset = makeDataset({
    territories: [
      { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' }, parents: [] },
      { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
      { id: 'epci-1', kind: 'epci', name: { fr: 'Pays' }, parents: ['departement-29'] },
      { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['epci-1'] },
    ],
  });
  const placed = [
    { id: 'brest', territories: ['commune-29019'] },
    { id: 'region', territories: ['region-53'] },
    { id: 'one', territory: 'epci-1' },
    { id: 'unlisted', territories: ['commune-35238'] },
    { id: 'both', territories: ['commune-35238', 'commune-29019'] },
    { id: 'nowhere', territories: [] },
    { id: 'none' },
  ];
  const lying = (where: string) => keptRecords(placed, where, lineageIn(dataset)).map(({ id }) => id);

  it('name it, or a territory in it', () => {
    expect(lying('territory=commune-29019')).toEqual(['brest', 'both']);
    expect(lying('territory=departement-29')).toEqual(['brest', 'one', 'both']);
    expect(lying('territory=region-53')).toEqual(['brest', 'region', 'one', 'both']);
  });

  it('lie in a département by the code of their commune, where the data do not tell', () => {
    expect(lying('departement=departement-35')).toEqual(['unlisted', 'both']);
    expect(keptRecords(placed, 'departement=departement-29').map(({ id }) => id)).toEqual(['brest', 'both']);
  });

  it('are told with the territories of the data, which are needed for that alone', () => {
    expect([{ where: 'theme=mer' }, { where: 'id=a departement=b' }, { territory: 'x' }, {}].map(placeNeeds)).toEqual([
      [],
      ['territories'],
      ['territories'],
      [],
    ]);
  });
});

describe('the values of a field', () => {
  const things = [
    { id: 'a', name: { fr: 'Été', en: 'Summer' }, activities: ['soin'], amount: { value: 12, op: '=', unit: 'euro' } },
    { id: 'b', name: { fr: 'Summer' }, aliases: ['Hiver'], position: { lon: 1, precision: 'commune' }, amount: null },
  ];
  const found = (where: string) => keptRecords(things, where).map(({ id }) => id);

  it('are a word in one of its languages, a number, one of a list', () => {
    expect(found('name=Summer')).toEqual(['a', 'b']);
    expect(found('name=Été')).toEqual(['a']);
    expect(found('amount=12')).toEqual(['a']);
    expect(found('activity=soin')).toEqual(['a']);
    expect(found('alias=Hiver')).toEqual(['b']);
    expect(found('position=commune')).toEqual([]);
    expect(found('toString=x')).toEqual([]);
  });
});

describe('the pairs of some keys', () => {
  it('are apart from the others', () => {
    expect(pairsOnly('a=1  b=2 c=3', (key) => key !== 'b')).toBe('a=1 c=3');
    expect(pairsOnly(undefined, () => true)).toBe('');
  });
});
