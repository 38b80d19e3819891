import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../cli/src/testing/data.ts';
import { COMMUNES, collection, contour, DEPARTEMENTS, EPCI, square } from '../testing/contours.ts';
import { essGeo } from '../testing/ess-geo.ts';
import { areaOf, featuresOf, idsOf, type Outlines, outlinesOf } from '../testing/outlines.ts';

const { path: cwd, write, remove } = temporaryFolder();
beforeAll(() => {
  write('communes.geojson', COMMUNES);
  write('epci.geojson', EPCI);
  write('departements.geojson', DEPARTEMENTS);
});
afterAll(remove);

const made = (line: string): Promise<Outlines> => outlinesOf(line, cwd);

describe('boundaries out of communes', () => {
  it('are those of every kind of territory, with our ids and their names', async () => {
    const topology = await made('--from communes.geojson --from epci.geojson');
    expect(topology.type).toBe('Topology');
    expect(topology.attribution['fr']).toContain('IGN');
    expect(idsOf(topology, 'communes')).toEqual(['commune-29001', 'commune-29002', 'commune-22001', 'commune-22002']);
    expect(idsOf(topology, 'epci')).toEqual(['epci-200000001', 'epci-200000002']);
    expect(idsOf(topology, 'departements')).toEqual(['departement-22', 'departement-29']);
    expect(idsOf(topology, 'region')).toEqual(['region-53']);
    expect(featuresOf(topology, 'epci').map(({ properties }) => properties?.['name'])).toEqual([
      'Les Trois',
      'Les Autres',
    ]);
  });

  it('share their lines: each is written once, whatever it divides', async () => {
    const topology = await made('--from communes.geojson');
    const lines = topology.arcs.map((arc) => JSON.stringify(arc));
    expect(new Set(lines).size).toBe(lines.length);
    const used =
      JSON.stringify(topology.objects)
        .match(/-?\d+(?=[,\]])/g)
        ?.map(Number) ?? [];
    expect(used.some((index) => index < 0)).toBe(true);
    const all = new Set(used.map((index) => (index < 0 ? ~index : index)));
    expect([...all].sort((a, b) => a - b)).toEqual(topology.arcs.map((_, index) => index));
  });

  it('fit together: départements and EPCI cover what their communes do, holes left out', async () => {
    const topology = await made('--from communes.geojson');
    const total = (name: string) => featuresOf(topology, name).reduce((sum, each) => sum + areaOf(each), 0);
    for (const name of ['communes', 'epci', 'departements', 'region']) expect(total(name)).toBeCloseTo(0.99, 2);
    const [, withLake] = featuresOf(topology, 'communes');
    expect(withLake?.geometry).toMatchObject({ type: 'MultiPolygon', coordinates: [[{}, {}]] });
  });

  it('leave out islets and details too small to be seen, but no territory', async () => {
    const islets = async (options: string) => {
      const [four] = featuresOf(await made(`--from communes.geojson ${options}`), 'communes').slice(-1);
      return four?.geometry.type === 'MultiPolygon' ? four.geometry.coordinates.length : 0;
    };
    expect([await islets('--detail 20'), await islets('--detail 400')]).toEqual([2, 1]);
    const rough = await made('--from communes.geojson --detail 20000');
    const sizes = featuresOf(rough, 'communes').map(areaOf);
    expect(sizes).toHaveLength(4);
    expect(Math.min(...sizes)).toBeGreaterThan(0.05);
  });
});

describe('boundaries out of other files', () => {
  it('keep the EPCI that lie in the départements of the region', async () => {
    const topology = await made('--from epci.geojson --from departements.geojson');
    expect(idsOf(topology, 'epci')).toEqual(['epci-200000001', 'epci-200000002']);
    expect(Object.keys(topology.objects)).toEqual(['epci', 'departements', 'region']);
  });

  it('read what IGN calls its fields, numbers that lost their zero, and TopoJSON', async () => {
    write('ign.json', collection(contour({ INSEE_DEP: '29', INSEE_REG: '53', NOM: 'Finistère' }, [square(-4, 48)])));
    expect(idsOf(await made('--from ign.json'), 'departements')).toEqual(['departement-29']);
    write('ain.json', collection(contour({ code: 1, nom: 'Ain', region: 84 }, [square(5, 46)])));
    const { out } = await essGeo('boundaries --region 84 --from ain.json', { cwd });
    expect(out).toContain('"departement-01"');
    write('again.json', await made('--from departements.geojson'));
    const { err } = await essGeo('boundaries --region 53 --from again.json', { cwd });
    expect(err).toContain('aucun contour');
  });

  it('never take regions for départements of the same number', async () => {
    const regions = [44, 52, 53].map((code) => contour({ code: String(code), nom: 'Région' }, [square(-4, 48)]));
    write('contours.json', collection(...regions));
    const { out } = await essGeo('boundaries --region 52 --from contours.json', { cwd });
    expect(Object.keys((JSON.parse(out) as Outlines).objects)).toEqual(['region']);
  });

  it('are those that are asked for', async () => {
    const topology = await made('--from communes.geojson --only epci,departement');
    expect(Object.keys(topology.objects)).toEqual(['epci', 'departements']);
  });

  it('come from an address, and are owed to whom one says', async () => {
    const address = 'https://contours.example/communes.geojson';
    const web = { [address]: () => Response.json(COMMUNES) };
    const { out, status } = await essGeo(`boundaries --region 53 --from ${address} --attribution IGN`, { cwd, web });
    expect(status).toBe(0);
    expect((JSON.parse(out) as Outlines).attribution).toEqual({ fr: 'IGN' });
  });

  it('come from the official contours where no file is given', async () => {
    const folder = 'https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/latest/geojson/';
    const web = {
      [`${folder}communes-100m.geojson`]: () => Response.json(COMMUNES),
      [`${folder}epci-1000m.geojson`]: () => Response.json(EPCI),
    };
    const { out } = await essGeo('boundaries --region 53', { cwd, web });
    expect(Object.keys((JSON.parse(out) as Outlines).objects)).toHaveLength(4);
    const { status, err } = await essGeo('boundaries --region 53', { cwd });
    expect(status).toBe(2);
    expect(err).toContain('pas de réponse');
  });
});

