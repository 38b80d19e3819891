import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Basemap, isAtSea, parseBasemap } from '@ess-widgets/core/geo';
import type { Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../cli/src/testing/data.ts';
import { doubleArea, holds, type Line } from '../geometry/rings.ts';
import { COMMUNES, collection, contour, DEPARTEMENTS, square } from '../testing/contours.ts';
import { essGeo } from '../testing/ess-geo.ts';
import { areasOf, groundOf, holdsPlace, polygonsOf } from '../testing/grounds.ts';
import { countryOf, lettersIn, naturalEarth } from './natural-earth.ts';

const { path: cwd, write, remove } = temporaryFolder();

/** A canton with the enclave of its neighbour, which lies on both of its sides. */
const CANTONS = collection(
  contour({ id: 1, name: 'Un' }, [square(7, 46.5), square(7.2, 46.7, 0.1)]),
  contour({ id: 2, name: 'Deux' }, [square(7.5, 46.5)], [square(7.2, 46.7, 0.1)]),
  contour({ id: 3, name: 'Trois' }, [square(8, 46.5)]),
);

const ISLAND = collection(contour({ code: 'RE', name: 'Île' }, [square(55.25, -21.35, 0.4)]));

const swapped = ({ features }: typeof ISLAND) =>
  collection(
    ...(features as ReturnType<typeof contour>[]).map(({ properties, geometry }) =>
      contour(
        properties,
        ...geometry.coordinates.map((rings) => rings.map((ring) => ring.map(([x, y]) => [y, x] as const))),
      ),
    ),
  );

beforeAll(() => {
  write('communes.geojson', COMMUNES);
  write('departements.geojson', DEPARTEMENTS);
  write('cantons.geojson', CANTONS);
  write('island.geojson', ISLAND);
  write('swapped.geojson', swapped(ISLAND));
  write('lambert.geojson', collection(contour({ code: '29' }, [square(150_000, 6_800_000, 9000)])));
  write(
    'points.geojson',
    collection({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [7, 46] } }),
  );
});
afterAll(remove);

const made = (line: string): Promise<Basemap> => groundOf(line, cwd);

describe('the ground of a region of France', () => {
  it('has its départements by our ids, its outline, and the land around', async () => {
    const map = await made('--region 53 --from departements.geojson');
    expect(areasOf(map)).toEqual([
      { id: 'departement-29', name: 'Ouest' },
      { id: 'departement-22', name: 'Est' },
    ]);
    expect(holdsPlace(map, 'region', -4, 48.2)).toBe(true);
    expect(holdsPlace(map, 'region', -2.2, 48.2)).toBe(false);
    expect(holdsPlace(map, 'land', -2.2, 48.2)).toBe(true);
    expect(holdsPlace(map, 'land', -1.5, 48.2)).toBe(true);
    expect(map.attribution).toEqual({
      fr: 'Fond : Natural Earth',
      en: 'Basemap: Natural Earth',
    });
  });

  it('is made of its communes where there are no départements, and of the code of an overseas département', async () => {
    expect(areasOf(await made('--region 53 --from communes.geojson'))?.map((each) => each?.['id'])).toEqual([
      'departement-29',
      'departement-22',
    ]);
    const reunion = collection(contour({ code: '974', nom: 'La Réunion', region: '04' }, [square(55.25, -21.35, 0.4)]));
    write('reunion.geojson', reunion);
    expect(areasOf(await made('--region 974 --from reunion.geojson'))).toEqual([
      { id: 'departement-974', name: 'La Réunion' },
    ]);
  });

  it('comes, towns and all, from what the State publishes where no file is given', async () => {
    const outlines =
      'https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/departements-100m.geojson';
    const towns = (code: string) =>
      `https://geo.api.gouv.fr/communes?codeDepartement=${code}&fields=code,nom,population,mairie,centre&format=json`;
    const answer =
      (code: string, nom: string, ...coordinates: readonly number[]) =>
      () =>
        Response.json([{ code, nom, population: 9, mairie: { type: 'Point', coordinates } }]);
    const web = {
      [outlines]: () => Response.json(DEPARTEMENTS),
      [towns('22')]: answer('22001', 'Trois', -3.2, 48.2),
      [towns('29')]: answer('29001', 'Un', -4.2, 48.2),
      [towns('35')]: () => Response.json([]),
      [towns('56')]: () => Response.json([]),
    };
    const { status, out, err } = await essGeo('basemap --region 53', { cwd, web });
    expect([status, err]).toEqual([0, '']);
    const map = parseBasemap(JSON.parse(out));
    expect(map.places.map(({ id }) => id)).toEqual(['commune-22001', 'commune-29001']);
    expect(map.attribution['en']).toBe('Boundaries: IGN, INSEE, Etalab (Licence Ouverte); basemap: Natural Earth');
    expect(map.licences.map(({ licence }) => licence)).toContain('Licence Ouverte');
    expect((await essGeo('basemap --region 53', { cwd })).err).toContain('pas de réponse');
  });
});

