import type { Dataset, StoryFigure } from '@ess-widgets/core/model';
import { html } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import { ShareBar, type Shared, shareKindsOf } from '../base/share/share-bar.ts';
import type { Localized } from '../texts/texts.ts';

/** Share bars under the rows of figures of a report: one for a row, since its tiles are one picture and one table. */
export class ShareRows {
  readonly #bar: ShareBar;
  readonly #card: CardController;

  constructor(host: EssElement) {
    this.#bar = new ShareBar(host, 'taken-row');
    this.#card = new CardController(host, undefined, { tag: 'ess-indicator', opener: () => null });
  }

  /** Renders the bar of a row, which stands right after it. */
  view(figures: readonly StoryFigure[], dataset: Dataset, m: Localized): Content {
    const card = this.#card;
    const shared = (): Shared => ({ dataset, card, figures: this.#tiles() });
    const kinds = shareKindsOf({ dataset, card, figures: [{} as Measured] });
    return html`<div class="share-row">${this.#bar.view(shared, kinds, m, JSON.stringify(figures))}</div>`;
  }

  /** Returns the figures of the row whose bar was pressed: its tiles have them. */
  #tiles(): readonly Measured[] {
    const row = this.#bar.pressed?.closest('.share-row')?.previousElementSibling;
    const tiles = [...(row?.querySelectorAll('ess-indicator') ?? [])] as { readonly measured?: Measured | null }[];
    return tiles.flatMap(({ measured }) => measured ?? []);
  }
}
