import type { KeptField } from '@ess-widgets/core/internal/scope/address';
import { createScope, type Scope, type ScopeState } from '@ess-widgets/core/internal/scope/scope';
import type { LitElement } from 'lit';
import type { Allowing } from './data-controller.ts';
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
  /** Where its data are: what the address names is looked for there. */
  readonly source: Allowing & { readonly src: string | undefined; readonly format: string | undefined };
}

const NOTHING = createScope().state;

/** The scope that an element's own attributes ask for. */
export const authorOf = (
  host: {
    readonly [K in 'period' | 'compare' | 'territory' | 'where']: string | undefined;
  },
): ScopeState => ({
  ...NOTHING,
  period: host.period || undefined,
  compare: host.compare || undefined,
  territory: host.territory || undefined,
  where: host.where || undefined,
});

/** Has the scope of an element kept in the page's address, with code that comes where its attribute asks for it. */
export class UrlKeeper {
  /** What the address says is being read: what is shown before would change at once. Undefined before it is asked for. */
  waiting: boolean | undefined;
  readonly #host: UrlHost;
  readonly #code: LazyModule<typeof urlCode>;
  #controller: urlCode.UrlController | undefined;

  constructor(host: UrlHost) {
    this.#host = host;
    this.#code = new LazyModule(host, 'the page’s address', () => import('./url-state.ts'));
  }

  /** What the address asked for in vain, in the visitor's words. */
  get notices(): readonly Content[] {
    return this.#controller?.notices ?? [];
  }

  /** To be called before each update. Once it is there, the code sees for itself what becomes of the attribute. */
  attend(): void {
    if (this.#controller || (this.#host.urlState ?? 'false') === 'false') return;
    // An address without parameters has nothing to wait for; nor is its code waited for that did not come.
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
