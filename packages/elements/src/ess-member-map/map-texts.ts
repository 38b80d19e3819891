import { directoryDay, mapPoints } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber, formatStockDate } from '@ess-widgets/core/format';
import type { DirectoryLayer, ScopeState } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../directory/types.ts';
import type { MapMessages, MapPoint } from '../map/types.ts';
import type { Localized } from '../texts/texts.ts';
import type { MapRequest } from './map-controller.ts';

/** The texts of the map's controls, markers and clusters. */
function mapMessages(layers: readonly DirectoryLayer[], m: Localized): MapMessages {
  return {
    text: (of) => m.text(`map_${of}`),
    count: (n) => formatNumber(n, m.lang),
    marker: ({ name, detail }) => [name, detail].filter(Boolean).join(', '),
    cluster: (n, place, splits) =>
      m.text(splits ? 'clusterOpen' : 'clusterList', { what: whatOf(n, layers, m), place: place ? `, ${place}` : '' }),
    contents: (n, parts) => [
      whatOf(n, layers, m),
      parts.map(({ kind = '', n: of }) => `${formatNumber(of, m.lang)} ${kind}`.trim()).join(', '),
    ],
  };
}

/** "12 organisations"; where the map shows events or projects too, "12 repères". */
export const whatOf = (n: number, layers: readonly DirectoryLayer[], m: Localized): string =>
  m.text(layers.join() === 'members' ? 'mapMembers' : 'mapEntries', { n });

/** "Adhérents au 31 décembre 2024. Une forme et une couleur par collège." */
export function mapSubtitle(
  { dataset, categories }: Directory,
  asked: string | undefined,
  m: Localized,
): TemplateResult {
  const legend = categories.list.length > 1 ? m.content('directoryLegend') : nothing;
  return html`${m.content('directoryAt', { date: formatStockDate(directoryDay(dataset, asked), m.lang) })} ${legend}`;
}

/** Makes the content of the map of a directory. */
export function mapContentRequest(
  { dataset, everywhere, categories, filters, filtered, large }: Directory,
  { facets, selection, view }: ScopeState,
  territory: string | undefined,
  layers: readonly DirectoryLayer[],
  m: Localized,
): Omit<MapRequest, 'basemap' | 'part'> {
  const points = (entries: readonly DirectoryEntry[]): readonly MapPoint[] => mapPoints(entries, categories, m);
  const extent = filters.near?.extent ?? large?.extent ?? null;
  const placed = points(everywhere);
  return {
    dataset,
    lang: m.lang,
    points: placed,
    source: large?.sourceOf(points, m.lang) ?? null,
    extent,
    messages: mapMessages(layers, m),
    layers: layers.join(),
    selection,
    view,
    // The results of a filter, whatever their order: where there are others, the map is fitted to them.
    area: [territory, ...Object.values(facets).flat(), filtered ? (extent ?? placed.map(({ id }) => id).sort()) : '']
      .join(' ')
      .trim(),
  };
}
