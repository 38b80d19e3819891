import { paragraphsOf, type Run, resolveText, runsOf, type Text } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/** A figure in a text. */
export type FigureRun = Exclude<Run, { readonly kind: 'text' }>;

/** Views of a figure: in the text, and under its paragraph while the source card is open; its words alone for a title. */
export interface FigureView {
  readonly inline: Content;
  readonly words: string;
  readonly card: Content;
}

/**
 * Renders the paragraphs of a text, with its figures in them: these are written in the language of the text, which may not be
 * that of the page.
 */
export function runningText(
  text: Text,
  m: Localized,
  figure: (run: FigureRun, lang: string) => FigureView,
): readonly TemplateResult[] {
  const { text: said, lang } = resolveText(text, m.lang);
  return paragraphsOf(said).map((paragraph) => {
    const views = runsOf(paragraph).map((run) =>
      run.kind === 'text' ? { inline: run.text, card: '' } : figure(run, lang),
    );
    return html`<p lang=${lang}>${views.map(({ inline }) => inline)}</p>${views.map(({ card }) => card)}`;
  });
}

/** Renders a title with its figures in words: a heading is heard as a sentence, so that nothing in it is pressed. */
export function titleText(text: Text, m: Localized, figure: (run: FigureRun, lang: string) => FigureView): Content {
  const { text: said, lang } = resolveText(text, m.lang);
  const words = runsOf(said).map((run) => (run.kind === 'text' ? run.text : figure(run, lang).words));
  return lang === m.lang ? words.join('') : html`<span lang=${lang}>${words.join('')}</span>`;
}

/**
 * Returns the texts of a part of a report, which is of one language: those of the reader where all of it is there in that
 * language, else French.
 */
export const textsOfPart = (parts: readonly (Text | undefined)[], m: Localized): Localized =>
  parts.every((each) => each === undefined || each[m.lang] !== undefined) ? m : m.french;
