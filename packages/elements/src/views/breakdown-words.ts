import { type Figure, type Groups, headOfParts, partsSaid } from '@ess-widgets/core/charts';
import { type Subject, subjectOf } from '@ess-widgets/core/indicators';
import { type Dataset, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { icon } from '../base/icons.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';

/** Content of a breakdown: a measure split by one of the dimensions of its indicator. */
export interface Breakdown extends Figure, Measured {
  /** Names of what it is kept to; empty for the whole. */
  readonly kept: string;
}

/** Returns the names of what a figure is kept to: "Réseau des acteurs du bâtiment", "Finistère". Empty for the whole. */
export const keptWords = (dataset: Dataset, figure: Subject, m: Localized): string =>
  subjectOf(figure, dataset)
    .flatMap(({ name }) => (name ? resolveText(name, m.lang).text : []))
    .join(', ');

/** Returns the label of a figure in a file, where no title says what it is kept to; empty for the whole. */
export const keptLabel = (kept: string, { label }: Measured['texts'], m: Localized): string =>
  kept && `${kept} · ${resolveText(label, m.lang).text}`;

/** Puts what a figure is kept to before the words about it: a chart of a part never stands for that of the whole. */
export const withKept = (kept: string, words: Content): Content => (kept ? html`${kept} · ${words}` : words);

/**
 * Renders "Adhérents" "par" "collège", each maybe in its own language. Each is an element, because Chromium reads words as one
 * if only a space and a comment of Lit's separate them.
 */
export const byWords = (what: Content, by: Content, m: Localized): TemplateResult =>
  html`<span>${what}</span> <span>${m.content('breakdownBy')}</span> <span>${by}</span>`;

/** Renders the title: "Adhérents par collège"; the label alone if it already names the dimension. */
export function breakdownTitle({ texts, dimension, kept }: Breakdown, m: Localized): Content {
  const [label, by] = [resolveText(texts.label, m.lang).text, resolveText(dimension.label, m.lang).text];
  const what = domainText(texts.label, m);
  const isNamed = label.toLowerCase().includes(by.toLowerCase());
  return withKept(kept, isNamed ? what : byWords(what, domainText(dimension.label, m), m));
}

/** Returns the definition, the unit and the date: "Nombre d’adhérents et part des 117, au 31 décembre 2024". @param isBrief without the definition */
export function breakdownSubtitle(breakdown: Breakdown, m: Localized, both: boolean, isBrief = false): Content {
  const { isDefined, key, params } = partsSaid(breakdown, m, both);
  return html`${isDefined && !isBrief ? html`${domainText(breakdown.texts.definition, m)} ` : nothing}${key ? m.content(key, params) : params['at']}`;
}

/** Returns the heading of the column of labels. */
export const labelHead = (breakdown: Breakdown, m: Localized): Content => domainText(headOfParts(breakdown, m.lang), m);

/** Renders the badge of a part that a check puts in doubt. @param of which of its values that is, where it has several */
export const doubtOf = (checks: readonly string[] | undefined, m: Localized, of = ''): Content =>
  checks
    ? html` <span class="badge doubt check" part="badge">${icon('check')}${m.content('quality_check')}${of && ` (${of})`}</span>`
    : nothing;

/** Returns the periods or territories for which a category of groups is in doubt: "2023"; empty where it is for all of them. */
export function doubtedIn({ series }: Groups, id: string): string {
  const doubted = series.filter(({ parts }) => parts.some((part) => part.id === id && part.checks));
  return doubted.length < series.length ? doubted.map(({ label }) => label).join(', ') : '';
}
