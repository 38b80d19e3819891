import { describe, expect, it } from 'vitest';
import { EssError } from '../../../errors.ts';
import { geojson } from './geojson.ts';

const SRC = 'https://data.example/carte.geojson';

async function load(map: unknown) {
  const context = { fetch: async () => new Response(JSON.stringify(map)), signal: new AbortController().signal };
  const { dataset, issues } = await geojson.load({ src: SRC, need: ['organisations'] }, context);
  const { organisations = [], events = [] } = dataset.collections;
  return { dataset, issues, organisations, events };
}

const feature = (geometry: unknown, properties: unknown, id?: unknown) => ({
  type: 'Feature',
  geometry,
  properties,
  ...(id === undefined ? {} : { id }),
});
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const at = ({ position }: { readonly position?: { readonly lat: number; readonly lon: number } | null | undefined }) =>
  position ? [position.lat, position.lon] : null;

describe('a map in a file', () => {
  it('gives a member a feature, where its geometry is', async () => {
    const { organisations } = await load({
      type: 'FeatureCollection',
      features: [
        feature(point(-4.49, 48.39), {
          name: 'Kerhea',
          adresse: '1 rue des Forges, 29200 Brest',
          'contact:phone': '02 98 00 00 00',
        }),
        feature(
          {
            type: 'Polygon',
            coordinates: [
              [
                [-2, 48],
                [-1, 48],
                [-1, 49],
                [-2, 49],
                [-2, 48],
              ],
            ],
          },
          { name: 'Xylm' },
        ),
        feature(
          {
            type: 'LineString',
            coordinates: [
              [-3, 47],
              [-2, 48, 12],
            ],
          },
          { name: 'Sentier' },
        ),
        feature(null, { name: 'Tag' }),
      ],
    });
    expect(organisations.map((one) => [one.name, at(one)])).toEqual([
      ['Kerhea', [48.39, -4.49]],
      ['Xylm', [48.5, -1.5]],
      ['Sentier', [47.5, -2.5]],
      ['Tag', null],
    ]);
    expect(organisations[0]?.links.map(({ url }) => url)).toEqual(['tel:0298000000']);
  });

  it('has the ids of its features, unless several have the same one', async () => {
    const ids = async (...given: readonly unknown[]) => {
      const features = given.map((id, index) => feature(point(-4, 48 + index / 10), { nom: `Structure ${index}` }, id));
      const { organisations, issues } = await load({ type: 'FeatureCollection', features });
      return [organisations.map(({ id }) => id), issues.filter(({ rule }) => rule === 'duplicate-id').length];
    };
    expect(await ids('a', 'b')).toEqual([['a', 'b'], 0]);
    expect(await ids('a', 'a')).toEqual([['structure-0', 'structure-1'], 0]);
  });

  it('may be one of uMap, with layers and options that are nothing to a reader', async () => {
    const { organisations, dataset, issues } = await load({
      type: 'umap',
      properties: { name: 'Carte des lieux' },
      layers: [
        {
          type: 'FeatureCollection',
          features: [feature(point(-4, 48), { name: 'A', _umap_options: { color: 'Red' } })],
        },
        { type: 'FeatureCollection', features: [feature(point(-3, 48), { name: 'B' })] },
      ],
    });
    expect(organisations.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(dataset.manifest.title).toEqual({ fr: 'Carte des lieux' });
    expect(issues.filter(({ rule }) => rule === 'columns')).toEqual([]);
  });

  it('may hold events', async () => {
    const { events } = await load({
      type: 'FeatureCollection',
      features: [feature(point(-4, 48), { titre: 'Café', date: '2026-03-30', heure: '18:00' })],
    });
    expect(events).toMatchObject([
      { title: { fr: 'Café' }, startsAt: '2026-03-30T18:00', position: { lat: 48, lon: -4 } },
    ]);
  });

  it.each([[{}], [{ type: 'FeatureCollection', features: [] }], [[]], ['text']])(
    'that is none is refused: %j',
    async (map) => {
      const error: unknown = await load(map).catch((reason: unknown) => reason);
      expect(error instanceof EssError && error.code).toBe('format');
    },
  );

  it('is known by its address and by its content', () => {
    expect(geojson.detect('https://data.example/carte.umap?x=1')).toBeGreaterThan(0.5);
    expect(geojson.detect('https://data.example/x', '{ "type": "FeatureCollection", "features": [')).toBeGreaterThan(
      0.5,
    );
    expect(geojson.detect('https://data.example/x', '{ "type": "Topology"')).toBe(0);
  });
});
