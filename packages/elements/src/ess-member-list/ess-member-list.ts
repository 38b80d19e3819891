import { PUBLISHED_MEMBERS } from '@ess-widgets/core/directory';
import type { DirectoryLayer } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import type { ElementView } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { type ConfigProblem, MeasureController } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssMemberListProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { sourceLine } from '../base/source-line.ts';
import { countLine } from '../directory/count-line.ts';
import { directoryStyles } from '../directory/directory.styles.ts';
import { DirectoryElement } from '../directory/directory-element.ts';
import { renderFilters } from '../directory/filters.ts';
import { renderNone, shownCount } from '../directory/parts.ts';
import { renderRows } from '../directory/rows.ts';
import type { Directory } from '../directory/types.ts';
import type { Localized } from '../texts/texts.ts';
import { symbolStyles } from '../views/symbols.ts';
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
    return [...new Set([...super.needs(), ...this.#measures.needs(PUBLISHED_MEMBERS)])];
  }

  protected override configProblem(): ConfigProblem | null {
    return super.configProblem() ?? this.#measures.problem;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('dirListTitle') : super.fallbackTitle(m);
  }

  protected override viewOf(directory: Directory, m: Localized): ElementView {
    const { dataset, tally, filters } = directory;
    const size = shownCount(directory);
    const asked = this.measureAsked(PUBLISHED_MEMBERS);
    const [published = null] = this.isAtHand(directory, asked) ? this.#measures.measure(dataset, [asked]) : [];
    const asTable = this.table.shown ?? this.view === 'table';
    const rows = this.rowsOf(directory);
    const content = asTable
      ? this.table.view(rows, this.rowActions, m)
      : renderRows(rows, this.rowLevel, this.rowActions, m);
    return {
      title: m.content('dirListTitle'),
      body: html`${renderFilters(filters, this.filterActions, m)}
        ${tally.all.n ? countLine({ directory, published, period: this.scoped('period'), map: false }, m) : nothing}
        ${size ? content : renderNone(directory, published, this.clear, m)}`,
      source: published
        ? sourceLine(dataset, published.measure, published.texts, m, this.#card)
        : dataLine(dataset, [], m, this.#card),
      shared: this.sharedOf(directory, this.#card, m, {
        label: asTable ? 'dirShowListAgain' : 'showTable',
        turn: () => this.table.turn(!asTable, asTable ? 'dirListShown' : 'dirTableShown'),
      }),
      remarks: directory.large?.remarks ?? [],
      empty: size === 0,
    };
  }
}
