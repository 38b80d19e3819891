/** A small square country for the tests of the map: one island, one region, two areas, three towns. */
import type { MapBasemap, MapEngineOptions, MapMessages, MapPoint, MapText } from './types.ts';

/** A land from 4° W to 1° W and 47.5° N to 49° N, cut by the box at its eastern edge. */
export const basemap: MapBasemap = {
  bbox: [-6, 46.6, -1, 49.6],
  focus: [-4, 47.5, -1, 49],
  topology: {
    type: 'Topology',
    arcs: [
      [
        [-2.5, 49],
        [-4, 49],
        [-4, 47.5],
        [-2.5, 47.5],
      ],
      [
        [-2.5, 47.5],
        [-2.5, 49],
      ],
      [
        [-2.5, 47.5],
        [-1, 47.5],
        [-1, 49],
        [-2.5, 49],
      ],
    ],
    objects: {
      land: { type: 'Polygon', arcs: [[0, 2]] },
      region: { type: 'Polygon', arcs: [[0, 2]] },
      departements: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0, 1]] },
          { type: 'Polygon', arcs: [[~1, 2]] },
        ],
      },
    },
  },
  places: [
    { name: 'Ville d’Est', lon: -1.68, lat: 48.11, rank: 1 },
    { name: 'Ville d’Ouest', lon: -3.6, lat: 48.4, rank: 1 },
  ],
  seas: [{ name: 'Mer', lon: -5, lat: 48.2 }],
  attribution: 'Fond d’essai',
};

export const texts: Readonly<Record<MapText, string>> = {
  viewport: 'Carte',
  instructions: 'Flèches pour déplacer, + et − pour zoomer.',
  markers: 'Organisations',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  home: 'Toute la région',
  move: 'Déplacer',
  panUp: 'Vers le nord',
  panDown: 'Vers le sud',
  panLeft: 'Vers l’ouest',
  panRight: 'Vers l’est',
};

export const messages: MapMessages = {
  text: (of) => texts[of],
  marker: ({ name, detail }) => `${name}, ${detail}`,
  cluster: (count, place, splits) => `${count} organisations, ${place ?? 'au large'}, ${splits ? 'ouvrir' : 'lister'}`,
};

/** A point at a place, named after its id. */
export function point(id: string, lon: number, lat: number): MapPoint {
  const rest = {
    detail: 'Associations',
    shape: 'triangle',
    tone: '--_cat-3',
    hollow: false,
    layer: 'members',
  } as const;
  return { id, lon, lat, name: `Organisation ${id}`, ...rest };
}

/** Far apart from one another in the whole-region view: a, b and c; together: d, e; at one position: x, y, z. */
export const points: readonly MapPoint[] = [
  point('a', -3.6, 48.7),
  point('d', -1.7, 48.11),
  point('b', -2.2, 48.8),
  point('e', -1.66, 48.13),
  point('c', -3.5, 47.7),
  ...['x', 'y', 'z'].map((id) => point(id, -2.6, 48.0)),
];

/** Options of a map that does not move in time. */
export function options(more: Partial<MapEngineOptions> = {}): MapEngineOptions {
  return { basemap, points, messages, reducedMotion: () => true, ...more };
}
