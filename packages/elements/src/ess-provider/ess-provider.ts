import { AUTHOR_FIELDS, createScope, type Dataset, type ScopeState } from '@ess-widgets/core/model';
import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type ReactiveElement, type TemplateResult } from 'lit';
import { Announcer } from '../base/announcer.ts';
import { type ProviderValue, providerContext } from '../base/context.ts';
import { pageDefaults } from '../base/defaults.ts';
import { draw } from '../base/drawn.ts';
import type { EssProviderProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import { EssRegionalEvent, EssScopeRequestEvent } from '../base/provider-controller.ts';
import { authorOf, type UrlHost, UrlKeeper } from '../base/url-keeper.ts';
import { checkAttributes } from '../base/warn.ts';

// For its declarations alone: the events of the elements inside it are typed.
export type * from '../base/events.ts';

/**
 * Gives the elements inside it their data, period, territory and theme, and one scope to share: a filter or a selection in
 * one moves the others. A child's own attribute wins.
 *
 * @summary Shares data, period, territory and selection between the elements inside it.
 * @slot - The elements.
 * @csspart notice - What the page's address asked for in vain.
 */
export class EssProvider extends LitElement implements EssProviderProperties {
  /** Tells an element of ours from that of another script with the same name. @internal */
  static readonly isEssWidget = true;
  /** Ties an element to the provider around it. @internal */
  static consume(host: ReactiveElement, take: (value: ProviderValue) => void): void {
    new ContextConsumer(host, { context: providerContext, subscribe: true, callback: take });
  }

  static override styles = css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    p[part] {
      margin: 1rem 0;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid;
    }
    p[aria-live] {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  @property() src: string | undefined;
  @property() source: string | undefined;
  @property() sources: string | undefined;
  @property() reference: string | undefined;
  @property() format: string | undefined;
  @property() period: string | undefined;
  @property() compare: string | undefined;
  @property() territory: string | undefined;
  @property() where: string | undefined;
  @property() theme: EssProviderProperties['theme'];
  @property() look: EssProviderProperties['look'];
  @property() refresh: string | undefined;
  @property({ attribute: 'max-age' }) maxAge: string | undefined;
  @property() basemap: string | undefined;
  @property() tiles: EssProviderProperties['tiles'];
  @property({ attribute: 'tiles-consent' }) tilesConsent: EssProviderProperties['tilesConsent'];
  @property() hosts: string | undefined;
  @property({ attribute: 'max-bytes' }) maxBytes: string | undefined;
  @property() audience: EssProviderProperties['audience'];
  @property() evidence: EssProviderProperties['evidence'];
  @property({ attribute: 'url-state' }) urlState: string | undefined;

  /**
   * Whole data set for the elements inside that have no `src` of their own, in place of an address: a file at hand, which is asked for
   * nowhere.
   */
  @state() data: Dataset | null = null;

  /** Set by an element that says of itself and of all inside that the data are old, or that their source fails. @internal */
  @state() told = false;
  /** Set by an element that reads all of the build's measures, which are then at hand for all inside. @internal */
  @state() validatesAsOne = false;

  /** Territory for which an element inside shows figures of all of the data. @internal */
  @state() regional: string | undefined;

  /** What the visitor is looking at: may be read and changed by the page. */
  readonly scope = createScope({ territory: pageDefaults.territory });
  readonly #announcer = new Announcer(this);
  readonly #url = new UrlKeeper(this);
  readonly #provided = new ContextProvider(this, { context: providerContext, initialValue: this.#value() });

  constructor() {
    super();
    this.addEventListener(EssScopeRequestEvent.type, (event) => {
      if (!(event instanceof EssScopeRequestEvent)) return;
      event.preventDefault();
      event.stopPropagation();
      this.scope.set(event.patch);
    });
    this.addEventListener(EssRegionalEvent.type, (event) => {
      if (event instanceof EssRegionalEvent) this.regional = event.territory;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const field of AUTHOR_FIELDS) {
      if (changed.has(field)) this.scope.set({ [field]: this.author[field] });
    }
    checkAttributes(this);
    this.#url.attend();
    this.#provided.setValue(this.#value());
  }

  protected override update(changed: PropertyValues): void {
    draw(this, () => super.update(changed));
  }

  protected override render(): TemplateResult {
    const said = this.#url.notices;
    return html`${said.length ? html`<p part="notice">${said.map((one) => html`${one} `)}</p>` : nothing}<slot></slot><p aria-live="polite">${this.#announcer.text}</p>`;
  }

  /** The scope as the page's author set it. @internal */
  get author(): ScopeState {
    return authorOf(this);
  }

  /** @internal */
  get origin(): UrlHost['origin'] {
    return this;
  }

  #value(): ProviderValue {
    return {
      src: this.src || undefined,
      source: this.source || undefined,
      sources: this.sources || undefined,
      reference: this.reference || undefined,
      data: this.data ?? undefined,
      format: this.format || undefined,
      theme: this.theme || undefined,
      look: this.look || undefined,
      refresh: this.refresh || undefined,
      maxAge: this.maxAge || undefined,
      basemap: this.basemap || undefined,
      tiles: this.tiles || undefined,
      tilesConsent: this.tilesConsent || undefined,
      hosts: this.hosts || undefined,
      maxBytes: this.maxBytes || undefined,
      audience: this.audience || undefined,
      evidence: this.evidence || undefined,
      scope: this.scope,
      // The elements inside wait for what the address may say, rather than show what would change at once.
      waiting: this.#url.waiting,
      told: this.told,
      validatesAsOne: this.validatesAsOne,
      regional: this.regional,
      announce: this.#announcer.say,
    };
  }
}
