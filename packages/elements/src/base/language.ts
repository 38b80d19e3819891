import type { ReactiveController } from 'lit';
import { type Localized, loadMessages, type Texts } from '../texts/texts.ts';
import { pageDefaults } from './defaults.ts';
import { dom } from './dom.ts';
import { type LateHost, LateTask, retryCount, retryOnline } from './late.ts';
import { nearest } from './nearest.ts';
import { warn } from './warn.ts';

/**
 * Returns the language of the nearest ancestor that declares one, across shadow roots; French where none does. The default of the
 * page (`data-lang`) takes the place of the language of `<html>`. The `lang` of a frame is left out, because it follows from this
 * one a moment later.
 */
export const nearestLang = (element: Element): string =>
  nearest(element, '[lang]:not(.frame, html)')?.getAttribute('lang') ||
  pageDefaults.lang ||
  dom.documentElement.lang ||
  'fr';

const listeners = new Set<() => void>();
/** Has all elements look again for their language. */
export const rereadLanguages = (): void => {
  for (const each of [...listeners]) each();
};
let observer: MutationObserver | undefined;

/** One observer for all elements of the page: a host page that switches its language switches the widgets. */
function watchLang(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(rereadLanguages);
    observer.observe(dom.documentElement, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  };
}

/** Keeps a host in the language of the place where it stands. */
export class LanguageController implements ReactiveController {
  readonly #host: LateHost & Element;
  readonly #reading: LateTask<readonly [lang: string, texts: readonly Texts[]], Localized>;
  #texts: readonly Texts[];
  #stop: (() => void) | undefined;
  #asked = '';

  /**
   * @param texts French texts besides those of every element
   * @param load loads the texts of a language
   */
  constructor(host: LateHost & Element, texts: readonly Texts[], load = loadMessages) {
    this.#host = host;
    this.#texts = texts;
    this.#reading = new LateTask(host, {
      task: ([lang, asked], { signal }) =>
        load(lang, asked).catch((error: unknown) => {
          retryOnline();
          warn('code', `the texts of a widget did not come: ${String(error)}`);
          // French is there; unless the page speaks another language by now.
          signal.throwIfAborted();
          return load('fr', asked);
        }),
    });
    host.addController(this);
  }

  /** The texts; null until they are loaded. */
  get messages(): Localized | null {
    return this.#reading.value ?? null;
  }

  hostConnected(): void {
    this.#stop = watchLang(() => void this.#read());
    void this.#read();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Adds texts to `messages`. */
  want(texts: Texts): Promise<unknown> {
    if (!this.#texts.includes(texts)) this.#texts = [...this.#texts, texts];
    return this.#read();
  }

  #read(): Promise<unknown> {
    const lang = nearestLang(this.#host);
    // Texts that could not be loaded are requested again only after `retryLoads`.
    const asked = [retryCount, lang, this.#texts.length].join(' ');
    if (asked !== this.#asked) void this.#reading.run([lang, this.#texts]);
    this.#asked = asked;
    return this.#reading.taskComplete;
  }
}
