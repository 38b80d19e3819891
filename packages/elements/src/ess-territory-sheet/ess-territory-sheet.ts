import { placeName, safeHref, standingOf, statusTags, toneOf } from '@ess-widgets/core/charts';
import { SHEET_COLLECTIONS, type SheetLine, type TerritorySheet, territorySheetOf } from '@ess-widgets/core/directory';
import { dateInWords, formatCount, formatNumber, formatStockDate, periodInWords } from '@ess-widgets/core/format';
import {
  type Dataset,
  latestPeriod,
  parsePeriod,
  records,
  SHEET_SECTIONS,
  type SheetSection,
  type SourceRef,
  uniqueSources,
} from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import { dom } from '../base/dom.ts';
import type { ElementView } from '../base/element.ts';
import { type Content, sourceReference } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssTerritorySheetProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { domainText } from '../texts/domain-text.ts';
import { sheet } from '../texts/sheet.fr.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { DayController } from '../views/day-controller.ts';
import { PagesController } from '../views/pages-controller.ts';
import { periodKept } from '../views/period-kept.ts';
import { symbol, symbolStyles } from '../views/symbols.ts';
import { territorySheetStyles } from './ess-territory-sheet.styles.ts';
import type * as paperCode from './paper.ts';

/** Number of lines of a part that stand before the others, which open. */
const FIRST = 10;
/** Number of places in a document that a part names. */
const NAMED = 3;

/** Keys of the pairs that the members of a sheet are kept to. */
const MEMBERS = { keys: ['network'] };

