import type { DirectoryLayer } from '@ess-widgets/core/internal/geo/directory';
import { html, nothing } from 'lit';
import type { EssMemberListProperties } from '../base/properties.ts';
import { CardController } from '../internal/card-controller.ts';
import { contentStyles } from '../internal/content.styles.ts';
import { controlIcon } from '../internal/control-icons.ts';
import type { Need } from '../internal/data-controller.ts';
import { countLine, PUBLISHED } from '../internal/directory/count-line.ts';
import { directoryStyles } from '../internal/directory/directory.styles.ts';
import { DirectoryElement } from '../internal/directory/directory-element.ts';
import { renderFilters } from '../internal/directory/filters.ts';
import { publisherLine, renderNone, sizeOf } from '../internal/directory/parts.ts';
import { renderRows } from '../internal/directory/rows.ts';
import type { Directory } from '../internal/directory/types.ts';
import type { ElementView } from '../internal/element.ts';
import type { Content } from '../internal/frame.ts';
import { type ConfigProblem, MeasureController } from '../internal/measure-controller.ts';
import { EssPanel } from '../internal/panel.ts';
import { property } from '../internal/property.ts';
import { sourceLine } from '../internal/source-line.ts';
import { symbolStyles } from '../internal/symbols.ts';
import type { Localized } from '../texts/texts.ts';
import { memberListStyles } from './ess-member-list.styles.ts';

/**
 * The directory of an organisation's members: search, filters, rows or a table. Inside an `ess-provider` it shares search,
 * filters and selection with the map.
 *
 * @summary The directory alone: rows or table, with search and filters.
 * @slot - Shown in place of the list when there is no data at all: a link to the directory.
 * @csspart subtitle - What is listed, and of when.
 * @csspart filters - Search field and filters.
 * @csspart legend - The chips: filters and legend in one.
 * @csspart count - How many there are.
 * @csspart list - The list.
 * @csspart row - One row.
 * @csspart table - The table.
 * @csspart empty - What stands there when nobody matches.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed.
 * @event {EssFilterEvent} ess-filter - The visitor searched or chose filters.
 * @event {EssSelectEvent} ess-select - The visitor chose a member, or gave the choice up.
 */
export class EssMemberList extends DirectoryElement implements EssMemberListProperties {
  static override styles = [...EssPanel.styles, contentStyles, symbolStyles, directoryStyles, memberListStyles];

  @property() view: EssMemberListProperties['view'];

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);

  protected override get shownLayers(): readonly DirectoryLayer[] {
    return ['members'];
  }

  protected override needs(): readonly Need[] {
    return [...new Set([...super.needs(), ...this.#measures.needs(PUBLISHED)])];
  }

  protected override configProblem(): ConfigProblem | null {
    return super.configProblem() ?? this.#measures.problem;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('dirListTitle') : super.fallbackTitle(m);
  }

  protected override viewOf(directory: Directory, m: Localized): ElementView {
    const { dataset, all, tally, filters } = directory;
    const size = sizeOf(directory);
    const asked = this.measureAsked(PUBLISHED);
    const [published = null] = this.isAtHand(directory, asked) ? this.#measures.measure(dataset, [asked]) : [];
    const asTable = this.table.shown ?? this.view === 'table';
    const rows = this.rowsOf(directory);
    const content = asTable
      ? this.table.view(rows, this.rowActions, m)
      : renderRows(rows, this.rowLevel, this.rowActions, m);
    return {
      title: m.content('dirListTitle'),
      body: html`${renderFilters(filters, this.filterActions, m)}
        ${(tally?.all.n ?? all.length) ? countLine({ directory, published, period: this.scoped('period'), map: false }, m) : nothing}
        ${size ? content : renderNone(directory, published, this.clear, m)}`,
      source: published
        ? sourceLine(dataset, published.measure, published.texts, m, this.#card)
        : publisherLine(dataset, m),
      actions: html`<button class="link" type="button" @click=${() => this.table.turn(!asTable, asTable ? 'dirListShown' : 'dirTableShown')}>
          ${controlIcon(asTable ? 'listed' : 'table')}${m.content(asTable ? 'dirShowListAgain' : 'showTable')}</button>
        ${this.filesOf(directory, m)}`,
      remarks: directory.large?.remarks ?? [],
      empty: size === 0,
    };
  }
}
