import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Localized, loadMessages, type Topic } from '../messages/messages.ts';
import { nearest } from './nearest.ts';
import { tries, tryAgain } from './on-demand.ts';
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
  readonly #host: ReactiveControllerHost & Element;
  #topics: readonly Topic[];
  #stop: (() => void) | undefined;
  #asked = '';
  #reading: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost & Element, topics: readonly Topic[]) {
    this.#host = host;
    this.#topics = topics;
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

  /** Has texts that few visitors need join `messages`; the promise says when they have come, or that they do not. */
  want(topic: Topic): Promise<void> {
    if (!this.#topics.includes(topic)) this.#topics = [...this.#topics, topic];
    return this.#read();
  }

  #read(): Promise<void> {
    const lang = nearestLang(this.#host);
    // What did not come is asked for once, until somebody tries again.
    const asked = [tries, lang, ...this.#topics.map(({ id }) => id)].join(' ');
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#reading = this.#load(lang, asked);
      // Who waits for them hears of it; who draws shows what it has.
      this.#reading.catch(() => undefined);
    }
    return this.#reading;
  }

  async #load(lang: string, asked: string): Promise<void> {
    try {
      const messages = await loadMessages(lang, this.#topics);
      if (asked !== this.#asked) return;
      this.messages = messages;
      this.#host.requestUpdate();
    } catch (error) {
      addEventListener('online', tryAgain);
      warn('code', `the texts of a widget did not come: ${String(error)}`);
      // The page speaks another language by now.
      if (asked !== this.#asked) return;
      if (lang === 'fr') throw error;
      // French comes with the element.
      await this.#load('fr', asked);
    }
  }
}
