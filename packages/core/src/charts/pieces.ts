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

/** Writes how many are not listed; nothing where all are. */
export const others = (n: number, m: Words): Markup => (n > 0 ? html`<p>${m.say('issuesMore', { n })}</p>` : NOTHING);

/** Returns the section and the page of a document: "I.1.a, p. 4"; an empty text for the whole document. */
export const placeInDocument = ({ section, page }: Pick<SourceRef, 'section' | 'page'>, m: SaidTexts): string =>
  [...(section ? [section] : []), ...(page === undefined ? [] : [m.text('page', { page })])].join(', ');

/** Writes the document, the section and the page that a figure comes from, linked where the document is online. */
export function referenceMarkup({ manifest, base }: Dataset, { document, section, page }: SourceRef, m: Words): Markup {
  const known = manifest.documents[document];
  const text = joined(
    [known ? m.data(known.title) : html`${document}`, html`${placeInDocument({ section, page }, m)}`],
    ', ',
  );
  return link(known?.href, text, base);
}

/**
 * Writes where data come from, after the word that says so: the first document and how many others there are, or the publisher
 * of the data.
 */
export function sourceMarkup(dataset: Dataset, sources: readonly SourceRef[], m: Words): readonly [Markup, Markup] {
  const [first, ...more] = uniqueSources(sources);
  if (!first) return [html`${m.text('publisher', { publisher: '' }).trim()}`, html`${dataset.manifest.publisher.name}`];
  const rest = more.length > 0 ? html` ${m.say('issuesMore', { n: more.length })}` : NOTHING;
  return [m.say('source'), html`${referenceMarkup(dataset, first, m)}${rest}`];
}

/** Returns the documents that records come from, without the places in them. */
export const documentsOf = (sources: readonly SourceRef[]): readonly SourceRef[] =>
  [...new Set(sources.map(({ document }) => document))].map((document) => ({ document }));

/** Writes the class of a category with a shape and a colour: its place in their order, the ninth for the ink. */
export function toned(tone: Tone | undefined): Markup {
  const [, place = '9'] = /cat-(\d)/.exec(tone?.cssVar ?? '') ?? [];
  return tone ? html` class="k${place}"` : NOTHING;
}

const HEADINGS = [
  (text: Markup) => html`<h2>${text}</h2>`,
  (text: Markup) => html`<h3>${text}</h3>`,
  (text: Markup) => html`<h4>${text}</h4>`,
  (text: Markup) => html`<h5>${text}</h5>`,
  (text: Markup) => html`<h6>${text}</h6>`,
];

/** Writes a heading of a level from 2, at most 6; a paragraph for what is no level. */
export const headed = (level: number, text: Markup): Markup =>
  HEADINGS[Math.min(level, 6) - 2]?.(text) ?? html`<p>${text}</p>`;
/** Returns the class of a fraction as a length: `v59`. */
export const hundredths = (fraction: number): string => `v${Math.round(fraction * 100)}`;

/** Returns a fraction as a place in an SVG: `59.3%`. */
export const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;

/**
 * Writes words for the eye alone, which others read elsewhere in the still: no reader of screens comes to them.
 * @param letters width, in letters
 */
export const seen = (words: string, letters = words.length): Markup =>
  html`<svg aria-hidden="true" width="${Math.ceil(letters * 6) / 10}em" height="1em"><text x="50%" y=".85em" text-anchor="middle">${words}</text></svg>`;
/** Writes a line icon, for those who see it. Its colour is that of its skin. */
export const iconMarkup = (width: number, height: number, view: string, path: string): Markup =>
  html`<svg class="i" viewBox="${view}" width="${width}" height="${height}" aria-hidden="true"><path d="${path}"></path></svg>`;

/** Looks of an icon beside words. */
export const iconSkin = `
& p:has(>.i){display:flex;align-items:center;gap:.75em}
& .i{flex:none;fill:none;stroke:var(--_line-strong);stroke-width:2}
`;
