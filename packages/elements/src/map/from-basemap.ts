import type { Basemap } from '@ess-widgets/core/geo';
import type { MapBasemap } from './types.ts';

/** A basemap file in the language of the map; what it does not say in `lang` it says in French. */
export function mapBasemap(basemap: Basemap, lang: string): MapBasemap {
  return {
    bbox: basemap.bbox,
    focus: basemap.focus,
    topology: basemap.topology,
    islets: basemap.islets ?? [],
    places: basemap.places,
    seas: basemap.labels.map(({ name, lon, lat }) => ({ name: name[lang] ?? name.fr, lon, lat })),
    attribution: basemap.attribution[lang] ?? basemap.attribution.fr,
  };
}
