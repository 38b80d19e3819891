/** Scope of an element in the page's address. */

import { readScope, type ScopeState, writeAddress } from '@ess-widgets/core/model';
import type { ReactiveController } from 'lit';
import { address } from '../texts/address.fr.ts';
import type { MessageKey, Params } from '../texts/texts.ts';
import type { Content } from './frame.ts';
import { LanguageController } from './language.ts';
import type { UrlHost } from './url-keeper.ts';
import { type Known, knownOf } from './url-known.ts';
import { warn } from './warn.ts';

/** Pause before writing, ms: browsers allow about a hundred changes of the address in thirty seconds. */
const DELAY = 300;

const NOTHING: Known = { patch: {}, territory: undefined, gone: [], bad: [] };

/** Prefixes that an element of the page uses already. */
const held = new Set<string>();

/** Message to the visitor about an address. */
interface AddressMessage {
  readonly key: MessageKey;
  readonly params: Params;
}

/**
 * Reads the scope of an element from the address of the page, and writes it there when it changes, without a step in the
 * history. It reads the address again when the visitor goes back. An element has one, which follows its attribute.
 */
export class UrlController implements ReactiveController {
  /** Resolves once the address has been read and the records that it names have been looked up in the data. */
  ready: Promise<void> = Promise.resolve();
  readonly #host: UrlHost;
  readonly #language: LanguageController;
  /** Null while the attribute is off, and while another element has its prefix. */
  #prefix: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: (() => void) | undefined;
  #said: readonly AddressMessage[] = [];
  /** Number of the latest reading; the result of an earlier one is dropped. */
  #reading = 0;

  constructor(host: UrlHost) {
    this.#host = host;
    this.#language = new LanguageController(host, [address]);
    host.addController(this);
  }

  /** Messages to the visitor about parts of the address that could not be applied. */
  get notices(): readonly Content[] {
    const m = this.#language.messages;
    return m ? this.#said.map(({ key, params }) => m.content(key, params)) : [];
  }

  hostConnected(): void {
    this.#start();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdated(): void {
    if (!this.#host.isConnected || this.#prefix === this.#asked) return;
    this.#stop();
    this.#start();
  }

  get #asked(): string | null {
    const prefix = this.#host.urlState ?? 'false';
    return prefix === 'false' ? null : prefix;
  }

  /** Starts keeping the address. Two elements with one prefix would overwrite each other, so the second one is left out. */
  #start(): void {
    const prefix = this.#asked;
    if (prefix === null) return;
    if (held.has(prefix)) {
      const cure = `<${this.#host.localName}> is left out of it, give each a prefix of its own`;
      warn(`address/taken/${prefix}`, `two elements keep their state in the parameters "${prefix}": ${cure}`);
      return;
    }
    held.add(prefix);
    this.#prefix = prefix;
    this.ready = this.#read(prefix, {});
    this.#leave = this.#host.scope.subscribe(() => this.#later());
    window.addEventListener('popstate', this.#back);
    window.addEventListener('pagehide', this.#flush);
  }

  #stop(): void {
    if (this.#prefix === null) return;
    this.#flush();
    held.delete(this.#prefix);
    this.#prefix = null;
    this.#reading += 1;
    this.#leave?.();
    window.removeEventListener('popstate', this.#back);
    window.removeEventListener('pagehide', this.#flush);
  }

  /** Reads the address. Ids are applied only once they are known to exist, since others would have to be taken back at once. */
  async #read(prefix: string, from: Partial<ScopeState>): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const { patch, bad: unread } = readScope(location.search, prefix, this.#host.kept);
    // An address without parameters is applied at once, because the visitor may be choosing already.
    const known = Object.keys(patch).length ? await knownOf(this.#host.origin, patch) : NOTHING;
    if (reading !== this.#reading) return;
    const bad = [...unread, ...known.bad];
    const what = bad.join(', ');
    if (bad.length)
      warn(`address/bad/${what}`, `the page’s address has parameters that say nothing, they are passed over: ${what}`);
    const said: AddressMessage[] = bad.length
      ? [{ key: 'addressBad', params: { n: bad.length, what: bad.map(plain).join(', ') } }]
      : [];
    if (known.territory) said.push({ key: 'addressTerritory', params: { territory: known.territory } });
    if (known.gone.length) said.push({ key: 'addressGone', params: { what: known.gone.map(shortened).join(', ') } });
    this.#tell([...(known.territory ? [known.territory] : []), ...known.gone]);
    this.#take({ ...from, ...known.patch }, said);
  }

  #tell(gone: readonly string[]): void {
    if (gone.length === 0) return;
    const what = gone.map((one) => `"${one}"`).join(', ');
    warn(
      `address/gone/${what}`,
      `the page’s address asks for ${what}, which is not in the data of <${this.#host.localName}>: it is passed over`,
    );
  }

  /** Applies a patch that was read from the address, and cancels the write that this change of the scope would cause. */
  #take(patch: Partial<ScopeState>, said: readonly AddressMessage[]): void {
    this.#host.scope.set(patch);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#said = said;
    this.#host.requestUpdate();
  }

  #later(): void {
    // A visitor who chooses something else has seen the messages about the address.
    this.#said = [];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, DELAY);
    this.#host.requestUpdate();
  }

  /** Writes what waits to be written. */
  readonly #flush = (): void => {
    if (this.#timer === undefined || this.#prefix === null) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { scope, author, kept } = this.#host;
    // Links to places on this page say what it shows.
    if (put(writeAddress(location.search, this.#prefix, scope.state, author, kept))) this.#host.requestUpdate();
  };

  /** The address of a new step is that of the moment when it was made: what the visitor has just chosen wins over it. */
  readonly #back = (): void => {
    if (this.#timer !== undefined) this.#flush();
    else if (this.#prefix !== null) this.ready = this.#read(this.#prefix, this.#host.author);
  };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Returns a parameter as a visitor reads it. */
function plain(written: string): string {
  try {
    return shortened(decodeURIComponent(written.replaceAll('+', ' ')));
  } catch {
    return shortened(written);
  }
}

/** @returns whether the address has changed */
function put(search: string): boolean {
  const url = new URL(location.href);
  if (url.search === search) return false;
  url.search = search;
  try {
    history.replaceState(history.state, '', url);
    return true;
  } catch (error) {
    // A page without an address of its own (`srcdoc`), or too many changes for this browser.
    warn('address/write', `the page’s address cannot say what is shown: ${String(error)}`);
    return false;
  }
}
