import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, figure, withFault } from './testing/region.ts';

const rule = 'town-names';
const town = (name: string) => withFault('organisations', 'jardins', { town: name, territories: [], position: null });

describe('the name of a town', () => {
  it.each(['Saint-Aubert', 'ST AUBERT', 'St-Aubert', 'saint aubert', 'Saint-Aubert (77)', 'Montval Cedex 2'])(
    '%s is known',
    (name) => {
      expect(linesOf(rule, town(name))).toEqual([]);
    },
  );

  it('keeps its Saint: St Auber is no Aubers', () => {
    expect(linesOf(rule, town('St Auber'))).toEqual([
      'warning organisations/jardins town: St Auber, expected Saint-Aubert (77002)',
    ]);
  });

  it('one letter from two communes is that of the region', () => {
    expect(findingsOf(rule, town('Saint-Aubrt'))).toMatchObject([
      { expected: 'Saint-Aubert (77002)', certainty: 'likely' },
    ]);
  });

  it('is certain where the record names the commune', () => {
    expect(findingsOf(rule, withFault('organisations', 'jardins', { town: 'St Aubrt' }))).toMatchObject([
      { expected: 'Saint-Aubert (77002)', certainty: 'certain' },
    ]);
  });

  it('far from any commune is left alone: it may be another region’s', () => {
    expect(linesOf(rule, town('Villeneuve'))).toEqual([]);
  });

  it('is looked for at the end of a place', () => {
    const place = (text: string) => withFault('events', 'salon', { place: text });
    expect(linesOf(rule, place('Halle aux Grains, Montvall'))).toEqual([
      'warning events/salon place: Montvall, expected Montval (77001)',
    ]);
    expect(linesOf(rule, place('Halle aux Grains'))).toEqual([]);
  });

  it('is that of the commune of its record', () => {
    expect(linesOf(rule, withFault('organisations', 'jardins', { town: 'Rochelonde' }))).toEqual([
      'warning organisations/jardins town: Rochelonde, expected Saint-Aubert (77002)',
    ]);
  });

  it('is read in the text of a document after "Saint"', () => {
    const texts = { bilan: 'Rien ici\nRencontre à St Aubrt, puis à Saint-Aubert' };
    expect(linesOf(rule, clean, { texts })).toEqual(['warning bilan 2: St Aubrt, expected Saint-Aubert (77002)']);
  });

  it('without a table of communes is compared with what comes often', () => {
    const more = ['a', 'b', 'c'].map((id) => ({ id, name: `Maison ${id}`, town: 'Montval' }));
    const data = added('organisations', ...more, { id: 'd', name: 'Le Fournil', town: 'Montvall' });
    expect(linesOf(rule, data, { communes: [] })).toEqual(['info organisations/d town: Montvall, expected Montval']);
  });
});

describe('without a table of communes', () => {
  const bare = { communes: [] };

  it('a town is compared with the commune that its record names', () => {
    expect(linesOf(rule, withFault('organisations', 'jardins', { town: 'St Aubrt' }), bare)).toEqual([
      'warning organisations/jardins town: St Aubrt, expected Saint-Aubert (77002)',
    ]);
    expect(linesOf(rule, withFault('organisations', 'jardins', { town: 'Rochelonde' }), bare)).toEqual([
      'warning organisations/jardins town: Rochelonde, expected Saint-Aubert (77002)',
    ]);
  });

  it('a town that the data set does not name may be any', () => {
    expect(linesOf(rule, withFault('organisations', 'jardins', { town: 'La Rivière' }), bare)).toEqual([]);
  });

  it('the place of an event is no other commune of the data set', () => {
    expect(linesOf(rule, withFault('events', 'salon', { place: 'Rochelonde' }), bare)).toEqual([
      'warning events/salon place: Rochelonde, expected Montval (77001)',
    ]);
    expect(linesOf(rule, withFault('events', 'salon', { place: 'Salle de Rochelonde' }), bare)).toEqual([]);
  });
});

describe('a table of another region', () => {
  it('says nothing of the towns of this one', () => {
    const elsewhere = [{ insee: '56079', name: 'Montvel', position: { lon: -2, lat: 48 }, population: 1000 }];
    expect(linesOf(rule, clean, { communes: elsewhere })).toEqual([]);
  });
});

describe('a town inside a text about it', () => {
  const visits = (change: object) =>
    added('observations', figure('v', null, 2, 'events', { dimensions: { commune: 'commune-77002' }, ...change }));

  it('is the one that its record names', () => {
    expect(linesOf(rule, visits({ printed: '2 à Saint-Aubert' }))).toEqual([]);
    expect(linesOf(rule, visits({ printed: '2 à St Aubrt' }))).toEqual([
      'warning observations/v printed: St Aubrt, expected Saint-Aubert (77002)',
    ]);
    expect(linesOf(rule, visits({ label: { fr: 'Visites à Saint-Aubrt' } }))).toEqual([
      'warning observations/v label: Saint-Aubrt, expected Saint-Aubert (77002)',
    ]);
    expect(linesOf(rule, visits({ printed: 'une visite, de Montval à Saint-Aubert' }))).toEqual([]);
  });
});

describe('a town that looks like one of the table', () => {
  it('may lack its Saint, have a postal code, or two letters swapped', () => {
    for (const name of ['Aubert', '77120 St Aubrt', 'Saint-Aubrt (77)', 'Saint-Auebrt'])
      expect(linesOf(rule, town(name)), name).toEqual([
        `warning organisations/jardins town: ${name}, expected Saint-Aubert (77002)`,
      ]);
  });

  it('is another one where its record lies elsewhere', () => {
    const at = (change: object) =>
      withFault('organisations', 'jardins', { town: 'Montvel', position: null, ...change });
    expect(linesOf(rule, at({ territories: [] }))).toHaveLength(1);
    expect(linesOf(rule, at({ territories: ['commune-44131'] }))).toEqual([]);
    expect(linesOf(rule, at({ territories: [], position: { lon: 2.3, lat: 48.8, precision: 'address' } }))).toEqual([]);
  });

  it('without a table is the one beside which its record lies', () => {
    const near = (lon: number) =>
      withFault('organisations', 'jardins', {
        town: 'Rochelond',
        territories: [],
        position: { lon, lat: 44.8, precision: 'address' },
      });
    expect(linesOf(rule, near(5.21), { communes: [] })).toEqual([
      'warning organisations/jardins town: Rochelond, expected Rochelonde (77004)',
    ]);
    expect(linesOf(rule, near(7), { communes: [] })).toEqual([]);
  });
});
