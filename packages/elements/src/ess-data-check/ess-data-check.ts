import type { Field, ListKind, Mapping } from '@ess-widgets/core/data';
import { FIELD_NAMES, type Progress } from '@ess-widgets/core/doctor';
import { formatNumber } from '@ess-widgets/core/format';
import { resolveText, SEVERITIES } from '@ess-widgets/core/model';
import { initialState, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../base/announcer.ts';
import type { ElementState } from '../base/attributes.ts';
import { dom } from '../base/dom.ts';
import { draw } from '../base/drawn.ts';
// Its preview sends the events of other elements: their types come with it.
import '../base/events.ts';
import { baseStyles } from '../base/base.styles.ts';
import { contentStyles } from '../base/content.styles.ts';
import { pageDefaults } from '../base/defaults.ts';
import { download } from '../base/download.ts';
import { fitIntoPage } from '../base/fit-into-page.ts';
import { type Content, notice } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { LanguageController } from '../base/language.ts';
import { Late, type LateState, LateTask } from '../base/late.ts';
import { LookController } from '../base/look.ts';
import { pageClient } from '../base/page.ts';
import { panelStyles } from '../base/panel.styles.ts';
import type { SourcesAround } from '../base/pick.ts';
import type { EssDataCheckProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import { ProviderController } from '../base/provider-controller.ts';
import { checkAttributes, warn } from '../base/warn.ts';
import { check } from '../texts/check.fr.ts';
import { type Localized, loadMessages, localize, type MessageKey } from '../texts/texts.ts';
import { dataCheckStyles } from './ess-data-check.styles.ts';
import type { CheckRequest, ExaminationSummary, Made, ShownGroup } from './host.ts';
import type { tableRecipe } from './recipe.ts';
import type * as sessionCode from './session.ts';
import type { Session } from './session.ts';

/** View of a preview, and the element that draws it. */
type PreviewView = 'map' | 'list' | 'agenda';

/** Request of an examination: a file, or what its visitor has said of the one before. */
type Request = () => Promise<Pick<CheckRequest, 'file' | 'accept' | 'undo'>>;

/** Proposals of a group that have a button of their own; all can be accepted at once. */
const SHOWN_PROPOSALS = 6;
/** Messages of a group that are written out. */
const SHOWN_MESSAGES = 5;
/** Part of a long reading after which its progress is announced again. */
const ANNOUNCED = 0.25;

/** Texts of the element in a language: English is loaded where it is wanted, as the other texts are. */
async function loadWords(...[asked, parts]: Parameters<typeof loadMessages>): Promise<Localized> {
  const messages = await loadMessages(asked, parts);
  if (messages.lang !== 'en') return messages;
  const { checkInEnglish } = await import('../texts/check.en.ts');
  const own = localize('en', checkInEnglish, check);
  const of = (key: MessageKey): Localized => (key in check ? own : messages);
  return {
    ...messages,
    text: (key, params) => of(key).text(key, params),
    content: (key, params) => of(key).content(key, params),
  };
}

/**
 * Checks a file that its visitor has at hand, a list, a workbook, a calendar or a data set: what is wrong and what to do in a
 * spreadsheet, columns mapped by hand, proposals to accept, a preview, and the corrected file. Nothing leaves the browser.
 *
 * @summary Checks and corrects a file at hand: nothing leaves the browser.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart drop - The place to drop a file.
 * @csspart notice - A strip that says that the reading was cancelled, or failed.
 * @csspart empty - What stands there when there is nothing to report.
 * @csspart findings - The findings, in groups.
 * @csspart columns - The columns and what is read from them.
 * @csspart preview - The records on a map, in a list or in an agenda.
 * @csspart downloads - The files to take home.
 */
export class EssDataCheck extends LitElement implements EssDataCheckProperties {
  /** Tells an element of ours from that of another script with the same name. @internal */
  static readonly isEssWidget = true;
  static override styles = [...baseStyles, panelStyles, contentStyles, dataCheckStyles];

  @property() heading: string | undefined;
  @property({ attribute: 'heading-level' }) headingLevel: EssDataCheckProperties['headingLevel'];
  @property({ reflect: true }) theme: EssDataCheckProperties['theme'];
  @property() look: EssDataCheckProperties['look'];

  /** Starts the examination of a page that has its own worker. @internal */
  starts: (() => Promise<Session>) | undefined;

  /** The code that its visitor asked for last. @internal */
  wanted: LateState | null = null;

  @state() private summary: ExaminationSummary | null = null;
  @state() private progress: Progress | null = null;
  @state() private isCancelled = false;
  @state() private isOver = false;
  /** Whether the address was copied; null before the button was pressed. */
  @state() private isCopied: boolean | null = null;
  /** The list is drawn fastest; a list of events has an agenda in its place. */
  @state() private view: PreviewView = 'list';

  readonly #announcer = new Announcer(this);
  readonly #provider = new ProviderController(this);
  readonly #language = new LanguageController(this, [check], loadWords);
  readonly #internals = this.attachInternals();
  protected readonly looks: LookController = new LookController(this, this.#provider, (state, on) =>
    this.#toggle(state, on),
  );
  readonly #code = new Late<typeof sessionCode>(this, 'the check of a file', () => import('./session.ts'));
  readonly #provided = new Late(this, 'the preview', () => import('../ess-provider/define.ts'));
  readonly #views: Readonly<Record<PreviewView, Late<unknown>>> = {
    map: new Late(this, 'the map', () => import('../ess-member-map/define.ts')),
    list: new Late(this, 'the list', () => import('../ess-member-list/define.ts')),
    agenda: new Late(this, 'the agenda', () => import('../ess-event-agenda/define.ts')),
  };
  /** The examination of a file; none once it was cancelled. */
  readonly #examination: LateTask<readonly [Request | null], ExaminationSummary> = new LateTask(this, {
    task: ([request], { signal }) => (request ? this.#examine(request, signal) : initialState),
    onComplete: (summary) => {
      this.summary = summary;
      this.#say((m) => `${countsOf(summary, m)}. ${m.text('checkDone', { n: summary.groups.length })}`);
    },
    onError: (error) => {
      warn('fault/ess-data-check', `<ess-data-check> could not check the file: ${String(error)}`);
      this.#say((m) => m.text('checkFailed'));
    },
  });
  #session: Session | null = null;
  #communes: Promise<string | null> = Promise.resolve(null);
  #communesOf = '';
  #name = '';
  #asked: Pick<CheckRequest, 'kind' | 'sheet' | 'mapping'> = {};
  #announced = 0;

  constructor() {
    super();
    fitIntoPage(this);
  }

  /**
   * Returns how a table is read, for the settings of a host site: see `tableRecipe`.
   * @internal
   */
  static async recipeOf(...table: Parameters<typeof tableRecipe>): ReturnType<typeof tableRecipe> {
    return (await import('./recipe.ts')).tableRecipe(...table);
  }

  /** The state shown: `empty` without a file, `loading` while one is read, `ready`, or `error`. */
  get state(): ElementState {
    if (this.#examination.isPending) return 'loading';
    if (this.#examination.status === TaskStatus.ERROR) return 'error';
    return this.summary ? 'ready' : 'empty';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Gives the element its styles again when it was moved to another document, which removes them. @internal */
  adoptedCallback(): void {
    void import('../base/adopted.ts').then((code) => code.readoptStyles(this));
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const theme = this.theme || this.#provider.value?.theme || pageDefaults.theme;
    for (const each of ['dark', 'auto']) this.#toggle(each, theme === each);
    this.#toggle('quirks', dom.compatMode === 'BackCompat');
    for (const each of ['empty', 'loading', 'ready', 'error']) this.#toggle(each, this.state === each);
    checkAttributes(this);
    this.#wantCommunes();
  }

  protected override update(changed: PropertyValues): void {
    draw(this, () => super.update(changed));
  }

  protected override render(): TemplateResult {
    const m = this.#language.messages;
    return html`<div class="frame" part="frame" dir="ltr" lang=${m?.lang ?? 'fr'} role="group" aria-labelledby="title" aria-busy=${this.state === 'loading'}>
      <div class="stripes" aria-hidden="true"></div>
      ${headingOf(this.headingLevel, this.heading || (m ? m.content('checkTitle') : '\u00a0'))}
      ${m ? this.#content(m) : nothing}
      <p class="hidden" aria-live="polite">${this.#announcer.text}</p>
    </div>`;
  }

  #content(m: Localized): Content {
    const { summary, state } = this;
    const progress = state === 'loading' ? this.progress : null;
    return html`<p class="intro">${m.content('checkIntro')}</p>
      <div class="drop ${summary || progress ? '' : 'empty'} ${this.isOver ? 'over' : ''}" part="drop"
        @dragover=${this.#onDragOver} @dragleave=${() => this.#setOver(false)} @drop=${this.#onDrop}>
        <p>${m.content('checkDrop')}</p>
        <button id="choose" class="button" type="button" @click=${this.#choose}>${m.content(summary ? 'checkAnother' : 'checkChoose')}</button>
        <input type="file" hidden tabindex="-1" aria-hidden="true" accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods,.ics,.json,.geojson" @change=${this.#onChosen}>
        <form @submit=${this.#onAddress}>
          <label for="address">${m.content('checkAddress')}</label>
          <input id="address" type="text" inputmode="url" autocomplete="off" spellcheck="false" />
          <button class="button" type="submit">${m.content('checkReadAddress')}</button>
        </form>
      </div>
      ${this.wanted?.error ? notice('error', m.content('missed')) : nothing}
      ${state === 'error' ? notice('error', m.content('checkFailed')) : nothing}
      ${this.isCancelled ? notice('info', m.content('checkCancelled')) : nothing}
      ${progress ? this.#reading(progress, m) : nothing}
      ${summary ? this.#results(summary, m) : nothing}`;
  }

  #reading(progress: Progress, m: Localized): Content {
    const { done, total } = progress;
    return html`<div class="reading">
      <p id="reading">${this.#progressText(progress, m)}</p>
      ${
        total > 0
          ? html`<progress aria-labelledby="reading" max=${total} .value=${done}></progress>`
          : html`<progress aria-labelledby="reading"></progress>`
      }
      <button class="button" type="button" @click=${this.#cancel}>${m.content('checkCancel')}</button>
    </div>`;
  }

  #progressText({ step, done, total }: Progress, m: Localized): string {
    if (step === 'checking') return m.text('checkChecking');
    const [n, of] = [done, total].map((count) => formatNumber(count, m.lang));
    return total > 0
      ? m.text('checkReadingOf', { name: this.#name, done: n ?? '', total: of ?? '' })
      : m.text('checkReading', { name: this.#name });
  }

  #results(summary: ExaminationSummary, m: Localized): Content {
    const { list, preview, declared } = summary;
    return html`<p class="counts">${countsOf(summary, m)}</p>
      <section part="findings" aria-labelledby="findings">
        ${this.#part('findings', 'checkFindings', m)}
        ${this.#findings(summary, m)}
      </section>
      ${list ? html`<section part="columns" aria-labelledby="columns">${this.#part('columns', 'checkColumns', m)}${this.#columns(list, m)}</section>` : nothing}
      ${preview ? html`<section part="preview" aria-labelledby="preview">${this.#part('preview', 'checkPreview', m)}${this.#preview(summary, m)}</section>` : nothing}
      <section part="downloads" aria-labelledby="downloads">
        ${this.#part('downloads', 'checkDownloads', m)}
        <div class="choices">
          ${list ? this.#file('csv', 'checkCsv', m) : nothing}
          ${preview ? this.#file('json', 'checkJson', m) : nothing}
          ${this.#file('html', 'checkPage', m)}${this.#file('text', 'checkText', m)}
          ${declared ? this.#declared(declared, m) : nothing}
        </div>
      </section>`;
  }

  /** Renders the heading of a part, one level below the title. It takes the focus of a button that is gone. */
  #part(id: string, key: MessageKey, m: Localized): Content {
    const level = this.headingLevel ?? '3';
    return html`<div class="part" id=${id} role="heading" aria-level=${level === 'none' ? 3 : Math.min(Number(level) + 1, 6)} tabindex="-1">${m.content(key)}</div>`;
  }

  #findings({ groups, corrections }: ExaminationSummary, m: Localized): Content {
    const undo =
      corrections > 0
        ? html`<p class="choices">${m.content('checkCorrections', { n: corrections })}
            <button class="link" type="button" @click=${() => this.#again({ undo: true })}>${m.content('checkUndo')}</button></p>`
        : nothing;
    if (groups.length === 0) return html`${undo}<p part="empty">${m.content('checkNoFinding')}</p>`;
    return html`${undo}${SEVERITIES.map((severity) => {
      const own = groups.filter((group) => group.severity === severity);
      if (own.length === 0) return nothing;
      return html`<p class="severity" id=${severity}>${m.content(`checkSeverity_${severity}`)}</p>
        <ul aria-labelledby=${severity}>${own.map((group) => this.#group(group, m))}</ul>`;
    })}`;
  }

  #group({ severity, title, messages, remedy, proposals }: ShownGroup, m: Localized): Content {
    const said = messages.map((message) => resolveText(message, m.lang));
    const heading = resolveText(title, m.lang);
    const shown = proposals.slice(0, SHOWN_PROPOSALS);
    const rest = proposals.length - shown.length;
    const accept = (ids: readonly string[]) => () => this.#again({ accept: ids });
    return html`<li class="group ${severity}">
      <p class="heading" lang=${heading.lang}><b>${heading.text}</b></p>
      ${said
        .filter(({ text }) => text !== heading.text)
        .slice(0, SHOWN_MESSAGES)
        .map(({ text, lang }) => html`<p lang=${lang}>${text}</p>`)}
      ${remedy ? html`<p class="remedy"><b>${m.content('checkRemedy')}</b> ${resolveText(remedy, m.lang).text}</p>` : nothing}
      ${
        shown.length > 0
          ? html`<div class="choices">
            ${shown.map(({ id, label }) => html`<button class="button" type="button" @click=${accept([id])}>${resolveText(label, m.lang).text}</button>`)}
            ${rest > 0 ? m.content('checkMore', { n: rest }) : nothing}
            ${proposals.length > 1 ? html`<button class="button" type="button" @click=${accept(proposals.map(({ id }) => id))}>${m.content('checkAll', { n: proposals.length })}</button>` : nothing}
          </div>`
          : nothing
      }
    </li>`;
  }

  #columns(list: NonNullable<ExaminationSummary['list']>, m: Localized): Content {
    const { kind, sheet, sheets, columns, fields } = list;
    const nameOf = (field: Field): string => {
      const name = FIELD_NAMES[kind][field];
      return name ? resolveText(name, m.lang).text : field;
    };
    return html`<p class="intro">${m.content('checkColumnsHint')}</p>
      <div class="fields">
        ${
          sheets.length > 1
            ? html`<label>${m.content('checkSheet')}<select @change=${this.#onSheet}>
              ${sheets.map((name) => html`<option value=${name} ?selected=${name === sheet}>${name}</option>`)}
            </select></label>`
            : nothing
        }
        <label>${m.content('checkKind')}<select @change=${this.#onKind}>
          ${(['members', 'events'] as const).map((each) => html`<option value=${each} ?selected=${each === kind}>${m.text(`checkKind_${each}`)}</option>`)}
        </select></label>
      </div>
      <ul>${columns.map(
        ({ index, letter, title, field, samples }) => html`<li class="column">
          <b>${letter}</b><span>${title}<small>${samples.join(' · ')}</small></span>
          <select aria-label=${`${m.text('checkColumn', { letter })}${title ? `, ${title}` : ''}`} .value=${field ?? ''} @change=${(event: Event) => this.#onField(index, event)}>
            <option value="" ?selected=${field === null}>${m.text('checkNotRead')}</option>
            ${fields.map((each) => html`<option value=${each} ?selected=${each === field}>${nameOf(each)}</option>`)}
          </select></li>`,
      )}</ul>`;
  }

  #preview({ members, events, preview, previewOf }: ExaminationSummary, m: Localized): Content {
    const views: readonly (readonly [PreviewView, MessageKey])[] = [
      ['map', 'checkMap'],
      ...(members ? [['list', 'checkList'] as const] : []),
      ...(events ? [['agenda', 'checkAgenda'] as const] : []),
    ];
    const view = views.some(([each]) => each === this.view) ? this.view : (views.at(-1)?.[0] ?? 'map');
    const isDrawn = [this.#provided, this.#views[view]].map((late) => late.ask()).every(Boolean);
    const level = this.headingLevel === 'none' ? 'none' : String(Math.min(6, Number(this.headingLevel ?? 3) + 2));
    return html`<div class="choices">${views.map(
      ([each, key]) =>
        html`<button class="button" type="button" aria-pressed=${each === view} @click=${() => this.#show(each)}>${m.content(key)}</button>`,
    )}${previewOf === null ? nothing : html`<span>${m.content('checkPreviewOf', { n: previewOf })}</span>`}</div>
      <div class="preview">${
        isDrawn
          ? html`<ess-provider .data=${preview ?? null} theme=${this.theme || this.#provider.value?.theme || nothing} look=${this.look || this.#provider.value?.look || nothing}>${this.#drawn(view, level, members)}</ess-provider>`
          : nothing
      }</div>`;
  }

  #drawn(view: PreviewView, level: string, members: number | null): Content {
    if (view === 'list') return html`<ess-member-list heading-level=${level}></ess-member-list>`;
    if (view === 'agenda') return html`<ess-event-agenda heading-level=${level}></ess-event-agenda>`;
    return html`<ess-member-map heading-level=${level} layers=${members ? 'members' : 'events'}></ess-member-map>`;
  }

  #file(made: Made, key: MessageKey, m: Localized): Content {
    return html`<button class="button" type="button" @click=${() => this.#take(made)}>${m.content(key)}</button>`;
  }

  #declared({ address, sources }: NonNullable<ExaminationSummary['declared']>, m: Localized): Content {
    return html`<button class="button" type="button" @click=${() => this.#copy(address)}>${m.content('checkCopy')}</button>
      <button class="button" type="button" @click=${() => download('sources.json', sources, 'application/json')}>${m.content('checkSources')}</button>
      ${this.isCopied === null ? nothing : html`<p class="address">${this.isCopied ? m.content('checkCopied') : m.content('checkNotCopied')} <code>${address}</code></p>`}`;
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.isCopied = true;
    } catch {
      // Pages without https, and frames, may not: the address is shown to be selected.
      this.isCopied = false;
    }
    this.#say((m) => m.text(this.isCopied ? 'checkCopied' : 'checkNotCopied'));
  }

  readonly #choose = (): void => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();

  readonly #onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again once it was mended.
    if (file) void this.check(file).finally(() => void (input.value = ''));
  };

  readonly #onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(true);
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.check(file);
  };

  readonly #onAddress = (event: Event): void => {
    event.preventDefault();
    const given = this.renderRoot.querySelector<HTMLInputElement>('#address')?.value.trim();
    if (given) void this.check(given);
  };

  #setOver(isOver: boolean): void {
    this.isOver = isOver;
  }

  /**
   * Checks a file, as one that is dropped, or the list at an address, as one that is typed. The promise is resolved when its
   * findings are shown, or it was cancelled.
   * @since 0.2.0
   */
  async check(file: File | string): Promise<void> {
    const name = typeof file === 'string' ? file : file.name;
    this.#name = name;
    this.#asked = {};
    this.summary = null;
    await this.#run(async () => ({
      file: { name, bytes: typeof file === 'string' ? null : await file.arrayBuffer() },
    }));
  }

  /** Reads the file again with what its visitor has said. */
  async #again(change: Pick<CheckRequest, 'accept' | 'undo'> = {}): Promise<void> {
    await this.#run(async () => change);
    await this.updateComplete;
    // The button that was pressed may be gone.
    if (!this.shadowRoot?.activeElement) this.#focus('findings');
  }

  async #run(request: Request): Promise<void> {
    this.isCancelled = false;
    this.isCopied = null;
    this.#announced = 0;
    this.#tell({ step: 'opening', done: 0, total: 0 });
    await this.#examination.run([request]);
  }

  async #examine(request: Request, signal: AbortSignal): Promise<ExaminationSummary | typeof initialState> {
    const start = this.starts ?? (this.#code.code ?? (await this.#code.want()))?.startSession;
    if (!start) return initialState;
    const session = (this.#session ??= await start());
    const france = import('../base/france.ts').then(({ franceFolder }) => franceFolder());
    const [asked, communes, folder] = await Promise.all([request(), this.#communes, france.catch(() => undefined)]);
    signal.throwIfAborted();
    const today = new Date().toISOString().slice(0, 10);
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted) this.#tell(progress);
    };
    const wanted = { ...asked, ...this.#asked, communes, france: folder, today, base: dom.baseURI };
    return session.examine(wanted, onProgress, signal);
  }

  #tell(progress: Progress): void {
    this.progress = progress;
    const part = progress.total > 0 ? progress.done / progress.total : 0;
    if (progress.step !== 'opening' && part < this.#announced) return;
    this.#announced = part + ANNOUNCED;
    this.#say((m) => this.#progressText(progress, m));
  }

  readonly #cancel = (): void => {
    this.#stop();
    this.isCancelled = true;
    this.#say((m) => m.text('checkCancelled'));
    void this.updateComplete.then(() => this.#focus('choose'));
  };

  /** Ends what runs: a worker cannot be told to stop in the middle of its work. */
  #stop(): void {
    void this.#examination.run([null]);
    this.progress = null;
    this.summary = null;
    this.#session?.end();
    this.#session = null;
  }

  #say(text: (m: Localized) => string): void {
    const m = this.#language.messages;
    if (m) this.#announcer.say(text(m));
  }

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  #show(view: PreviewView): void {
    this.view = view;
  }

  readonly #onSheet = (event: Event): void => {
    this.#asked = { sheet: (event.target as HTMLSelectElement).value };
    // Lines and columns of another sheet are others.
    void this.#again({ undo: true });
  };

  readonly #onKind = (event: Event): void => {
    this.#asked = { ...this.#asked, kind: (event.target as HTMLSelectElement).value as ListKind, mapping: undefined };
    void this.#again();
  };

  #onField(index: number, event: Event): void {
    const value = (event.target as HTMLSelectElement).value as Field | '';
    const columns = this.summary?.list?.columns ?? [];
    const field = value === '' ? null : value;
    // All that is shown is meant from now on; the column that had the field before has it no more.
    const mapping: Mapping = Object.fromEntries(
      columns.map((column) => [
        column.index,
        column.index === index ? field : column.field === field && field !== null ? null : column.field,
      ]),
    );
    this.#asked = { ...this.#asked, kind: this.summary?.list?.kind, mapping };
    void this.#again();
  }

  async #take(made: Made): Promise<void> {
    const m = this.#language.messages;
    const { summary } = this;
    if (!m || !summary || !this.#session) return;
    const today = new Date().toISOString().slice(0, 10);
    const text = await this.#session.make(made, m.lang === 'en' ? 'en' : 'fr', today);
    const { ending, type } = FILES[made];
    // An address is called like its file.
    const name = summary.declared ? (summary.name.split(/[?#]/, 1)[0]?.split('/').pop() ?? '') : summary.name;
    download(`${name.replace(/\.\w{1,8}$/, '') || 'liste'}${ending}`, text, type);
  }

  /** Loads the commune table of the reference data, before there is a file: nothing is asked for once there is one. */
  #wantCommunes(): void {
    if (this.#provider.waiting) return;
    const { src, reference } = this.#provider.value ?? {};
    const around = `${src} ${reference}`;
    if (around === this.#communesOf) return;
    this.#communesOf = around;
    this.#communes = communesText({ src, reference });
  }

  #toggle(name: string, on: boolean): void {
    try {
      const { states } = this.#internals;
      if (on !== states?.has(name)) states?.[on ? 'add' : 'delete'](name);
    } catch {
      // Browsers before CustomStateSet.add accepted plain names have the light theme and no states.
    }
  }
}

const FILES: Readonly<Record<Made, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: '-corrige.csv', type: 'text/csv;charset=utf-8' },
  json: { ending: '.json', type: 'application/json' },
  html: { ending: '-rapport.html', type: 'text/html;charset=utf-8' },
  text: { ending: '-rapport.md', type: 'text/markdown;charset=utf-8' },
};

function countsOf({ name: given, members, events }: ExaminationSummary, m: Localized): string {
  // The recipe behind an address is not its name.
  const name = given.replace(/#[a-z]+=.*$/, '');
  const counts = [
    ...(members === null ? [] : [m.text('checkMembers', { n: members })]),
    ...(events === null ? [] : [m.text('checkEvents', { n: events })]),
  ].join(', ');
  return counts === '' ? m.text('checkNothingRead', { name }) : m.text('checkRead', { name, counts });
}

/** Returns the commune table of the reference data as its file has it; null where there is none, and where it cannot be had. */
async function communesText(from: SourcesAround): Promise<string | null> {
  let src: string | undefined;
  try {
    const { referenceFor, sourcesAround } = await import('../base/picking.ts');
    await sourcesAround(from);
    src = referenceFor(from);
    return src ? await (await import('../base/placer.ts')).communesTextAt(pageClient(), src) : null;
  } catch (error) {
    warn(`network/${src}`, `<ess-data-check> checks without the commune table of ${src}: ${String(error)}`);
    return null;
  }
}
