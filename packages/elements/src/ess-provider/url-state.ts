/** A provider's scope in the page's address. Loaded only where a provider asks for it with `url-state`. */
import { createScope, readAddress, type ScopeState, writeAddress } from '@ess-widgets/core/scope';
import type { ReactiveController } from 'lit';
import { warn } from '../internal/warn.ts';
import type { EssProvider } from './ess-provider.ts';

/** Pause before writing, ms: browsers allow about a hundred changes of the address in thirty seconds. */
const DELAY = 300;

const NOTHING = createScope().state;
/** Prefixes that are taken. */
const held = new Set<string>();
const kept = new WeakSet<EssProvider>();

/**
 * Reads a provider's scope from the address of the page, and writes it there when it changes, without a step in the
 * history. What the visitor goes back to is read again. Once for a provider; it follows the attribute from then on.
 */
export function keepInUrl(provider: EssProvider): void {
  if (kept.has(provider)) return;
  kept.add(provider);
  provider.addController(new UrlController(provider));
}

class UrlController implements ReactiveController {
  readonly #provider: EssProvider;
  /** Null while the attribute is off. */
  #prefix: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: (() => void) | undefined;

  constructor(provider: EssProvider) {
    this.#provider = provider;
  }

  hostConnected(): void {
    this.#start();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdated(): void {
    if (!this.#provider.isConnected || this.#prefix === this.#asked) return;
    this.#stop();
    this.#start();
  }

  get #asked(): string | null {
    const prefix = this.#provider.urlState ?? 'false';
    return prefix === 'false' ? null : prefix;
  }

  #start(): void {
    const prefix = this.#asked;
    if (prefix === null) return;
    if (held.has(prefix))
      warn('address', `two providers keep their state in the parameters "${prefix}": give each a prefix of its own`);
    held.add(prefix);
    this.#prefix = prefix;
    this.#read(prefix, {});
    this.#leave = this.#provider.scope.subscribe(() => this.#later());
    window.addEventListener('popstate', this.#back);
    window.addEventListener('pagehide', this.#flush);
  }

  #stop(): void {
    if (this.#prefix === null) return;
    this.#flush();
    held.delete(this.#prefix);
    this.#prefix = null;
    this.#leave?.();
    window.removeEventListener('popstate', this.#back);
    window.removeEventListener('pagehide', this.#flush);
  }

  #read(prefix: string, from: Partial<ScopeState>): void {
    const { patch, bad } = readAddress(location.search, prefix);
    if (bad.length)
      warn('address', `the page’s address has parameters that say nothing, they are passed over: ${bad.join(', ')}`);
    this.#provider.scope.set({ ...from, ...patch });
    // What was read is what is written there.
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** What the page's author set. */
  get #author(): ScopeState {
    const { period, compare, territory, where } = this.#provider;
    return {
      ...NOTHING,
      period: period || undefined,
      compare: compare || undefined,
      territory: territory || undefined,
      where: where || undefined,
    };
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, DELAY);
  }

  /** Writes what waits to be written. */
  readonly #flush = (): void => {
    if (this.#timer === undefined || this.#prefix === null) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    put(writeAddress(location.search, this.#prefix, this.#provider.scope.state, this.#author));
  };

  /** The address of a new step is that of the moment when it was made: what the visitor has just chosen wins over it. */
  readonly #back = (): void => {
    if (this.#timer !== undefined) this.#flush();
    else if (this.#prefix !== null) this.#read(this.#prefix, this.#author);
  };
}

function put(search: string): void {
  const url = new URL(location.href);
  if (url.search === search) return;
  url.search = search;
  try {
    history.replaceState(history.state, '', url);
  } catch (error) {
    // A page without an address of its own (`srcdoc`), or too many changes for this browser.
    warn('address', `the page’s address cannot say what is shown: ${String(error)}`);
  }
}
