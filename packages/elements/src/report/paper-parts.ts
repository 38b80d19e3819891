import { badgesOf } from '@ess-widgets/core/internal/model/measure';
import type { Chapter, Report } from '@ess-widgets/core/internal/model/report/report-schema';
import type { Section, Subsection } from '@ess-widgets/core/internal/model/report/section';
import type { Dataset, Measure, SourceRef } from '@ess-widgets/core/model';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { sourceReference } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { targetId } from './paper-links.ts';
import { qrCode } from './qr.ts';

/** What the parts of a printed report are drawn from. */
export interface PaperModel {
  readonly dataset: Dataset;
  readonly report: Report;
  readonly m: Localized;
  readonly publisher: { readonly name: string };
  /** The date of the data, and the day of printing, in words. */
  readonly date: string;
  readonly day: string;
  /** The address of the page that the report lives on. */
  readonly address: string;
  /** Whether some of it had not come when it was printed. */
  readonly isIncomplete: boolean;
}

/**
 * Under the title: who publishes, and of when the figures are; whether some of them are not there, which a reader of the
 * first page would not know. Nothing opens on paper.
 */
export const leadOnPaper = ({ m, publisher, date, isIncomplete }: PaperModel): TemplateResult =>
  html`<p>${publisher.name}</p><p>${m.content('paperData', { date })}</p>${isIncomplete ? html`<p class="incomplete">${m.content('paperIncomplete')}</p>` : nothing}`;

/**
 * Chapters and sections with the page that each begins on. No browser can say which one that is: the room for it stays
 * empty, unless the program that prints fills it (`data-page-of`).
 */
export function contentsOnPaper({ report, m }: PaperModel): TemplateResult {
  const row = (part: Chapter | Section | Subsection): TemplateResult =>
    html`<a class="entry" href=${`#${targetId(part.id)}`}><span class="number">${part.id}</span><span class="name">${domainText(part.title, m)}</span><span class="page" data-page-of=${part.id}></span></a>`;
  const list = (parts: readonly (Section | Subsection)[]): TemplateResult | typeof nothing =>
    parts.length
      ? html`<ul>${parts.map((part) => html`<li>${row(part)}${'sections' in part ? list(part.sections) : nothing}</li>`)}</ul>`
      : nothing;
  return html`<p class="heading">${m.content('paperContents')}</p>
    <div class="entries">${report.chapters.map((chapter) => html`<div class="entries-of">${row(chapter)}${list(chapter.sections)}</div>`)}</div>`;
}

/** Where the figures of a text come from: on paper none of them can be opened. */
export function sourcesOnPaper(measures: readonly Measure[], { dataset, m }: PaperModel): TemplateResult {
  const places = new Map<string, { readonly source: SourceRef; readonly words: Set<string> }>();
  for (const measure of measures) {
    for (const source of measure.sources) {
      const { document, section, page } = source;
      const key = [document, section, page].join(' ');
      const place = places.get(key) ?? { source, words: new Set() };
      places.set(key, place);
      for (const word of wordsOf(measure)) place.words.add(m.text(word));
    }
  }
  const said = [...places.values()].map(
    ({ source, words }, at) =>
      html`${at ? ' ; ' : ''}${sourceReference(dataset, source, m)} (${[...words].join(', ')})`,
  );
  return html`<p>${m.content('paperSources')} ${said}</p>`;
}

/** The words of the badges of a measure. */
function wordsOf(measure: Measure): readonly MessageKey[] {
  const { origin, doubts } = badgesOf(measure);
  return [origin, ...doubts].map((badge) => `quality_${badge}` as const);
}

/** What closes the last page: the address of the living report, as text and as a code to be photographed, and the day. */
export function lastPage({ m, address, day, publisher, dataset }: PaperModel): TemplateResult {
  const { size, path } = qrCode(address);
  const { contact } = dataset.manifest;
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" aria-label=${m.text('paperQr', { address })}>${svg`<path d=${path} />`}</svg>
    <div><p class="heading">${m.content('paperLive')}</p><p class="address">${address}</p><p>${m.content('paperLiveWhy')}</p>
    <p class="small">${publisher.name}${contact ? html`, ${contact}` : nothing}. ${m.content('paperPrinted', { date: day })}.</p></div>`;
}
