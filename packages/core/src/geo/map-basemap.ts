import type { Basemap } from './basemap.ts';
import type { GroundTopology } from './ground-lines.ts';
import type { LonLatBox } from './near.ts';

/** A town or a sea whose name is written on the map. */
export interface MapLabel {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** A town: the smaller its rank, the earlier it is named. */
export interface MapPlace extends MapLabel {
  readonly rank: number;
}

/** A small island. */
export interface MapIslet {
  readonly lon: number;
  readonly lat: number;
  readonly radius: number;
  readonly beyond?: boolean;
}

/** The ground of the map, in one language: see `ess-basemap/1` in the core. */
export interface MapBasemap {
  /** Box that was drawn: the view never leaves it by more than it must. */
  readonly bbox: LonLatBox;
  /** Box that the whole-region view shows. */
  readonly focus: LonLatBox;
  /** Objects `land`, and where known `region` and `departements` or `borders`. */
  readonly topology: GroundTopology;
  /** Islands too small for the topology: discs, `radius` in km; `beyond` the region or in it. */
  readonly islets?: readonly MapIslet[];
  readonly places: readonly MapPlace[];
  readonly seas: readonly MapLabel[];
  readonly attribution: string;
  /** Closest zoom of web maps at which its drawing is still worth looking at: 12. Where it has none, six doublings. */
  readonly closest?: number;
}

/** Small islands are named after all towns. */
const LAST = 5;
/** Nearer than this the coast of a basemap is some hundred metres off, and few communes are in view. */
const CLOSEST = 12;

/** A basemap file in the language of the map; what it does not say in `lang` it says in French. */
export function mapBasemap(basemap: Basemap, lang: string): MapBasemap {
  const { places, islets = [] } = basemap;
  const unnamed = islets.filter((islet) => !places.some(({ name }) => name === islet.name));
  return {
    bbox: basemap.bbox,
    closest: CLOSEST,
    focus: basemap.focus,
    topology: basemap.topology,
    islets,
    places: [...places, ...unnamed.map(({ name, lon, lat }) => ({ name, lon, lat, rank: LAST }))],
    seas: basemap.labels.map(({ name, lon, lat }) => ({ name: name[lang] ?? name.fr, lon, lat })),
    attribution: basemap.attribution[lang] ?? basemap.attribution.fr,
  };
}