/**
 * The sheet of one territory: its members with their communes, its events, its projects, its support and the figures published
 * about it, each part with its source. A part of which nothing is known says so in one sentence. Inside a provider, the territory
 * that a visitor chooses in `ess-territory-picker` opens it.
 *
 * @summary What is known of one territory: members, events, projects, support, each with its source.
 * @slot - Shown in place of the sheet when there is no data at all: a link to the report.
 * @csspart subtitle - That it is a sheet, and the period.
 * @csspart body - The parts.
 * @csspart population - Its inhabitants, with their day and their document.
 * @csspart section - One part.
 * @csspart heading - The title of a part, with its count.
 * @csspart line - One member, event, project, programme or figure.
 * @csspart name - Its name.
 * @csspart none - What is said where nothing is known.
 * @csspart origin - The source of a part.
 * @csspart card - The source card.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTerritorySheet extends EssPanel implements EssTerritorySheetProperties {
  static override styles = [...EssPanel.styles, symbolStyles, territorySheetStyles];
  static override readonly texts = [sheet];

  @property() sections: string | undefined;

  readonly #card = new CardController(this);
  readonly #day = new DayController(this);
  readonly #pages = new PagesController(this);
  readonly #check = new AttributeCheck(this);
  /** The territory whose page was asked for last. */
  #asked = '';
  #mistake: ConfigProblem | null = null;
  /** What only paper has, and the territory that it is of. Null until it has come. */
  #paper: Paper | null = null;
  /** Numbers of lines by list while the sheet is laid on a page, and the words for those left out; null on the screen. */
  #laid: { readonly counts: readonly number[]; readonly more: (n: number) => string } | null = null;

  protected override needs(): readonly Need[] {
    // Before a territory is chosen there is nothing to read but its name.
    return this.scoped('territory') ? SHEET_COLLECTIONS : ['territories'];
  }

  protected override get subtitleLength(): number {
    // Before a territory is chosen there is none.
    return this.scoped('territory') ? 24 : 0;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('sheetTitle') : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    const period = periodKept(this.scoped('period'));
    this.#mistake =
      period && !parsePeriod(period)
        ? { key: 'configPeriod', params: { period } }
        : this.#check.mistake(dataset, MEMBERS);
    const where = this.#check.pairs(MEMBERS);
    if (this.#mistake || where === null) return null;
    const source = dataLine(dataset, [], m, this.#card);
    const territory = this.scoped('territory');
    if (!territory) {
      const choose = html`<p class="choose" part="none">${m.content('sheetChoose')}</p>`;
      return { title: m.content('sheetTitle'), body: choose, source, empty: true };
    }
    const lacks = SHEET_COLLECTIONS.some((name) => dataset.manifest.collections[name] && !dataset.collections[name]);
    if (lacks) return null;
    const asked = this.sections?.match(/\S+/g);
    const shown = asked ? SHEET_SECTIONS.filter((name) => asked.includes(name)) : SHEET_SECTIONS;
    this.#prepare(dataset, territory);
    this.#laid = null;
    if (this.#pages.printing && this.#paper?.territory === territory)
      return this.#page(this.#paper, { dataset, m, shown, period, where });
    const all = territorySheetOf(dataset, territory, { period, where });
    return {
      title: placeName(dataset, territory, m) ?? territory,
      subtitle: period
        ? m.content('sheetSubtitle', { period: periodInWords(period, m.lang) })
        : m.content('sheetTitle'),
      body: html`${populationLine(all, dataset, m)}<div class="parts">${shown.map((name) => this.#section(name, all, dataset, m))}</div>`,
      source,
      shared: { dataset, card: this.#card },
      empty: shown.every((name) => all[name].length === 0),
    };
  }

  /** Gets what the page needs once the browser is idle: it prints at once, and waits for nothing. */
  #prepare(dataset: Dataset, territory: string): void {
    if (this.#paper?.territory === territory || this.#asked === territory) return;
    this.#asked = territory;
    const load = async (): Promise<void> => {
      // Without this code all lines are printed, one under another.
      const code = await import('./paper.ts').catch(() => null);
      if (!code || !this.isConnected || this.#asked !== territory) return;
      addStyles(this, [code.sheetPaperStyles]);
      // Paper does without the map until its ground has come.
      this.#paper = { territory, drawing: null, code };
      const drawing = await code.locator(dataset, territory);
      if (this.#paper.territory === territory) this.#paper = { territory, drawing, code };
    };
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void load(), { timeout: 2_000 });
    else setTimeout(() => void load(), 200);
  }

  /** Renders the sheet as one page. It is of a period, the latest of the data unless another is asked for. */
  #page({ territory, drawing, code }: Paper, { dataset, m, shown, where, ...asked }: Laid): ElementView {
    const period = asked.period ?? latestPeriod(dataset.manifest);
    const all = territorySheetOf(dataset, territory, { period, where });
    const name = placeName(dataset, territory, m) ?? territory;
    const counts = shown.filter((part) => all[part].length > 0);
    this.#laid = { counts: counts.map((part) => all[part].length), more: (n) => m.text('sheetMore', { n }) };
    const address = liveAddress();
    const from = uniqueSources(shown.flatMap((part) => all[part].flatMap(({ source }) => source ?? []))).map(
      ({ document }): SourceRef => ({ document }),
    );
    const date = dateInWords(dataset.manifest.updated, m.lang);
    const words = (part: SheetSection): Content => m.content(`sheetCount_${part}`, { n: all[part].length });
    return {
      title: m.content('sheetHere', { period: periodInWords(period, m.lang), name }),
      body: html`<div class="page">
        <div class="top">${drawing}<div>${populationLine(all, dataset, m)}<ul class="counts" role="list">${counts.map((part) => code.countView(formatNumber(all[part].length, m.lang), words(part)))}</ul></div></div>
        <div class="columns">${shown.map((part) => this.#section(part, all, dataset, m))}</div>
        <div class="end">${address ? code.qrView(address, m.text('sheetQr', { address })) : nothing}<div>
          ${address ? html`<p>${m.content('sheetOnline')} ${address}</p>` : nothing}${originLine(dataset, from, m)}<p>${m.content('sheetDate', { date })}</p></div></div>
      </div>`,
      source: '',
      empty: counts.length === 0,
    };
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (this.#laid && frame) this.#paper?.code.fit(frame, this.#laid.counts, this.#laid.more);
  }

  #section(name: SheetSection, all: TerritorySheet, dataset: Dataset, m: Localized): TemplateResult {
    const level = String(Math.min((Number(this.headingLevel) || 3) + 1, 6));
    const n = all[name].length;
    const title = m.text(`sheetOf_${name}`);
    const heading = n ? m.text('sheetHeading', { name: title, count: formatNumber(n, m.lang) }) : title;
    const lines =
      name === 'figures'
        ? all.figures.map((one) => figureLine(one, m))
        : all[name].map((one) => this.#line(one, dataset, m));
    const sources = all[name].flatMap(({ source }) => source ?? []);
    return html`<div class="section" part="section">${headingOf(level, heading, `of-${name}`, 'heading')}${
      n
        ? html`${name === 'members' ? membersLine(all, dataset, m) : nothing}${this.#lines(name, lines, m)}${originLine(dataset, sources, m)}`
        : html`<p class="none" part="none">${m.content(`sheetNone_${name}`)}</p>`
    }</div>`;
  }

  /** Renders the first lines, and the others to be opened. On paper, where nothing can be opened, all are there. */
  #lines(name: SheetSection, lines: readonly TemplateResult[], m: Localized): TemplateResult {
    const list = (some: readonly TemplateResult[]): TemplateResult =>
      html`<ul class="lines" role="list" aria-labelledby="of-${name}">${some}</ul>`;
    const rest = lines.slice(FIRST);
    if (this.#laid && this.#paper) return html`${list(lines.slice(0, this.#paper.code.LAID))}<p class="more"></p>`;
    if (rest.length === 0 || this.#pages.printing) return list(lines);
    return html`${list(lines.slice(0, FIRST))}<details><summary>${m.content('sheetMore', { n: rest.length })}</summary>${list(rest)}</details>`;
  }

  #line({ name, places, date, status, college, url }: SheetLine, dataset: Dataset, m: Localized): TemplateResult {
    const days = date ? parsePeriod(date) : null;
    const tags = status ? statusTags(status, standingOf(status, days, this.#day.today)) : [];
    const words = tags.map((tag) => `sheetTag_${tag}` as MessageKey).filter((key) => m.has(key));
    const order = records(dataset, 'colleges').find(({ id }) => id === college)?.order;
    const { shape, cssVar } = toneOf(order ?? 0);
    const mark = college === null ? nothing : html`${symbol(shape, { cssVar })} `;
    const href = url ? safeHref(url) : undefined;
    const text = status === 'cancelled' ? html`<s>${domainText(name, m)}</s>` : domainText(name, m);
    const about: readonly Content[] = [
      ...(date && days ? [periodInWords(date, m.lang)] : []),
      ...places.map((place) => domainText(place, m)),
      ...words.map((key) => m.content(key)),
    ];
    return html`<li class="line" part="line"><p><span part="name">${mark}${href ? html`<a href=${href}>${text}</a>` : text}</span></p>
      ${about.length ? html`<p class="about">${about.map((one, at) => html`${at ? ', ' : ''}${one}`)}</p>` : nothing}</li>`;
  }
}

/** Code and drawing of the page on paper. */
interface Paper {
  readonly territory: string;
  readonly drawing: TemplateResult | null;
  readonly code: typeof paperCode;
}

/** What a page is made of. */
interface Laid {
  readonly dataset: Dataset;
  readonly m: Localized;
  readonly shown: readonly SheetSection[];
  readonly period: string | undefined;
  readonly where: string | undefined;
}

/** Returns the address of the page for paper; empty for a page that has none on the web. */
const liveAddress = (): string =>
  /^https?:$/.test(location.protocol)
    ? dom.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href || location.href.replace(/#.*/, '')
    : '';

/** Renders the inhabitants, their day and their document; nothing where none states them. */
function populationLine({ population }: TerritorySheet, dataset: Dataset, m: Localized): Content {
  if (!population) return nothing;
  const { quantity, date, source } = population;
  const count = html`<b class="value">${formatCount(quantity, m.lang)}</b>`;
  const day = date ? html`, ${formatStockDate(date, m.lang)}` : nothing;
  return html`<p class="population" part="population">${count}${day} (${sourceReference(dataset, source, m)})</p>`;
}

function figureLine({ label, quantity, period }: TerritorySheet['figures'][number], m: Localized): TemplateResult {
  return html`<li class="line" part="line"><p><span part="name">${domainText(label, m)}</span> <span class="value">${formatCount(quantity, m.lang)}</span></p>
    <p class="about">${parsePeriod(period) ? periodInWords(period, m.lang) : period}</p></li>`;
}

/** Renders how many members are known where not all are, and their number by collège where the data have collèges. */
function membersLine({ members, areMembersComplete }: TerritorySheet, dataset: Dataset, m: Localized): Content {
  const n = members.length;
  const named = areMembersComplete
    ? nothing
    : html`<p class="named">${m.content('sheetNamed', { n, count: formatNumber(n, m.lang) })}</p>`;
  const colleges = [...records(dataset, 'colleges')].sort((a, b) => a.order - b.order);
  const counts = colleges.flatMap(({ id, label, order }) => {
    const count = members.filter(({ college }) => college === id).length;
    return count ? [{ label: domainText(label, m), tone: toneOf(order), count }] : [];
  });
  if (counts.length === 0) return named;
  const rest = n - counts.reduce((sum, { count }) => sum + count, 0);
  const all = rest ? [...counts, { label: m.content('sheetNoCollege'), tone: toneOf(0), count: rest }] : counts;
  return html`${named}<ul class="colleges" role="list">${all.map(
    ({ label, tone, count }) =>
      html`<li>${symbol(tone.shape, { cssVar: tone.cssVar })}<span>${label} <b class="value">${formatNumber(count, m.lang)}</b></span></li>`,
  )}</ul>`;
}

/** Renders the places in documents that a part comes from, else the publisher of the data. */
function originLine(dataset: Dataset, sources: readonly SourceRef[], m: Localized): TemplateResult {
  const all = uniqueSources(sources);
  const rest = all.length - NAMED;
  if (all.length === 0)
    return html`<p class="origin" part="origin">${m.content('publisher', { publisher: dataset.manifest.publisher.name })}</p>`;
  return html`<p class="origin" part="origin">${m.content('source')} ${all.slice(0, NAMED).map((one, at) => html`${at ? '\u202f; ' : ''}${sourceReference(dataset, one, m)}`)}${rest > 0 ? html` ${m.content('issuesMore', { n: rest })}` : nothing}</p>`;
}
