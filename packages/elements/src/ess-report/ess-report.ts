import { placeName } from '@ess-widgets/core/charts';
import { dateInWords, frenchOrganisation, periodInWords } from '@ess-widgets/core/format';
import { memoizeByObject } from '@ess-widgets/core/indicators';
import {
  AUTHOR_FIELDS,
  type AuthorField,
  type Chapter,
  createScope,
  type Dataset,
  findChapter,
  findSection,
  isInSection,
  type KeptField,
  type Report,
  reportFor,
  resolveText,
  runsOf,
  type ScopeState,
  type Story,
  sectionsOf,
  type Text,
} from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import { pageDefaults } from '../base/defaults.ts';
import { dom } from '../base/dom.ts';
import { type ElementView, EssElement } from '../base/element.ts';
import type { EssFilterEvent } from '../base/events.ts';
import { type Content, failure, notice, stateNotice } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssReportProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { authorOf, type UrlHost, UrlKeeper } from '../base/url-keeper.ts';
import { Anchors, fragment } from '../report/anchors.ts';
import { contentsStyles } from '../report/contents.styles.ts';
import { contentsView, foundText, sectionAddress } from '../report/contents.ts';
import { CurrentSection } from '../report/current.ts';
import type * as dataCode from '../report/data-view.ts';
import { Figures } from '../report/figures.ts';
import { layoutShiftStyles } from '../report/layout-shift-guard.styles.ts';
import { LayoutShiftGuard } from '../report/layout-shift-guard.ts';
import { overviewView, storyOnPaper } from '../report/overview.ts';
import { OwnBlocks } from '../report/own-blocks.ts';
import { printStyles } from '../report/print.styles.ts';
import type * as printCode from '../report/print.ts';
import type { ReportPrint } from '../report/print.ts';
import { PrintHint } from '../report/print-hint.ts';
import { NamedDocument, REPORT, STORY } from '../report/report-document.ts';
import { Reveal } from '../report/reveal.ts';
import type { FigureRun } from '../report/running-text.ts';
import { SearchController } from '../report/search-controller.ts';
import { chaptersView, contentOf, partOf, type SectionContext } from '../report/section-view.ts';
import { ShareRows } from '../report/share-rows.ts';
import type * as stepCode from '../report/step-data.ts';
import { type ChapterStep, chapterPage, roomFor, stepPlace } from '../report/steps.ts';
import { viewsStyles } from '../report/views.styles.ts';
import { chapterOf, DATA, dataChoiceIn, OVERVIEW, type ShownPart, shownAt, viewAddresses } from '../report/views.ts';
import { currentInView, viewsBar } from '../report/views-bar.ts';
import { domainText } from '../texts/domain-text.ts';
import { report } from '../texts/report.fr.ts';
import { type Localized, shownLang } from '../texts/texts.ts';
import { needElement } from './block-elements.ts';
import { reportStyles } from './ess-report.styles.ts';

/**
 * A report as a page: the year in one minute, chapters, sections, their texts and their figures, every one with its source. What it says is data:
 * the report document that the manifest of the data set names.
 *
 * @summary A whole report, a chapter or a section of it.
 * @slot - Shown in place of the report when there is no data at all: a link to the document.
 * @slot logo - The logo of the publisher, above the title.
 * @csspart title - The title of the report, or of the part of it that is shown alone.
 * @csspart subtitle - The publisher and the date of the data.
 * @csspart body - Everything under the title.
 * @csspart views - The links between the views of a report with a story.
 * @csspart region - The region of the data view in which its table scrolls.
 * @csspart table - The table of the data view.
 * @csspart place - The territory of the reader, and the choice of another one.
 * @csspart contents - The list of chapters and sections.
 * @csspart chapter - A chapter.
 * @csspart section - A section.
 * @csspart heading - The title of a chapter or a section.
 * @csspart tiles - A row of figures.
 * @csspart figure - A figure in a text, which opens its source.
 * @csspart card - The source card of a figure in a text.
 * @csspart others - The link to all figures of a section; the findings of the checks.
 * @csspart actions - Print and download.
 * @cssproperty [--ess-font-title="Iowan Old Style", Palatino, serif] - Font of the titles.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the report or the section does not exist.
 */
export class EssReport extends EssPanel implements EssReportProperties {
  static override styles = [
    ...EssPanel.styles,
    contentStyles,
    reportStyles,
    layoutShiftStyles,
    contentsStyles,
    printStyles,
    viewsStyles,
  ];
  static override readonly texts = [report];

