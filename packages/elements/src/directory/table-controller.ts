import { nothing } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import type * as tableCode from './export/rows-table.ts';
import type { RowActions, RowsModel } from './rows.ts';

/** The table in place of the map or the list. It is loaded when it is asked for. */
export class TableController {
  /** Whether it is shown; undefined until the visitor chooses. */
  shown: boolean | undefined;
  readonly #host: EssElement;
  readonly #texts: () => Localized | null;
  readonly #code: Late<typeof tableCode>;

  /** @param texts those that were last drawn with: a click's are older than what it loads */
  constructor(host: EssElement, texts: () => Localized | null) {
    this.#host = host;
    this.#texts = texts;
    this.#code = new Late(host, 'the table', () => host.withTexts(import('./export/rows-table.ts')));
  }

  /** Turns to the table, or back. @param told what is said then */
  async turn(shown: boolean, told: MessageKey): Promise<void> {
    if (shown && !(await this.#code.want())) return;
    this.shown = shown;
    this.#host.requestUpdate();
    void this.#code.code?.announceViewChange(this.#host, told, this.#texts);
  }

  /** The rows as a table; nothing while its code is on its way. */
  view(rows: RowsModel, actions: RowActions, m: Localized): Content {
    return this.#code.ask()?.renderTable(this.#host, rows, actions, m) ?? nothing;
  }
}
