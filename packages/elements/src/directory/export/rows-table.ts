/** The directory as a table. Loaded when a visitor, or the page's author, asks for it. */
import { entryDate, entryPlace } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../../base/added-styles.ts';
import type { EssElement } from '../../base/element.ts';
import { domainText } from '../../texts/domain-text.ts';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { gridStyles } from '../../views/grid.styles.ts';
import { type RowActions, type RowsModel, renderMore } from '../rows.ts';

export { rows as texts } from '../../texts/rows.fr.ts';

/** Rows that are seen at once: with more of them the table scrolls under its head. */
const SHORT = 20;

/** The same entries as a table, the text alternative of the map. */
export function renderTable(host: LitElement, model: RowsModel, actions: RowActions, m: Localized): TemplateResult {
  addStyles(host, [gridStyles, turnStyles]);
  const { labelOf } = model.categories;
  const hasKind = model.entries.some((entry) => labelOf(entry, m) !== '');
  const keys = ['dirColName', 'dirColCategory', 'dirColPlace', 'dirColPrecision', 'dirColDate'] as const;
  const column = (key: MessageKey) => html`<th scope="col">${m.content(key)}</th>`;
  return html`<div class="region ${model.limit > SHORT ? 'long' : ''}" tabindex="0" role="group" aria-label=${m.text('dirTableCaption')}>
      <table class="grid" part="table"><caption>${m.content('dirTableCaption')}</caption>
        <thead><tr>${keys.filter((key) => hasKind || key !== 'dirColCategory').map(column)}</tr></thead>
        <tbody>${repeat(
          model.entries.slice(0, model.limit),
          ({ id }) => id,
          (entry) => html`<tr data-id=${entry.id}>
          <th scope="row" class="text">${domainText(entry.name, m)}</th>
          ${hasKind ? html`<td>${labelOf(entry, m)}</td>` : nothing}
          <td>${entryPlace(entry, m)}</td>
          <td>${precisionOf(entry, m)}</td>
          <td>${entryDate(entry, m)}</td>
        </tr>`,
        )}</tbody>
      </table>
    </div>${renderMore(model, actions, m)}`;
}

/** Columns beyond the edge of a phone are not squeezed; the ring of the focus has room where the button is brought back into sight. */
const turnStyles = css`
  .grid td {
    min-inline-size: 9em;
  }
  .grid td:nth-last-child(-n + 2) {
    white-space: nowrap;
  }
  .taken .link {
    scroll-margin-block: 0.75rem;
  }
`;

/** Says that the table is shown, or what is in its place, and keeps the button that did it in sight, under what it shows. */
export async function announceViewChange(host: EssElement, key: MessageKey, m: () => Localized | null): Promise<void> {
  await host.updateComplete;
  const said = m();
  if (said) host.announce(said.text(key));
  const button = host.renderRoot.querySelector('.taken .link');
  if (!button) return;
  const { top, bottom } = button.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) button.scrollIntoView({ block: 'end' });
}

/** Returns how exactly an entry is placed, in one word. */
export function precisionOf({ position }: DirectoryEntry, m: Localized): string {
  if (!position) return m.text('dirNotPlaced');
  if (position.precision === 'address') return m.text('dirPrecisionAddress');
  if (position.precision === 'postal') return m.text('dirPrecisionPostcode');
  return m.text(position.precision === 'commune' ? 'dirPrecisionCommune' : 'dirPrecisionTerritory');
}
