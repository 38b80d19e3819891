/** Views of an agenda that few visitors open: by month, and its filters. */

import type { Agenda, AgendaItem } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import type { TemplateResult } from 'lit';
import type { Need } from '../base/data-controller.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

import { FiltersView } from './filters-view.ts';
import { MonthView } from './month-view.ts';

/** State of these views: which are open, and what they show. */
export class AgendaViews {
  /** Whether the filters are open. */
  filtering = false;
  readonly #host: EssElement;
  readonly #month: MonthView;
  readonly #filters: FiltersView;
  /** The visitor's choice between month and list, as long as the page's author does not change theirs. */
  #monthly: boolean | null = null;
  #display: string | undefined;
  #wanted = false;
  /** Texts of the last render. */
  #m: Localized | undefined;

  constructor(host: EssElement) {
    const say = (text: string): void => host.announce(text);
    this.#host = host;
    this.#month = new MonthView(host, say);
    this.#filters = new FiltersView(host, host.provider, say);
  }

  /** Collections with the names of the filters' values. Once asked for, they stay. */
  get needs(): readonly Need[] {
    this.#wanted ||= this.filtering || this.#filters.isActive;
    return this.#wanted ? ['territories', 'organisations'] : [];
  }

  /** @param display the view that the page's author shows first */
  isMonth(display: string | undefined): boolean {
    if (display !== this.#display) {
      this.#display = display;
      this.#monthly = null;
    }
    return this.#monthly ?? display === 'month';
  }

  /** Switches between list and month, and announces it, since the focus stays on the button. */
  async turn(display: string | undefined): Promise<void> {
    this.#monthly = !this.isMonth(display);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const key = this.#monthly ? 'agendaMonthShown' : 'agendaListShown';
    if (this.#m) this.#host.announce(this.#m.text(key));
  }

  /** Opens or closes the filters; the choices stay. */
  filter(): void {
    this.filtering = !this.filtering;
    this.#host.requestUpdate();
  }

  /** Returns the part of an agenda that matches the visitor's choices. */
  choose(dataset: Dataset, whole: Agenda): Agenda {
    return this.#filters.choose(dataset, whole);
  }

  filters(dataset: Dataset, whole: Agenda, m: Localized): Content | undefined {
    this.#m = m;
    return this.filtering ? this.#filters.render(dataset, whole, m) : undefined;
  }

  /** Renders the button that shows all events again, if something is chosen. */
  clear(m: Localized): Content {
    return this.#filters.clearButton(m);
  }

  /** Renders the month. @param row a line of the list under the grid */
  month(items: readonly AgendaItem[], row: (item: AgendaItem) => TemplateResult, m: Localized): Content {
    return this.#month.render(items, row, m);
  }
}
