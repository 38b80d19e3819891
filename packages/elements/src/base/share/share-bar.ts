import type { SvgFile } from '@ess-widgets/core/charts';
import type { CsvCell } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import type { CardController } from '../card/card-controller.ts';
import { pageDefaults } from '../defaults.ts';
import type { EssElement } from '../element.ts';
import type { Content } from '../frame.ts';
import { Late } from '../late.ts';
import type { Measured } from '../measure-controller.ts';
import type * as panelCode from './share-panel.ts';

/** Rows that a visitor takes home, in the order of the screen. */
export interface DataRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Content of a view that a visitor may take elsewhere. */
export interface Shared {
  readonly dataset: Dataset;
  readonly card: CardController;
  /** Figures that it shows: their rows are its data, their names and sources what is copied. */
  readonly figures?: readonly Measured[];
  /** Whether its title states the figure: then it is the sentence to copy. */
  readonly isStated?: boolean;
  /** Name of its files, without what they end with; that of its figure by default. */
  readonly name?: string;
  /** Returns its rows, where they are not those of its figures. */
  readonly rows?: () => DataRows | Promise<DataRows>;
  /** The change between the view and its table, and the words of its button. */
  readonly table?: { readonly label: MessageKey; readonly turn: () => unknown };
  /** Files of its data besides CSV and JSON. */
  readonly files?: readonly { readonly label: string; readonly give: () => unknown }[];
  /** Draws it, where its card has no drawing of the figure. Null where it cannot be drawn now. */
  readonly picture?: () => Promise<SvgFile | null>;
  /** A link or a remark beside its files. */
  readonly more?: Content;
}

/** Ways in which a visitor takes a view elsewhere. */
export type ShareKind = 'share' | 'image' | 'embed' | 'data';

/**
 * Bar under a chart, a list or a row of figures: four buttons, each of which opens what it offers below. All but the buttons
 * is loaded with the first press.
 */
export class ShareBar {
  readonly host: EssElement;
  /** Id of what is open under the buttons: an element may have several bars. */
  readonly id: string;
  /** The button that was pressed last. */
  pressed: HTMLElement | null = null;
  /** Kind that is open, and the key of its view. */
  #open: { readonly kind: ShareKind; readonly key: string } | null = null;
  readonly #code: Late<typeof panelCode>;

  constructor(host: EssElement, id = 'taken') {
    this.host = host;
    this.id = id;
    this.#code = new Late(host, 'what is shared', async () => {
      const [code] = await Promise.all([import('./share-panel.ts'), host.wantDetails()]);
      return code;
    });
  }

  /**
   * Renders the bar of a view.
   * @param sharedOf returns what is offered; asked again whenever something is open
   * @param key of the view, where the element has several
   */
  view(sharedOf: () => Shared, kinds: readonly ShareKind[], m: Localized, key = ''): Content {
    const open = this.#open?.key === key ? this.#open.kind : null;
    const press =
      (kind: ShareKind) =>
      ({ currentTarget }: Event): void => {
        this.pressed = currentTarget as HTMLElement;
        void this.#press(kind, key, sharedOf, m);
      };
    return html`${kinds.map(
      (kind) =>
        html`<button class="link" type="button" data-take=${kind} aria-expanded=${open === kind} aria-controls=${this.id} @click=${press(kind)}>${m.content(`share_${kind}`)}</button>`,
    )}${open ? (this.#code.code?.panelView(this, open, sharedOf(), m) ?? nothing) : nothing}`;
  }

  /** Closes what is open, and gives the focus back to its button. */
  close(): void {
    this.#open = null;
    this.host.requestUpdate();
    this.pressed?.focus({ preventScroll: true });
  }

  async #press(kind: ShareKind, key: string, sharedOf: () => Shared, m: Localized): Promise<void> {
    if (this.#open?.kind === kind && this.#open.key === key) return this.close();
    const code = await this.#code.want();
    if (!code) return;
    await code.panelOpened(this, kind, sharedOf(), m);
    this.#open = { kind, key };
    this.host.requestUpdate();
    await this.host.updateComplete;
    code.focusPanel(this);
  }
}

/** Kinds of what a view offers: a picture where it can be drawn, another page where its data have an address and there is an Atelier. */
export function shareKindsOf({ card, figures = [], picture, rows, table }: Shared): readonly ShareKind[] {
  const isData = figures.length > 0 || rows || table;
  const { loader, atelier } = pageDefaults;
  return [
    'share',
    ...((picture ?? (figures.length && true)) ? (['image'] as const) : []),
    ...(card.host.picked?.src && loader && atelier !== 'off' ? (['embed'] as const) : []),
    ...(isData || card.host.picked?.src ? (['data'] as const) : []),
  ];
}
