import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Basemap, findCommune, isAtSea, parseBasemap, parseCommunes } from '@ess-widgets/core/geo';
import { lineageOf } from '@ess-widgets/core/model';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { geoFiles } from './build-geo.ts';
import { BRETON_DEPARTEMENTS } from './departements.ts';
import { inseeCommunes } from './packages.ts';
import { NAMED_COMMUNES } from './places.ts';
import type { TerritoryRecord } from './territories.ts';

const files = geoFiles();
const text = (name: string): string => [...files].find(([path]) => path.endsWith(`/${name}`))?.[1] ?? '';
const read = (name: string): unknown => JSON.parse(text(name));
const weight = (name: string): number => gzipSync(text(name), { level: 9 }).length;

const basemap = parseBasemap(read('basemap.json'));
const table = parseCommunes(read('communes.json'));
const territories = read('territories.json') as readonly TerritoryRecord[];

type Rings = readonly (readonly (readonly [number, number])[])[];

/** Outer rings of an object of a basemap. */
function rings(map: Basemap, name: 'land' | 'region'): Rings {
  const object = map.topology.objects[name];
  if (object === undefined) throw new Error(`No ${name}.`);
  const shape = feature(map.topology, object);
  return shape.type === 'Feature'
    ? ringsOf(shape.geometry)
    : shape.features.flatMap(({ geometry }) => ringsOf(geometry));
}

function ringsOf(geometry: GeoJSON.Geometry): Rings {
  if (geometry.type === 'Polygon') return [(geometry.coordinates[0] ?? []) as unknown as Rings[number]];
  if (geometry.type !== 'MultiPolygon') throw new Error(`Unexpected ${geometry.type}.`);
  return geometry.coordinates.map(([ring = []]) => ring as unknown as Rings[number]);
}

/** Northing of a latitude, in degrees of longitude. */
const mercator = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** Rings of one département. */
function departement(code: string): Rings {
  const collection = basemap.topology.objects.departements;
  if (collection === undefined) throw new Error('No départements.');
  const one = feature(basemap.topology, collection).features.find(
    ({ properties }) => properties !== null && 'id' in properties && properties.id === `departement-${code}`,
  );
  if (one === undefined) throw new Error(`No département ${code}.`);
  return ringsOf(one.geometry);
}

/** Whether a place lies in one of the rings (even-odd rule). */
function holds(all: Rings, lon: number, lat: number): boolean {
  return all.some((ring) => {
    let inside = false;
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
      [px, py] = [x, y];
    }
    return inside;
  });
}

const positionOf = (insee: string) => {
  const position = table.byInsee.get(insee)?.position;
  if (!position) throw new Error(`No position for ${insee}.`);
  return position;
};

describe('the geographic files', () => {
  it('are up to date', () => {
    const root = new URL('../../../', import.meta.url);
    expect([...files].filter(([path, made]) => readFileSync(new URL(path, root), 'utf8') !== made)).toEqual([]);
  });

  it('come out the same when they are made again', () => {
    expect(geoFiles()).toEqual(files);
  });

  it('stay within their weight', () => {
    expect(weight('basemap.json')).toBeLessThanOrEqual(12_000);
    expect(text('basemap.json').length).toBeLessThanOrEqual(30_000);
    expect(weight('communes.json')).toBeLessThanOrEqual(26_000);
    expect(weight('france.json')).toBeLessThanOrEqual(8_000);
    expect(weight('overseas.json')).toBeLessThanOrEqual(9_000);
  });
});

