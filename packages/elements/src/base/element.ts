import { EssError } from '@ess-widgets/core';
import type { PickedAddresses, QueryState, SourceKind } from '@ess-widgets/core/data';
import { AUTHOR_FIELDS, type AuthorField, type Dataset, type ScopeState } from '@ess-widgets/core/model';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../texts/base.fr.ts';
import type { Localized, Texts } from '../texts/texts.ts';
import { Announcer } from './announcer.ts';
import type { ElementState } from './attributes.ts';
import { baseStyles } from './base.styles.ts';
import { addressesOf, allowanceOf, DataController, type DataRequest, lacks, type Need } from './data-controller.ts';
import { pageDefaults } from './defaults.ts';
import { dom } from './dom.ts';
import { draw } from './drawn.ts';
import { parseDuration } from './duration.ts';
import type { ElementView } from './element-view.ts';
import { EssErrorEvent, EssLoadEvent } from './events.ts';
import { fitIntoPage } from './fit-into-page.ts';
import { type Content, causeOf, notice, skeleton, stateNotice } from './frame.ts';
import { LanguageController } from './language.ts';
import { Late, type LateState, LOST, retryLoads } from './late.ts';
import { LookController } from './look.ts';
import type { ConfigProblem } from './measure-controller.ts';
import { isChoice, onlyAddress } from './pick.ts';
import type * as pickingCode from './picking.ts';
import type { CommonProperties } from './properties.ts';
import { property } from './property.ts';
import { ProviderController } from './provider-controller.ts';
import { StillController } from './still-controller.ts';
import { checkAttributes, warn } from './warn.ts';

// For its declarations alone: who imports an element has its events typed.
export type * from './events.ts';
/** States of an element, also as custom states: `ess-indicator:state(stale)`. */
export type { ElementState, ElementView };

/** Rule of the finding that is told to the page's author alone: what it lacks is in their tag, not in the data. */
export const FOR_AUTHOR = 'communes-missing';

/**
 * Base class of every element: attributes, provider, language, data, states, frame. A subclass names the collections that
 * it needs and makes an {@link ElementView} from a data set; it does no arithmetic.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart notice - A strip that says what is wrong, or that the data are old.
 */
export abstract class EssElement extends LitElement implements CommonProperties {
  /** Tells an element of ours from that of another script with the same name. @internal */
  static readonly isEssWidget = true;
  static override styles = baseStyles;
  /** French texts that it reads besides those of every element. */
  static readonly texts: readonly Texts[] = [];

  @property() src: string | undefined;
  @property() source: string | undefined;
  @property() format: string | undefined;
  @property() period: string | undefined;
  @property() compare: string | undefined;
  @property() territory: string | undefined;
  @property() where: string | undefined;
  @property() audience: CommonProperties['audience'];
  @property() evidence: CommonProperties['evidence'];
  @property() refresh: string | undefined;
  @property({ attribute: 'max-age' }) maxAge: string | undefined;
  @property() heading: string | undefined;
  @property({ attribute: 'heading-level' }) headingLevel: CommonProperties['headingLevel'];
  @property({ reflect: true }) theme: CommonProperties['theme'];
  @property() look: CommonProperties['look'];
  @property() upgrade: CommonProperties['upgrade'];

