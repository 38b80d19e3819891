import type { EssError } from '@ess-widgets/core';
import { webHref } from '@ess-widgets/core/charts';
import type { QueryState } from '@ess-widgets/core/data';
import { dateInWords } from '@ess-widgets/core/format';
import { apart, type Dataset, resolveText, type SourceRef } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { domainText } from '../texts/domain-text.ts';
import type { Localized, MessageKey, Params } from '../texts/texts.ts';
import { icon } from './icons.ts';

export type Content = TemplateResult | string | typeof nothing;

/** Renders a strip above the body: what is wrong or what to know, with at most one action. */
export function notice(kind: 'error' | 'warn' | 'info', content: Content, action: Content = nothing): TemplateResult {
  return html`<div class="notice ${kind}" part="notice">${icon(kind)}<p>${content}</p>${action}</div>`;
}

/** Returns the reason why a source failed, in the visitor's words: the key of a text, and its parameters. */
export const causeOf = ({ code, details }: EssError): [MessageKey, Params] => {
  const { askAgainIn, retryAfter } = details;
  // A press came too early: when the next one will ask.
  if (askAgainIn) return ['cause_again', { n: askAgainIn }];
  return retryAfter ? ['cause_wait', { n: Math.ceil(retryAfter / 60) }] : [`cause_${code}`, details as Params];
};

/** Returns what makes the address of a source readable, which says why it is not; undefined where nothing is known. */
const remedyOf = ({ details: { remedy } }: EssError, { lang }: Localized): string | undefined =>
  remedy && resolveText(remedy, lang).text;

/**
 * Renders the strip of a failure: what is missing for it, why, and a way to try again.
 * @param isTrying it is being tried: the strip waits where it is, with the focus where it was
 */
export const failure = (
  missing: Content,
  error: EssError,
  m: Localized,
  retry: () => void,
  isTrying: boolean,
): TemplateResult =>
  notice(
    isTrying ? 'warn' : 'error',
    html`<strong>${missing}</strong> – ${remedyOf(error, m) ?? m.content(...causeOf(error))}`,
    html`<button class="link" type="button" aria-disabled=${isTrying} @click=${retry}>${m.content('retry')}</button>`,
  );

/**
 * Renders the strip of a failure or of old data above unchanged figures; nothing when all is well.
 * @param stillDate day of the data of the still that stands in place of the figures, in words; empty without one
 */
export function stateNotice(state: QueryState, m: Localized, retry: () => void, stillDate = ''): Content {
  if (state.error) {
    // Dates are put in words only where they are shown: the first one is slow to make on a phone.
    const said = state.data
      ? m.content('dataOf', { date: state.updatedAt === null ? '' : dateInWords(state.updatedAt, m.lang) })
      : stillDate
        ? m.content('errorStillOf', { date: stillDate })
        : m.content('errorNoData');
    return failure(said, state.error, m, retry, state.fetching);
  }
  const expected = state.data?.manifest.nextUpdate;
  if (state.data && state.stale && expected) {
    const updated = dateInWords(state.data.manifest.updated, m.lang);
    return notice(
      'warn',
      html`<strong>${m.content('dataOf', { date: updated })}</strong> – ${m.content('staleExpected', { expected: dateInWords(expected, m.lang) })}`,
    );
  }
  return nothing;
}

/** Renders the text at once, and by CSS alone a skeleton of bars after 300 ms. */
export function skeleton(text: Content): TemplateResult {
  return html`<p class="loading">${text}</p><div class="skeleton"></div>`;
}

/** Renders "Rapport d’activité 2024, I.1.a, p. 4", linked where the document is online. */
export function sourceReference(dataset: Dataset, source: SourceRef, m: Localized): TemplateResult {
  const document = dataset.manifest.documents[source.document];
  // The title of a document is a name: that it is French makes nothing else so.
  const title = document ? apart(() => domainText(document.title, m)) : source.document;
  const page = source.page === undefined ? '' : m.text('page', { page: source.page });
  const place = [source.section, page].filter(Boolean).join(', ');
  // A tile has room for the place alone: it hides the document visually, but not from screen readers.
  const text = place ? html`<span class="document">${title}, </span>${place}` : title;
  const href = document?.href && webHref(document.href, dataset.base);
  return href ? html`<a href=${href}>${text}</a>` : html`<span>${text}</span>`;
}
