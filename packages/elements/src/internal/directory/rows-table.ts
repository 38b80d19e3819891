/** The directory as a table. Loaded when a visitor, or the page's author, asks for it. */
import type { DirectoryEntry } from '@ess-widgets/core/geo';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localized, MessageKey } from '../../messages/messages.ts';
import { domainText } from '../quality.ts';
import { labelText } from './categories.ts';
import { type RowActions, type RowsModel, renderMore } from './rows.ts';
import { dateOf, placeOf } from './texts.ts';

/** The same entries as a table, the text alternative of the map. */
export function renderTable(model: RowsModel, actions: RowActions, m: Localized): TemplateResult {
  const column = (key: MessageKey) => html`<th scope="col">${m.content(key)}</th>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label=${m.text('dirTableCaption')}>
      <table part="table"><caption>${m.content('dirTableCaption')}</caption>
        <thead><tr>${(['dirColName', 'dirColCategory', 'dirColPlace', 'dirColPrecision', 'dirColDate'] as const).map(column)}</tr></thead>
        <tbody>${repeat(
          model.entries.slice(0, model.limit),
          ({ id }) => id,
          (entry) => html`<tr data-id=${entry.id}>
          <th scope="row">${domainText(entry.name, m)}</th>
          <td>${labelText(model.categories.of(entry), m)}</td>
          <td>${placeOf(entry, m)}</td>
          <td>${precisionOf(entry, m)}</td>
          <td>${dateOf(entry, m)}</td>
        </tr>`,
        )}</tbody>
      </table>
    </div>${renderMore(model, actions, m)}`;
}

/** How exactly an entry is placed, in one word. */
export function precisionOf({ position }: DirectoryEntry, m: Localized): string {
  if (!position) return m.text('dirNotPlaced');
  if (position.precision === 'address') return m.text('dirPrecisionAddress');
  return m.text(position.precision === 'commune' ? 'dirPrecisionCommune' : 'dirPrecisionTerritory');
}
