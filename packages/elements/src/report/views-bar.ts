import type { Report } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { DATA, OVERVIEW, type ShownPart } from './views.ts';

/** Report, what of it is on screen, and the addresses of the rest. */
interface BarModel {
  readonly report: Report;
  readonly shown: ShownPart;
  readonly hrefOf: (id: string) => string;
}

/** Renders the links between the views of a report: one row, which stays in view on a phone. */
export function viewsBar({ report, shown, hrefOf }: BarModel, m: Localized): TemplateResult {
  const current = shown.view === 'chapter' ? shown.chapter.id : shown.view === 'data' ? DATA : OVERVIEW;
  const link = (id: string, words: unknown): TemplateResult =>
    html`<a href=${hrefOf(id)} aria-current=${id === current ? 'page' : 'false'}>${words}</a>`;
  return html`<nav class="views" part="views" aria-label=${m.text('storyViews')}>
    ${link(OVERVIEW, m.content('storyOverview'))}
    ${report.chapters.map(({ id, title }) => link(id, html`<span class="number">${`${id} `}</span>${domainText(title, m)}`))}
    ${link(DATA, m.content('storyDataLink'))}</nav>`;
}

/**
 * Brings the link of the view on screen into sight, in a bar that is narrower than its links. A reader who has moved the bar finds
 * it as it was: it moves with the view alone.
 * @param before the link that was current
 * @returns the one that is
 */
export function currentInView(root: ParentNode, before: Element | null): Element | null {
  const bar = root.querySelector('.views');
  const link = bar?.querySelector('[aria-current="page"]') ?? null;
  if (!bar || !link || link === before) return link;
  // In a frame: a first view has no size before.
  requestAnimationFrame(() => {
    const [room, box] = [bar.getBoundingClientRect(), link.getBoundingClientRect()];
    bar.scrollLeft += box.left - room.left - (room.width - box.width) / 2;
  });
  return link;
}
