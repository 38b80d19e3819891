/** The entries of a directory as a still writes them: its counts, its legend and its rows. */
import {
  type DirectoryEntry,
  directoryOf,
  ListStore,
  listsEveryMember,
  PUBLISHED_MEMBERS,
} from '../../directory/index.ts';
import type { LonLatBox } from '../../geo/index.ts';
import { DIRECTORY_LAYERS, type DirectoryLayer, parsePeriod, type SourceRef, whereProblem } from '../../model/index.ts';
import { organisationJsonLd, siteOf } from '../json-ld.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { measured, scopeOf } from '../measured.ts';
import { link, others, timeMarkup } from '../pieces.ts';
import type { StillContext } from '../request.ts';
import { type Shape, shapePaths } from '../shapes.ts';
import type { Words } from '../words/words.ts';
import { type Categories, categoriesOf, layerLabels } from './categories.ts';
import { membersLine } from './count.ts';
import { entryFacts } from './entry-words.ts';

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
    const n = (map ? kind?.onMap : kind?.count) ?? 0;
    return html`<li>${symbol(tone)}${typeof label === 'string' ? m.say(label) : m.data(label)} <span>${n}</span></li>`;
  });
  const isLegend = legend.length > 1 && legend.length <= LEGEND;
  const counts = DIRECTORY_LAYERS.flatMap((layer) => {
    const own = kinds.filter((kind) => kind.layer === layer);
    const [n, placed] = [own, own].map((list, at) =>
      list.reduce((sum, kind) => sum + (at === 0 ? kind.n : kind.placed), 0),
    ) as [number, number];
    return n > 0 ? [countOf(context, layer, { n, placed }, map !== undefined)] : [];
  });
  const off = numbers.all.off > 0 ? m.say('overOff', { n: numbers.all.off }) : NOTHING;
  return {
    entries: all,
    categories,
    legend: html`<div class="c">${isLegend ? html`<ul>${legend}</ul>` : NOTHING}</div>`,
    counts: html`<p>${joined([...counts.map(({ text }) => text), off], html`<br>`)}</p>`,
    sources: counts.flatMap(({ sources }) => sources),
    jsonLd: all.filter(({ layer }) => layer === 'members').map((entry) => organisationJsonLd(entry, m.lang)),
  };
}

/** Writes how many there are of a layer: of members those that are published, beside those that the list names. */
function countOf(
  { dataset, attributes, m }: StillContext,
  layer: DirectoryLayer,
  { n, placed }: { readonly n: number; readonly placed: number },
  map: boolean,
): { readonly text: Markup; readonly sources: readonly SourceRef[] } {
  if (layer !== 'members') {
    return { text: m.say('countLayer', { label: m.text(layerLabels[layer]), n, m: placed }), sources: [] };
  }
  const { compare: _, ...scope } = scopeOf(attributes);
  const figure = measured(dataset, { indicator: PUBLISHED_MEMBERS, ...scope, ignoresUnknownFilters: true });
  const period = attributes['period'] || undefined;
  const line = membersLine(dataset, { measure: figure?.measure, period, map, n, placed }, m);
  const isPublished = !listsEveryMember(dataset, period) && /Published/.test(line[0]);
  return {
    text: html`<strong>${m.say(...line)}</strong>`,
    sources: isPublished ? (figure?.measure.sources ?? []) : [],
  };
}

/** A part of a list, under its title. */
export interface RowsPart {
  readonly title?: Markup;
  readonly entries: readonly DirectoryEntry[];
}

/** Writes entries as rows: the first of them, the others behind one control, and how many are left out. */
export function rowsMarkup(parts: readonly RowsPart[], categories: Categories, m: Words): Markup {
  const all = parts.reduce((sum, { entries }) => sum + entries.length, 0);
  const seen = all > WHOLE ? SEEN : WHOLE;
  const rows = (from: number, to: number): Markup => {
    let before = 0;
    const written = parts.map(({ title, entries }) => {
      const own = entries.slice(Math.max(0, from - before), Math.max(0, to - before));
      const isFirst = before >= from && before < to;
      before += entries.length;
      if (own.length === 0) return NOTHING;
      const head = title && isFirst ? html`<p class="t">${title}</p>` : NOTHING;
      return html`${head}<ul class="r">${own.map((entry) => html`<li>${rowMarkup(entry, categories, m)}</li>`)}</ul>`;
    });
    return joined(written, '');
  };
  if (all <= seen) return rows(0, seen);
  return html`${rows(0, seen)}<details><summary>${m.say('dirMore')}</summary>${rows(seen, seen + FOLDED)}${others(all - seen - FOLDED, m)}</details>`;
}

function rowMarkup(entry: DirectoryEntry, categories: Categories, m: Words): Markup {
  const { layer, name, position, links, date } = entry;
  const { tone } = categories.of(entry);
  const hollow = position !== null && position.precision !== 'address';
  const facts = entryFacts(entry, categories, m).map(([fact, text]) =>
    fact === 'date' && date && layer !== 'members' ? timeMarkup(date, m, text) : html`${text}`,
  );
  const line = facts.length > 0 ? html`<p>${joined(facts, ' · ')}</p>` : NOTHING;
  return html`${symbol(tone, hollow)}<strong>${link(siteOf(links), m.data(name))}</strong>${line}`;
}

/** Returns the class of a colour: that of a category, or of what is none. */
export const toneClass = (cssVar: string): string =>
  ({ '--_ink': 'ki', '--_accent': 'ka', '--_ink-2': 'k9' })[cssVar] ?? `k${cssVar.replace(/\D/g, '')}`;

/** Draws a symbol; words beside it say the same. */
function symbol({ shape, cssVar }: { readonly shape: Shape; readonly cssVar: string }, hollow = false): Markup {
  return html`<svg class="${toneClass(cssVar)}${hollow ? ' h' : ''}" viewBox="0 0 16 16" width="17" height="17" aria-hidden="true"><path d="${shapePaths[shape]}"></path></svg>`;
}
