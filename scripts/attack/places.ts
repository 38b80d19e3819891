/** Places for hostile texts: every text and address of the data, of an address of the page, of attributes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { siteNames } from '../../packages/elements/src/base/checked-names.ts';
import { ROOT } from '../site/mounts.mjs';

/** A text that a visitor reads, an address that becomes a link, a code that records are told apart by. */
export type PlaceKind = 'text' | 'address' | 'code';

/** Gives the text for a place, or undefined where it stays as it is. */
export type Pick = (kind: PlaceKind, place: string) => string | undefined;

const DATA = path.join(ROOT, 'packages/bretagne/data');

/** Returns the files of the repository's own data set, by name. */
export const dataFiles = (): ReadonlyMap<string, unknown> =>
  new Map(
    readdirSync(DATA)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(path.join(DATA, name), 'utf8'))]),
  );

const LANGUAGES = new Set(['fr', 'br', 'en']);
const TEXTS = new Set(
  'activities address aliases attribution contact count definition description eligible fund intro jobs label legalForm licence name notes partial place printed reason source subject text threshold title town'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['href', 'url', 'calendar']);
/** Fields that hold a file together: the reader of the format looks at these before anything is shown. */
const FRAME = new Set(['format', 'id', 'hash', 'hashes', 'type', 'updated', 'language', 'periods', 'precision']);

/**
 * Puts texts into every place of a document.
 * @param name of the file, which begins the names of its places
 */
export function plant(document: unknown, name: string, pick: Pick): unknown {
  const walk = (value: unknown, place: string, key: string, kind: PlaceKind): unknown => {
    if (typeof value === 'string') return pick(kind, place) ?? value;
    if (Array.isArray(value)) return value.map((each) => walk(each, `${place}[]`, key, kind));
    if (typeof value !== 'object' || value === null) return value;
    const isText = Object.keys(value).every((each) => LANGUAGES.has(each));
    return Object.fromEntries(
      Object.entries(value).map(([inner, each]) => [
        inner,
        isFixed(inner, place) ? each : walk(each, `${place}.${inner}`, inner, isText ? 'text' : kindOf(inner)),
      ]),
    );
  };
  return walk(document, name, '', 'code');
}

const kindOf = (key: string): PlaceKind => (TEXTS.has(key) ? 'text' : ADDRESSES.has(key) ? 'address' : 'code');

/** Addresses of files that a manifest names have an attack of their own; columns of communes and geometry are no texts. */
const isFixed = (key: string, place: string): boolean =>
  FRAME.has(key) ||
  /^manifest\.json\.(collections|excerpts)/.test(place) ||
  /^(topology|columns|collections|excerpts|basemap|communes|measures|report|packed|network|judged)$/.test(key);

/** Adds to each record, before hostile texts are put in, the fields that the repository's data have too few of. */
export function enrich(name: string, document: unknown): unknown {
  if (name === 'manifest.json') {
    const manifest = document as { readonly documents: Readonly<Record<string, object>> };
    const documents = Object.entries(manifest.documents).map(([id, each]) => [id, { ...each, href: 'rapport.pdf' }]);
    return {
      ...manifest,
      calendar: 'agenda.ics',
      licence: { name: 'Licence', href: 'https://exemple.invalid/' },
      documents: Object.fromEntries(documents),
    };
  }
  const fields = EXTRA[name];
  return fields && Array.isArray(document) ? document.map((record: object) => ({ ...fields, ...record })) : document;
}

const EXTRA: Readonly<Record<string, object>> = {
  'organisations.json': {
    description: 'Texte',
    legalForm: 'association',
    activities: ['Texte'],
    aliases: ['Texte'],
    links: ['site', 'email', 'phone', 'social'].map((kind) => ({ kind, url: 'https://exemple.invalid/' })),
  },
  'events.json': { url: 'https://exemple.invalid/', place: 'Brest' },
  'publications.json': { url: 'https://exemple.invalid/' },
};

/** Columns of a list of members, as a spreadsheet calls them. */
export const COLUMNS: readonly string[] = [
  'Nom',
  'Collège',
  'Commune',
  'Code postal',
  'Adresse',
  'Courriel',
  'Téléphone',
  'Site web',
  'Description',
  'Activités',
  'Statut juridique',
  'Date d’adhésion',
  'SIRET',
  'Latitude',
  'Longitude',
  'Id',
];

/** Returns a list of members with a hostile text in each cell of each second column in turn. */
export function hostileCsv(next: () => string, rows: number): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: rows }, (_row, at) =>
    COLUMNS.map((column, turn) =>
      turn === 0 || (turn + at) % 2 === 0 ? quoted(next()) : (GOOD[column] ?? quoted(next())),
    ).join(';'),
  );
  return [COLUMNS.join(';'), ...lines].join('\r\n');
}

