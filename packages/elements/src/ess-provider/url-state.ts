/** A provider's scope in the page's address. Loaded only where a provider asks for it with `url-state`. */
import { createScope, readAddress, type Scope, type ScopeState, writeAddress } from '@ess-widgets/core/scope';
import { warn } from '../internal/warn.ts';

/** Pause before writing, ms: browsers allow about a hundred changes of the address in thirty seconds. */
const DELAY = 300;

const NOTHING = createScope().state;
const held = new Set<string>();

/**
 * Reads the scope from the address of the page, and writes it there when it changes, without a step in the history. What
 * the visitor goes back to is read again.
 * @param prefix of the parameters; empty for none
 * @param author the fields that the page's author set
 * @returns a function that stops it
 */
export function followAddress(prefix: string, scope: Scope, author: () => Partial<ScopeState>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    put(writeAddress(location.search, prefix, scope.state, { ...NOTHING, ...author() }));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, DELAY);
  };
  const read = (from: Partial<ScopeState>): void => {
    const { patch, bad } = readAddress(location.search, prefix);
    if (bad.length) complain(bad);
    scope.set({ ...from, ...patch });
    // What was read is what is written there.
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = (): void => (timer === undefined ? undefined : write());
  // The address of a new step is that of the moment when it was made: what the visitor has just chosen wins over it.
  const back = (): void => (timer === undefined ? read({ ...NOTHING, ...author() }) : write());
  if (held.has(prefix))
    warn('address', `two providers keep their state in the parameters "${prefix}": give each a prefix of its own`);
  held.add(prefix);
  read({});
  const leave = scope.subscribe(later);
  window.addEventListener('popstate', back);
  window.addEventListener('pagehide', flush);
  return () => {
    flush();
    held.delete(prefix);
    leave();
    window.removeEventListener('popstate', back);
    window.removeEventListener('pagehide', flush);
  };
}

function complain(bad: readonly string[]): void {
  warn('address', `the page’s address has parameters that say nothing, they are passed over: ${bad.join(', ')}`);
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
