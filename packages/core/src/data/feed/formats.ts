/**
 * The formats of feeds: each recognises its addresses and the start of its content. What reads it is declared in
 * `feeds.json`, and loaded with the first use.
 */
import { MAX_CSV_BYTES } from '../../reading/index.ts';
import type { Source } from '../sources/source.ts';

/** What a format is recognised by, and how surely. */
interface Signs {
  readonly id: string;
  readonly title: string;
  readonly address?: readonly [pattern: RegExp, score: number];
  readonly content: readonly (readonly [pattern: RegExp, score: number])[];
  readonly maxBytes?: number;
}

const format = ({ address, content, ...named }: Signs): Source => ({
  ...named,
  detect: (src, head) => {
    if (head === undefined) return address?.[0].test(src) ? address[1] : 0;
    return content.find(([pattern]) => pattern.test(head))?.[1] ?? 0;
  },
  load: async (request, context) => (await import('./feed.ts')).loadFormat(named.id, request, context),
});

/**
 * Source of an agenda, through its interface, which needs a public key: `#key=` in the address.
 * @since 0.2.0
 */
export const openagenda = format({
  id: 'openagenda',
  title: 'Agenda of OpenAgenda',
  address: [/^https:\/\/api\.openagenda\.com\//, 0.9],
  // Properties that the events of no other service have, of the interface and of the exports before it; portals that copy
  // an agenda write its times in a text. The texts of an event may be longer than the start of an answer.
  content: [
    [
      /^\s*(?=\{[^]*"events"\s*:\s*\[|\[\s*\{)(?=[^]*"(?:(?:originAgenda|locationUid|longDescription|canonicalUrl|dateRange|firstTiming|onlineAccessLink)"\s*:|timings"\s*:\s*\[))/,
      0.8,
    ],
  ],
});

/**
 * Source of a dataset of a portal made with Opendatasoft, from its export or from pages of its records, of both versions of
 * its interface.
 * @since 0.2.0
 */
export const opendatasoft = format({
  id: 'opendatasoft',
  title: 'Dataset of an Opendatasoft portal',
  address: [/\/api\/(explore\/v2\.\d\/catalog\/datasets\/|records\/1\.0\/)/, 0.9],
  content: [[/^\s*(?:\{\s*"(?:total_count|nhits)"\s*:\s*\d+|\[\s*\{\s*"datasetid"\s*:)/, 0.9]],
});

/**
 * Source of the events of a site that runs WordPress and The Events Calendar, of both versions of its interface.
 * @since 0.2.0
 */
export const tec = format({
  id: 'tec',
  title: 'Events of The Events Calendar (WordPress)',
  address: [/\/wp-json\/(tribe\/events|tec)\/v1\/events/, 0.9],
  content: [[/"(utc_start_date|start_date_utc|next_rest_url|global_id_lineage)"\s*:/, 0.9]],
});

/**
 * Source of the elements of a map made with GoGoCarto, as Carteco and Transiscope are.
 * @since 0.2.0
 */
export const gogocarto = format({
  id: 'gogocarto',
  title: 'Map made with GoGoCarto',
  address: [/\/api\/elements(\/[^/?#]+)?\.json/, 0.8],
  // Some answers are the list alone.
  content: [[/^\s*(?:\[\s*\{[^]*"geo"\s*:\s*\{\s*"latitude"\s*:|\{[^]{0,400}"ontology"\s*:\s*"gogo)/, 1]],
});

/**
 * Source of places of OpenStreetMap, as Overpass answers a question.
 * @since 0.3.0
 */
export const overpass = format({
  id: 'overpass',
  title: 'Places of OpenStreetMap (Overpass)',
  address: [/\/api\/interpreter\?/, 0.9],
  content: [
    [
      /^\s*(?:\{[^]{0,400}"osm3s"\s*:|(?:\{\s*"elements"\s*:\s*)?\[\s*\{\s*"type"\s*:\s*"(?:node|way|relation)"\s*,)/,
      0.9,
    ],
  ],
});

/**
 * Source of the entries of a form of YesWiki (Bazar): events or members, by what they hold.
 * @since 0.3.0
 */
export const yeswiki = format({
  id: 'yeswiki',
  title: 'Entries of a form of YesWiki',
  address: [/[?&/]api\/forms\/\d+\/entries(?:\/json)?(?:[&#]|$)/, 0.9],
  content: [[/^\s*(?:\[\s*)?\{[^]*"(?:bf_titre|id_typeannonce)"\s*:/, 0.8]],
});

/** Starts of the answers of services that keep tables, as far as no other format has them. */
const TABLES =
  /^\s*(?:\[\s*\[|\{\s*"tables"\s*:\s*\[|\{\s*"records"\s*:\s*\[\s*(?:\]|\{\s*"id"\s*:\s*\d+\s*,\s*"fields"\s*:)|\{\s*"fields"\s*:\s*\[\s*\{\s*"id"\s*:|\{\s*"count"\s*:\s*\d+\s*,\s*"next"\s*:|\{\s*"list"\s*:\s*\[|\{\s*"data"\s*:\s*\[\s*\{\s*"__id"\s*:)|"fk_model_id"\s*:/;

/**
 * Source of a table that a service keeps online (Grist, Baserow, NocoDB, EtherCalc, data.gouv.fr), and of lists in JSON: its
 * lines are members or events, as those of a spreadsheet are.
 * @since 0.2.0
 */
export const rows = format({
  id: 'rows',
  title: 'Table of an online service (JSON)',
  // A list of things is one of members where nothing else knows it.
  content: [
    [TABLES, 0.7],
    [/^\s*\[\s*\{/, 0.3],
  ],
  // A table is read cell by cell.
  maxBytes: MAX_CSV_BYTES,
});
