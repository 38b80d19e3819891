/**
 * State of a page's filters: one small observable store, shared by the elements of a provider. It knows no DOM, so that
 * a host application can use it as well.
 */

/** The fields of a scope. An undefined field means "no wish": the data's default applies. */
export interface ScopeState {
  readonly period?: string | undefined;
  readonly compare?: string | undefined;
  readonly territory?: string | undefined;
  /** Pairs set by the page's author: `college=associations`. */
  readonly where?: string | undefined;
  /** Text that the visitor typed in the search field. */
  readonly query: string;
  /**
   * Values chosen by the visitor, by dimension; an empty list filters nothing. `near` is a commune and a radius in km
   * (`commune-29019/20`); a visitor's own position is never in a scope.
   */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Id of the selected record, or null. */
  readonly selection: string | null;
  /** Last position of a map: `lon,lat,zoom`. */
  readonly view: string | null;
}

export interface Scope {
  readonly state: ScopeState;
  /** Changes some fields. Listeners are called only if one of them really changed. */
  readonly set: (patch: Partial<ScopeState>) => void;
  /** @returns a function that stops listening */
  readonly subscribe: (listener: (state: ScopeState) => void) => () => void;
}

const EMPTY: ScopeState = { query: '', facets: {}, selection: null, view: null };

/** Makes a scope; fields not given start empty. */
export function createScope(initial: Partial<ScopeState> = {}): Scope {
  let state = EMPTY;
  const listeners = new Set<(state: ScopeState) => void>();
  const set: Scope['set'] = (patch) => {
    const changed = (Object.keys(patch) as (keyof ScopeState)[]).some((key) => patch[key] !== state[key]);
    if (!changed) return;
    state = { ...state, ...patch };
    // A listener may unsubscribe while the others are being called.
    for (const listener of [...listeners]) listener(state);
  };
  set(initial);
  return {
    get state() {
      return state;
    },
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
