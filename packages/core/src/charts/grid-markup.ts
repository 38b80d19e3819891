import { formatChange, formatCount, formatQuantity } from '../format/index.ts';
import { resolveText, type Text } from '../model/index.ts';
import type { Grid, GridCell, GridColumn, GridRow } from './grid.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { link, timeMarkup, toned } from './pieces.ts';
import { shownOf } from './said.ts';
import { toneOf } from './shapes.ts';
import type { StillKey, Words } from './words/words.ts';

/** Most rows of a table: a page of the widget. The page that shows all of them is linked. */
export const MOST = 50;
/** Rows that are seen at once: with more of them the table scrolls under its head. */
const SHORT = 20;

/** What a table says besides its cells. */
interface GridTexts {
  readonly heading: (column: GridColumn) => Markup;
  /** Whether its rows have the shapes of collèges. */
  readonly isToned?: boolean;
}

const isNumber = (column: GridColumn | undefined): boolean => column?.kind === 'number' || column?.kind === 'change';
const classOf = (column: GridColumn | undefined): Markup => (isNumber(column) ? html` class="n"` : NOTHING);

/** Writes rows as a table in a region that scrolls: the first cell of each row is the heading of the row. */
export function gridMarkup({ columns, rows, total }: Grid, { heading, isToned = false }: GridTexts, m: Words): Markup {
  const head = columns.map((column) => html`<th scope="col"${classOf(column)}>${heading(column)}</th>`);
  const row = (looks: Markup, name: Markup, cells: readonly Markup[]): Markup =>
    html`<tr${looks}><th scope="row">${name}</th>${cells.map((cell, at) => html`<td${classOf(columns[at + 1])}>${cell}</td>`)}</tr>`;
  const body = rows.slice(0, MOST).map(({ cells: [name = null, ...cells], order, doubts = [] }) => {
    const tone = isToned && order !== undefined ? toned(toneOf(order)) : NOTHING;
    const badges = doubts.map((doubt) => html` (${m.say(`quality_${doubt}`)})`);
    return row(
      tone,
      html`${cellMarkup(name, m)}${badges}`,
      cells.map((cell) => cellMarkup(cell, m)),
    );
  });
  const sums = (total ?? []).slice(1).map((cell) => (cell ? cellMarkup(cell, m) : NOTHING));
  const foot = total ? html`<tfoot>${row(NOTHING, m.say('tableTotal'), sums)}</tfoot>` : NOTHING;
  const place = rows.length > SHORT ? html` class="l"` : NOTHING;
  return html`<div${place}><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table></div>${rowsShown(MOST, rows.length, m)}`;
}

/** Writes how many rows there are of how many; nothing where all are there. */
export const rowsShown = (most: number, all: number, m: Words): Markup =>
  all > most ? html`<p>${m.text('tableShownOf', shownOf(most, all, m))}</p>` : NOTHING;

/** Writes a cell. */
export function cellMarkup(cell: GridCell, m: Words): Markup {
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
      const value = write(cell.shown ?? cell.quantity, m.lang, { sign: cell.signed === true });
      return cell.basis === 'computed' ? html`${value} (${m.say('quality_computed')})` : html`${value}`;
    }
  }
}

/** Most records that are written as one sentence. */
const SENTENCE = 3;

/** Writes records to read: the first field of each, the others in brackets. A few of them are one sentence. */
export function recordList(rows: readonly GridRow[], m: Words): Markup {
  const entry = ({ cells }: GridRow): Markup => {
    const [first, ...others] = cells.flatMap((cell) => (cell ? cellMarkup(cell, m) : []));
    return first && others.length ? html`${first} <span>(${joined(others, ', ')})</span>` : (first ?? NOTHING);
  };
  if (rows.length > SENTENCE)
    return html`<ul>${rows.slice(0, MOST).map((row) => html`<li>${entry(row)}</li>`)}</ul>${rowsShown(MOST, rows.length, m)}`;
  const parts = new Intl.ListFormat(m.lang).formatToParts(rows.map((_, at) => String(at)));
  const words = parts.map(({ type, value }) => {
    const row = type === 'element' ? rows[Number(value)] : undefined;
    return row ? entry(row) : html`${value}`;
  });
  return html`<div>${words}.</div>`;
}

/** Writes "Adhérents par collège"; the label alone where it names the dimension, or there is none. */
export function titleBy(label: Text, by: Text | undefined, m: Words): Markup {
  const isNamed = (text: Text): boolean =>
    resolveText(label, m.lang).text.toLowerCase().includes(resolveText(text, m.lang).text.toLowerCase());
  return !by || isNamed(by) ? m.data(label) : html`${m.data(label)} ${m.say('breakdownBy')} ${m.data(by)}`;
}

/** Writes the usual heading of a column. */
export const headOf = (id: string, m: Words): Markup =>
  m.maybe(`col_${id}`) === undefined ? html`${id}` : m.say(`col_${id}` as StillKey);
