import {
  type Categories,
  entryFacts,
  entryKind,
  entryName,
  entryPlace,
  layerLabels,
  rowCount,
  rowsByTitle,
  safeHref,
} from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import type { Link } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { symbol } from '../views/symbols.ts';

/** A part of a list, under its heading. */
interface RowsGroup {
  readonly title: string;
  readonly entries: readonly DirectoryEntry[];
  /** One line that opens: its rows are drawn once it is open. */
  readonly fold?: { readonly open: boolean; readonly turn: (open: boolean) => void };
}

/** A list or table of entries. */
export interface RowsModel {
  readonly entries: readonly DirectoryEntry[];
  /** Number of them that are drawn. */
  readonly limit: number;
  /** Number of all entries: those of a large directory come a page at a time. */
  readonly total: number;
  /** Parts of the list, each with its heading; without them, it is divided by layer where there are several. */
  readonly parts?: readonly RowsGroup[];
  readonly categories: Categories;
  readonly selection: string | null;
  /** Returns the distance of an entry as it is written; empty where it is unknown. */
  readonly distance: ((entry: DirectoryEntry) => string) | undefined;
  /** Renders where an entry comes from, if the data are from several sources. */
  readonly origin?: ((entry: DirectoryEntry) => Content) | undefined;
  /** Id of the entry whose address was copied; null for none. */
  readonly copied?: string | null;
  /** Rows left out of a printed page; 0 on screen. */
  readonly unprinted: number;
  /** It is drawn for paper, on which nothing opens. */
  readonly printing?: boolean;
}

export interface RowActions {
  readonly select: (entry: DirectoryEntry) => void;
  /** @param drawn how many rows there are now */
  readonly more: (drawn: number) => void;
  /** Shares the address of the page with an entry chosen; undefined where the address does not hold what is chosen. */
  readonly share?: ((entry: DirectoryEntry) => void) | undefined;
}

/** The entries as rows between rules, under a heading for each part, or for each layer where there are several. */
export function renderRows(model: RowsModel, level: number, actions: RowActions, m: Localized): TemplateResult {
  const shown = model.entries.slice(0, model.limit);
  const layers = [...new Set(model.entries.map((entry) => entry.layer))];
  const isMixed = model.parts !== undefined && layers.length > 1;
  const groups: readonly (RowsGroup & { readonly label?: string })[] =
    model.parts?.map((part) => (part.fold ? part : { ...part, entries: part.entries.filter(isIn(shown)) })) ??
    layers.map((layer) => ({
      title: layers.length > 1 ? layerName(layer, m) : '',
      label: layerName(layer, m),
      entries: shown.filter((entry) => entry.layer === layer),
    }));
  const list = (label: string, entries: readonly DirectoryEntry[]) =>
    html`<ul class="rows" part="list" aria-label=${label}>
        ${repeat(
          // Rows of one place, and those by distance, are read for what each of them has of its own.
          model.parts && !model.distance ? rowsByTitle(entries, m) : entries.map((entry) => [entry] as const),
          ([{ id }]) => id,
          (row) => renderRow(row, { ...model, isMixed }, actions, m),
        )}
      </ul>`;
  const group = ({ title, label = title, entries, fold }: (typeof groups)[number]) =>
    fold
      ? html`<details class="fold" ?open=${fold.open} @toggle=${({ target }: Event) => fold.turn((target as HTMLDetailsElement).open)}>
        <summary class="group">${title}</summary>${fold.open ? list(label, entries) : nothing}</details>`
      : html`${title ? html`<p class="group" role="heading" aria-level=${level}>${title}</p>` : nothing}${list(label, entries)}`;
  const drawn = groups.filter(({ entries }) => entries.length > 0);
  // The button for more rows stands before the part that is one line.
  return html`${drawn.filter(({ fold }) => !fold).map(group)}${renderMore(model, actions, m)}${drawn.filter(({ fold }) => fold).map(group)}`;
}

function isIn(list: readonly DirectoryEntry[]): (entry: DirectoryEntry) => boolean {
  const held = new Set(list);
  return (entry) => held.has(entry);
}

