/** The works that are measured, and their contenders. */
import type { Contender, Sign } from './contender.ts';

/** What ours does in a page, in its three forms. */
export interface OurWork {
  /** Tag and attributes of the element. */
  readonly html: string;
  /** The figure is on screen: in the still, and in the live widget. */
  readonly still: readonly Sign[];
  readonly live: readonly Sign[];
}

const LIST: Sign = { selector: '.list li', least: 10 };
const rowsOf = (within: string, part: string, least: number): Sign => ({
  within,
  selector: `[part~="${part}"]`,
  least,
});

/** The number of members. */
export const INDICATOR: OurWork = {
  html: '<ess-indicator indicator="members-stock"></ess-indicator>',
  still: [{ selector: '.ess-still strong' }],
  live: [rowsOf('ess-indicator', 'value', 1)],
};

/** The bars of the seven collèges. */
export const BARS: OurWork = {
  html: '<ess-breakdown indicator="members-stock" by="college"></ess-breakdown>',
  still: [{ selector: '.ess-still tbody tr', least: 7 }],
  live: [rowsOf('ess-breakdown', 'bar', 7)],
};

/** The number of events of a series, and the next one. */
export const OWN_SERIES: OurWork = {
  html: '<ess-event-counter series="rencontres"></ess-event-counter>',
  still: [{ selector: '.ess-still strong' }],
  live: [rowsOf('ess-event-counter', 'value', 1)],
};

/** A map with its list. @param attributes of our element */
export const mapOf = (attributes = ''): OurWork => ({
  html: `<ess-member-map ${attributes}></ess-member-map>`,
  still: [
    { selector: '.ess-still svg circle, .ess-still svg path', least: 5 },
    { selector: '.ess-still li', least: 10 },
  ],
  live: [{ within: 'ess-member-map', selector: '.markers button' }, rowsOf('ess-member-map', 'row', 10)],
});

/** The agenda of a calendar file. */
export const AGENDA: OurWork = {
  html: '<ess-event-agenda src="/made/agenda/agenda.ics"></ess-event-agenda>',
  still: [{ selector: '.ess-still li' }],
  live: [rowsOf('ess-event-agenda', 'event', 1)],
};

/** Room that a page reserves, as the guide says for these widgets. */
const room = (html: string): string =>
  html.replace(' ', ` style="display:block;min-height:${html.startsWith('<ess-member-map') ? 52 : 10}rem" `);

/** Returns our work as the two lines of the README: the loader and the element. */
export const twoLines = ({ html, live }: OurWork, data?: string): Contender => ({
  name: 'ESS Widgets',
  kind: 'ours',
  page: { html: room(html) },
  signs: live,
  ...(data ? { data } : {}),
});

const peer = (name: string, source: string, ...signs: readonly Sign[]): Contender => ({
  name,
  kind: 'peer',
  page: { source },
  signs,
});

export const PLAIN_INDICATOR = peer('plain script', 'indicator/plain.ts', { selector: '#box h2' });
export const CHART_JS = peer('Chart.js', 'bars/chart-js.ts', { canvas: 'canvas' });
export const PLAIN_SERIES = peer('plain script', 'events/plain.ts', { selector: '#box h2' });
export const LEAFLET = peer(
  'Leaflet + supercluster',
  'map/leaflet-supercluster.ts',
  { selector: '.leaflet-marker-icon' },
  LIST,
);

/** Returns the contenders for a map of many points. @param attributes of our element */
export const mapsOf = (attributes = ''): readonly Contender[] => [twoLines(mapOf(attributes)), LEAFLET];
