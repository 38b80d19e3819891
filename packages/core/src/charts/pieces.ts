/** Pieces that stills of several elements write: links, places, dates, sources. */

import { periodInWords } from '../format/index.ts';
import { type Dataset, type Period, parsePeriod, type SourceRef, uniqueSources } from '../model/index.ts';
import { webHref } from './href.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import type { SaidTexts } from './said.ts';
import type { Tone } from './shapes.ts';
import type { Words } from './words/words.ts';

/** Writes a link; the text alone where the address may not be one. */
export function link(url: string | null | undefined, text: Markup, base?: string): Markup {
  const href = url ? webHref(url, base) : undefined;
  return href ? html`<a href="${href}">${text}</a>` : text;
}

/** Writes the name of a territory, or its id where the data do not know it; nothing for none. */
export function territoryMarkup({ collections }: Dataset, territory: string | undefined, m: Words): Markup {
  const found = collections.territories?.find(({ id }) => id === territory);
  return found ? m.data(found.name) : html`${territory ?? ''}`;
}

/** Writes a period in words, with the same for machines; in words alone where HTML has no form of it: a quarter, a range. */
export function timeMarkup(text: Period, { lang }: Pick<Words, 'lang'>, words = periodInWords(text, lang)): Markup {
  const isWritten = /^(day|month|year)$/.test(parsePeriod(text)?.kind ?? '');
  return isWritten ? html`<time datetime="${text}">${words}</time>` : html`${words}`;
}

/** Writes a date and what is on it. */
export const dated = (date: Markup, what: Markup, m: Words): Markup =>
  html`${date}${m.lang === 'fr' ? '\u202f' : ''}: ${what}`;

/** Writes how many are not listed; nothing where all are. */
export const others = (n: number, m: Words): Markup => (n > 0 ? html`<p>${m.say('issuesMore', { n })}</p>` : NOTHING);

/** Returns the section and the page of a document: "I.1.a, p. 4"; an empty text for the whole document. */
export const placeInDocument = ({ section, page }: Pick<SourceRef, 'section' | 'page'>, m: SaidTexts): string =>
  [...(section ? [section] : []), ...(page === undefined ? [] : [m.text('page', { page })])].join(', ');

/** Writes the document, the section and the page that a figure comes from, linked where the document is online. */
function reference({ manifest, base }: Dataset, { document, section, page }: SourceRef, m: Words): Markup {
  const known = manifest.documents[document];
  const text = joined(
    [known ? m.data(known.title) : html`${document}`, html`${placeInDocument({ section, page }, m)}`],
    ', ',
  );
  return link(known?.href, text, base);
}

/** Writes where data come from: the first document and how many others there are, or the publisher of the data. */
export function sourceMarkup(dataset: Dataset, sources: readonly SourceRef[], m: Words): Markup {
  const [first, ...more] = uniqueSources(sources);
  if (!first) return m.say('publisher', { publisher: dataset.manifest.publisher.name });
  const rest = more.length > 0 ? html` ${m.say('issuesMore', { n: more.length })}` : NOTHING;
  return html`${m.say('source')} ${reference(dataset, first, m)}${rest}`;
}

/** Returns the documents that records come from, without the places in them. */
export const documentsOf = (sources: readonly SourceRef[]): readonly SourceRef[] =>
  [...new Set(sources.map(({ document }) => document))].map((document) => ({ document }));

/** Writes the class of a category with a shape and a colour: its place in their order. */
export function toned(tone: Tone | undefined): Markup {
  const place = tone?.cssVar.replace(/\D/g, '');
  return place ? html` class="k${place}"` : NOTHING;
}

/** Writes a line icon, for those who see it. Its colour is that of its skin. */
export const iconMarkup = (width: number, height: number, view: string, path: string): Markup =>
  html`<svg class="i" viewBox="${view}" width="${width}" height="${height}" aria-hidden="true"><path d="${path}"></path></svg>`;

/** Looks of an icon beside words. */
export const iconSkin = `
.ess-still p:has(>.i){display:flex;align-items:center;gap:.75em}
.ess-still .i{flex:none;fill:none;stroke:var(--_line-strong);stroke-width:2}
`;
