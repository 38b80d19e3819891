/** Words above and below the parts of a figure in a still. */

import type { Figure } from './figure.ts';
import { partsSaid } from './finding-words.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import type { notesOf } from './notes.ts';
import type { Words } from './words/words.ts';

/** Writes the definition, the unit and the date. */
export function subtitleOf(figure: Figure, m: Words, both = false, isBrief = false): Markup {
  const { isDefined, key, params } = partsSaid(figure, m, both);
  const words = key ? m.say(key, params) : html`${params['at'] ?? ''}`;
  return isDefined && !isBrief ? html`${m.data(figure.texts.definition)} ${words}` : words;
}

/** Writes notes as a paragraph; nothing for none. */
export function noted(notes: ReturnType<typeof notesOf>, m: Words): Markup {
  const texts = notes.map(({ key, params }) => m.say(key, params));
  return texts.length ? html`<p>${joined(texts, ' ')}</p>` : NOTHING;
}