describe('the ground of anywhere else', () => {
  it('has every polygon of a file as a territory, and of some of them the others around', async () => {
    const map = await made('--from cantons.geojson');
    expect(areasOf(map)).toEqual([
      { id: 'departement-1', name: 'Un' },
      { id: 'departement-2', name: 'Deux' },
      { id: 'departement-3', name: 'Trois' },
    ]);
    const one = await made('--from cantons.geojson --about un,2');
    expect(areasOf(one)?.map((each) => each?.['name'])).toEqual(['Un', 'Deux']);
    expect(holdsPlace(one, 'region', 8.2, 46.7)).toBe(false);
  });

  it('keeps enclaves out of the territory around them, and on land', async () => {
    const map = await made('--from cantons.geojson --about un');
    expect(holdsPlace(map, 'region', 7.25, 46.75)).toBe(false);
    expect(holdsPlace(map, 'land', 7.25, 46.75)).toBe(true);
    expect(isAtSea(map, { lon: 7.25, lat: 46.75 })).toBe(false);
  });

  it('is the same whichever way rings run, closed or not, with heights or without', async () => {
    const odd = structuredClone(CANTONS) as unknown as { features: { geometry: { coordinates: Position[][][] } }[] };
    for (const { geometry } of odd.features) {
      for (const rings of geometry.coordinates) {
        for (const ring of rings) ring.reverse();
        rings[0] = (rings[0] ?? []).map(([x = 0, y = 0]) => [x, y, 432]);
      }
    }
    write('odd.geojson', odd);
    const [plain, other] = [await made('--from cantons.geojson'), await made('--from odd.geojson')];
    const size = (map: Basemap) =>
      polygonsOf(map, 'region')
        .flat()
        .map((ring) => doubleArea(ring));
    expect(size(other).map(Math.abs)).toEqual(size(plain).map(Math.abs));
    for (const map of [plain, other]) {
      for (const [outer = [], ...holes] of [...polygonsOf(map, 'region'), ...polygonsOf(map, 'departements')]) {
        expect(doubleArea(outer)).toBeLessThan(0);
        for (const hole of holes) expect(doubleArea(hole)).toBeGreaterThan(0);
      }
    }
  });

  it('has the coast of the file, which nobody stands at sea behind', async () => {
    const map = await made('--from island.geojson');
    const island: Line = [...square(55.25, -21.35, 0.4)];
    expect(holdsPlace(map, 'land', 55.27, -21.33)).toBe(true);
    expect(polygonsOf(map, 'land').filter((rings) => holds(rings, [55.45, -21.15]))).toHaveLength(1);
    for (const [lon, lat] of island) expect(isAtSea(map, { lon, lat })).toBe(false);
    expect(isAtSea(map, { lon: 55, lat: -21 })).toBe(true);
    expect(polygonsOf(await made('--from island.geojson --land none'), 'land')).toHaveLength(1);
  });

  it('is drawn for a country of the world by its letters or its name', async () => {
    const map = await made('--country Suisse --land island.geojson');
    expect(holdsPlace(map, 'region', 7.44, 46.95)).toBe(true);
    const alone = await made('--country ch');
    expect(areasOf(alone)).toBeUndefined();
    expect(holdsPlace(alone, 'land', 9.2, 45.46)).toBe(true);
    // The middle of its box is at sea, and on land in Africa where swapped: it is not.
    expect(holdsPlace(await made('--country GR'), 'region', 22.4, 39.6)).toBe(true);
  });

  it('is known for every country that has letters', () => {
    const drawn = naturalEarth('countries-10m').objects['countries']?.geometries ?? [];
    const known = drawn.flatMap(
      ({ properties }) => lettersIn(properties && 'name' in properties ? properties.name : '') ?? [],
    );
    expect(known.length).toBeGreaterThan(230);
    for (const letters of known) {
      expect(countryOf(letters).letters).toBe(letters);
      expect(countryOf(countryOf(letters).name.fr).letters).toBe(letters);
    }
    expect(countryOf('UK').letters).toBe('GB');
  });

  it('shows the main part of what lies on both sides of the world, and says what it does not', async () => {
    const { out, err } = await essGeo('basemap --country Fidji', { cwd });
    const [west, , east] = parseBasemap(JSON.parse(out)).focus;
    expect([west > 170, east]).toEqual([true, 180]);
    expect(err).toContain('parties hors du fond, trop loin (outre-mer, antiméridien)');
    const wide = await made('--country FR --focus=-63,-22,56,52 --detail 20000');
    expect(holdsPlace(wide, 'region', 55.5, -21.1)).toBe(true);
  });

  it('names towns and seas, and says to whom the outlines are owed', async () => {
    const towns = [contour({ name: 'Bourg', population: 5 })].map(({ type, properties }) => ({
      type,
      properties,
      geometry: { type: 'Point', coordinates: [55.4, -21.1] },
    }));
    write('towns.geojson', collection(...towns));
    const { out, err } = await essGeo(
      'basemap --from island.geojson --towns towns.geojson --sea Large,55.8,-20.95 --attribution Cadastre',
      { cwd },
    );
    expect(err).toBe('');
    const map = parseBasemap(JSON.parse(out));
    expect(map.places).toEqual([{ name: 'Bourg', lon: 55.4, lat: -21.1, rank: 1 }]);
    expect(map.labels).toEqual([{ kind: 'sea', name: { fr: 'Large' }, lon: 55.8, lat: -20.95 }]);
    expect(map.attribution['en']).toBe('Boundaries: Cadastre; basemap: Natural Earth');
  });
});

