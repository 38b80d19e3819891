import type { CSSResult, ReactiveControllerHost } from 'lit';
import { adoptStyles } from 'lit';
import { type Localized, loadMessages } from '../messages/messages.ts';
import { agendaTexts } from '../messages/topics/agenda.ts';
import { agendaMoreTexts } from '../messages/topics/agenda-more.ts';

/** What the parts that come later ask of the agenda. */
export interface AgendaHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The texts of what comes later, in the language of the agenda. */
export class MoreTexts {
  readonly #host: AgendaHost;
  #texts: Localized | null = null;
  #asked = '';

  constructor(host: AgendaHost) {
    this.#host = host;
  }

  /** Those of another language, or null, until they have come. */
  in(lang: string): Localized | null {
    if (this.#asked !== lang) void this.load(lang);
    return this.#texts;
  }

  async load(lang: string): Promise<void> {
    if (this.#texts?.lang === lang) return;
    this.#asked = lang;
    try {
      const texts = await loadMessages(lang, [agendaTexts, agendaMoreTexts]);
      if (this.#asked !== lang) return;
      this.#texts = texts;
      this.#host.requestUpdate();
    } catch {
      // What was there stays; the next wish tries again.
      this.#asked = '';
    }
  }
}

/** Adds the styles of what comes later to those of the agenda. */
export function addStyles({ renderRoot }: AgendaHost, styles: readonly CSSResult[]): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  if (sheets.length) renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, ...sheets];
  else adoptStyles(renderRoot, [...styles]);
}
