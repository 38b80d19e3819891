import type { SourceDefaults } from '@ess-widgets/core/data';
import { createScope, type KeptField, type Scope, type ScopeState } from '@ess-widgets/core/model';
import type { LitElement } from 'lit';
import type { Allowing } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';
import type { Content } from './frame.ts';
import { LazyModule } from './lazy-module.ts';
import type * as urlCode from './url-state.ts';

/** An element that has a scope to keep in the page's address. */
export interface UrlHost extends LitElement {
  readonly scope: Scope;
  /** Prefix of its parameters; off without it. */
  readonly urlState: string | undefined;
  /** The scope as the page's author set it. */
  readonly author: ScopeState;
  /** Fields of the scope that it keeps; all of them where it names none. */
  readonly kept?: readonly KeptField[];
  /** Source of its data, in which the ids of the address are looked up. */
  readonly source: Allowing & SourceDefaults;
}

const NOTHING = createScope().state;

/** Returns the scope that an element's own attributes ask for, else the defaults of the page. */
export const authorOf = (
  host: {
    readonly [K in 'period' | 'compare' | 'territory' | 'where']: string | undefined;
  },
): ScopeState => ({
  ...NOTHING,
  period: host.period || undefined,
  compare: host.compare || undefined,
  territory: (host.territory ?? pageDefaults.territory) || undefined,
  where: host.where || undefined,
});

/** Keeps the scope of an element in the page's address. Its code is loaded only if the attribute of the element asks for it. */
export class UrlKeeper {
  /** Whether the address is being read: a view shown before that would change at once. Undefined until the attribute is set. */
  waiting: boolean | undefined;
  readonly #host: UrlHost;
  readonly #code: LazyModule<typeof urlCode>;
  #controller: urlCode.UrlController | undefined;

  constructor(host: UrlHost) {
    this.#host = host;
    this.#code = new LazyModule(host, 'the page’s address', () => import('./url-state.ts'));
  }

  /** Messages to the visitor about parts of the address that could not be applied. */
  get notices(): readonly Content[] {
    return this.#controller?.notices ?? [];
  }

  /**
   * Loads the code if the attribute asks for it. To be called before each update; the loaded code observes the attribute
   * itself.
   */
  attend(): void {
    if (this.#controller || (this.#host.urlState ?? 'false') === 'false') return;
    // An address without parameters has nothing to wait for. After a failed load `waiting` is false and stays so.
    this.waiting ??= location.search !== '';
    void this.#read();
  }

  async #read(): Promise<void> {
    const code = await this.#code.load();
    if (code) this.#controller ??= new code.UrlController(this.#host);
    else if (!this.waiting) return;
    await this.#controller?.ready;
    this.waiting = false;
    this.#host.requestUpdate();
  }
}
