/** The entries of a directory as a still writes them: its counts, its legend and its rows. */
import { type DirectoryEntry, directoryOf, ListStore, PUBLISHED_MEMBERS } from '../../directory/index.ts';
import type { LonLatBox } from '../../geo/index.ts';
import { type DirectoryLayer, parsePeriod, type SourceRef, whereProblem } from '../../model/index.ts';
import { organisationJsonLd, siteOf } from '../json-ld.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { measured, scopeOf } from '../measured.ts';
import { link, others, timeMarkup } from '../pieces.ts';
import type { StillContext } from '../request.ts';
import { type Shape, shapePaths } from '../shapes.ts';
import type { Words } from '../words/words.ts';
import { type Categories, categoriesOf } from './categories.ts';
import { directoryLines } from './count.ts';
import { entryFacts, entryKind, entryPlace } from './entry-words.ts';
import { rowCount, rowsByTitle } from './parts.ts';

/** Entries that are seen at once, those behind one control, and so many that none is. */
const [SEEN, FOLDED, WHOLE] = [12, 200, 24];
/** More kinds than these are no legend. */
const LEGEND = 12;

/** A directory that a page's author asks for. */
interface ListedDirectory {
  readonly entries: readonly DirectoryEntry[];
  readonly categories: Categories;
  /** The kinds and how many there are of each: the legend of the symbols. */
  readonly legend: Markup;
  /** How many there are of each layer. */
  readonly counts: Markup;
  readonly sources: readonly SourceRef[];
  readonly jsonLd: readonly object[];
}

/** Attributes of an element, as what its directory is asked for by; null where one is a mistake. */
function requestOf({ dataset, attributes }: StillContext, layers: readonly DirectoryLayer[]) {
  const { territory, where } = attributes;
  const period = attributes['period'] || undefined;
  const isWrong = whereProblem(dataset, { layers, where, territory, own: true }) !== null;
  return isWrong || (period && !parsePeriod(period)) ? null : { layers, period, where };
}

/**
 * Lists a directory; null where nothing is in it, and under a filter that is a mistake.
 * @param map its map, where there is one: `seen` gives the entries as it can show them, `ground` is the box that it shows
 */
export function listed(
  context: StillContext,
  layers: readonly DirectoryLayer[],
  map?: {
    readonly seen: (entries: readonly DirectoryEntry[]) => readonly DirectoryEntry[];
    readonly ground: LonLatBox | null;
  },
): ListedDirectory | null {
  const { dataset, attributes, m } = context;
  const request = requestOf(context, layers);
  if (!request) return null;
  const found = directoryOf(dataset, request);
  const store = new ListStore(map?.seen(found) ?? found);
  const {
    all,
    kinds,
    counts: numbers,
  } = store.select({ territory: attributes['territory'], ground: map?.ground ?? null });
  if (all.length === 0) return null;
  const categories = categoriesOf(dataset, kinds);
  const legend = categories.list.map(({ label, tone, facet, id }) => {
    const kind = kinds.find((one) => {
      const its = categories.of(one);
      return its.facet === facet && its.id === id;
    });
    return html`<li>${symbol(tone)}${typeof label === 'string' ? m.say(label) : m.data(label)} <span>${kind?.count ?? 0}</span></li>`;
  });
  const isLegend = legend.length > 1 && legend.length <= LEGEND;
  const { lines, sources } = countsOf(context, kinds, map !== undefined);
  const off = numbers.all.off > 0 ? m.say('overOff', { n: numbers.all.off }) : NOTHING;
  return {
    entries: all,
    categories,
    legend: html`<div class="c">${isLegend ? html`<ul>${legend}</ul>` : NOTHING}</div>`,
    counts: html`<p>${joined([...lines, off], html`<br>`)}</p>`,
    sources,
    jsonLd: all.filter(({ layer }) => layer === 'members').map((entry) => organisationJsonLd(entry, m.lang)),
  };
}

/** Writes how many there are: of members those that are published, beside those that the list names. */
function countsOf(
  { dataset, attributes, m }: StillContext,
  kinds: readonly { readonly layer: DirectoryLayer; readonly n: number; readonly placed: number }[],
  map: boolean,
): { readonly lines: readonly Markup[]; readonly sources: readonly SourceRef[] } {
  const { compare: _, ...scope } = scopeOf(attributes);
  const layers = new Map<DirectoryLayer, { n: number; placed: number }>();
  for (const { layer, n, placed } of kinds) {
    const before = layers.get(layer) ?? { n: 0, placed: 0 };
    layers.set(layer, { n: before.n + n, placed: before.placed + placed });
  }
  const figure = layers.has('members')
    ? measured(dataset, { indicator: PUBLISHED_MEMBERS, ...scope, ignoresUnknownFilters: true })
    : null;
  const period = attributes['period'] || undefined;
  const lines = directoryLines(dataset, { layers, measure: figure?.measure, period, map }, m);
  const isPublished = lines.some(([key]) => key === 'countPublishedList');
  const isStrong = map || layers.has('members');
  return {
    lines: lines.map((line, at) => (at === 0 && isStrong ? html`<strong>${m.say(...line)}</strong>` : m.say(...line))),
    sources: isPublished ? (figure?.measure.sources ?? []) : [],
  };
}

