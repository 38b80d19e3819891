import type { ReactiveControllerHost } from 'lit';
import { warn } from './warn.ts';

/** Code that an element loads when it is first wanted, and that most visitors never want. The element updates when it comes. */
export class OnDemand<T> {
  /** The code, once it has come. */
  code: T | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #loading: Promise<T | null> | undefined;

  /** @param name what does not work without it, in the console's word */
  constructor(host: ReactiveControllerHost, name: string, load: () => Promise<T>) {
    this.#host = host;
    this.#name = name;
    this.#import = load;
  }

  /** The code; null where it could not be had, which is said in the console: the next wish tries again. */
  load(): Promise<T | null> {
    // Once, however often it is wished for until it comes: elements wish for it whenever they draw.
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<T | null> {
    try {
      this.code = await this.#import();
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      warn('code', `${this.#name} cannot be shown, its code did not come: ${String(error)}`);
    }
    return this.code;
  }
}
