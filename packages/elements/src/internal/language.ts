import type { ReactiveController } from 'lit';
import { type Localized, loadMessages, type TextPart } from '../texts/texts.ts';
import { nearest } from './nearest.ts';
import { type OnDemandHost, tries, tryAgain } from './on-demand.ts';
import { warn } from './warn.ts';

/**
 * The language of the nearest ancestor that says one, across shadow roots; French where none does. What a frame says of
 * itself follows from that, a moment later: it is no answer for what stands in it.
 */
export const nearestLang = (element: Element): string =>
  nearest(element, '[lang]:not(.frame)')?.getAttribute('lang') || 'fr';

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** One observer for all elements of the page: a host page that switches its language switches the widgets. */
function watchLang(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => {
      for (const each of [...listeners]) each();
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  };
}

/** Keeps a host in the language of the place where it stands. `messages` is null until they are loaded. */
export class LanguageController implements ReactiveController {
  messages: Localized | null = null;
  readonly #host: OnDemandHost & Element;
  readonly #fetch: typeof loadMessages;
  #parts: readonly TextPart[];
  #stop: (() => void) | undefined;
  #asked = '';
  #reading: Promise<void> = Promise.resolve();

  /** @param load loads the texts of a language */
  constructor(host: OnDemandHost & Element, parts: readonly TextPart[], load = loadMessages) {
    this.#host = host;
    this.#parts = parts;
    this.#fetch = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchLang(() => void this.#read());
    void this.#read();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Adds a part to `messages`. The promise is fulfilled when it has come, and rejected when it does not. */
  want(part: TextPart): Promise<void> {
    if (!this.#parts.includes(part)) this.#parts = [...this.#parts, part];
    return this.#read();
  }

  #read(): Promise<void> {
    const lang = nearestLang(this.#host);
    // What did not come is asked for once, until somebody tries again.
    const asked = [tries, lang, ...this.#parts].join(' ');
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#reading = this.#load(lang, asked);
      // Callers that await the promise receive the rejection. Rendering goes on with the texts already loaded.
      this.#reading.catch(() => undefined);
    }
    return this.#reading;
  }

  async #load(lang: string, asked: string): Promise<void> {
    try {
      const messages = await this.#fetch(lang, this.#parts);
      if (asked !== this.#asked) return;
      this.messages = messages;
      this.#host.requestUpdate();
    } catch (error) {
      addEventListener('online', tryAgain);
      warn('code', `the texts of a widget did not come: ${String(error)}`);
      // The page speaks another language by now.
      if (asked !== this.#asked) return;
      if (lang !== 'fr') return this.#load('fr', asked);
      if (!this.messages) {
        // Without any texts there is nothing to show, not even a button to try again.
        this.#host.lose?.();
        addEventListener('online', () => void this.#read(), { once: true });
      }
      throw error;
    }
  }
}
