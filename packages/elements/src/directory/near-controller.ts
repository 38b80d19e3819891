import type { ScopeState } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { Late } from '../base/late.ts';
import type { Near } from './near/near.ts';

/**
 * Controller of the search around a place. Its code is loaded when a visitor presses the button or types (a place may
 * be meant), and for an address that names a place.
 */
export class NearController {
  readonly #host: EssElement;
  readonly #near: Late<Near>;

  /** @param ask changes what is asked for */
  constructor(host: EssElement, ask: (patch: Partial<ScopeState>) => void) {
    this.#host = host;
    this.#near = new Late(host, 'what is near', async () => {
      const code = await host.withTexts(import('./near/near.ts'));
      return new code.Near(host, ask);
    });
  }

  /** Returns the search around a place; undefined where nobody wants it, and while its code is loading. */
  read(): Near | undefined {
    const { query, facets } = this.#host.provider.scope.state;
    const isMeant = query.trim() || facets['near']?.length;
    return (isMeant ? this.#near.ask() : this.#near.code) ?? undefined;
  }

  /** Returns it for a visitor who has asked for it; null where its code did not come. */
  want(): Promise<Near | null> {
    return this.#near.want();
  }

  /** Whether something that was asked for is still on its way. */
  get pending(): boolean {
    return this.#near.isPending || this.#near.code?.pending === true;
  }
}
