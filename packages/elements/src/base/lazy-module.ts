import { adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveControllerHost } from 'lit';
import { warn } from './warn.ts';

/** What loads code on demand. */
export interface LazyModuleHost extends ReactiveControllerHost {
  /** Something did not come without which it has nothing to show: it says so, until its visitor tries again. */
  onLoadFailure?(): void;
  /** Whether what its visitor has asked for did not come: it says so, until something does. */
  loadFailed?: boolean;
}

/** How often somebody has asked anew for what did not come: a visitor, or a browser that is online again. */
export let retryCount = 0;
export const retryLoads = (): void => void retryCount++;

/** Code that an element loads when it is first wanted. The element updates when it comes. */
export class LazyModule<T> {
  /** The code, once it has come. */
  code: T | null = null;
  readonly #host: LazyModuleHost;
  readonly #name: string;
  readonly #import: () => Promise<T>;
  #loading: Promise<T | null> | undefined;
  #failed: number | undefined;

  /** @param name what does not work without it, in the console's word */
  constructor(host: LazyModuleHost, name: string, load: () => Promise<T>) {
    this.#host = host;
    this.#name = name;
    this.#import = load;
  }

  /**
   * The code; null where it could not be had, which is said in the console, until somebody tries again.
   * @param isVital nothing is shown without it: where it does not come the host is lost, and the visitor tries again
   */
  async load(isVital = false): Promise<T | null> {
    // Once, however often it is wished for: elements wish for it whenever they draw.
    if (this.#failed === retryCount) return null;
    this.#loading ??= this.#load(isVital);
    return this.#loading;
  }

  /** The code for a visitor who has asked for it: where it does not come, the host tells them. */
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

/** What wears styles of code that it loaded later, besides its own. */
export type StyledHost = LitElement & { addedStyles?: readonly CSSResultOrNative[] };

/** Gives an element the styles of code that it loaded later, once. Through adopted sheets: a strict page refuses others. */
export function addStyles(host: StyledHost, styles: readonly CSSResultOrNative[]): void {
  const { addedStyles = [] } = host;
  if (styles.every((one) => addedStyles.includes(one))) return;
  host.addedStyles = [...new Set([...addedStyles, ...styles])];
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...host.addedStyles]);
}
