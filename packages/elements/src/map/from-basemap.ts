import type { Basemap } from '@ess-widgets/core/geo';
import type { MapBasemap } from './types.ts';

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
