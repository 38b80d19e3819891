import { describe, expect, it } from 'vitest';
import type { KnownCommune } from './check.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, communes, figure, withFault } from './testing/region.ts';

describe('town-names', () => {
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
      expect(linesOf(rule, at({ territories: [], position: { lon: 2.3, lat: 48.8, precision: 'address' } }))).toEqual(
        [],
      );
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
});

describe('positions', () => {
  const rule = 'positions';
  const at = (lon: number, lat: number, more: object = {}) =>
    withFault('organisations', 'jardins', { position: { lon, lat, precision: 'address' }, ...more });
  const nowhere = { territories: [], town: null };

  describe('a town of a name that several communes have', () => {
    // Saint-Aubert of the region is near; the record is about another one, far from it.
    const elsewhere = (more: object) => at(2.9, 46.3, { town: 'Saint-Aubert', territories: [], ...more });

    it('is the one of its INSEE code, of its département, or of its postal code', () => {
      expect(linesOf(rule, elsewhere({ territories: ['commune-03190'] }))).not.toContainEqual(
        expect.stringContaining('Saint-Aubert'),
      );
      for (const more of [
        { territories: ['departement-03'] },
        { town: 'Saint-Aubert (03)' },
        { town: '03000 Saint-Aubert' },
      ])
        expect(linesOf(rule, elsewhere(more)), JSON.stringify(more)).not.toContainEqual(
          expect.stringContaining('Saint-Aubert'),
        );
    });

    it('is asked about where nothing says which', () => {
      expect(linesOf(rule, elsewhere({}))).toEqual([
        'warning organisations/jardins position: 2.9, 46.3, expected Saint-Aubert',
      ]);
    });
  });

  describe('a place outside the region', () => {
    // Moulins (03190) and Boussac (23031): no table of this region has them.
    const elsewhere = (more: object) => linesOf(rule, at(3.33, 46.56, { ...nowhere, ...more }));

    it('is explained by the code of its commune or département, or by that of its town', () => {
      for (const territories of [['commune-03190'], ['commune-23031'], ['departement-03']])
        expect(elsewhere({ territories }), territories.join()).toEqual([]);
      for (const town of ['Moulins (03)', '03000 Moulins', '23600 Boussac']) expect(elsewhere({ town })).toEqual([]);
    });

    it('is mentioned where its code is of the region, or nothing says where it is', () => {
      expect(elsewhere({})).toHaveLength(1);
      expect(elsewhere({ territories: ['commune-77999'] })).toHaveLength(1);
      expect(elsewhere({ town: 'Moulins' })).toHaveLength(1);
    });
  });

  describe('a town of a name that several communes of the table have', () => {
    // Boussac of Creuse (23031), of Lot (46035), and one whose point the table lacks.
    const boussac = (insee: string, position: { lon: number; lat: number } | null) => ({
      insee,
      name: 'Boussac',
      position,
    });
    const creuse = boussac('23031', { lon: 2.21, lat: 46.35 });
    const lot = boussac('46035', { lon: 1.9, lat: 44.6 });
    const said = (lon: number, lat: number, ...table: readonly KnownCommune[]) =>
      linesOf(rule, at(lon, lat, { town: 'Boussac', territories: [] }), { communes: [...communes, ...table] }).filter(
        (line) => line.includes('Boussac'),
      );

    it('is asked about only where none of them fits', () => {
      expect(said(2.2, 46.3, creuse, lot)).toEqual([]);
      expect(said(1.9, 44.5, creuse, lot)).toEqual([]);
      expect(said(-1, 48, creuse, lot)).toEqual(['warning organisations/jardins position: -1, 48, expected Boussac']);
      expect(said(-1, 48, creuse, boussac('46035', null))).toEqual([]);
      expect(said(-1, 48, creuse)).toHaveLength(1);
    });
  });

  describe('a position', () => {
    it('may be anywhere in its commune', () => {
      expect(linesOf(rule, at(5.45, 45.25))).toEqual([]);
    });

    it('at 0, 0 is an empty field', () => {
      expect(linesOf(rule, at(0, 0))).toEqual(['error organisations/jardins position: 0, 0']);
    });

    it('with its coordinates swapped is told so, with or without a territory', () => {
      const said = ['error organisations/jardins position: 45.2, 5.4, expected 5.4, 45.2'];
      expect(linesOf(rule, at(45.2, 5.4))).toEqual(said);
      expect(linesOf(rule, at(45.2, 5.4, nowhere))).toEqual(said);
    });

    it('is that of the town where no territory is named', () => {
      expect(linesOf(rule, at(6.4, 45.2, { territories: [] }))).toEqual([
        'warning organisations/jardins position: 6.4, 45.2, expected Saint-Aubert',
      ]);
    });

    it('on the equator or on the meridian of Greenwich is somewhere, as the poles and the date line are', () => {
      for (const [lon, lat] of [
        [0, 45],
        [5, 0],
        [180, 90],
        [-180, -90],
      ] as const) {
        expect(
          linesOf(rule, at(lon, lat, nowhere)).filter((line) => line.startsWith('error')),
          `${lon}, ${lat}`,
        ).toEqual([]);
      }
    });

    it.each([
      ['commune-77002', 0.2, 0.4],
      ['epci-1', 0.6, 0.9],
      ['pole-1', 1.1, 1.5],
      ['pays-1', 1.1, 1.5],
      ['departement-77', 1.5, 1.9],
      ['region-7', 4, 5],
    ])('is as near to the point of %s as such a territory is wide', (territory, near, far) => {
      const kind = territory.replace(/-.*/, '');
      const centre = { id: territory, kind, name: { fr: 'Là' }, position: { lon: 5, lat: 45 } };
      const others = (clean.territories ?? []).filter((each) => Reflect.get(each, 'id') !== territory);
      const found = (lon: number) => {
        const data = at(lon, 45, { territories: [territory], town: null });
        return linesOf(rule, { ...data, territories: [...others, centre] }).filter((line) => line.includes('jardins'));
      };
      expect(found(5 + near)).toEqual([]);
      expect(found(5 + far)).toHaveLength(1);
    });

    it('is that of the narrowest of its territories, and of the one that its position names', () => {
      const many = ['region-7', 'departement-77', 'commune-77002'];
      expect(linesOf(rule, at(5.9, 45.2, { territories: many }))).toHaveLength(1);
      expect(linesOf(rule, at(5.9, 45.2, { territories: many.toReversed() }))).toHaveLength(1);
      const named = { position: { lon: 5.9, lat: 45.2, precision: 'commune', territory: 'commune-77002' } };
      expect(
        linesOf(rule, withFault('organisations', 'jardins', { ...named, territories: ['region-7'] })),
      ).toHaveLength(1);
      expect(linesOf(rule, at(5.9, 45.2, { territories: ['region-7'] }))).toEqual([]);
    });

    it('of an event, a project and a meeting is near the town of its place', () => {
      const position = { lon: 6.4, lat: 45.2, precision: 'address' };
      const far = { position, territories: [], place: 'Salle des fêtes, Saint-Aubert' };
      const said = (collection: string, id: string) => [
        `warning ${collection}/${id} position: 6.4, 45.2, expected Salle des fêtes, Saint-Aubert`,
      ];
      expect(linesOf(rule, withFault('events', 'salon', far))).toEqual(said('events', 'salon'));
      expect(linesOf(rule, withFault('meetings', 'bureau/2023-02-07', far))).toEqual(
        said('meetings', 'bureau/2023-02-07'),
      );
      const projects = [{ id: 'p', programme: 'velo', period: '2023', status: 'held', ...far }];
      expect(linesOf(rule, { ...clean, projects })).toEqual(said('projects', 'p'));
      // Between two towns that its place names it is near one of them.
      expect(
        linesOf(
          rule,
          withFault('events', 'salon', {
            ...far,
            place: 'Saint-Aubert / Aubers',
            position: { ...position, lon: 5.95, lat: 45.1 },
          }),
        ),
      ).toEqual([]);
      expect(linesOf(rule, withFault('events', 'salon', { ...far, place: 'Ailleurs' }))).toEqual([]);
    });

    it('outside the region is only mentioned where nothing says what it should be', () => {
      expect(linesOf(rule, at(2.35, 48.85, nowhere))).toEqual(['info organisations/jardins position: 2.35, 48.85']);
    });
  });

  describe('the point of a territory', () => {
    it('is near that of the territory around it, and said once for all that lies there', () => {
      const places: Readonly<Record<string, object>> = {
        'commune-77001': { position: { lon: -5, lat: 45 } },
        'departement-77': { position: { lon: 5.2, lat: 45 } },
      };
      const territories = (clean.territories ?? []).map((each) => ({
        ...each,
        ...places[String(Reflect.get(each, 'id'))],
      }));
      expect(linesOf(rule, { ...clean, territories })).toEqual([
        'warning territories/commune-77001 position: -5, 45, expected ≤ 130 km',
      ]);
    });
  });
});
