/** Where a network lies that no single ground shows: each part of the world has a ground of its own. */
import type { Basemap, Point } from '@ess-widgets/core/geo';
import type { Dataset, Text } from '@ess-widgets/core/model';
import type { MessageKey } from '../messages/messages.ts';
import boxes from './boxes.json';

/** A part of the world, and what a map of it stands on. */
export interface Part {
  readonly id: string;
  readonly name: Text | MessageKey;
  /** Whether a point is its own, where no part before it has it. */
  readonly holds: (point: Point) => boolean;
  /** Whether its ground goes as far: that of Guadeloupe does as far as Martinique. */
  readonly covers: (point: Point) => boolean;
  /** Null for the ground that the map has by itself. `read` is borrowed from whoever asks, so that nothing is loaded twice or apart. */
  readonly ground: ((read: (file: unknown) => Promise<Basemap>) => Promise<Basemap | null>) | null;
}

type Box = readonly number[];

const isIn = ([west = 0, south = 0, east = 0, north = 0]: Box, { lon, lat }: Point): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/**
 * The parts that hold these points, each point being that of the first that has it: the map's own ground, even if it holds
 * none, the overseas départements, metropolitan France, and blank paper for what is left.
 * @param own box of the map's own ground
 */
export function partsOf(own: Box, points: readonly Point[], dataset: Dataset): readonly Part[] {
  const within = (box: Box) => (point: Point) => isIn(box, point);
  const { france, overseas } = boxes;
  const known: readonly Part[] = [
    { id: 'own', name: 'overPartOwn', holds: within(own), covers: within(own), ground: null },
    ...overseas.map(
      ({ name, bbox, focus }, at): Part => ({
        id: name.fr,
        name,
        holds: within(focus),
        covers: within(bbox),
        ground: async (read) => read((await import('./overseas.json')).default[at]),
      }),
    ),
    {
      id: 'france',
      name: 'overPartFrance',
      holds: within(france),
      covers: within(france),
      ground: async (read) => (await import('./coarse.ts')).coarseGround(dataset, read),
    },
  ];
  const left = points.filter((point) => !known.some(({ holds }) => holds(point)));
  const rest: Part = {
    id: 'rest',
    name: 'overPartRest',
    holds: ({ lon, lat }) => left.some((point) => point.lon === lon && point.lat === lat),
    covers: () => true,
    ground: async () => paperAround(left),
  };
  const isFirst = ({ holds }: Part, index: number): boolean =>
    points.some((point) => holds(point) && !known.slice(0, index).some((before) => before.holds(point)));
  return [...known, rest].filter((part, index) => part.ground === null || isFirst(part, index));
}

/** Degrees around the outermost points. */
const ROOM = 1;
/** How far the paper goes on around them, in their own widths: a wide screen and a tall one do not show its end. */
const AROUND = 3;

/** Blank paper: where nobody knows what is land, sea would have a whole network stand in it. */
function paperAround(points: readonly Point[]): Basemap {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const [west, east] = [Math.min(...lons) - ROOM, Math.max(...lons) + ROOM];
  const [south, north] = [Math.min(...lats) - ROOM, Math.max(...lats) + ROOM];
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
