import { type AuthorField, createScope, type KeptField, type Scope, type ScopeState } from '@ess-widgets/core/model';
import type { LitElement } from 'lit';
import type { Allowing } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';
import type { Content } from './frame.ts';
import { Late } from './late.ts';
import type { SourcesAround } from './pick.ts';
import type { UrlController } from './url-state.ts';

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
  readonly origin: Allowing & SourcesAround;
}

const NOTHING = createScope().state;

/** Returns the scope that an element's own attributes ask for, else the defaults of the page. */
export const authorOf = (
  host: {
    readonly [K in AuthorField]: string | undefined;
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
  readonly #host: UrlHost;
  readonly #controller: Late<UrlController>;

  constructor(host: UrlHost) {
    this.#host = host;
    this.#controller = new Late(host, 'the page’s address', async () => {
      const controller = new (await import('./url-state.ts')).UrlController(host);
      await controller.ready;
      return controller;
    });
  }

  /** Whether the address is being read: a view shown before that would change at once. */
  get waiting(): boolean {
    const { isPending, error } = this.#controller;
    // An address without parameters has nothing to wait for. Once it could not be read, nothing waits for another attempt.
    return isPending && !error && location.search !== '';
  }

  /** Messages to the visitor about parts of the address that could not be applied. */
  get notices(): readonly Content[] {
    return this.#controller.code?.notices ?? [];
  }

  /** Resolves once the address is read, so that a change from then on is written there. */
  async ready(): Promise<void> {
    await this.#controller.want();
  }

  /**
   * Loads the code if the attribute asks for it. To be called before each update; the loaded code observes the attribute
   * itself.
   */
  attend(): void {
    if ((this.#host.urlState ?? 'false') !== 'false') this.#controller.ask();
  }
}
