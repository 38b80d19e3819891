import { type Items, mapScale } from '@ess-widgets/core/charts';
import type { Clusters, DirectoryEntry, Engine } from '@ess-widgets/core/directory';
import { createPlane } from '@ess-widgets/core/geo';
import { expect } from '@open-wc/testing';
import type { LonLatBox } from '../../map/types.ts';
import { waitUntil } from '../../testing/testing.ts';
import { EngineItems } from './item-source.ts';

const BRITTANY: LonLatBox = [-5, 47, -1, 49];
/** Places 0 and 1 in the west, 2 and 3 in the east. */
const LONS = [-4.5, -4, -2, -1.5];
const WEST: LonLatBox = [-5, 47, -3.5, 49];
const EAST: LonLatBox = [-2.5, 47, -1, 49];

const entry = (place: number): DirectoryEntry =>
  ({ id: `o${place}`, college: null, position: { lon: LONS[place], lat: 48, precision: 'address' } }) as DirectoryEntry;

function clusters(): Clusters {
  const { length } = LONS;
  const positions = Float64Array.from(LONS.flatMap((lon) => [lon, 48]));
  return {
    count: new Uint32Array(length).fill(1),
    place: Uint32Array.from(LONS.keys()),
    rank: Uint32Array.from(LONS.keys()),
    position: positions,
    lead: positions,
    box: Float64Array.from(LONS.flatMap((lon) => [lon, 48, lon, 48])),
    holder: -1,
    covers: BRITTANY,
    college: LONS.map(() => null),
    precision: LONS.map(() => 'address'),
  };
}

/** Items of an engine that notes whose names it is asked for. */
async function open(): Promise<{ readonly items: Items; readonly named: (readonly number[])[] }> {
  const named: (readonly number[])[] = [];
  const engine = {
    clusters: async () => clusters(),
    entries: async (places: readonly number[]) => {
      named.push(places);
      return places.map(entry);
    },
  } as Partial<Engine> as Engine;
  const source = new EngineItems(engine, 0);
  source.draw((entries) => entries.map(({ position, ...rest }) => ({ ...rest, ...position }) as never), '');
  const items = source.items(mapScale(createPlane(BRITTANY), 100, 6400));
  items.at(BRITTANY, 0);
  await waitUntil(() => items.at(BRITTANY, 0).length === LONS.length, 'no items');
  return { items, named };
}

describe('the names of a large directory on the map', () => {
  it('are asked for in the view that stays, not in those that are passed through', async () => {
    const { items, named } = await open();
    items.at(WEST, 0);
    items.at(EAST, 0);
    await waitUntil(() => named.length > 0, 'never asked');
    expect(named).to.deep.equal([[2, 3]]);
  });

  it('are asked for at once for the marker that somebody points at', async () => {
    const { items, named } = await open();
    const [first] = items.at(WEST, 0);
    if (first) items.name?.(first);
    expect(named).to.deep.equal([[0]]);
    await waitUntil(() => named.length > 1, 'the others have none');
    expect(named[1]).to.deep.equal([1]);
  });
});