describe('the basemap of Brittany', () => {
  it('covers the region and its surroundings', () => {
    const [west, south, east, north] = basemap.bbox;
    expect(west).toBeLessThanOrEqual(-6.2);
    expect(south).toBeLessThanOrEqual(46.6);
    expect(east).toBeGreaterThanOrEqual(0.2);
    expect(north).toBeGreaterThanOrEqual(49.6);
    for (const [x, y] of rings(basemap, 'land').flat()) {
      expect(x >= west - 0.001 && x <= east + 0.001 && y >= south - 0.001 && y <= north + 0.001).toBe(true);
    }
  });

  it('shows the whole region, Ouessant and Belle-Île included, in its focus', () => {
    const [west, south, east, north] = basemap.focus;
    const region = rings(basemap, 'region').flat();
    expect(Math.min(...region.map(([x]) => x))).toBeGreaterThan(west);
    expect(Math.max(...region.map(([x]) => x))).toBeLessThan(east);
    expect(Math.min(...region.map(([, y]) => y))).toBeGreaterThan(south);
    expect(Math.max(...region.map(([, y]) => y))).toBeLessThan(north);
    expect(holds(rings(basemap, 'region'), positionOf('29155').lon, positionOf('29155').lat)).toBe(true);
    expect(holds(rings(basemap, 'region'), positionOf('56152').lon, positionOf('56152').lat)).toBe(true);
  });

  it('knows the four départements by their territory ids', () => {
    const ids = basemap.topology.objects.departements?.geometries.map(({ properties }) => properties?.['id']);
    expect(ids).toEqual(['departement-22', 'departement-29', 'departement-35', 'departement-56']);
  });

  it.each([
    ['22278', 'Saint-Brieuc'],
    ['22050', 'Dinan'],
    ['29019', 'Brest'],
    ['29232', 'Quimper'],
    ['35238', 'Rennes'],
    ['35236', 'Redon'],
    ['35228', 'Pleurtuit, west of the Rance'],
    ['56260', 'Vannes'],
    ['56165', 'Ploërmel'],
  ])('puts %s (%s) into its own département and no other', (insee) => {
    const { lon, lat } = positionOf(insee);
    const inside = BRETON_DEPARTEMENTS.filter((code) => holds(departement(code), lon, lat));
    expect(inside).toEqual([insee.slice(0, 2)]);
  });

  it('leaves Nantes and Saint-Lô out of the region, but on land', () => {
    for (const [lon, lat] of [
      [-1.55, 47.22],
      [-1.09, 49.12],
    ] as const) {
      expect(holds(rings(basemap, 'region'), lon, lat)).toBe(false);
      expect(holds(rings(basemap, 'land'), lon, lat)).toBe(true);
    }
  });

  it('has nearly every commune in its département; the rest is where the coast is coarse', () => {
    const placed = table.communes.filter(({ position }) => position !== null);
    const astray = placed.filter(
      (commune) =>
        !holds(departement(commune.departement), positionOf(commune.insee).lon, positionOf(commune.insee).lat),
    );
    expect(astray.length / placed.length).toBeLessThan(0.04);
  });

  it('names prefectures first', () => {
    expect(basemap.places.slice(0, 4).map(({ name }) => name)).toEqual(['Rennes', 'Brest', 'Quimper', 'Saint-Brieuc']);
    const ranks = basemap.places.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('writes sea names on the sea, in sight of the region', () => {
    const [west, south, east, north] = basemap.focus;
    expect(basemap.labels.map(({ name }) => name.fr)).toEqual(['Manche', 'Mer d’Iroise', 'Océan Atlantique']);
    for (const { lon, lat } of basemap.labels) {
      expect(holds(rings(basemap, 'land'), lon, lat)).toBe(false);
      expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
    }
  });

  it('says whom it owes', () => {
    expect(basemap.attribution.fr).toContain('Natural Earth');
    expect(basemap.attribution.fr).toContain('GeoNames');
    expect(basemap.licences.map(({ licence }) => licence)).toContain('CC BY 4.0');
  });
});

describe('the coarse basemap of France', () => {
  const france = parseBasemap(read('france.json'));

  it('shows the mainland and Corsica, and no overseas territory', () => {
    const region = rings(france, 'region');
    expect(holds(region, 2.35, 48.85)).toBe(true);
    expect(holds(region, 9.05, 42.2)).toBe(true);
    expect(holds(region, -1.67, 48.11)).toBe(true);
    expect(holds(region, 4.35, 50.85)).toBe(false);
    expect(Math.min(...region.flat().map(([x]) => x))).toBeGreaterThan(-6);
  });

  it('has neighbours as land', () => {
    expect(holds(rings(france, 'land'), 4.35, 50.85)).toBe(true);
  });

  // Width over height of a map that fits France, as Mercator draws it.
  it.each([
    ['a banner', 2.4],
    ['a phone on full screen', 0.5],
  ])('does not end inside %s', (_, shape) => {
    const [west, south, east, north] = france.bbox;
    const [w, lowest, e, highest] = france.focus;
    const [s, n] = [mercator(lowest), mercator(highest)];
    const [across, up] = [Math.max(e - w, (n - s) * shape) / 2, Math.max(n - s, (e - w) / shape) / 2];
    expect((w + e) / 2 - across).toBeGreaterThan(west);
    expect((w + e) / 2 + across).toBeLessThan(east);
    expect((s + n) / 2 - up).toBeGreaterThan(mercator(south));
    expect((s + n) / 2 + up).toBeLessThan(mercator(north));
  });
});

describe('the coarse basemaps of the overseas départements', () => {
  const grounds = (read('overseas.json') as readonly unknown[]).map(parseBasemap);
  const named = grounds.map((ground) => [ground.places[0]?.name ?? '', ground] as const);

  it('are five, each with its own land and that of its neighbours', () => {
    expect(named.map(([name]) => name)).toEqual([
      'Basse-Terre',
      'Fort-de-France',
      'Cayenne',
      'Saint-Denis',
      'Mamoudzou',
    ]);
    for (const { places, focus, topology } of grounds) {
      expect(Object.keys(topology.objects)).toEqual(['land', 'region']);
      const [west, south, east, north] = focus;
      for (const { lon, lat } of places) expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
    }
  });

  it.each(named)('has no town at sea and no neighbour as its own: %s', (_, ground) => {
    expect(ground.places.filter((town) => isAtSea(ground, town))).toEqual([]);
    const [west, south, east, north] = ground.focus;
    for (const [x, y] of rings(ground, 'region').flat())
      expect(x > west && x < east && y > south && y < north).toBe(true);
  });

  it.each(named)('does not end inside a banner or a phone on full screen: %s', (_, ground) => {
    const [west, south, east, north] = ground.bbox;
    const [w, s, e, n] = ground.focus;
    const [x, y] = [(w + e) / 2, (s + n) / 2];
    expect(x - (n - s) * 1.2).toBeGreaterThan(west);
    expect(x + (n - s) * 1.2).toBeLessThan(east);
    expect(y - (e - w)).toBeGreaterThan(south);
    expect(y + (e - w)).toBeLessThan(north);
  });
});

describe('the commune table', () => {
  it('has every commune of the four départements once', () => {
    const codes = inseeCommunes()
      .filter(
        ({ type, departement }) =>
          type === 'commune-actuelle' && BRETON_DEPARTEMENTS.some((code) => code === departement),
      )
      .map(({ code }) => code)
      .sort();
    expect(table.communes.map(({ insee }) => insee)).toEqual(codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('knows where Brest and Rennes are', () => {
    for (const [insee, lon, lat] of [
      ['29019', -4.486, 48.39],
      ['35238', -1.68, 48.11],
    ] as const) {
      expect(Math.abs(positionOf(insee).lon - lon)).toBeLessThan(0.05);
      expect(Math.abs(positionOf(insee).lat - lat)).toBeLessThan(0.05);
    }
  });

  it('takes the seat of a merged commune, and not a settlement filed under the wrong code', () => {
    // Lamballe, not Planguenoual; Riec, not the Lanmeur that GeoNames files there.
    expect(positionOf('22093').lat).toBeCloseTo(48.468, 1);
    expect(positionOf('29236').lon).toBeCloseTo(-3.7, 1);
    expect(positionOf('22055')).not.toEqual(positionOf('22278'));
  });

  it('has no position for the smallest communes only: four in five are placed', () => {
    const placed = table.communes.filter(({ position }) => position !== null).length;
    expect(placed / table.communes.length).toBeGreaterThan(0.78);
  });

  it('puts every commune but three islands into a group', () => {
    const alone = table.communes.filter(({ epci }) => epci === null).map(({ name }) => name);
    expect(alone).toEqual(['Île-de-Bréhat', 'Île-de-Sein', 'Ouessant']);
    expect(table.byInsee.get('35238')?.epci?.name).toBe('Rennes Métropole');
  });

  it.each([
    ['St Brieuc', '22278'],
    ['SAINT BRIEUC', '22278'],
    ['22278', '22278'],
    ['35000 Rennes', '35238'],
    ['Binic', '22055'],
    ['St Aubin d’Aubigné', '35251'],
  ])('is found by "%s"', (written, insee) => {
    expect(findCommune(table, written)).toMatchObject({ commune: { insee } });
  });

  it('finds every commune by its own code, name and département', () => {
    for (const commune of table.communes) {
      const { insee, name, departement } = commune;
      expect(findCommune(table, insee, { code: 'insee' })).toEqual({ commune, how: 'insee' });
      expect(findCommune(table, name, { departement })).toEqual({ commune, how: 'exact' });
    }
  });
});

describe('the territories', () => {
  const byId = new Map(territories.map((one) => [one.id, one]));
  const around = (id: string) => lineageOf(territories, id);
  const placed = (id: string) =>
    around(id)
      .map((one) => byId.get(one))
      .find((one) => one?.position);

  it('have ids that say kind and code, each once', () => {
    for (const { id, kind, code } of territories) expect(id).toBe(`${kind}-${code}`);
    expect(new Set(territories.map(({ id }) => id)).size).toBe(territories.length);
  });

  it('have parents that exist', () => {
    const ids = new Set(territories.map(({ id }) => id));
    const named = territories.flatMap(({ parents, overlaps = [] }) => [...parents, ...overlaps]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('state the inhabitants of France, of the region, its départements, groups and communes, and of no Pôle', () => {
    const inhabitants = (id: string) => byId.get(id)?.population?.value;
    const departements = BRETON_DEPARTEMENTS.map((code) => inhabitants(`departement-${code}`));
    expect(departements).toEqual([611_859, 933_455, 1_120_666, 783_390]);
    expect([inhabitants('country-fr'), inhabitants('region-53')]).toEqual([68_952_941, 3_449_370]);
    const column = table.communes.reduce((sum, { population }) => sum + (population ?? 0), 0);
    expect([column, inhabitants('commune-29019')]).toEqual([3_449_370, 142_346]);
    const without = territories.filter(({ population }) => population === undefined);
    expect(new Set(without.map(({ kind }) => kind))).toEqual(new Set(['pole']));
  });

  it('are one region, four départements, every group with a Breton member, and the communes of the data', () => {
    const count = (kind: string): number => territories.filter((one) => one.kind === kind).length;
    expect([count('region'), count('departement')]).toEqual([1, 4]);
    const groups = new Set(table.communes.flatMap(({ epci }) => (epci === null ? [] : [`epci-${epci.siren}`])));
    expect(new Set(territories.filter(({ kind }) => kind === 'epci').map(({ id }) => id))).toEqual(groups);
    expect(count('commune')).toBe(NAMED_COMMUNES.length);
  });

  it('place a commune in its group, département and region', () => {
    expect(around('commune-29019')).toEqual(['commune-29019', 'epci-242900314', 'departement-29', 'region-53']);
    expect(around('commune-33063')).not.toContain('region-53');
  });

  it('do not put Redon into Morbihan, nor its group into one département', () => {
    expect(around('commune-35236')).toContain('region-53');
    expect(around('commune-35236')).not.toContain('departement-56');
    expect(byId.get('epci-243500741')?.overlaps).toEqual(['departement-35', 'departement-56', 'region-53']);
  });

  it('have a position, their own or that of what is around them', () => {
    const regional = territories.filter(({ kind }) => kind !== 'country');
    for (const { id } of regional) expect(placed(id), id).toBeDefined();
    expect(placed('commune-35251')?.kind).toBe('epci');
  });

  it('have Breton names where these are sure', () => {
    expect(byId.get('region-53')?.name).toEqual({ fr: 'Bretagne', br: 'Breizh', en: 'Brittany' });
    expect(byId.get('commune-35238')?.name).toEqual({ fr: 'Rennes', br: 'Roazhon' });
    expect(byId.get('commune-29078')?.name).toEqual({ fr: 'Hanvec' });
  });

  it('spell out kinds of groups that their names do not tell', () => {
    expect(byId.get('epci-242900074')?.name.fr).toBe('Communauté de communes du Pays d’Iroise');
    expect(byId.get('epci-200042174')?.name.fr).toBe('Lorient Agglomération');
  });
});
