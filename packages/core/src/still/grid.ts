import { formatChange, formatCount, formatQuantity } from '../format/quantity.ts';
import type { Grid, GridCell, GridColumn } from '../picture/grid.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { link } from './source.ts';
import { timeMarkup } from './time.ts';
import type { Words } from './words/words.ts';

/** Most rows of a table: the page that shows all of them is linked. */
const MOST = 50;

/** Title and headings of a table. */
export interface GridTexts {
  readonly caption: Markup;
  readonly heading: (column: GridColumn) => Markup;
}

/** Writes rows as a table: the title is its caption, the first cell of each row is the heading of the row. */
export function gridMarkup({ columns, rows, total }: Grid, { caption, heading }: GridTexts, m: Words): Markup {
  const head = columns.map((column) => html`<th scope="col">${heading(column)}</th>`);
  const row = (cells: readonly GridCell[], name: Markup): Markup =>
    html`<tr><th scope="row">${name}</th>${cells.slice(1).map((cell) => html`<td>${cellMarkup(cell, m)}</td>`)}</tr>`;
  const body = rows.slice(0, MOST).map(({ cells }) => row(cells, cellMarkup(cells[0] ?? null, m)));
  const foot = total ? html`<tfoot>${row(total, m.say('tableTotal'))}</tfoot>` : NOTHING;
  const left = rows.length - body.length;
  return html`<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table>${
    left > 0 ? html`<p>${m.say('issuesMore', { n: left })}</p>` : NOTHING
  }`;
}

function cellMarkup(cell: GridCell, m: Words): Markup {
  switch (cell?.kind) {
    case undefined:
      return html`–`;
    case 'text':
      return link(cell.href, m.data({ fr: cell.text.text, [cell.text.lang]: cell.text.text }));
    case 'date':
      return timeMarkup(cell.date, m);
    case 'change':
      return html`${formatChange(cell.change, m.lang)}`;
    case 'number': {
      const write = cell.withUnit ? formatCount : formatQuantity;
      return html`${write(cell.shown ?? cell.quantity, m.lang, { sign: cell.signed === true })}`;
    }
  }
}
