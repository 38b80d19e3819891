import { paragraphsOf, type Run, resolveText, runsOf, type Text } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/** A figure in a text. */
export type FigureRun = Exclude<Run, { readonly kind: 'text' }>;

/** Views of a figure: in the text, and under its paragraph while the source card is open. */
export interface FigureView {
  readonly inline: Content;
  readonly card: Content;
}

/** Returns a title with its figures in words, and the language that it is in: a heading is heard as a sentence, nothing in it is pressed. */
export function titleInWords(text: Text, m: Localized, figure: (run: FigureRun, lang: string) => string) {
  const { text: written, lang } = resolveText(text, m.lang);
  return {
    text: runsOf(written)
      .map((run) => (run.kind === 'text' ? run.text : figure(run, lang)))
      .join(''),
    lang,
  };
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

/**
 * Returns the texts of a part of a report, which is of one language: those of the reader where all of it is there in that
 * language, else French.
 */
export const textsOfPart = (parts: readonly (Text | undefined)[], m: Localized): Localized =>
  parts.every((each) => each === undefined || each[m.lang] !== undefined) ? m : m.french;
