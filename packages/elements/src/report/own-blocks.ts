import { type Dataset, isInSection, publishedIn, type Report } from '@ess-widgets/core/model';
import { html, type LitElement, nothing, type ReactiveController } from 'lit';
import type { Need } from '../base/data-controller.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import type { Localized } from '../texts/texts.ts';
import type { OwnBlock } from './blocks.ts';
import type { Checks } from './checks-panel.ts';
import { DATA, dataFragment } from './views.ts';

/** Data, document and texts that a block is drawn from. */
interface OwnContext {
  readonly dataset: Dataset;
  readonly report: Report;
  readonly m: Localized;
  /** Returns the address of a view, a chapter or a section. */
  readonly hrefOf: (id: string) => string;
}

/**
 * Blocks that a report draws itself. Their collections, and the code of the checks, are loaded with the first section that
 * has one.
 */
export class OwnBlocks implements ReactiveController {
  readonly #host: LitElement;
  readonly #checks: Late<Checks>;
  readonly #needs = new Set<Need>();
  #known = 0;

  constructor(host: LitElement) {
    this.#host = host;
    this.#checks = new Late(host, 'the checks', async () => new (await import('./checks-panel.ts')).Checks(host));
    host.addController(this);
  }

  /** Collections that the blocks shown so far read. */
  get needs(): readonly Need[] {
    return [...this.#needs];
  }

  /** Asks for collections besides those of the blocks: those of a view that a reader opens, or of a download. */
  ask(names: readonly Need[]): void {
    for (const name of names) this.#needs.add(name);
    // Asked for again with each collection that comes: the host does not draw itself for what it has.
    if (this.#needs.size > this.#known) this.#host.requestUpdate();
  }

  /**
   * Requests an update if the needs have changed: the host makes its request in an update, and one during rendering would be
   * lost.
   */
  hostUpdated(): void {
    if (this.#needs.size === this.#known) return;
    this.#known = this.#needs.size;
    this.#host.requestUpdate();
  }

  view(block: OwnBlock, { dataset, report, m, hrefOf }: OwnContext): Content {
    if (block.type === 'checks') return this.#checksOf(block.sections, dataset, m);
    this.#needs.add('observations');
    const { observations } = dataset.collections;
    if (!observations) return html`<div class="room ${block.type}"></div>`;
    const { section } = block;
    const n = observations.filter(({ source }) => isInSection(publishedIn(report, source), section)).length;
    if (n === 0) return nothing;
    // The number of the opening is one that no reader knows.
    if (section === report.opening?.id)
      return html`<p class="others" part="others"><a href=${hrefOf(DATA)}>${m.content('storyData')}</a></p>`;
    return html`<p class="others" part="others"><a href=${hrefOf(dataFragment({ section, kind: 'observations' }))}>${m.content('reportFigures', { section, n })}</a></p>`;
  }

  #checksOf(sections: readonly string[] | undefined, dataset: Dataset, m: Localized): Content {
    const open = ({ target }: Event): void => {
      if ((target as HTMLDetailsElement).open) void this.#ask();
    };
    return html`<details class="others checks" part="others" @toggle=${open}><summary>${m.content('reportChecks')}</summary>
      ${this.#checks.code?.view(dataset, sections, m) ?? html`<p>${m.content('loading')}</p>`}</details>`;
  }

  /** Loads the checks and asks for all collections that their rules read. */
  async #ask(): Promise<void> {
    this.ask((await this.#checks.want())?.collections ?? []);
  }
}
