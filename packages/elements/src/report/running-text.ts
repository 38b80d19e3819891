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

/**
 * Renders the paragraphs of a text, with its figures in them: these are written in the language of the text, which may not be
 * that of the page. @param isInline as one line, without a paragraph: a title
 */
export function runningText(
  text: Text,
  m: Localized,
  figure: (run: FigureRun, lang: string) => FigureView,
  isInline = false,
): readonly TemplateResult[] {
  const { text: said, lang } = resolveText(text, m.lang);
  return paragraphsOf(said).map((paragraph) => {
    const views = runsOf(paragraph).map((run) =>
      run.kind === 'text' ? { inline: run.text, card: '' } : figure(run, lang),
    );
    if (isInline)
      return html`<span lang=${lang}>${views.map(({ inline }) => inline)}</span>${views.map(({ card }) => card)}`;
    return html`<p lang=${lang}>${views.map(({ inline }) => inline)}</p>${views.map(({ card }) => card)}`;
  });
}
