import { createScope, type Scope, type ScopeState } from '@ess-widgets/core/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { ProviderValue } from './context.ts';
import { pageDefaults } from './defaults.ts';
import { nearest } from './nearest.ts';

/** Event that asks for a change of the scope. A provider applies it; an element without a provider changes its own scope. */
export class EssScopeRequestEvent extends Event {
  static readonly type = 'ess-scope-request';
  readonly patch: Partial<ScopeState>;
  constructor(patch: Partial<ScopeState>) {
    super(EssScopeRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.patch = patch;
  }
}

/** Event that says that an element shows figures of all of the data, because none is known of the territory chosen. */
export class EssRegionalEvent extends Event {
  static readonly type = 'ess-regional';
  readonly territory: string;
  constructor(territory: string) {
    super(EssRegionalEvent.type, { bubbles: true, composed: true });
    this.territory = territory;
  }
}

const PROVIDER = 'ess-provider';

/**
 * Static side of the class of a provider. It has the code that listens to a provider, so that an element alone need not load
 * it.
 */
interface ProviderClass {
  /** Calls `take` with the value of the nearest provider, now and at each change, while the host is connected. */
  readonly consume: (host: ReactiveElement, take: (value: ProviderValue) => void) => void;
}

/**
 * Ties an element to its provider, or to a scope of its own. An element inside a provider that is not defined yet waits
 * for it (`waiting`), since a request made before would go to the wrong source; so does one whose provider waits itself.
 */
export class ProviderController implements ReactiveController {
  value: ProviderValue | undefined;
  waiting = false;
  readonly #host: ReactiveElement;
  readonly #own: Scope = createScope({ territory: pageDefaults.territory });
  #consumes = false;
  #told: string | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The scope that the element lives in. */
  get scope(): Scope {
    return this.value?.scope ?? this.#own;
  }

  /**
   * Tells whether what is around the element says that these data are old or fail. @param own the element's own source, if it
   * has one
   */
  tellsFor(own: string | undefined): boolean {
    return !own && this.value?.told === true;
  }

  hostConnected(): void {
    this.#listen();
    // Also where its consumer is there already and asks a moment later: its host was moved, and asks for data before that.
    this.waiting = nearest(this.#host, PROVIDER) !== null;
    if (!this.waiting || this.#consumes) return;
    this.#consume();
    if (this.waiting) void customElements.whenDefined(PROVIDER).then(() => this.#consume());
  }

  hostDisconnected(): void {
    this.#told = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.value = undefined;
    this.waiting = false;
  }

  /** Asks for a change of the scope: the provider decides, or the element's own scope changes. */
  request(patch: Partial<ScopeState>): void {
    const event = new EssScopeRequestEvent(patch);
    if (this.#host.dispatchEvent(event)) this.scope.set(patch);
  }

  /** Tells the providers around, once for a territory, that a figure is not of it, so that a page can say it once. */
  tellRegional(territory: string): void {
    if (this.#told === territory) return;
    this.#told = territory;
    this.#host.dispatchEvent(new EssRegionalEvent(territory));
  }

  /**
   * Starts listening to the provider, once: the consumer is a controller of the host, and asks again whenever the host is
   * connected.
   */
  #consume(): void {
    const provider = customElements.get(PROVIDER) as unknown as ProviderClass | undefined;
    if (!provider || this.#consumes) return;
    this.#consumes = true;
    this.waiting = false;
    provider.consume(this.#host, (value) => {
      this.value = value;
      this.waiting = value.waiting;
      this.#listen();
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  #listen(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#host.isConnected ? this.scope.subscribe(() => this.#host.requestUpdate()) : undefined;
  }
}