  @property() view: EssReportProperties['view'];
  @property() section: string | undefined;
  @property() findings: EssReportProperties['findings'];
  @property({ attribute: 'url-state' }) urlState: string | undefined;

  /** What the reader looks at: its own attributes at first, else those of its provider. */
  readonly scope = createScope({ territory: pageDefaults.territory });
  /**
   * Fields of the scope that the page's address may set: the territory that a reader has chosen in its bar, and what the author
   * asks for besides. The choices in its maps and lists are left out. @internal
   */
  get kept(): readonly KeptField[] {
    return this.hasAttribute('url-state') ? ['territory', 'period', 'compare', 'query'] : ['territory'];
  }
  readonly #url = new UrlKeeper(this);
  readonly #reloadOwn = this.reload;
  /** Asks again, for the report and for all that is in it: they do not say themselves that their source fails. */
  override readonly reload = (event?: Event): void => {
    this.#reloadOwn(event);
    this.#document.retry();
    this.#story.retry();
    for (const each of this.renderRoot.querySelectorAll('*')) if (each instanceof EssElement) each.reload(event);
  };
  readonly #document = new NamedDocument(this, REPORT);
  readonly #story = new NamedDocument(this, STORY);
  /** The text of a report is worth showing without a figure that could not be computed. */
  readonly #measures = new MeasureController(this, 'ask');
  readonly #figures = new Figures(this, this.#measures);
  readonly #own = new OwnBlocks(this);
  readonly #rows = new ShareRows(this);
  readonly #card = new CardController(this);
  readonly #search = new SearchController(
    this,
    this.scope,
    () => this.#drawContents(),
    (names) => this.#own.ask(names),
  );
  readonly #ready = new Late<typeof printCode>(this, 'the paper', () => import('../report/print.ts'));
  readonly #hint = new PrintHint(
    this,
    (signal) => void this.#getReady(signal),
    () => this.print(),
    () => this.#isPartShown,
  );
  readonly #reveal = new Reveal(this, this.#hint.filled);
  readonly #anchors = new Anchors(this, (id) => this.#turnTo(id));
  readonly #data = new Late<dataCode.DataView>(this, 'the data view', async () => {
    const { DataView } = await import('../report/data-view.ts');
    return new DataView(this);
  });
  readonly #steps = new Late<stepCode.StepData>(this, 'the data of the steps', async () => {
    const { StepData } = await import('../report/step-data.ts');
    return new StepData(this);
  });
  /** Sections whose details the reader has opened. */
  readonly #open = new Set<string>();
  /** What the reader has turned to; the address of the page before that. */
  #named: string | undefined;
  #isPrinting = false;
  /** Whether the choice of a territory is open. */
  #isChoosing = false;
  readonly #picker = new Late(this, 'the territories', () => import('../ess-territory-picker/define.ts'));
  #currentLink: Element | null = null;
  readonly #check = new AttributeCheck(this);
  #mistake: ConfigProblem | null = null;
  #narrowed: { readonly of: readonly unknown[]; readonly report: Report | null } = { of: [], report: null };
  #contents: (() => TemplateResult) | undefined;

  constructor() {
    super();
    this.addController(new CurrentSection(this, () => this.#anchors.held));
    this.addController(new LayoutShiftGuard(this));
  }

  /** The scope as the page's author set it. @internal */
  get author(): ScopeState {
    return authorOf(this);
  }

  /** @internal */
  get origin(): UrlHost['origin'] {
    const { src, format } = this.picked ?? this.provider.value ?? {};
    return { src, format };
  }

  protected override scoped<K extends AuthorField>(field: K): ScopeState[K] {
    return this.scope.state[field] || this.provider.scope.state[field];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    for (const field of AUTHOR_FIELDS) {
      if (changed.has(field)) this.scope.set({ [field]: this[field] || undefined });
    }
    // An address that somebody shared: without an attribute, it is read only where it names a territory.
    if (this.urlState === undefined && this.#hasBar && /[?&]territory=/.test(location.search)) this.urlState = '';
    this.#url.attend();
  }

  /** Whether it has views, and a bar in which a reader chooses among them. */
  get #hasBar(): boolean {
    return !this.#isAlone && this.view !== 'whole';
  }

  protected override updated(): void {
    this.#drawContents();
    this.#currentLink = currentInView(this.renderRoot, this.#currentLink);
  }

  #drawContents(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.sticky');
    if (!box || !this.#contents) return;
    render(this.#contents(), box);
    // Below what of the page stays in view, as its anchors are. In a frame, which works out all styles anyway.
    requestAnimationFrame(() => {
      const { scrollPaddingTop } = getComputedStyle(dom.documentElement);
      if (parseFloat(scrollPaddingTop)) box.style.setProperty('--_top', scrollPaddingTop);
    });
  }

  /** Shows the view that a section lies in, before the reader is brought to it. */
  #turnTo(id: string): void {
    if (id !== this.#named) {
      this.#named = id;
      this.requestUpdate();
    }
    this.#reveal.fill([id]);
  }

  readonly #turned = (): void => {
    // The address without a fragment is that of the first view: where the reader came from.
    // A section that stands alone has no view but its data: it follows no other address.
    if (location.hash === '' || (this.#isAlone && !this.#isOwnData)) this.#turnTo('');
    else if (this.#isAlone) void this.#anchors.go(DATA);
  };

  /** Whether it is a section or a chapter, on a page of somebody else. */
  get #isAlone(): boolean {
    return !!this.section && !this.view;
  }

  /** Whether the address names the data of the section that stands alone, which others on the page are not. */
  get #isOwnData(): boolean {
    return isInSection(dataChoiceIn(fragment())?.['section'] ?? '', this.section ?? '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#turned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#turned);
  }

  /** Prints the whole report, once everything of it is there: what its button does. False where there is nothing yet. */
  async print(): Promise<boolean> {
    if (!this.#printed) return false;
    this.#isPrinting = true;
    this.requestUpdate();
    await this.updateComplete;
    const printed = this.#printed;
    this.#reveal.fill(sectionsOf(printed.report).map(({ section }) => section.id));
    const { printReport } = await import('../report/report-tools.ts');
    await this.updateComplete;
    await printReport(this, printed, () => {
      this.#isPrinting = false;
      this.requestUpdate();
    });
    return true;
  }

  get #printed(): ReportPrint | null {
    const dataset = this.query.data;
    const report = dataset && this.#reportOf(dataset);
    if (!report || this.#mistake) return null;
    const measuredAt = (place: string): Measured | undefined => this.#figures.measuredAt(place);
    return { dataset, report, measuredAt };
  }

  /** Prepares printing. A report that shows a single section does not, because the page around it is printed in its own way. */
  async #getReady(signal: AbortSignal): Promise<void> {
    const code = this.section ? null : await this.#ready.load();
    await code?.getReady(this, () => (this.section ? null : this.#printed), signal);
  }

  protected override needs(): readonly Need[] {
    const places: readonly Need[] = this.requestedScope().territory ? ['territories'] : [];
    return [...new Set<Need>([...this.#measures.needs(), ...this.#own.needs, ...places])];
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake;
  }

  protected override get subtitleLength(): number {
    return this.section ? 0 : this.isQuiet ? 102 : 84;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('reportTitle') : super.fallbackTitle(m);
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<slot name="logo"></slot>${super.renderFrame(view, m)}`;
  }

  protected override renderNotices(m: Localized | null): Content {
    const { error, isTrying } = this.#document.error ? this.#document : this.#story;
    if (!m) return nothing;
    const said = this.#url.notices.map((one) => notice('info', one));
    if (!error) return html`${super.renderNotices(m)}${said}`;
    return html`${failure(m.content('reportUnread'), error, m, this.reload, isTrying)}${stateNotice(this.query, m, this.reload)}${said}`;
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    const report = this.#reportOf(dataset);
    if (this.#url.waiting) return null;
    this.#mistake = this.#mistakeIn(dataset, report) ?? this.#check.mistake(dataset, { keys: [], own: false });
    if (!report || this.#mistake) return null;
    const story = this.section && !this.view ? null : this.#story.of(dataset);
    // Which view is first depends on whether there is one.
    if (!this.section && this.view !== 'whole' && this.#story.isComing(dataset)) return null;
    // Sentences are written about the whole: with the figures of a part of it they would be false.
    const { territory, period = report.period, ...wishes } = this.requestedScope();
    const named = [...figuresNamed(report), ...(story ? figuresOfStory(story) : [])];
    if (named.some(({ kind }) => kind === 'observation')) this.#own.ask(['observations']);
    this.#figures.measure(dataset, { ...wishes, period: report.period }, named);
    const context = this.#context(dataset, report, m);
    const part = this.#isAlone ? partOf(report, this.section ?? '', context) : null;
    const shown = this.#shown(report);
    const { chapter } = shown;
    // A story is proved by charts of the whole: in them, the territory of the reader stands out where it is one of the parts.
    const isStory = story !== null && (shown.view === 'overview' || chapter !== undefined);
    const place = isStory ? undefined : territory;
    const isNarrowed = place !== undefined || period !== report.period;
    return {
      title: chapter
        ? html`<span class="number">${`${chapter.id} `}</span>${domainText(chapter.title, m)}`
        : domainText(part?.title ?? (shown.view === 'overview' ? story?.cover.title : undefined) ?? report.title, m),
      subtitle: part ? nothing : this.#lead(dataset, report, m),
      body: html`${isNarrowed ? notice('info', m.content('reportTold', { period: periodInWords(report.period, m.lang) })) : nothing}${this.#inProvider(report, place, (part && shown.view !== 'data' ? part.body : null) ?? this.#viewOf(shown, { dataset, report, story }, context))}`,
      source: dataLine(dataset, [], m, this.#card),
      shared: { dataset, card: this.#card },
    };
  }

  /**
   * Returns the report as its readers are meant to see it: made once for a document, since what is drawn is compared by
   * identity.
   */
  #reportOf(dataset: Dataset): Report | null {
    const document = this.#document.of(dataset);
    const { findings } = this;
    const of = [dataset, document, findings];
    if (document && of.some((each, at) => each !== this.#narrowed.of[at]))
      this.#narrowed = { of, report: reportFor(document, { dataset, findings: findings === 'author' }) };
    return document && this.#narrowed.report;
  }

  #context(dataset: Dataset, report: Report, m: Localized): SectionContext {
    return {
      m,
      findings: this.findings === 'author',
      level: Number(this.headingLevel) || 3,
      isFilled: (id, type) =>
        this.section !== undefined || id === report.opening?.id || this.#reveal.isFilled(id, type),
      figure: (run, at, lang) => this.#figures.view(run, { at, lang }, dataset, m),
      words: (run, at, lang) => this.#figures.text(run, { at, lang }, dataset, m),
      own: (block) =>
        this.#own.view(block, { dataset, report, m, hrefOf: viewAddresses(report, this.#story.document) }),
      share: ({ figures }) => this.#rows.view(figures, dataset, m),
      place: this.requestedScope().territory,
      need: needElement,
      go: (id) => void this.#anchors.go(id),
      isOpen: (id) => this.#open.has(id),
      open: (id) => {
        if (this.#open.has(id)) return;
        this.#open.add(id);
        this.requestUpdate();
      },
    };
  }

  #mistakeIn({ manifest }: Dataset, report: Report | null): ConfigProblem | null {
    if (manifest.report === undefined) return { key: 'configReport', params: {} };
    if (!report) return this.#document.error ? { key: 'reportUnread', params: {} } : null;
    if (!this.section || this.view || findSection(report, this.section) || findChapter(report, this.section))
      return null;
    const known = report.chapters.map(({ id }) => id).join(', ');
    return { key: 'configSection', params: { section: this.section, known } };
  }

  #lead({ manifest }: Dataset, report: Report, m: Localized): Content {
    const name = report.publisher?.name ?? manifest.publisher.name;
    const key = this.isQuiet ? 'reportLeadQuiet' : 'reportLead';
    // A sentence that fell back to French has its date in French too.
    const lang = shownLang(key, m);
    const publisher = this.isQuiet && lang === 'fr' ? frenchOrganisation(name) : name;
    return m.content(key, { publisher, date: dateInWords(manifest.updated, lang) });
  }

  /** Returns the view on screen; on paper, and where a page asks for it, the whole. */
  #shown(report: Report): ShownPart {
    const { view, section } = this;
    if (this.#isPrinting) return { view: 'whole' };
    if (this.#isAlone) return { view: (this.#named ?? (this.#isOwnData && DATA)) === DATA ? 'data' : 'whole' };
    const hasStory = this.#story.document !== null;
    return shownAt(this.#named ?? fragment(), report, { view, section, hasStory });
  }

  /** Whether a view of it is on screen, and not all of it nor a section that stands alone. */
  get #isPartShown(): boolean {
    const report = this.#document.document;
    return !!report && !this.#isAlone && this.#shown(report).view !== 'whole';
  }

  #viewOf(
    shown: ShownPart,
    { dataset, report, story }: { dataset: Dataset; report: Report; story: Story | null },
    context: SectionContext,
  ): Content {
    const { m } = context;
    const { chapters } = report;
    const sections = sectionsOf(report).map(({ section }) => section.id);
    this.#anchors.plan([OVERVIEW, DATA, ...chapters.map(({ id }) => id), ...sections]);
    this.#contents = undefined;
    if (shown.view === 'whole') return this.#whole(dataset, report, story, context);
    const alone = this.section ?? '';
    // Of a section that stands alone, the page has no other one.
    const hrefOf = this.#isAlone
      ? (id: string) => (isInSection(id, alone) ? sectionAddress(alone) : '')
      : viewAddresses(report, story);
    const bar = this.#isAlone
      ? this.#back(m)
      : html`${viewsBar({ report, shown, hrefOf }, m)}${this.#placeBar(dataset, report, m)}`;
    if (shown.view === 'overview') {
      this.#reveal.plan((story?.messages ?? []).map(({ id }) => `${OVERVIEW}.${id}`));
      return html`${bar}${overviewView({ report, story, hrefOf }, context)}`;
    }
    const { chapter } = shown;
    if (!chapter) return html`${bar}${this.#dataView(dataset, report, hrefOf, m)}`;
    const told = story?.chapters.find(({ id }) => id === chapter.id);
    const own = chapter.sections.flatMap(({ id, sections: parts }) => [id, ...parts.map((part) => part.id)]);
    this.#reveal.plan([...(told?.steps ?? []).map((_step, at) => stepPlace(chapter.id, at)), ...own]);
    this.#plan(dataset, report, context, chapter, hrefOf);
    const model: Parameters<typeof chapterPage>[0] = {
      chapter,
      next: chapters[chapters.indexOf(chapter) + 1],
      story: told,
      hrefOf,
      note: this.#steps.code?.note(chapter.id, this.#stepContext(dataset, report, hrefOf), m.lang) ?? nothing,
      dataOf: (step: ChapterStep, at: string) => this.#dataOf(step, at, this.#stepContext(dataset, report, hrefOf), m),
    };
    return html`${bar}${chapterPage(model, context)}`;
  }

  /** Renders the territory of the reader, as a button that opens the choice: most readers need none of its code. */
  #placeBar(dataset: Dataset, report: Report, m: Localized): TemplateResult {
    const { territory } = this.requestedScope();
    const name = placeName(dataset, territory, m) ?? m.text('storyEverywhere');
    return html`<div class="place" part="place"><button class="link" type="button" aria-expanded=${this.#isChoosing} @click=${this.#openChoice}>${m.content('storyPlace', { name })}</button>
      ${this.#isChoosing ? this.#inProvider(report, territory, html`<ess-territory-picker heading=${m.text('storyPlaceField')} heading-level="none" @ess-filter=${this.#choose}></ess-territory-picker>`) : nothing}</div>`;
  }

  readonly #openChoice = (): void => {
    this.#isChoosing = !this.#isChoosing;
    if (this.#isChoosing) void this.#picker.want();
    this.requestUpdate();
  };

  /** Shows the territory chosen in all views, and says it in the address. */
  readonly #choose = async ({ territory }: EssFilterEvent): Promise<void> => {
    this.urlState ??= '';
    await this.#url.ready();
    this.scope.set({ territory: territory || undefined });
  };

  /** Renders the way back from the data of a section that stands alone. */
  #back(m: Localized): TemplateResult {
    const section = this.section ?? '';
    return html`<p class="back"><a href=${sectionAddress(section)}>${m.content('reportBack', { section })}</a></p>`;
  }

  /** Renders what the data hold of a step, or the room for it until a reader comes near. */
  #dataOf(step: ChapterStep, at: string, context: stepCode.StepContext, m: Localized): Content {
    const code = this.#reveal.isFilled(at, 'list') ? this.#steps.ask() : null;
    if (code) this.#own.ask(code.needs);
    return code?.view(step, context, m.lang) ?? roomFor(step);
  }

  #stepContext(dataset: Dataset, report: Report, hrefOf: (id: string) => string): stepCode.StepContext {
    return { dataset, report, hrefOf, territory: this.requestedScope().territory };
  }

  #dataView(dataset: Dataset, report: Report, href: (id: string) => string, m: Localized): Content {
    const code = this.#data.ask();
    if (code) this.#own.ask(code.needs);
    return html`<div class="data" data-section=${DATA}>${headingOf(String(Math.min((Number(this.headingLevel) || 3) + 1, 6)), m.content('storyDataTitle'), `h-${DATA}`, 'heading')}
      ${code?.view({ dataset, report, href, figures: this.isQuiet ? this.#figures : null, territory: this.requestedScope().territory }, m.lang) ?? html`<p class="loading">${m.content('loading')}</p>`}</div>`;
  }

  #whole(dataset: Dataset, report: Report, story: Story | null, context: SectionContext): Content {
    const { opening, chapters } = report;
    const { m, level } = context;
    this.#reveal.plan(sectionsOf(report).map(({ section }) => section.id));
    this.#plan(dataset, report, context);
    return html`<p class="rest" hidden>${m.content('reportRest')}</p>${opening ? html`<section class="opening" data-section=${opening.id} aria-label=${resolveText(opening.title, m.lang).text}>${contentOf(opening, level + 1, context)}</section>` : nothing}
      ${story && this.#isPrinting ? storyOnPaper(story, context) : nothing}
      ${!opening || this.#reveal.isBegun || this.#isPrinting ? chaptersView(chapters, context) : nothing}`;
  }

  /**
   * Makes the contents of what is shown.
   * @param chapter of a page of its own: its sections alone are listed, unless a search finds others
   */
  #plan(
    dataset: Dataset,
    report: Report,
    { m, go }: SectionContext,
    chapter?: Chapter,
    hrefOf?: (id: string) => string,
  ): void {
    const isHere = (id: string): boolean => !chapter || chapterOf(report, id) === chapter;
    const actions = {
      go: (id: string) => {
        if (isHere(id)) go(id);
        else if (hrefOf) location.assign(hrefOf(id));
      },
      hrefOf,
      search: this.#search.set,
      ready: this.#search.ready,
      print: () => void this.print(),
      download: () =>
        void import('../report/report-tools.ts').then((t) =>
          t.downloadFigures(this.#own, () => this.query.data, m.lang),
        ),
    };
    this.#contents = () => {
      const { query } = this.#search;
      const found = this.#search.found(report, m.lang, dataset);
      if (found && this.#search.takeAsked()) this.announce(foundText(found, m));
      const listed = chapter && !found ? { ...report, chapters: [chapter] } : report;
      return contentsView({ report: listed, found, query }, actions, m);
    };
  }

  /** Wraps content in one provider with the scope that the page or the visitor chose, else the period of the report. */
  #inProvider(report: Report, territory: string | undefined, content: Content): TemplateResult {
    const of = this.provider.value;
    const { compare } = this.requestedScope();
    // Its blocks are of the same data: a list that the page has as its source stays outside.
    const { src, format } = this.origin;
    return html`<ess-provider src=${src || nothing} format=${format || nothing} reference=${of?.reference || nothing}
      theme=${this.theme || of?.theme || nothing} look=${this.look || of?.look || nothing} basemap=${of?.basemap || nothing} audience=${this.audience || of?.audience || nothing} evidence=${this.evidence || of?.evidence || nothing} hosts=${of?.hosts || nothing} max-bytes=${of?.maxBytes || nothing} period=${this.scoped('period') || report.period}
      compare=${compare ?? nothing} territory=${territory ?? (pageDefaults.territory ? '' : nothing)} .told=${this.query.error !== null || this.query.stale} .validatesAsOne=${true}>${content}</ess-provider>`;
  }
}

const figuresIn = (text: Text): readonly FigureRun[] =>
  Object.values(text).flatMap((each) => runsOf(each).filter((run) => run.kind !== 'text'));

/** Returns the figures that the texts of a report name: read once, as a report that is being read is drawn many times. */
const figuresNamed = memoizeByObject((report: Report): readonly FigureRun[] =>
  sectionsOf(report).flatMap(({ section }) => (section.text ? figuresIn(section.text) : [])),
);

/** Returns the figures that the texts of a story name. */
const figuresOfStory = memoizeByObject(({ cover, messages, chapters }: Story): readonly FigureRun[] =>
  [
    ...[cover.title, cover.standfirst],
    ...messages.flatMap(({ title, text }) => [title, text]),
    ...chapters.flatMap(({ thesis, steps }) => [thesis, ...steps.map(({ title }) => title)]),
  ].flatMap(figuresIn),
);
