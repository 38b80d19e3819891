import { describe, expect, it } from 'vitest';
import type { LonLatBox } from '../geo/near.ts';
import { type ClusterPoint, createClusterIndex } from './cluster.ts';

const world: LonLatBox = [-180, -85, 180, 85];
const options = { radius: 40, maxZoom: 14 };
const brest: ClusterPoint[] = [
  { id: 'a', lon: -4.486, lat: 48.39 },
  { id: 'b', lon: -4.48, lat: 48.392 },
  { id: 'c', lon: -4.5, lat: 48.4 },
];
const rennes: ClusterPoint = { id: 'r', lon: -1.68, lat: 48.11 };

describe('createClusterIndex', () => {
  it('draws near points as one and lets far ones stand alone', () => {
    const items = createClusterIndex([rennes, ...brest], options).at(world, 7);
    expect(items.map((item) => (item.kind === 'cluster' ? item.count : item.id))).toEqual(['r', 3]);
  });

  it('orders items by the earliest place in the list, whatever the geography', () => {
    const items = createClusterIndex([...brest, rennes], options).at(world, 7);
    expect(items.map((item) => item.first)).toEqual([0, 3]);
  });

  it('gives the same answer twice for the same list', () => {
    const points = [...brest, rennes];
    const at = () => createClusterIndex(points, options).at(world, 9);
    expect(at()).toEqual(at());
  });

  it('returns the points of a cluster in the order of the list', () => {
    const index = createClusterIndex([rennes, ...brest], options);
    const cluster = index.at(world, 7).find((item) => item.kind === 'cluster');
    expect(index.leaves(cluster!.clusterId).map((leaf) => leaf.id)).toEqual(['a', 'b', 'c']);
  });

  it('tells the zoom at which a cluster falls apart', () => {
    const index = createClusterIndex(brest, options);
    const cluster = index.at(world, 6).find((item) => item.kind === 'cluster');
    const zoom = index.expansionZoom(cluster!.clusterId);
    expect(index.at(world, zoom - 1)).toHaveLength(1);
    expect(index.at(world, zoom).length).toBeGreaterThan(1);
  });

  it('returns only what is inside the box', () => {
    const items = createClusterIndex([...brest, rennes], options).at([-2, 48, -1, 49], 7);
    expect(items).toEqual([{ kind: 'point', id: 'r', lon: -1.68, lat: 48.11, first: 3 }]);
  });

  it('says that points at one identical position cannot be taken apart', () => {
    const same = ['x', 'y', 'z'].map((id) => ({ id, lon: -2.7574, lat: 48.5136 }));
    const items = createClusterIndex(same, options).at(world, 14);
    expect(items).toEqual([
      {
        kind: 'cluster',
        clusterId: expect.any(Number),
        count: 3,
        lon: -2.7574,
        lat: 48.5136,
        first: 0,
        unsplittable: true,
      },
    ]);
  });

  it('does not call a cluster unsplittable when one of its points is elsewhere, whichever comes first', () => {
    const twice = ['x', 'y'].map((id) => ({ id, lon: -4.486, lat: 48.39 }));
    for (const points of [
      [...twice, brest[1]!],
      [brest[1]!, ...twice],
      [twice[0]!, brest[1]!, twice[1]!],
    ]) {
      const [item] = createClusterIndex(points, options).at(world, 6);
      expect(item).toMatchObject({ kind: 'cluster', count: 3, unsplittable: false });
    }
  });

  it('loses no point at any zoom', () => {
    const points = [...spread(500)];
    const index = createClusterIndex(points, options);
    for (let zoom = 0; zoom <= 15; zoom++) {
      const total = index.at(world, zoom).reduce((sum, item) => sum + (item.kind === 'cluster' ? item.count : 1), 0);
      expect(total).toBe(500);
    }
  });

  it('accepts an empty list', () => {
    expect(createClusterIndex([], options).at(world, 3)).toEqual([]);
  });

  it('refuses a position that is not a number of degrees, and names the point', () => {
    expect(() => createClusterIndex([{ id: 'lost', lon: Number.NaN, lat: 48 }], options)).toThrow(
      /"lost" has position NaN/,
    );
    expect(() => createClusterIndex([{ id: 'swapped', lon: 48, lat: -184 }], options)).toThrow(/"swapped"/);
  });
});

/** Points spread over Brittany by a fixed rule. */
function* spread(count: number): Generator<ClusterPoint> {
  for (let i = 0; i < count; i++) {
    yield { id: `p${i}`, lon: -5 + ((i * 37) % 400) / 100, lat: 47.4 + ((i * 53) % 150) / 100 };
  }
}