const layerName = (layer: DirectoryEntry['layer'], m: Localized): string => m.text(layerLabels[layer]);

/** A list of rows, and what its heading says of each of them. */
interface RowModel extends RowsModel {
  /** Entries of several layers stand among each other. */
  readonly isMixed: boolean;
  /** The title of a row is its place. */
  readonly isOfPlace?: boolean;
}

function renderRow(
  [entry, ...same]: readonly [DirectoryEntry, ...(readonly DirectoryEntry[])],
  model: RowModel,
  actions: RowActions,
  m: Localized,
): TemplateResult {
  if (same.length > 0) return renderSame([entry, ...same], model, actions, m);
  return html`<li class="row ${entry.id === model.selection ? 'selected' : ''}" part="row" data-id=${entry.id} @keydown=${closing(entry, model, actions)}>
    ${symbolOf(entry, model)}
    <div class="row-text">${renderText(entry, domainText(entry.name, m), model, actions, m)}</div>
  </li>`;
}

function symbolOf(entry: DirectoryEntry, { categories }: RowsModel): TemplateResult {
  const { tone } = categories.of(entry);
  const hollow = entry.position !== null && entry.position.precision !== 'address';
  return symbol(tone.shape, { cssVar: tone.cssVar, hollow });
}

/** "Mon ESS à l’École · 16 lieux": entries of one title are one row, which opens on where each of them is. */
function renderSame(
  row: readonly [DirectoryEntry, ...(readonly DirectoryEntry[])],
  model: RowModel,
  actions: RowActions,
  m: Localized,
): TemplateResult {
  const [first] = row;
  const isChosen = row.some(({ id }) => id === model.selection);
  const place = (entry: DirectoryEntry): Content => entryPlace(entry, m) || domainText(entry.name, m);
  return html`<li class="row" part="row" data-id=${first.id}>
    ${symbolOf(first, model)}
    <details class="row-text same" ?open=${isChosen || model.printing === true}>
      <summary class="name">${domainText(first.name, m)} · ${rowCount(row, m)}</summary>
      ${model.isMixed ? html`<p class="detail">${entryKind(first, model.categories, m)}</p>` : nothing}
      <ul>${row.map(
        (
          entry,
        ) => html`<li class=${entry.id === model.selection ? 'selected' : ''} data-id=${entry.id} @keydown=${closing(entry, model, actions)}>
          ${renderText(entry, place(entry), { ...model, isMixed: false, isOfPlace: true }, actions, m)}</li>`,
      )}</ul>
    </details>
  </li>`;
}

function renderText(
  entry: DirectoryEntry,
  title: Content,
  model: RowModel,
  actions: RowActions,
  m: Localized,
): TemplateResult {
  const selected = entry.id === model.selection;
  const distance = model.distance?.(entry);
  const facts = entryFacts(entry, model.categories, m, model.isMixed)
    .filter(([fact]) => fact !== 'place' || !model.isOfPlace)
    .map(([, text]) => text);
  const isOpening = hasMore(entry, model, actions);
  return html`<button class="name" type="button" aria-current=${selected ? 'true' : nothing}
      aria-expanded=${isOpening ? selected : nothing} aria-controls=${isOpening ? aboutId(entry) : nothing} @click=${() => actions.select(entry)}>${title}</button>
      <p class="detail">${distance ? html`<strong class="distance">${distance}</strong> · ` : nothing}${facts.join(' · ')}</p>
      ${selected ? renderMoreOf(entry, model, actions, m) : nothing}`;
}

/** Returns what Escape does in a row: it closes it, and the focus is on its name again. */
const closing =
  (entry: DirectoryEntry, { selection }: RowsModel, actions: RowActions) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || entry.id !== selection) return;
    event.preventDefault();
    actions.select(entry);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.name')?.focus();
  };

/** Id of the details of a row. A space in it would make two ids where it is referred to. */
const aboutId = ({ id }: DirectoryEntry): string => `about-${id.replaceAll(/\s/g, '_')}`;