describe('a ground in a file', () => {
  it('is written where one says, the same each time, with an account of it', async () => {
    const line = 'basemap --from cantons.geojson --out ground.json';
    const { status, out, err } = await essGeo(line, { cwd });
    expect(status).toBe(0);
    expect(out).toMatch(/^ground\.json \(\d+ Ko, \d+ Ko compressé\) : 3 territoires, 0 ville, détails de \d+ m\n$/);
    expect(err).toContain('Aucune ville nommée');
    expect(err).toContain('À qui doit-on ces contours ?');
    const text = readFileSync(path.join(cwd, 'ground.json'), 'utf8');
    const again = JSON.parse((await essGeo(`${line} --json`, { cwd })).out);
    expect(readFileSync(path.join(cwd, 'ground.json'), 'utf8')).toBe(text);
    expect(again).toMatchObject({ out: 'ground.json', bytes: Buffer.byteLength(text), towns: 0, aside: 0, lost: 0 });
    expect(again.areas).toEqual(['departement-1', 'departement-2', 'departement-3']);
    expect(gunzipSync(gzipSync(text, { level: 9 })).length).toBe(again.bytes);
    expect(gzipSync(text, { level: 9 }).length).toBe(again.gzip);
  });

  it('weighs no more than 10 kB compressed unless its detail is asked for', async () => {
    await essGeo('basemap --country NO --out norway.json', { cwd });
    expect(gzipSync(readFileSync(path.join(cwd, 'norway.json')), { level: 9 }).length).toBeLessThanOrEqual(10_000);
    const { out } = await essGeo('basemap --country NO --detail 1500 --out norway.json --json', { cwd });
    expect(JSON.parse(out)).toMatchObject({ detail: 1500 });
  });
});

describe('what cannot be a ground', () => {
  it.each([
    ['', 'le fond de quel territoire'],
    ['--region 29', '--region 29 n’est pas le code d’une région'],
    ['--country Atlantis', '--country Atlantis n’est pas un pays connu'],
    ['--country RE', '--country RE est une région de France : --region 04'],
    ['--country CH --from cantons.geojson', '--country est un contour entier'],
    ['--from lambert.geojson', 'ressemble à des mètres (Lambert-93 ?)'],
    ['--from swapped.geojson', 'latitude et longitude sont échangées'],
    ['--from points.geojson', 'aucun polygone parmi ses 1 objets'],
    ['--from cantons.geojson --about Quatre', 'Il y a : Un, Deux, Trois.'],
    ['--region 11 --from departements.geojson', 'aucun contour de la région 11'],
    ['--from cantons.geojson --focus=1,2,3', '--focus 1,2,3 n’est pas un cadre'],
    ['--from cantons.geojson --sea Manche', '--sea Manche n’est pas un nom suivi'],
    ['--from cantons.geojson --detail beaucoup', '--detail beaucoup n’est pas un nombre de mètres'],
    ['--from cantons.geojson --towns cantons.geojson', 'cantons.geojson n’a pas de villes'],
    ['--from cantons.geojson extra', '« extra » est de trop'],
    ['--from cantons.geojson --out nowhere/made.json', 'nowhere/made.json ne peut pas être écrit'],
  ])('is said: `basemap %s`', async (line, said) => {
    const { status, out, err } = await essGeo(`basemap ${line}`, { cwd });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
    const english = await essGeo(`basemap ${line}`, { cwd, locale: 'en' });
    expect(english.err).not.toBe(err);
  });

  it('is chosen from by name where a file has several layers', async () => {
    const { out } = await essGeo('boundaries --region 53 --from communes.geojson', { cwd });
    write('layers.json', out);
    const { status, err } = await essGeo('basemap --from layers.json', { cwd });
    expect(status).toBe(2);
    expect(err).toContain('plusieurs couches : communes, epci, departements, region. Dites laquelle par --layer.');
    const map = await made('--from layers.json --layer departements');
    expect(areasOf(map)?.map((each) => each?.['id'])).toEqual(['departement-22', 'departement-29']);
    expect(map.attribution.fr).toContain('IGN');
  });
});
