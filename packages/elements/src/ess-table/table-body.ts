/** Parts of every table, of figures or of records. */

import { type Grid, type GridColumn, type GridRow, type GridSort, sortRows } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import { html, nothing, type TemplateResult } from 'lit';
import { contentStyles } from '../base/content.styles.ts';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import type { Localized } from '../texts/texts.ts';
import { gridStyles } from '../views/grid.styles.ts';
import { cellView, gridView } from '../views/grid-view.ts';
import { symbolStyles } from '../views/symbols.ts';
import type { TableContent } from './content.ts';
import { tableStyles as ownStyles } from './table.styles.ts';

/** Styles of a table. */
export const tableBodyStyles = [contentStyles, symbolStyles, gridStyles, ownStyles];

/** State of the view of a table. */
export interface TableState {
  readonly caption: Content;
  readonly sort: GridSort | null;
  /** Returns how many rows to draw of so many. */
  readonly limitFor: (all: number) => number;
  readonly printing: boolean;
  readonly sortBy: (column: GridColumn) => void;
  readonly showMore: (drawn: number, all: number) => void;
}

const ordered = new WeakMap<Grid, { readonly key: string; readonly rows: readonly GridRow[] }>();

/** Returns the problem of a sorting by a column that the table does not have, or null. */
export function sortMistake({ grid }: TableContent, sort: GridSort | null): ConfigProblem | null {
  const known = grid.columns.map(({ id }) => id);
  if (!sort || known.includes(sort.column)) return null;
  return { key: 'configColumn', params: { column: sort.column, known: known.join(', ') } };
}

/**
 * Returns all rows in the order to show them. It caches the order, so that showing more rows does not sort all of them again.
 */
export function orderedRows({ grid }: TableContent, sort: GridSort | null, m: Localized): readonly GridRow[] {
  if (!sort) return grid.rows;
  const key = `${sort.column} ${sort.descending} ${m.lang}`;
  const known = ordered.get(grid);
  if (known?.key === key) return known.rows;
  const rows = sortRows(grid, sort, m.lang);
  ordered.set(grid, { key, rows });
  return rows;
}

/** Tells whether there is nothing to show: no row, or figures without any value. */
export const isEmpty = ({ grid, figure }: TableContent): boolean =>
  !grid.rows.some(({ cells }) => !figure || cells.some((cell, at) => at > 0 && cell && cell.kind !== 'date'));

/** Renders the empty state of a table. */
export const emptyTable = (asked: boolean, m: Localized): TemplateResult =>
  emptyState(m.content(asked ? 'tableNoMatch' : 'tableEmpty'));

/** Renders the rows, the button for the next ones, and a remark. */
export function tableBody(content: TableContent, state: TableState, m: Localized): TemplateResult {
  const rows = orderedRows(content, state.sort, m);
  const shown = rows.slice(0, state.limitFor(rows.length));
  const { grid, heading, mark, note } = content;
  const { caption, sort: sorted, sortBy: sort } = state;
  const total = m.content('tableTotal');
  return html`${gridView({ grid, rows: shown, caption, heading, mark, total, sorted, sort }, m)}
    ${moreRows(shown.length, rows.length, state, m)}${note ? html`<p class="note" part="note">${note}</p>` : nothing}`;
}

/** Most records that are written as one sentence. */
const SENTENCE = 3;

/** Renders records to read: the first field of each, the others in brackets. A few of them are one sentence. */
export function listBody(content: TableContent, state: TableState, m: Localized): TemplateResult {
  const rows = orderedRows(content, state.sort, m);
  if (rows.length <= SENTENCE) {
    const parts = new Intl.ListFormat(m.lang).formatToParts(rows.map((_, at) => String(at)));
    return html`<p class="list" part="list">${parts.map(({ type, value }) => (type === 'element' ? entryView(rows[Number(value)], m) : value))}.</p>`;
  }
  const shown = rows.slice(0, state.limitFor(rows.length));
  return html`<ul class="list" part="list">${shown.map((row) => html`<li>${entryView(row, m)}</li>`)}</ul>
    ${moreRows(shown.length, rows.length, state, m)}`;
}

function entryView(row: GridRow | undefined, m: Localized): Content {
  const [first, ...others] = (row?.cells ?? []).filter((cell) => cell !== null);
  if (!first) return nothing;
  return html`${cellView(first, m)}${others.length ? html` <small>(${others.map((cell, at) => html`${at ? ', ' : ''}${cellView(cell, m)}`)})</small>` : nothing}`;
}

/** Renders how many rows are drawn, and the button for the next ones. */
export function moreRows(drawn: number, all: number, { printing, showMore }: TableState, m: Localized): Content {
  if (drawn >= all) return nothing;
  if (printing) return html`<div class="more"><p>${m.content('tablePrintRest', { n: all - drawn })}</p></div>`;
  const button = html`<button class="button" type="button" part="more" @click=${() => showMore(drawn, all)}>${m.content('tableMore')}</button>`;
  return html`<div class="more">${button}<p>${m.content('tableShownOf', { n: drawn, all: formatNumber(all, m.lang) })}</p></div>`;
}
