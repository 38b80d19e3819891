/** The works that are measured, and their contenders. */
import type { Contender, Sign } from './contender.ts';

const ours = (html: string, ...signs: readonly Sign[]): Contender => ({
  name: 'ESS Widgets',
  kind: 'ours',
  page: { html },
  signs,
});

/**
 * These contenders, and after ours the same page with the line that our build offers: what every element needs is asked
 * for before the loader has come.
 */
export const withEarly = (contenders: readonly Contender[]): readonly Contender[] =>
  contenders.flatMap((each) =>
    each.kind === 'ours'
      ? [each, { ...each, name: `${each.name}, one line more`, page: { ...each.page, isEarly: true } }]
      : [each],
  );

const other = (kind: 'bare' | 'peer', name: string, source: string, ...signs: readonly Sign[]): Contender => ({
  name,
  kind,
  page: { source },
  signs,
});

const LIST: Sign = { selector: '.list li', least: 10 };

/** The folder of the data set that we ship. */
const PUBLISHED = '/data/';

/** The bars of the seven collèges. */
export const BARS: readonly Contender[] = [
  {
    ...ours(
      '<ess-breakdown indicator="members-stock" by="college" style="display:block;min-height:28rem"></ess-breakdown>',
      {
        within: 'ess-breakdown',
        selector: '[part~="bar"]',
        least: 7,
      },
    ),
    data: PUBLISHED,
  },
  other('peer', 'Chart.js', 'bars/chart-js.ts', { canvas: 'canvas' }),
  other('peer', 'Observable Plot', 'bars/plot.ts', { selector: 'svg rect', least: 7 }),
  other('peer', 'State chart components', 'bars/dsfr.ts', { within: 'bar-chart', canvas: 'canvas' }),
  other('peer', 'ECharts (SVG, aria)', 'bars/echarts.ts', { selector: 'svg path', least: 7 }),
  other('bare', 'bare page (Lit, d3-scale)', 'bars/bare.ts', { selector: '.bar', least: 7 }),
];

const MAP_SIGNS: readonly Sign[] = [
  { within: 'ess-member-map', selector: '.markers button' },
  { within: 'ess-member-map', selector: '[part~="row"]', least: 10 },
];

/** Returns the contenders for a map with its list. `attributes` are those of our element. */
export const mapsOf = (attributes = ''): readonly Contender[] => [
  ours(`<ess-member-map ${attributes} style="display:block;min-height:49rem"></ess-member-map>`, ...MAP_SIGNS),
  other('peer', 'Leaflet + supercluster', 'map/leaflet-supercluster.ts', { selector: '.leaflet-marker-icon' }, LIST),
  other('peer', 'Leaflet + markercluster', 'map/leaflet-markercluster.ts', { selector: '.leaflet-marker-icon' }, LIST),
  other('peer', 'MapLibre', 'map/maplibre.ts', { selector: '[data-drawn]' }, LIST),
  other('bare', 'bare page (Lit, d3, supercluster)', 'map/bare.ts', { selector: 'g.mark' }, LIST),
];

/** Our map of a list of members that a spreadsheet exported: their towns are looked up. */
export const mapOfList = (list: string): Contender => ({
  ...ours(`<ess-member-map src="${list}" style="display:block;min-height:49rem"></ess-member-map>`, ...MAP_SIGNS),
  name: 'ESS Widgets, from a spreadsheet',
  data: PUBLISHED,
});

/** Contenders for the agenda of a calendar file. */
export const AGENDA: readonly Contender[] = [
  ours('<ess-event-agenda src="/made/agenda/agenda.ics" style="display:block;min-height:49rem"></ess-event-agenda>', {
    within: 'ess-event-agenda',
    selector: '[part~="event"]',
  }),
  other('peer', 'FullCalendar list, ical.js', 'events/fullcalendar-ics.ts', {
    selector: '#box [class*="list"] a, #box [role="listitem"]',
  }),
];

/** Contenders for the number of events held, and the next one. */
export const EVENTS: readonly Contender[] = [
  ours('<ess-event-counter series="rencontres" style="display:block;min-height:16rem"></ess-event-counter>', {
    within: 'ess-event-counter',
    selector: '[part~="value"]',
  }),
  other(
    'peer',
    'FullCalendar list',
    'events/fullcalendar.ts',
    { selector: '#box h2' },
    { selector: '#box h2 + div *', least: 10 },
  ),
  other('bare', 'plain script', 'events/plain.ts', { selector: '#box h2' }),
  other('bare', 'bare page (Lit)', 'events/bare.ts', { selector: '#box h2' }),
];