describe('a file of boundaries', () => {
  it('is written where one says, with an account of it', async () => {
    const { status, out } = await essGeo('boundaries --region 53 --from communes.geojson --out made.json', { cwd });
    expect([status, out]).toEqual([0, 'made.json (2 Ko) : 4 communes, 2 EPCI, 2 départements, 1 région\n']);
    const text = readFileSync(path.join(cwd, 'made.json'), 'utf8');
    const asked = await essGeo('boundaries --region 53 --from communes.geojson --out made.json --json', { cwd });
    expect(JSON.parse(asked.out)).toEqual({
      region: '53',
      out: 'made.json',
      bytes: Buffer.byteLength(text),
      territories: { commune: 4, epci: 2, departement: 2, region: 1 },
      skipped: [],
    });
  });

  it('says one of a kind, and one left out, in the singular', async () => {
    const nothing = { type: 'Feature', properties: { code: '97401' }, geometry: null };
    const island = contour({ code: '97411', departement: '974', region: '04', epci: '249740119' }, [square(55, -21)]);
    write('island.json', collection(island, nothing));
    const { out, err } = await essGeo('boundaries --region 04 --from island.json --out island-made.json', { cwd });
    expect(out).toContain(': 1 commune, 1 EPCI, 1 département, 1 région\n');
    expect(err).toContain('1 objet laissé de côté, sans code connu');
  });

  it('says what it leaves out', async () => {
    const point = {
      type: 'Feature',
      properties: { code: '29003' },
      geometry: { type: 'Point', coordinates: [-4, 48] },
    };
    const nothing = { type: 'Feature', properties: { code: '29004' }, geometry: null };
    const stranger = contour({ code: 'X1' }, [square(-4, 48)]);
    write('mixed.json', collection(...COMMUNES.features, point, nothing, stranger));
    const { status, err } = await essGeo('boundaries --region 53 --from mixed.json', { cwd });
    expect([status, err]).toEqual([
      0,
      '3 objets laissés de côté, sans code connu ou sans polygone : 29003, 29004, X1\n',
    ]);
  });
});

describe('what cannot be made', () => {
  beforeAll(() => {
    write('text.json', '<html></html>');
    write('list.json', [1, 2]);
    write('broken.json', { type: 'Topology', objects: { a: { type: 'Polygon', arcs: [[7]] } } });
    write('empty.json', collection());
    write('points.json', collection({ type: 'Feature', properties: { code: '29001' }, geometry: null }));
    write('unknown.json', collection(contour({ code: 'ZZ9' }, [square(-4, 48)])));
    write('lambert.json', collection(contour({ code: '29' }, [square(150_000, 6_800_000, 100)])));
    const swapped = square(48, -4).map(([lon, lat]) => [lon, lat] as const);
    write('swapped.json', collection(contour({ code: '29' }, [swapped])));
  });

  it.each([
    ['', 'quelle région ?'],
    ['--region 99', '--region 99 n’est pas le code d’une région. Codes : 01, 02,'],
    ['--region 53 communes.geojson', '« communes.geojson » est de trop'],
    ['--region 53 --only pays', '--only pays n’est pas un type de territoire'],
    ['--region 53 --detail fine', '--detail fine n’est pas un nombre de mètres'],
    ['--region 53 --from nowhere.json', 'fichier introuvable'],
    ['--region 53 --from text.json', 'text.json n’est pas du JSON valide'],
    ['--region 53 --from list.json', 'list.json n’est pas un fichier de contours'],
    ['--region 53 --from broken.json', 'broken.json n’est pas un fichier de contours'],
    ['--region 53 --from empty.json', 'empty.json : aucun contour'],
    ['--region 53 --from points.json', 'parmi ses 1 objets'],
    ['--region 53 --from unknown.json', 'unknown.json : aucun contour'],
    ['--region 53 --from lambert.json', 'lambert.json n’est pas en degrés : 150000, 6800000'],
    ['--region 53 --from swapped.json', 'latitude et longitude sont échangées'],
    ['--region 11 --from communes.geojson', 'aucun contour de la région 11'],
    ['--region 53 --from departements.geojson --only commune', 'aucun contour de type commune'],
    ['--region 53 --from communes.geojson --out nowhere/made.json', 'nowhere/made.json ne peut pas être écrit'],
  ])('is said: `boundaries %s`', async (line, said) => {
    const { status, out, err } = await essGeo(`boundaries ${line}`, { cwd });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
    const english = await essGeo(`boundaries ${line}`, { cwd, locale: 'en' });
    expect(english.err).not.toBe(err);
  });
});
