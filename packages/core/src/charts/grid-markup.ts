import { formatChange, formatCount, formatQuantity } from '../format/index.ts';
import { resolveText, type Text } from '../model/index.ts';
import type { Grid, GridCell, GridColumn } from './grid.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { link, others, timeMarkup } from './pieces.ts';
import type { StillKey, Words } from './words/words.ts';

/** Most rows of a table: the page that shows all of them is linked. */
const MOST = 50;

/** Headings of a table, and how much of it is written. */
interface GridTexts {
  readonly heading: (column: GridColumn) => Markup;
  /** Rows that are written; the others are counted. */
  readonly most?: number;
}

/** Writes rows as a table: the first cell of each row is the heading of the row. */
export function gridMarkup({ columns, rows, total }: Grid, { heading, most = MOST }: GridTexts, m: Words): Markup {
  const head = columns.map((column) => html`<th scope="col">${heading(column)}</th>`);
  const row = (cells: readonly GridCell[], name: Markup): Markup =>
    html`<tr><th scope="row">${name}</th>${cells.slice(1).map((cell) => html`<td>${cellMarkup(cell, m)}</td>`)}</tr>`;
  const body = rows.slice(0, most).map(({ cells }) => row(cells, cellMarkup(cells[0] ?? null, m)));
  const foot = total ? html`<tfoot>${row(total, m.say('tableTotal'))}</tfoot>` : NOTHING;
  return html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table>${others(rows.length - most, m)}`;
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

/** Writes "Adhérents par collège"; the label alone where it names the dimension, or there is none. */
export function titleBy(label: Text, by: Text | undefined, m: Words): Markup {
  const isNamed = (text: Text): boolean =>
    resolveText(label, m.lang).text.toLowerCase().includes(resolveText(text, m.lang).text.toLowerCase());
  return !by || isNamed(by) ? m.data(label) : html`${m.data(label)} ${m.say('breakdownBy')} ${m.data(by)}`;
}

/** Writes the unit of the values, unless the title names it already, and when they were measured. */
export const unitAndDate = (title: Markup, unit: string, at = ''): Markup =>
  joined([title.markup.toLowerCase().includes(unit) ? NOTHING : html`${unit}`, html`${at}`], ', ');

/** Writes the usual heading of a column. */
export const headOf = (id: string, m: Words): Markup =>
  m.maybe(`col_${id}`) === undefined ? html`${id}` : m.say(`col_${id}` as StillKey);
