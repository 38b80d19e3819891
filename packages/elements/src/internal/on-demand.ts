import type { ReactiveControllerHost } from 'lit';
import { warn } from './warn.ts';

/** What loads code on demand. */
export interface OnDemandHost extends ReactiveControllerHost {
  /** Something did not come without which it has nothing to show: it says so, until its visitor tries again. */
  readonly isLost?: boolean;
  lose?(): void;
  /** Whether what its visitor has asked for did not come: it says so, until something does. */
  misses?: boolean;
}

/** Code that an element loads when it is first wanted. The element updates when it comes. */
export class OnDemand<T> {
  /** The code, once it has come. */
  code: T | null = null;
  readonly #host: OnDemandHost;
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #loading: Promise<T | null> | undefined;

  /** @param name what does not work without it, in the console's word */
  constructor(host: OnDemandHost, name: string, load: () => Promise<T>) {
    this.#host = host;
    this.#name = name;
    this.#import = load;
  }

  /**
   * The code; null where it could not be had, which is said in the console: the next wish tries again.
   * @param isVital nothing is shown without it: where it does not come the host is lost, and the visitor tries again
   */
  async load(isVital = false): Promise<T | null> {
    if (this.#host.isLost) return null;
    // Once, however often it is wished for until it comes: elements wish for it whenever they draw.
    this.#loading ??= this.#load(isVital);
    return this.#loading;
  }

  /** The code for a visitor who has asked for it: where it does not come, the host tells them. */
  async want(): Promise<T | null> {
    const code = await this.load();
    this.#host.misses = !code;
    this.#host.requestUpdate();
    return code;
  }

  async #load(isVital: boolean): Promise<T | null> {
    try {
      this.code = await this.#import();
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      if (isVital) this.#host.lose?.();
      warn(`code/${this.#name}`, `${this.#name} cannot be shown, its code did not come: ${String(error)}`);
    }
    return this.code;
  }
}
