import { hasOwnPositions } from '@ess-widgets/core/charts';
import { type DirectoryEntry, PUBLISHED_MEMBERS } from '@ess-widgets/core/directory';
import { type Dataset, DIRECTORY_LAYERS, type DirectoryLayer, isLarge } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import { controlIcon } from '../base/control-icons.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import { pageDefaults } from '../base/defaults.ts';
import type { ElementView } from '../base/element.ts';
import { type Content, notice } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssMemberMapProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import { sourceLine } from '../base/source-line.ts';
import { countLine } from '../directory/count-line.ts';
import { directoryStyles } from '../directory/directory.styles.ts';
import { DirectoryElement } from '../directory/directory-element.ts';
import { renderFilters } from '../directory/filters.ts';
import { renderNone, shownCount } from '../directory/parts.ts';
import { type RowsModel, renderRows } from '../directory/rows.ts';
import { SeaCheck } from '../directory/sea-check.ts';
import type { Directory } from '../directory/types.ts';
import { mapStyles } from '../map/map.styles.ts';
import type { Localized } from '../texts/texts.ts';
import { symbolStyles } from '../views/symbols.ts';
import { memberMapStyles } from './ess-member-map.styles.ts';
import { FirstRows } from './first-rows.ts';
import { keepInSight } from './keep-in-sight.ts';
import { ListInView } from './list-in-view.ts';
import { type BasemapRequest, MapController } from './map-controller.ts';
import { mapContentRequest, mapSubtitle } from './map-texts.ts';
import type * as overCode from './over-map.ts';

import { renderPlace } from './place-view.ts';
import { RowFocus } from './row-focus.ts';
import { renderTabs, type Tab } from './tabs.ts';
import { WidthController } from './width-controller.ts';

/** Under this width (px, where the page's letters are of 16) map and list are shown one at a time. */
const NARROW = 600;
/** Under this width the card of a marker is a sheet over the map. */
const PHONE = 480;

/**
 * Map and list of an organisation's members: search, filters that are the legend too, clusters, "near me". The list is
 * complete, whatever the map can show: what has no position is counted and listed.
 * @summary Map and list of members, with search, filters and clusters.
 * @slot - Shown in place of the map when there is no data at all: a link to the directory.
 * @csspart subtitle - What is listed, and of when.
 * @csspart filters - Search field and filters.
 * @csspart legend - The chips: filters and legend in one.
 * @csspart map - The box of the map.
 * @csspart count - How many there are, how many of them are on the map.
 * @csspart list - The list.
 * @csspart row - One row.
 * @csspart table - The table.
 * @csspart empty - What stands there when nobody matches.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @cssproperty [--ess-land=#ffffff] - Land of the region.
 * @cssproperty [--ess-sea=#e6f1f3] - Sea.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed.
 * @event {EssFilterEvent} ess-filter - The visitor searched or chose filters.
 * @event {EssSelectEvent} ess-select - The visitor chose a marker or a row, or gave the choice up.
 */
export class EssMemberMap extends DirectoryElement implements EssMemberMapProperties {
  static override styles = [
    ...EssPanel.styles,
    contentStyles,
    symbolStyles,
    directoryStyles,
    mapStyles,
    memberMapStyles,
  ];

  @property() layers: string | undefined;
  @property() basemap: string | undefined;
  @property() boundaries: string | undefined;
  @property() indicator: string | undefined;
  @property() by: EssMemberMapProperties['by'];
  @property() tiles: EssMemberMapProperties['tiles'];
  @property({ attribute: 'tiles-consent' }) tilesConsent: EssMemberMapProperties['tilesConsent'];
  @property() view: EssMemberMapProperties['view'];