/** Whether a row has more to show once it is chosen. */
const hasMore = (
  { description, activities, links, position, printed }: DirectoryEntry,
  { origin }: RowsModel,
  { share }: RowActions,
): boolean =>
  Boolean(description || printed || activities.length > 0 || position || share || origin) ||
  links.some(({ url }) => safeHref(url) !== undefined);

/** Draws the description, activities, links, directions and origin of the row that is chosen. */
export function renderMoreOf(entry: DirectoryEntry, model: RowsModel, actions: RowActions, m: Localized): Content {
  const origin = model.origin?.(entry) ?? nothing;
  const ways = html`${renderWay(entry, m)}${
    actions.share
      ? html`<button class="link share" type="button" @click=${() => actions.share?.(entry)}>${m.content(model.copied === entry.id ? 'dirShareCopied' : 'dirShare')}</button>`
      : nothing
  }`;
  if (!hasMore(entry, model, actions)) return nothing;
  const { description, activities, links, printed } = entry;
  const usable = links.flatMap((link) => {
    const href = safeHref(link.url);
    return href === undefined ? [] : [{ kind: link.kind, href }];
  });
  return html`<div class="about" id=${aboutId(entry)}>
    ${printed ? html`<p>${m.content('printedAs', { printed })}</p>` : nothing}
    ${description ? html`<p>${description}</p>` : nothing}
    ${activities.length ? html`<p>${activities.join(', ')}</p>` : nothing}
    ${usable.length ? html`<p class="links">${usable.map(({ kind, href }) => renderLink(kind, href, entryName(entry, m), m))}</p>` : nothing}
    ${entry.position || actions.share ? html`<p class="ways">${ways}</p>` : nothing}${origin}
  </div>`;
}

const linkKinds: Readonly<Partial<Record<Link['kind'], MessageKey>>> = {
  site: 'dirLinkSite',
  email: 'dirLinkEmail',
  phone: 'dirLinkPhone',
};

function renderLink(kind: Link['kind'], href: string, name: string, m: Localized): TemplateResult {
  // Data that nobody has judged may name any kind, `constructor` too.
  const label = m.text((Object.hasOwn(linkKinds, kind) && linkKinds[kind]) || 'dirLinkOther');
  // A number can be read and dialled on another telephone.
  const number = kind === 'phone' && href.startsWith('tel:') ? `\u00a0${decodeNumber(href.slice(4))}` : '';
  return html`<a href=${href} aria-label=${m.text('dirLinkOf', { kind: label + number, name })}>${label}${number}</a> `;
}

/** Writes a telephone number of France in pairs of figures, as it is read there; another as it is. */
function decodeNumber(number: string): string {
  const [, own] = /^(?:\+33|0)([1-9]\d{8})$/.exec(number.replace(/[\s.-]/g, '')) ?? [];
  return own ? `0${own}`.replace(/\d\d(?!$)/g, '$&\u00a0') : number;
}

/** Draws the link to directions. It is followed by the visitor alone: nothing is asked of that site before. */
function renderWay(entry: DirectoryEntry, m: Localized): Content {
  const { position } = entry;
  if (!position) return nothing;
  const href = `https://www.openstreetmap.org/directions?to=${position.lat}%2C${position.lon}`;
  const label = m.text(position.precision === 'address' ? 'dirWay' : 'dirWayTown');
  return html`<a href=${href} rel="noopener noreferrer" aria-label=${m.text('dirLinkOf', { kind: label, name: entryName(entry, m) })}>${label}</a> `;
}

/** "1 à 50 sur 117", and the button for the rest. */
export function renderMore({ total, limit, unprinted }: RowsModel, actions: RowActions, m: Localized): Content {
  if (total <= limit) return nothing;
  const [n, all] = [formatNumber(limit, m.lang), formatNumber(total, m.lang)];
  return html`<div class="more">
    <span class="screen">${m.content('dirRange', { n, all })}</span>
    <button class="link screen" type="button" @click=${() => actions.more(limit)}>${m.content('dirMore')}</button>
    ${unprinted > 0 ? html`<span class="paper">${m.content('dirPrintRest', { n: unprinted })}</span>` : nothing}
  </div>`;
}
