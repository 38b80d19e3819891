import { webHref } from '../format/href.ts';
import type { Dataset } from '../model/dataset.ts';
import type { SourceRef } from '../model/source-ref.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import type { Words } from './words/words.ts';

/** Writes a link; the text alone where the address may not be one. */
export function link(url: string | null | undefined, text: Markup, base?: string): Markup {
  const href = url ? webHref(url, base) : undefined;
  return href ? html`<a href="${href}">${text}</a>` : text;
}

/** Writes the name of a territory, or its id where the data do not know it; nothing for none. */
export function placeOf({ collections }: Dataset, territory: string | undefined, m: Words): Markup {
  const found = collections.territories?.find(({ id }) => id === territory);
  return found ? m.data(found.name) : html`${territory ?? ''}`;
}

/** Writes the document, the section and the page that a figure comes from, linked where the document is online. */
function reference({ manifest, base }: Dataset, { document, section, page }: SourceRef, m: Words): Markup {
  const known = manifest.documents[document];
  const place = [...(section ? [section] : []), ...(page === undefined ? [] : [m.text('page', { page })])];
  const text = joined([known ? m.data(known.title) : html`${document}`, ...place.map((one) => html`${one}`)], ', ');
  return link(known?.href, text, base);
}

/** Writes where data come from: the first document and how many others there are, or the publisher of the data. */
export function sourceMarkup(dataset: Dataset, sources: readonly SourceRef[], m: Words): Markup {
  const places = new Map(sources.map((one) => [`${one.document}/${one.section ?? ''}/${one.page ?? ''}`, one]));
  const [first, ...others] = places.values();
  if (!first) return m.say('publisher', { publisher: dataset.manifest.publisher.name });
  const more = others.length > 0 ? html` ${m.say('issuesMore', { n: others.length })}` : NOTHING;
  return html`${m.say('source')} ${reference(dataset, first, m)}${more}`;
}

/** Returns the documents that records come from, without the places in them. */
export const documentsOf = (sources: readonly SourceRef[]): readonly SourceRef[] =>
  [...new Set(sources.map(({ document }) => document))].map((document) => ({ document }));