const GOOD: Readonly<Record<string, string>> = {
  Collège: 'Associations',
  Commune: 'Brest',
  'Code postal': '29200',
  Latitude: '48,39',
  Longitude: '-4,48',
};

/** Outlines for the attribute `boundaries`, with a hostile name and id each. */
export const hostileBoundaries = (next: () => string): object => ({
  type: 'FeatureCollection',
  features: [0, 1, 2, 3].map((at) => ({
    type: 'Feature',
    properties: { id: at ? next() : 'departement-29', name: next(), nom: next(), code: next() },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [-4 + at / 2, 48],
          [-3.6 + at / 2, 48],
          [-3.6 + at / 2, 48.4],
          [-4 + at / 2, 48],
        ],
      ],
    },
  })),
});

/** Fields of a manifest that name a file. */
export const MANIFEST_HREFS: readonly string[] = [
  'organisations',
  'memberships',
  'events',
  'measures',
  'excerpts',
  'basemap',
  'communes',
  'report',
  'packed',
];

/** Returns a manifest of which one field names a hostile address. */
export function manifestWith(manifest: Readonly<Record<string, unknown>>, field: string, address: string): object {
  if (field === 'excerpts') {
    const excerpts = manifest['excerpts'] as Readonly<Record<string, readonly string[]>>;
    return { ...manifest, excerpts: { [address]: Object.values(excerpts).flat() } };
  }
  const collections = manifest['collections'] as Readonly<Record<string, object>>;
  const entry = collections[field];
  return entry
    ? { ...manifest, collections: { ...collections, [field]: { ...entry, href: address } } }
    : { ...manifest, [field]: address };
}

/** Parameters of an address that `url-state="r"` reads. */
export const PARAMETERS: readonly string[] = [
  'r-territory',
  'r-period',
  'r-compare',
  'r-q',
  'r-selection',
  'r-view',
  'r-filter',
];

/** Returns tags and the attributes that each documents, from the table that is published with the package. */
export function documented(): ReadonlyMap<string, readonly string[]> {
  const file = path.join(ROOT, 'packages/elements/custom-elements.json');
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly modules: readonly {
      readonly declarations: readonly {
        readonly tagName?: string;
        readonly attributes?: readonly { readonly name: string }[];
      }[];
    }[];
  };
  return new Map(
    modules.flatMap(({ declarations }) =>
      declarations.flatMap(({ tagName, attributes = [] }) =>
        tagName ? [[tagName, attributes.map(({ name }) => name)] as const] : [],
      ),
    ),
  );
}

/** Content attributes of the HTML standard that are handlers, on elements and on the window. */
export const HANDLERS: readonly string[] =
  'abort afterprint auxclick beforeinput beforematch beforeprint beforetoggle beforeunload blur cancel canplay canplaythrough change click close command contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange emptied ended error focus formdata hashchange input invalid keydown keypress keyup languagechange load loadeddata loadedmetadata loadstart message messageerror mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup offline online pagehide pagereveal pageshow pageswap paste pause play playing popstate progress ratechange rejectionhandled reset resize scroll scrollend securitypolicyviolation seeked seeking select slotchange stalled storage submit suspend timeupdate toggle unhandledrejection unload volumechange waiting webkitanimationend webkitanimationiteration webkitanimationstart webkittransitionend wheel animationstart animationend animationiteration animationcancel transitionrun transitionstart transitionend transitioncancel pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel pointerrawupdate gotpointercapture lostpointercapture touchstart touchmove touchend touchcancel focusin focusout selectstart selectionchange fullscreenchange fullscreenerror beforexrselect'
    .split(' ')
    .map((name) => `on${name}`);

/** Global attributes of the HTML standard, and some of shadow trees and microdata. */
export const GLOBALS: readonly string[] =
  'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts headingoffset headingreset hidden id inert inputmode is itemid itemprop itemref itemscope itemtype nonce part popover role slot spellcheck style tabindex title translate writingsuggestions aria-label aria-hidden aria-live xmlns'.split(
    ' ',
  );

/** Documented, but not through a block: who writes a post does not widen what the site reads. */
export const NOT_OF_BLOCKS: readonly string[] = siteNames;

/** Names that `setAttribute` refuses, or that only look like one of ours. */
export const ODD_NAMES: readonly string[] = ['', '1', '-', 'é', 'x<y', '__proto__', 'constructor', 'where.', 'ｓｒｃ'];
