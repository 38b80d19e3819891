import {
  type GroupRow,
  type Groups,
  hasMixedUnits,
  partsUnit,
  shareText,
  type TableColumn,
  type TableRow,
  tableOfParts,
  toneOf,
  valueText,
} from '@ess-widgets/core/charts';
import {
  capitalised,
  formatChange,
  formatMeasured,
  formatQuantity,
  periodInWords,
  unitWord,
} from '@ess-widgets/core/format';
import { changeOf, type Dimension, type Quantity, type ResolvedText, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, breakdownTitle, doubtedIn, doubtOf, labelHead } from '../views/breakdown-words.ts';
import { symbol } from '../views/symbols.ts';

/** Renders an unknown value: a dash, with words for screen readers. */
const none = (m: Localized): TemplateResult =>
  html`<span aria-hidden="true">–</span><span class="hidden">${m.content('unknown')}</span>`;

/**
 * Renders the same content as a table: every value, none of them merged. It scrolls in a region of its own, by keyboard too.
 * Roles are written out: narrow, a wide table is laid out as a grid, and browsers then forget that it is a table.
 */
export function tableView(breakdown: Breakdown, sort: 'value' | 'order', m: Localized): TemplateResult {
  const { groups } = breakdown;
  const rows = groups ? groupsTable(breakdown, groups, m) : partsTable(breakdown, sort, m);
  return html`<div class="region" part="region" role="group" tabindex="0" aria-labelledby="title">${rows}</div>`;
}

function partsTable(breakdown: Breakdown, sort: 'value' | 'order', m: Localized): TemplateResult {
  const { measure, dimension } = breakdown;
  const { columns, rows, total } = tableOfParts(measure, m.lang, sort);
  const head = (column: TableColumn) =>
    html`<th scope="col" role="columnheader" class=${column === 'label' ? nothing : 'number'}>${heading(breakdown, column, columns, m)}</th>`;
  const summed = total && dimension.exclusive;
  return html`<table class="rows ${columns.length > 3 ? 'wide' : ''}" role="table" part="table">
    <caption class="hidden">${breakdownTitle(breakdown, m)}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(head)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${columns.map((column) => cell(breakdown, row, column, m))}</tr>`)}</tbody>
    ${summed ? html`<tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader">${m.content('columnTotal')}</th>${columns.slice(1).map((column) => html`<td class="number" role="cell">${column === 'value' ? formatQuantity(total, m.lang) : nothing}</td>`)}</tr></tfoot>` : nothing}
  </table>`;
}

function heading(breakdown: Breakdown, column: TableColumn, columns: readonly TableColumn[], m: Localized): Content {
  const { measure, texts, before } = breakdown;
  switch (column) {
    case 'label':
      return labelHead(breakdown, m);
    case 'value':
      if (columns.includes('previous') || texts.unit === 'percent') return formatMeasured(measure, m.lang);
      if (hasMixedUnits(breakdown)) return m.content('columnValue');
      return capitalised(unitWord(partsUnit(breakdown), 100, m.lang) ?? m.text('columnValue'));
    case 'share':
      return m.content('columnShare');
    case 'previous':
      return periodInWords(before, m.lang);
    case 'change':
      return m.content('columnChange');
  }
}

function cell(breakdown: Breakdown, row: TableRow, column: TableColumn, m: Localized): TemplateResult {
  const { dimension } = breakdown;
  switch (column) {
    case 'label':
      return name(dimension, row.label, row, m);
    case 'value':
      return html`<td class="number" role="cell"><strong>${row.value ? valueText(row.value, breakdown, m) : m.content('unknown')}</strong></td>`;
    case 'share':
      return html`<td class="number" role="cell">${row.share ? shareText(row.share, m) : none(m)}</td>`;
    case 'previous':
      return html`<td class="number" role="cell">${row.previous ? valueText(row.previous, breakdown, m) : none(m)}</td>`;
    case 'change':
      return html`<td class="number" role="cell">${row.change ? formatChange(row.change, m.lang) : none(m)}</td>`;
  }
}

/** Renders the heading of a row: the category, with the shape of a collège. */
function name(
  dimension: Dimension,
  label: ResolvedText,
  { order, checks }: Pick<TableRow, 'order' | 'checks'>,
  m: Localized,
  doubted = '',
): TemplateResult {
  const tone = dimension.id === 'college' && order !== undefined ? toneOf(order) : undefined;
  const lang = label.lang === m.lang ? nothing : label.lang;
  return html`<th scope="row" role="rowheader"><span class="key">${tone ? symbol(tone.shape, { cssVar: tone.cssVar }) : nothing}<span><span lang=${lang}>${label.text}</span>${doubtOf(checks, m, doubted)}</span></span></th>`;
}

/** Renders a table with a column for each series, and the change between two periods. */
function groupsTable(breakdown: Breakdown, groups: Groups, m: Localized): TemplateResult {
  const { dimension } = breakdown;
  const { series, rows } = groups;
  const [now, before] = series;
  const isChange = series.length === 2 && now?.period !== before?.period;
  const write = (quantity: Quantity | null | undefined): Content =>
    quantity ? valueText(quantity, breakdown, m) : none(m);
  const row = ({ label, values, ...of }: GroupRow): TemplateResult => {
    const change = isChange ? changeOf(values[0] ?? null, values[1] ?? null) : null;
    return html`<tr role="row">${name(dimension, resolveText(label, m.lang), of, m, doubtedIn(groups, of.id))}
      ${values.map((value, at) => html`<td class="number" role="cell">${at ? write(value) : html`<strong>${write(value)}</strong>`}</td>`)}
      ${isChange ? html`<td class="number" role="cell">${change ? formatChange(change, m.lang) : none(m)}</td>` : nothing}</tr>`;
  };
  return html`<table class="rows ${series.length > 2 || isChange ? 'wide' : ''} ${series.length > 3 ? 'four' : ''}" role="table" part="table">
    <caption class="hidden">${breakdownTitle(breakdown, m)}</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${labelHead(breakdown, m)}</th>
      ${series.map(({ label }) => html`<th scope="col" role="columnheader" class="number">${label}</th>`)}
      ${isChange ? html`<th scope="col" role="columnheader" class="number">${m.content('columnChange')}</th>` : nothing}</tr></thead>
    <tbody role="rowgroup">${rows().map(row)}</tbody>
  </table>`;
}