  @state() private tab: Tab | undefined;
  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #width = new WidthController(this, NARROW);
  readonly #phone = new WidthController(this, PHONE);
  readonly #firstRows = new FirstRows(this);
  readonly #inView = new ListInView(this);
  readonly #rows = new RowFocus();
  readonly #map = new MapController(this, {
    onRest: (view) => {
      // The rows of a large directory are in the order of its engine.
      if (!this.#directory?.large) this.#inView.moved(view);
    },
    onSelect: (id) => this.#choose(id),
    onOpenCluster: (ids) => this.#openPlace(ids),
    onView: (view) => this.provider.request({ view }),
  });
  readonly #sea = new SeaCheck(this);
  /** Comes where the page's author or the visitor wants something of it. */
  readonly #overCode: Late<typeof overCode> = new Late(this, 'what lies over the map', () =>
    this.withTexts(import('./over-map.ts')),
  );
  #over: overCode.OverMap | undefined;
  #directory: Directory | null = null;
  #focusNext = '';
  /** Id of the entry that the visitor has chosen on the map. */
  #chosen: string | null = null;
  #scrolledTo: string | null = null;

  protected override get shownLayers(): readonly DirectoryLayer[] {
    const known = DIRECTORY_LAYERS.filter((layer) => this.layers?.split(/\s+/).includes(layer));
    return known.length ? known : ['members'];
  }

  protected override needs(): readonly Need[] {
    const measured = this.shownLayers.includes('members') ? this.#measures.needs(PUBLISHED_MEMBERS) : [];
    return [...new Set([...super.needs(), ...measured, ...(this.#over?.needs ?? [])])];
  }

  protected override get subtitleLength(): number {
    return 66;
  }

  protected override configProblem(): ConfigProblem | null {
    return super.configProblem() ?? this.#measures.problem;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content(this.shownLayers.includes('members') ? 'mapTitle' : 'mapTitleOther') : super.fallbackTitle(m);
  }

  /** Once its ground is there, its markers are drawn in the same update. */
  protected override get isDrawn(): boolean {
    return super.isDrawn && !this.#map.isComing;
  }

  /** Once the ground is there, what it shows to be at sea has no position: the list keeps it, the counts leave it out. */
  protected override revised(entries: readonly DirectoryEntry[], dataset: Dataset): readonly DirectoryEntry[] {
    return this.#sea.revise(entries, this.ground ?? null, hasOwnPositions(dataset), dataset);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    // A large directory comes little by little, and is asked for when it is drawn.
    const request = { dataset, ...this.#groundAsked };
    const isAwaited = !isLarge(dataset.manifest) && this.#map.isAwaited(request);
    this.ground = this.#map.groundOf(request);
    // On a first visit the ground is not kept yet: the list is drawn while it comes.
    return isAwaited && !pageDefaults.early ? null : super.show(dataset, m);
  }

  protected override viewOf(directory: Directory, m: Localized): ElementView {
    this.#directory = directory;
    const { dataset } = directory;
    const members = this.shownLayers.includes('members');
    const asked = this.measureAsked(PUBLISHED_MEMBERS);
    const published =
      (members && this.isAtHand(directory, asked) && this.#measures.measure(dataset, [asked])[0]) || null;
    const asTable = this.table.shown ?? this.view === 'table';
    const { state } = this.provider.scope;
    const seen = this.#sea.seen(directory, state.selection, m);
    const request = mapContentRequest(seen, state, this.scoped('territory'), this.shownLayers, m);
    this.#map.show({ ...request, ...this.#groundAsked });
    return {
      title: this.fallbackTitle(m),
      subtitle: members ? mapSubtitle(directory, this.scoped('period'), m) : nothing,
      body: this.#body(seen, published, asTable, m),
      source: published
        ? sourceLine(dataset, published.measure, published.texts, m, this.#card)
        : dataLine(dataset, [], m, this.#card),
      actions: html`<button class="link" type="button" @click=${() => this.table.turn(!asTable, asTable ? 'dirMapShown' : 'dirTableShown')}>
          ${controlIcon(asTable ? 'map' : 'table')}${m.content(asTable ? 'dirShowMapAgain' : 'showTable')}</button>
        ${this.filesOf(directory, m)}`,
      remarks: directory.large?.remarks ?? this.#sea.remarks(directory.all, m),
      empty: shownCount(directory) === 0,
    };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusNext && !this.#map.failed) {
      this.renderRoot.querySelector<HTMLElement>(this.#focusNext)?.focus();
      this.#focusNext = '';
    }
    for (const over of [this.#over, this.#directory?.filters.near]) over?.draw(this.#map.engine);
    this.#rows.draw(this.renderRoot.querySelector('.scroller'));
    const { selection } = this.provider.scope.state;
    if (selection !== this.#scrolledTo) keepInSight(this.renderRoot.querySelector('.scroller .selected'));
    this.#scrolledTo = selection;
  }

  get #groundAsked(): Pick<BasemapRequest, 'basemap' | 'part'> {
    const { value, scope } = this.provider;
    const { parts } = this.#directory?.large ?? this.#sea;
    return { basemap: this.basemap || value?.basemap, part: parts?.at(scope.state.view) };
  }

  #body(directory: Directory, published: Measured | null, asTable: boolean, m: Localized): TemplateResult {
    const rows = this.rowsOf(this.#directory ?? directory);
    const narrow = this.#width.narrow && !this.#map.failed;
    const kind = this.#map.failed ? 'alone' : narrow ? 'narrow' : '';
    return html`<div class=${kind}>
      ${renderFilters(directory.filters, this.filterActions, m)}
      ${this.#map.failed ? notice('info', m.content('mapOff'), html`<button class="link" type="button" @click=${this.#retry}>${m.content('retry')}</button>`) : nothing}
      ${asTable ? html`${this.#count(directory, published, m)}${shownCount(directory) ? this.table.view(rows, this.rowActions, m) : this.#none(directory, published, m)}` : nothing}
      ${narrow && !asTable ? renderTabs(this.#tab, this.#show, m) : nothing}
      <div class="split" ?hidden=${asTable}>
        ${this.#map.failed ? nothing : this.#mapPanel(directory, rows, published, narrow, m)}
        ${this.#listPanel(directory, rows, published, narrow, m)}
      </div>
      <span class="after-list" tabindex="-1"></span>
    </div>`;
  }

  #mapPanel(
    directory: Directory,
    rows: RowsModel,
    published: Measured | null,
    narrow: boolean,
    m: Localized,
  ): TemplateResult {
    // One row is no page of the list: there is nothing after it.
    const chosen = { ...rows, entries: rows.entries.filter(({ id }) => id === rows.selection), total: 0 };
    const isAsked = this.#chosen !== null && this.#chosen === rows.selection;
    const card = this.#phone.narrow ? this.#over?.card(chosen, this.rowActions, isAsked, m) : null;
    const below = html`<div class="below">${this.#count(directory, published, m)}
      ${card ?? renderRows(chosen, this.rowLevel, this.rowActions, m)}
      ${shownCount(directory) ? nothing : this.#none(directory, published, m)}</div>`;
    return html`<div class="panel map-panel" id="panel-map" role=${narrow ? 'tabpanel' : nothing}
        aria-labelledby=${narrow ? 'tab-map' : nothing} ?hidden=${narrow && this.#tab !== 'map'}>
      <button class="button skip" type="button" @click=${this.#skip}>${m.content('dirSkipToList')}</button>
      <button class="button skip" type="button" @click=${this.#skipList}>${m.content('dirSkipList')}</button>
      <div class="map-box" part="map" @pointerover=${this.#approach} @focusin=${this.#approach}></div>
      ${this.#overMap(directory, m)}
      ${narrow ? below : nothing}
    </div>`;
  }

  #overMap({ dataset }: Directory, m: Localized): Content {
    if (this.#overCode.code) this.#over ??= new this.#overCode.code.OverMap(this);
    else if (
      this.boundaries ||
      this.indicator ||
      this.tiles ||
      this.provider.value?.tiles ||
      pageDefaults.tiles ||
      this.provider.scope.state.selection
    )
      this.#overCode.ask();
    return this.#over?.view(dataset, this.ground ?? null, this.shownLayers, m) ?? nothing;
  }

  #listPanel(
    directory: Directory,
    rows: RowsModel,
    published: Measured | null,
    narrow: boolean,
    m: Localized,
  ): TemplateResult {
    // Results are in the order of their search, and those of a large directory of its engine.
    const isFollowing = !this.#map.failed && !this.place && !directory.large && !this.provider.scope.state.query;
    const ordered = isFollowing ? this.#inView.of(rows, directory.shown, m) : rows;
    return html`<div class="panel list-panel" id="panel-list" @pointerleave=${this.#inView.left} @focusout=${this.#inView.left} role=${narrow ? 'tabpanel' : nothing}
        aria-labelledby=${narrow ? 'tab-list' : nothing} ?hidden=${narrow && this.#tab !== 'list'}>
      <div class="list-head" tabindex="-1">
        ${this.place ? renderPlace(directory, () => this.#openPlace(null), m) : this.#count(directory, published, m)}
      </div>
      <div class="scroller" @keydown=${this.#rows.onKey} @focusin=${this.#rows.onFocus}>
        ${shownCount(directory) ? renderRows(this.#firstRows.of(ordered, this.pages.printing || rows.selection !== null, this.#map.isComing), this.rowLevel, this.rowActions, m) : this.#none(directory, published, m)}
      </div>
    </div>`;
  }

  readonly #none = (directory: Directory, published: Measured | null, m: Localized): TemplateResult =>
    renderNone(directory, published, this.clear, m, this.shownLayers.includes('members'));

  #count(directory: Directory, published: Measured | null, m: Localized): TemplateResult {
    return countLine({ directory, published, period: this.scoped('period'), map: true }, m);
  }

  get #tab(): Tab {
    return this.tab ?? (this.view === 'list' ? 'list' : 'map');
  }

  #choose(id: string | null): void {
    const { everywhere = [], large } = this.#directory ?? {};
    this.#chosen = id;
    // An entry with a marker of its own is not in the place that is open.
    this.place = null;
    if (large && id !== null) void large.entryOf(id).then((entry) => this.select(entry));
    else this.select(everywhere.find((entry) => entry.id === id) ?? null);
  }

  #openPlace(ids: readonly string[] | null): void {
    this.acted();
    this.#approach();
    this.place = ids;
    this.#skip();
  }

  /** Loads labels, scale and full screen for visitors who come near the map. */
  readonly #approach = (): void => void this.#overCode.ask();
  readonly #show = (tab: Tab): void => void (this.tab = tab);

  readonly #skip = (): void => {
    this.tab = 'list';
    this.#focusNext = this.place ? '.list-panel .name' : '.list-head';
    this.requestUpdate();
  };

  /** The next key goes on after the list. */
  readonly #skipList = (): void => this.renderRoot.querySelector<HTMLElement>('.after-list')?.focus();

  readonly #retry = (): void => {
    this.#focusNext = '.viewport';
    this.#map.retry();
  };
}
