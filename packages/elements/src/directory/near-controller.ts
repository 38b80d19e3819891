import type { ScopeState } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { LazyModule } from '../base/lazy-module.ts';
import type * as nearCode from './near/near.ts';

/**
 * Controller of the search around a place. Its code is loaded when a visitor presses the button or types (a place may
 * be meant), and for an address that names a place.
 */
export class NearController {
  readonly #host: EssElement;
  readonly #code: LazyModule<typeof nearCode>;
  readonly #ask: (patch: Partial<ScopeState>) => void;
  #near: nearCode.Near | undefined;
  /** The words and the place that it was last wanted for: code that did not come is asked for again with others. */
  #wish = '';
  #loading = false;

  /** @param ask changes what is asked for */
  constructor(host: EssElement, ask: (patch: Partial<ScopeState>) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#code = new LazyModule(host, 'what is near', async () => {
      const code = await import('./near/near.ts');
      await host.wantTexts(code.texts);
      return code;
    });
  }

  /** Returns the search around a place; undefined where nobody wants it, and while its code is loading. */
  read(): nearCode.Near | undefined {
    const { query, facets } = this.#host.provider.scope.state;
    const wish = `${query.trim()}${facets['near'] ?? ''}`;
    if (!this.#near && wish !== this.#wish) void this.load();
    this.#wish = wish;
    return this.#near;
  }

  /** @returns undefined where its code did not come */
  async load(how: 'load' | 'want' = 'load'): Promise<nearCode.Near | undefined> {
    this.#loading = true;
    const code = await this.#code[how]();
    this.#loading = false;
    if (code) this.#near ??= new code.Near(this.#host, this.#ask);
    this.#host.requestUpdate();
    return this.#near;
  }

  /** Whether something that was asked for is still on its way. */
  get pending(): boolean {
    return this.#loading || this.#near?.pending === true;
  }
}
