/** Parts of the world for a network that no single basemap shows: each part has a basemap of its own. */
import type { Basemap, LonLatBox } from '@ess-widgets/core/geo';
import type { Dataset, Point, Text } from '@ess-widgets/core/model';
import type { MessageKey } from '../texts/texts.ts';
import { boxes } from './boxes.ts';
import { overseasGrounds } from './overseas.ts';

/** A part of the world, and what a map of it stands on. */
export interface WorldPart {
  readonly id: string;
  readonly name: Text | MessageKey;
  /** Whether a point is its own, where no part before it has it. */
  readonly holds: (point: Point) => boolean;
  /** Whether its ground goes as far: that of Guadeloupe does as far as Martinique. */
  readonly covers: (point: Point) => boolean;
  /** Null for the ground that the map has by itself. */
  readonly ground: (() => Promise<Basemap | null>) | null;
}

/** A part that is known beforehand: all within a box, where no part before it has it. */
interface Known extends WorldPart {
  readonly box: LonLatBox;
}

const isIn = ([west, south, east, north]: LonLatBox, { lon, lat }: Point): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/**
 * Returns the known parts, of which a point belongs to the first that contains it: the map's own basemap, the overseas
 * départements, metropolitan France.
 * @param own box of the map's own ground
 */
export function knownWorldParts(own: LonLatBox, dataset: Dataset): readonly Known[] {
  const { france, overseas } = boxes;
  const within = (id: string, name: Known['name'], ground: Known['ground'], focus: LonLatBox, bbox = focus): Known => {
    const holds = (point: Point): boolean => isIn(focus, point);
    const covers = (point: Point): boolean => isIn(bbox, point);
    return { id, name, ground, box: focus, holds, covers };
  };
  return [
    within('own', 'overPartOwn', null, own),
    ...overseas.map(({ name, bbox, focus }, at) =>
      within(name.fr, name, async () => (await overseasGrounds())[at] ?? null, focus, bbox),
    ),
    within('france', 'overPartFrance', async () => (await import('./coarse.ts')).coarseGround(dataset), france),
  ];
}

/**
 * Returns the part for the rest of the world, a blank basemap.
 * @param holds whether a point is known to lie there
 * @param extent around all that do
 */
export const restOf = (holds: WorldPart['holds'], extent: LonLatBox): WorldPart => ({
  id: 'rest',
  name: 'overPartRest',
  holds,
  covers: () => true,
  ground: async () => paperAround(extent),
});

/**
 * Returns the parts that contain these points: the map's own basemap, even if it contains none, the known parts that do, and a
 * blank basemap for the points that are left.
 * @param own box of the map's own basemap
 */
export function worldParts(own: LonLatBox, points: readonly Point[], dataset: Dataset): readonly WorldPart[] {
  const known = knownWorldParts(own, dataset);
  const held = new Set<WorldPart>();
  const left: Point[] = [];
  for (const point of points) {
    const part = known.find(({ holds }) => holds(point));
    if (part) held.add(part);
    else left.push(point);
  }
  const [lons, lats] = [left.map(({ lon }) => lon), left.map(({ lat }) => lat)];
  const isLeft = (at: Point): boolean => left.some(({ lon, lat }) => lon === at.lon && lat === at.lat);
  const extent = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  return [
    ...known.filter((part) => part.ground === null || held.has(part)),
    ...(left.length > 0 ? [restOf(isLeft, extent)] : []),
  ];
}

/** Degrees around the outermost points. */
const ROOM = 1;
/** Margin of the blank basemap around the points, in widths of their box, so that no shape of screen shows its end. */
const AROUND = 3;

/** Returns a blank basemap. The land is not known there, and drawing sea would put a whole network into it. */
function paperAround(extent: LonLatBox): Basemap {
  const [west, south] = [extent[0] - ROOM, extent[1] - ROOM];
  const [east, north] = [extent[2] + ROOM, extent[3] + ROOM];
  const around = AROUND * Math.max(east - west, north - south);
  const bbox = [west - around, Math.max(south - around, -85), east + around, Math.min(north + around, 85)] as const;
  const [left, low, right, high] = bbox;
  const corners = [
    [0, 0],
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ];
  return {
    format: 'ess-basemap/1',
    bbox: [...bbox],
    focus: [west, south, east, north],
    topology: {
      type: 'Topology',
      transform: { scale: [right - left, high - low], translate: [left, low] },
      arcs: [corners],
      objects: { land: { type: 'Polygon', arcs: [[0]] } },
    },
    places: [],
    labels: [],
    attribution: { fr: '' },
    licences: [],
  };
}