  /** @internal */
  readonly provider: ProviderController = new ProviderController(this);
  /** The code that its visitor asked for last. @internal */
  wanted: LateState | null = null;
  /** The code that its content lacks. @internal */
  lacking: LateState | null = null;
  /** Texts that few visitors need. Once they are there, the element draws itself for its texts. @internal */
  readonly details: Late<unknown> = new Late(
    this,
    'a text',
    () => this.wantDetails(),
    () => Boolean(this.details.error),
  );
  protected readonly announcer: Announcer = new Announcer(this);
  readonly #language = new LanguageController(this, (this.constructor as typeof EssElement).texts);
  readonly #data = new DataController(
    this,
    () => this.#request(),
    (state, before) => this.#report(state, before),
    () => this.#given,
    (src, data) => this.#accepts(src, data),
  );
  readonly #picking = new Late(this, 'the data', () => import('./picking.ts'));
  readonly #still: StillController;
  readonly #internals = this.attachInternals();
  protected readonly looks: LookController = new LookController(this, this.provider, (state, on) =>
    this.#toggle(state, on),
  );
  #state: ElementState = 'loading';
  #problem: ConfigProblem | null = null;
  #said = '';
  #fault = false;

  constructor() {
    super();
    // The reserved height goes first: a still then measures whether its widget is as high as it was.
    fitIntoPage(this);
    this.#still = new StillController(this);
  }

  /** Kinds of data that the element shows: a source that has one of them suits. Most show figures, and what belongs to them. */
  protected get sourceKinds(): readonly SourceKind[] {
    return ['figures'];
  }

  /**
   * Addresses of its data, its own or those around it; null where there are none, undefined while the code that chooses is
   * loaded. @internal
   */
  get picked(): PickedAddresses | null | undefined {
    const from = this.provider.value;
    const code = this.#chooser;
    if (code) {
      const picked = code.addressesFor(this.sourceKinds, this, from);
      // A file of sources is on its way.
      if (picked === undefined) void code.sourcesAround(from).then(() => this.requestUpdate());
      return picked;
    }
    return code === null || this.src ? onlyAddress(this, from) : code;
  }

  /** The code that chooses among several addresses; null where there is nothing to choose, undefined while it is loaded. */
  get #chooser(): typeof pickingCode | null | undefined {
    return isChoice(this, this.provider.value) ? (this.#picking.need() ?? undefined) : null;
  }

  /** Collections that the element reads. May change while it lives: a new list makes a new request. */
  protected abstract needs(): readonly Need[];

  /** Returns the view of a data set; null while something else (a chunk, a table) is still being loaded. */
  protected abstract show(dataset: Dataset, m: Localized): ElementView | null;

  /** Returns a mistake of the page's author that the subclass has found; called after {@link show}. */
  protected configProblem(): ConfigProblem | null {
    return null;
  }

  /** State of the element's request: the data, whether they are being fetched, and the last error. */
  protected get query(): QueryState {
    const { state } = this.#data;
    const { lacking } = this;
    if (!lacking?.error) return state;
    return { ...state, data: null, error: LOST, fetching: lacking.isPending };
  }

  /** The state shown: `loading`, `empty`, `error`, `stale` or `ready`. */
  get state(): ElementState {
    return this.#state;
  }

  /** Returns a field of the scope: the element's own attribute if it has one, else the provider's. */
  protected scoped<K extends AuthorField>(field: K): ScopeState[K] {
    return this[field] || this.provider.scope.state[field];
  }

  /** Whether its figures open their source themselves, without badges beside them. @internal */
  get isQuiet(): boolean {
    return (this.evidence || this.provider.value?.evidence) !== 'full';
  }

  /** Returns the fields of the scope that are set, as a request for a measure has them. @internal */
  requestedScope(): Partial<Record<AuthorField, string>> {
    return Object.fromEntries(AUTHOR_FIELDS.map((field) => [field, this.scoped(field)]).filter(([, value]) => value));
  }

  /** Speaks in the provider's polite region, or in the element's own. Only for a visitor's action. @internal */
  announce(text: string): void {
    (this.provider.value?.announce ?? this.announcer.say)(text);
  }

  /** Announces why something could not be had, or that it is being tried again. @internal */
  tell(error?: EssError): void {
    const m = this.#language.messages;
    if (m) this.announce(error ? m.text(...causeOf(error)) : m.text('loading'));
  }

  /** Adds the texts that few visitors need to those of the element. @internal */
  wantDetails(): Promise<unknown> {
    return this.withTexts(import('../texts/details.fr.ts'));
  }

  /** Returns code that is being loaded, once the element has the texts that the code brings along. @internal */
  async withTexts<T extends { readonly texts: Texts }>(loading: Promise<T>): Promise<T> {
    const code = await loading;
    await this.#language.want(code.texts);
    return code;
  }

  /** Asks the source again, and for code that did not come. */
  readonly reload = (event?: Event): void => {
    retryLoads();
    if (this.#state === 'error' && !this.provider.tellsFor(this.src)) this.tell();
    this.requestUpdate();
    this.#data.refresh(event?.type !== 'online');
  };

  /** Gives the element its styles again when it was moved to another document, which removes them. @internal */
  adoptedCallback(): void {
    void import('./adopted.ts').then((code) => code.readoptStyles(this));
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const theme = this.theme || this.provider.value?.theme || pageDefaults.theme;
    for (const each of ['dark', 'auto']) this.#toggle(each, theme === each);
    this.#toggle('full', !this.isQuiet);
    this.#toggle('quirks', dom.compatMode === 'BackCompat');
    // A report writes the attributes of its blocks itself.
    checkAttributes(this, this.#data.state.data !== null && !this.provider.value?.validatesAsOne);
  }

  protected override update(changed: PropertyValues): void {
    if (draw(this, () => super.update(changed))) return;
    this.#still.keep();
    this.#data.judge();
  }

  protected override render(): TemplateResult {
    const m = this.#language.messages;
    const { data } = this.#data.state;
    const isLost = Boolean(this.lacking?.error);
    this.lacking = null;
    const shown = m && data ? this.#tryView(data, m) : null;
    if (shown) {
      this.lacking = null;
      // Code that this view does without is tried again by the next one that needs it.
      if (isLost) retryLoads();
    }
    this.#problem = this.#findProblem(data !== null, m);
    this.#setState(this.#stateOf(shown));
    // The texts are French until others are loaded. All our languages are written from left to right, whatever the page's is.
    const isHeld = this.#still.holds(!this.isDrawn, shown !== null);
    this.#toggle('held', isHeld);
    this.#toggle('titled', this.#state === 'error' && this.#still.isThere);
    return html`${isHeld ? html`<slot></slot>` : nothing}<div class=${isHeld ? 'frame held' : 'frame'} part="frame" dir="ltr" lang=${m?.lang ?? 'fr'} role="group" aria-labelledby="title" aria-busy=${this.query.fetching && !data}>
      ${this.renderFrame(shown, m)}
      ${this.wanted?.error && m ? html`<div class="missed" role="alert">${notice('error', m.content('missed'))}</div>` : nothing}
      <p class="hidden" aria-live="polite">${this.announcer.text}</p>
    </div>`;
  }

  /** The content of the frame: its title carries the id `title`. */
  protected abstract renderFrame(view: ElementView | null, m: Localized | null): TemplateResult;

  /** Whether the frame shows what the element has to show, at the end of this update at the latest. */
  protected get isDrawn(): boolean {
    return this.#state !== 'loading';
  }

  /** Strips above the body: configuration, failure, old data. */
  protected renderNotices(m: Localized | null): Content {
    if (!m) return nothing;
    const problem = this.#problem;
    if (problem && !m.has(problem.key)) return this.#isUntold ? nothing : notice('error', m.content('missed'));
    if (problem?.key === 'configInternal') return notice('info', m.content('internalOnly'));
    if (problem) return notice('error', m.content(problem.key, problem.params));
    return this.query.data && this.provider.tellsFor(this.src)
      ? nothing
      : stateNotice(this.query, m, this.reload, this.#still.dateIn(m));
  }

  /** Renders the placeholder of the body until there is something to show. */
  protected renderWaiting(m: Localized | null): Content {
    if (this.#state === 'error') return html`<slot dir="auto"></slot>`;
    return skeleton(m ? m.content('loading') : base.loading);
  }

  /** Calls {@link show}. An exception is our fault: this widget and the console say so, and the rest of the page goes on. */
  #tryView(data: Dataset, m: Localized): ElementView | null {
    this.#fault = false;
    try {
      return this.show(data, m);
    } catch (error) {
      // Data that were judged when they were prepared are judged again before it is said that they cannot be shown.
      if (lacks(this.needs(), data) || this.#data.judge()) return null;
      this.#fault = true;
      warn(`fault/${this.localName}`, `<${this.localName}> could not show its data: ${String(error)}`);
      return null;
    }
  }

  #findProblem(hasData: boolean, m: Localized | null): ConfigProblem | null {
    if (this.#fault) return { key: 'fault', params: {} };
    const problem = hasData ? this.configProblem() : this.#missingSource();
    if (problem && m?.has(problem.key)) {
      // The cure is for whoever writes the page: visitors read no attribute.
      const cure = problem.key === 'configNoSource' ? ` ${m.text('configNoSourceCure')}` : '';
      this.#complain(m.text(problem.key, problem.params) + cure);
    } else if (problem) this.details.ask();
    return problem;
  }

  /** Whether the texts that describe the problem are still being loaded. */
  get #isUntold(): boolean {
    const problem = this.#problem;
    return problem !== null && !this.#language.messages?.has(problem.key) && !this.details.error;
  }

  /** The data set that the page hands over in place of an address. */
  get #given(): Dataset | undefined {
    return this.src ? undefined : this.provider.value?.data;
  }

  #missingSource(): ConfigProblem | null {
    const from = this.provider.value;
    const isGiven = !this.src && from?.data;
    if (this.provider.waiting || !this.isConnected || isGiven || this.picked !== null) return null;
    const names = this.#chooser?.strangeNames(this, from);
    if (!names) return { key: 'configNoSource', params: {} };
    return { key: 'configSource', params: { name: names.unknown.join(' '), known: names.known.join(', ') } };
  }

  /** Reports a mistake of the page's author once: as an event, and as one line in the console that names the element. */
  #complain(text: string): void {
    if (text === this.#said) return;
    this.#said = text;
    const error = new EssError('config', `<${this.localName}>: ${text}`);
    warn(`config/${error.message}`, error.message);
    // The event waits until this update is over, because a listener may change the element.
    queueMicrotask(() => this.dispatchEvent(new EssErrorEvent(error)));
  }

  #stateOf(view: ElementView | null): ElementState {
    const { data, error, stale } = this.query;
    if (this.#isUntold) return 'loading';
    if (this.#problem || (error && !data)) return 'error';
    if (!data || !view) return 'loading';
    if (error || view.failed) return 'error';
    if (view.empty) return 'empty';
    return stale ? 'stale' : 'ready';
  }

  #setState(next: ElementState): void {
    if (next !== this.#state) this.#toggle(this.#state, false);
    this.#toggle(next, true);
    this.#state = next;
  }

  #toggle(state: string, on: boolean): void {
    // Browsers before CustomStateSet.add accepted plain names have the light theme and no states: the widget still works.
    try {
      const { states } = this.#internals;
      // Chromium styles every frame inside anew for a state that was there already.
      if (on !== states?.has(state)) states?.[on ? 'add' : 'delete'](state);
    } catch {}
  }

  #request(): DataRequest | null {
    const from = this.provider.value;
    const { picked } = this;
    const code = this.#chooser;
    if (this.provider.waiting || !picked || code === undefined) return null;
    const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);
    const src = addressesOf(picked.src);
    const reference = code?.referenceFor(from);
    return {
      src,
      format: words(picked.format),
      need: this.needs().filter((name) => name !== 'large' || src.length === 1),
      maxAge: parseDuration(this.maxAge || from?.maxAge),
      refresh: parseDuration(this.refresh || from?.refresh),
      ...allowanceOf(from),
      audience: this.audience || from?.audience || pageDefaults.audience,
      // Reference data have what they refer to.
      reference: reference === src[0] ? undefined : reference,
    };
  }

  /** Keeps what a source holds, which may be something else than the element shows: then it requests another one. */
  #accepts(src: readonly string[], data: Dataset): boolean {
    this.#picking.code?.learnKinds(src, data);
    return this.#request()?.src.join() === src.join();
  }

  #report(state: QueryState, before: QueryState): void {
    if (state.error && state.error !== before.error) {
      const { code, message, details } = state.error;
      warn(`${code}/${details.url ?? this.src ?? ''}`, `<${this.localName}>: ${message}`);
      this.dispatchEvent(new EssErrorEvent(state.error));
      // A first failure is not announced, because pages announce nothing while they load; the notice is shown in the element.
      if (before.data || before.error) this.tell(state.error);
    }
    const missing = state.issues.find(({ rule }) => rule === FOR_AUTHOR);
    if (missing) warn(`config/${FOR_AUTHOR}/${missing.where.file}`, `<${this.localName}>: ${missing.message.en}`);
    if (!state.error && before.error) this.announce('');
    if (state.data && (state.data !== before.data || state.stale !== before.stale)) {
      this.dispatchEvent(new EssLoadEvent({ updatedAt: state.updatedAt, stale: state.stale }));
    }
  }
}
