/** View of a grid as an HTML table. The core makes its content; this module writes it. */

import {
  type Grid,
  type GridCell,
  type GridColumn,
  type GridRow,
  type GridSort,
  safeHref,
} from '@ess-widgets/core/charts';
import { formatChange, formatCount, formatQuantity, periodInWords } from '@ess-widgets/core/format';
import { html, nothing, type TemplateResult } from 'lit';
import { type Content } from '../base/frame.ts';
import { icon } from '../base/icons.ts';
import type { Localized } from '../texts/texts.ts';

/** Content of a table, and the actions that a visitor has on it. */
interface GridModel {
  readonly grid: Grid;
  /** The rows to show, sorted. */
  readonly rows: readonly GridRow[];
  readonly caption: Content;
  readonly heading: (column: GridColumn) => Content;
  /** Returns the content before the heading of a row: the shape of its collège. */
  readonly mark?: ((row: GridRow) => Content) | undefined;
  /** Returns the content under the heading of a row. */
  readonly note?: (row: GridRow) => Content;
  /** Returns the content of a number where it is more than the number: the button of its source. */
  readonly number?: (row: GridRow) => Content | undefined;
  readonly total?: Content;
  readonly sorted?: GridSort | null;
  /** Sorts by a column; without it the headings are words. */
  readonly sort?: (column: GridColumn) => void;
}

/** Rows that are seen at once: with more of them the table scrolls under its head. */
const SHORT = 20;

const isNumber = ({ kind }: GridColumn): boolean => kind === 'number' || kind === 'change';

/** Renders the table in a region of its own: too wide, it scrolls there, by keyboard too. */
export function gridView(model: GridModel, m: Localized): TemplateResult {
  const { grid, rows, caption } = model;
  return html`<div class="region ${rows.length > SHORT ? 'long' : ''}" part="region" role="group" tabindex="0" aria-labelledby="title">
    <table class="grid" part="table">
      <caption class="hidden">${caption}</caption>
      <thead><tr>${grid.columns.map((column) => headingCell(model, column))}</tr></thead>
      <tbody>${rows.map((row) => rowView(model, row, m))}</tbody>
      ${grid.total ? html`<tfoot><tr>${grid.total.map((cell, at) => totalCell(model, cell, at, m))}</tr></tfoot>` : nothing}
    </table>
  </div>`;
}

function headingCell({ heading, sort, sorted }: GridModel, column: GridColumn): TemplateResult {
  const way = sorted?.column === column.id ? (sorted.descending ? 'descending' : 'ascending') : null;
  const words = heading(column);
  const content = sort
    ? html`<button class="sort" type="button" @click=${() => sort(column)}>${words}<i class="way" aria-hidden="true"></i></button>`
    : words;
  return html`<th scope="col" class=${isNumber(column) ? 'number' : nothing} aria-sort=${way ?? nothing}>${content}</th>`;
}

function rowView({ grid, mark, note, number }: GridModel, row: GridRow, m: Localized): TemplateResult {
  return html`<tr>${grid.columns.map((column, at) => {
    const content = (isNumber(column) && number?.(row)) || cellView(row.cells[at] ?? null, m);
    if (at > 0) return html`<td class=${isNumber(column) ? 'number' : column.kind}>${content}</td>`;
    return html`<th scope="row" class=${column.kind}>${mark ? html`<span class="key">${mark(row)}<span>${content}</span></span>` : content}${doubtsOf(row, m)}${note?.(row) ?? nothing}</th>`;
  })}</tr>`;
}

/** Renders the badges of doubts beside the heading of a row, so that the numbers stay aligned at their end. */
function doubtsOf({ doubts = [] }: GridRow, m: Localized): Content {
  if (doubts.length === 0) return nothing;
  return html`${doubts.map((doubt) => html` <span class="badge doubt ${doubt === 'check' ? 'check' : ''}" part="badge">${icon(doubt)}${m.content(`quality_${doubt}`)}</span>`)}`;
}

function totalCell({ grid, total = nothing }: GridModel, cell: GridCell, at: number, m: Localized): TemplateResult {
  if (at === 0) return html`<th scope="row">${total}</th>`;
  const column = grid.columns[at];
  return html`<td class=${column && isNumber(column) ? 'number' : nothing}>${cell ? cellView(cell, m) : nothing}</td>`;
}

/** Renders a cell. An unknown value is a dash, with words for screen readers. */
export function cellView(cell: GridCell, m: Localized): Content {
  if (!cell) return html`<span aria-hidden="true">–</span><span class="hidden">${m.content('unknown')}</span>`;
  switch (cell.kind) {
    case 'text':
      return linked(
        cell.text.lang === m.lang ? cell.text.text : html`<span lang=${cell.text.lang}>${cell.text.text}</span>`,
        cell.href,
      );
    case 'date':
      return periodInWords(cell.date, m.lang);
    case 'change':
      return formatChange(cell.change, m.lang);
    case 'number': {
      const quantity = cell.shown ?? cell.quantity;
      const value = (cell.withUnit ? formatCount : formatQuantity)(quantity, m.lang, {
        sign: !!cell.signed,
      });
      return cell.basis === 'computed' ? `${value} (${m.text('quality_computed')})` : value;
    }
  }
}

function linked(content: Content, address: string | undefined): Content {
  const href = address === undefined ? undefined : safeHref(address);
  return href ? html`<a href=${href}>${content}</a>` : content;
}
