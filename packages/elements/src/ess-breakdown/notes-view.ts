import { type FigureChart, notesOf } from '@ess-widgets/core/charts';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import type { Breakdown } from '../views/breakdown-words.ts';

/** Renders the notes for a reader who adds up parts. */
export function notesView(breakdown: Breakdown, drawn: FigureChart | 'table', m: Localized): Content {
  const notes = notesOf(breakdown, drawn, m);
  return notes.length
    ? html`<p class="note" part="note">${notes.map(({ key, params }, at) => html`${at ? ' ' : nothing}${m.content(key, params)}`)}</p>`
    : nothing;
}
