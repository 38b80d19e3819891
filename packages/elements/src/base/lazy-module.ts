import { adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveControllerHost } from 'lit';
import { warn } from './warn.ts';

/** Element that loads code on demand, and shows where it could not be loaded. */
export interface LazyModuleHost extends ReactiveControllerHost {
  /**
   * Called when code could not be loaded without which the host has nothing to show. It says so until its visitor tries
   * again.
   */
  onLoadFailure?(): void;
  /** Whether code that its visitor asked for could not be loaded. The host says so until such code is loaded. */
  loadFailed?: boolean;
}

/**
 * Number of retries so far, by a visitor or by a browser that is online again. A failed load is repeated only once it has
 * grown.
 */
export let retryCount = 0;
/** Lets every load that has failed be tried once more. */
export const retryLoads = (): void => void retryCount++;

/** Code that an element loads when it is first wanted. The element updates once it is loaded. */
export class LazyModule<T> {
  /** The code once it is loaded, else null. */
  code: T | null = null;
  readonly #host: LazyModuleHost;
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #loading: Promise<T | null> | undefined;
  #failed: number | undefined;

  /** @param name of the part that does not work without the code, for the warning in the console */
  constructor(host: LazyModuleHost, name: string, load: () => Promise<T>) {
    this.#host = host;
    this.#name = name;
    this.#import = load;
  }

  /**
   * Returns the code. Returns null if it could not be loaded: the console says so, and only {@link retryLoads} allows another
   * try.
   * @param isVital whether the host has nothing to show without it, so that a failure calls its `onLoadFailure`
   */
  async load(isVital = false): Promise<T | null> {
    // Elements ask for it at every render, so a failed load must not be repeated by that.
    if (this.#failed === retryCount) return null;
    this.#loading ??= this.#load(isVital);
    return this.#loading;
  }

  /** Returns the code for a visitor who has asked for it, and marks the host if it could not be loaded. */
  async want(): Promise<T | null> {
    retryLoads();
    const code = await this.load();
    this.#host.loadFailed = !code;
    this.#host.requestUpdate();
    return code;
  }

  async #load(isVital: boolean): Promise<T | null> {
    try {
      this.code = await this.#import();
      this.#host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      this.#failed = retryCount;
      addEventListener('online', retryLoads);
      if (isVital) this.#host.onLoadFailure?.();
      warn(`code/${this.#name}`, `${this.#name} cannot be shown, its code did not come: ${String(error)}`);
    }
    return this.code;
  }
}

/** Element that has styles of code which it loaded later, besides those of its class. */
export type StyledHost = LitElement & { addedStyles?: readonly CSSResultOrNative[] };

/**
 * Adds the styles of code that an element loaded later, once. They are adopted sheets, because a strict policy of the page
 * refuses others.
 */
export function addStyles(host: StyledHost, styles: readonly CSSResultOrNative[]): void {
  const { addedStyles = [] } = host;
  if (styles.every((one) => addedStyles.includes(one))) return;
  host.addedStyles = [...new Set([...addedStyles, ...styles])];
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...host.addedStyles]);
}