/** A part of a list, under its title. */
export interface RowsPart {
  readonly title?: Markup;
  readonly entries: readonly DirectoryEntry[];
  /** One line that opens. */
  readonly isFolded?: boolean;
}

/**
 * Writes entries as rows: the first of them, the others behind one control, and how many are left out.
 * @param isMixed whether entries of several layers stand among each other
 */
export function rowsMarkup(parts: readonly RowsPart[], categories: Categories, m: Words, isMixed = false): Markup {
  const listOf = (rows: readonly EntryRow[]): Markup =>
    html`<ul class="r">${rows.map((row) => html`<li>${rowMarkup(row, categories, m, isMixed)}</li>`)}</ul>`;
  const written = parts.map((part) => ({ ...part, rows: rowsByTitle(part.entries, m) }));
  const open = written.filter(({ isFolded }) => !isFolded);
  const all = open.reduce((sum, { rows }) => sum + rows.length, 0);
  const seen = all > WHOLE ? SEEN : WHOLE;
  const rowsIn = (from: number, to: number): Markup => {
    let before = 0;
    const lists = open.map(({ title, rows }) => {
      const own = rows.slice(Math.max(0, from - before), Math.max(0, to - before));
      const isFirst = before >= from && before < to;
      before += rows.length;
      if (own.length === 0) return NOTHING;
      return html`${title && isFirst ? html`<p class="t">${title}</p>` : NOTHING}${listOf(own)}`;
    });
    return joined(lists, '');
  };
  const folded = written.flatMap(({ title, rows, isFolded }) =>
    isFolded && title
      ? html`<details><summary>${title}</summary>${listOf(rows.slice(0, FOLDED))}${others(rows.length - FOLDED, m)}</details>`
      : [],
  );
  if (all <= seen) return html`${rowsIn(0, seen)}${folded}`;
  return html`${rowsIn(0, seen)}<details><summary>${m.say('dirMore')}</summary>${rowsIn(seen, seen + FOLDED)}${others(all - seen - FOLDED, m)}</details>${folded}`;
}

type EntryRow = ReturnType<typeof rowsByTitle>[number];

/** Writes an entry; of several of one title the kind, how many and where. */
function rowMarkup([entry, ...same]: EntryRow, categories: Categories, m: Words, isMixed: boolean): Markup {
  const { layer, name, position, links, date } = entry;
  const { tone } = categories.of(entry);
  const hollow = position !== null && position.precision !== 'address';
  const title = html`<strong>${link(siteOf(links), m.data(name))}</strong>`;
  if (same.length > 0) {
    const row = [entry, ...same];
    const places = [...new Set(row.map((each) => entryPlace(each, m)))].filter(Boolean).join(', ');
    const facts = [isMixed ? entryKind(entry, categories, m) : '', rowCount(row, m), places].filter(Boolean);
    return html`${symbol(tone, hollow)}${title}<p>${facts.join(' · ')}</p>`;
  }
  const facts = entryFacts(entry, categories, m, isMixed).map(([fact, text]) =>
    fact === 'date' && date && layer !== 'members' ? timeMarkup(date, m, text) : html`${text}`,
  );
  const line = facts.length > 0 ? html`<p>${joined(facts, ' · ')}</p>` : NOTHING;
  return html`${symbol(tone, hollow)}${title}${line}`;
}

/** Returns the class of a colour: that of a category, or of what is none. */
export const toneClass = (cssVar: string): string =>
  ({ '--_ink': 'ki', '--_accent': 'ka', '--_ink-2': 'k9' })[cssVar] ?? `k${cssVar.replace(/\D/g, '')}`;

/** Draws a symbol; words beside it say the same. */
function symbol({ shape, cssVar }: { readonly shape: Shape; readonly cssVar: string }, hollow = false): Markup {
  return html`<svg class="${toneClass(cssVar)}${hollow ? ' h' : ''}" viewBox="0 0 16 16" width="17" height="17" aria-hidden="true"><path d="${shapePaths[shape]}"></path></svg>`;
}
