/** One line of the agenda: a date block as exact as what is known, a title, tags in words, and what is known of the event. */

import { type AgendaItem, eventSaid, figureReference, safeHref, tagSaid } from '@ess-widgets/core/charts';
import { formatDaysUntil } from '@ess-widgets/core/format';
import { type Event, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { type Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { dateBlockView } from '../views/date-block.ts';
import { saidContent } from '../views/said.ts';
import { fitsCalendar } from './agenda-items.ts';

/** Context of a row beside its event. */
interface RowContext {
  readonly m: Localized;
  /** Year of today, or of a period that is over: it is not repeated in the date block. */
  readonly year: string;
  /** Whether the events are those of a period that is over: what was planned in it is then not confirmed, and no more. */
  readonly isClosed: boolean;
  readonly selection: string | null;
  /** Selects an event, where something can follow: a map beside the agenda. */
  readonly select: ((id: string) => void) | null;
  /** Gives an event to the visitor's own calendar. */
  readonly add: (item: AgendaItem) => () => void;
  /** Zone of who reads. */
  readonly reader: string | undefined;
  /** Renders where an event comes from, if the data are from several sources. */
  readonly origin: ((event: Event, m: Localized) => Content) | undefined;
}

type Words = Exclude<Content, typeof nothing>;

/** Renders a line of the agenda. */
export function agendaRow(item: AgendaItem, context: RowContext): TemplateResult {
  const { event, tags } = item;
  const { m, selection } = context;
  const selected = event.id === selection;
  const about = aboutOf(item, context);
  const reference = figureReference(event, m);
  return html`<li class="row ${selected ? 'selected' : ''}" part="event" aria-current=${selected ? 'true' : nothing}>
    ${dateBlockView(item.date, { year: context.year, noDate: m.content('agendaNoDate'), startsAt: event.startsAt }, m)}
    <div class="what">
      <p class="name" part="name">${titleOf(item, context)}</p>
      ${tags.length || about.length ? html`<p class="about">${tags.map((tag) => html`<span class="tag ${tag}" part="tag">${saidContent(tagSaid(tag, context.isClosed), m)}</span> `)}<span>${commas(about)}</span>${reference ? html` <span class="ref">${reference}</span>` : nothing}</p>` : nothing}${context.origin?.(event, m)}
    </div>
    ${tags.includes('planned') && fitsCalendar(item) ? addButton(item, context) : nothing}
  </li>`;
}

function addButton(item: AgendaItem, { m, add }: RowContext): TemplateResult {
  const label = `${m.text('agendaAdd')} – ${resolveText(item.event.title, m.lang).text}`;
  return html`<button class="link add" type="button" part="add" title=${label} aria-label=${label}
    @click=${add(item)}>${controlIcon('calendar')}</button>`;
}

const commas = (parts: readonly Words[]): readonly unknown[] =>
  parts.map((part, index) => (index ? [', ', part] : part));

function titleOf({ event }: AgendaItem, { m, selection, select }: RowContext): Content {
  const text = domainText(event.title, m);
  const title = event.status === 'cancelled' ? html`<s>${text}</s>` : text;
  if (select && event.position) {
    return html`<button class="select" type="button" aria-pressed=${event.id === selection ? 'true' : 'false'} @click=${() => select(event.id)}>${title}</button>`;
  }
  const href = event.url ? safeHref(event.url) : undefined;
  return href ? html`<a href=${href}>${title}</a>` : title;
}

function aboutOf(item: AgendaItem, { m, reader }: RowContext): readonly Words[] {
  const { day, facts } = eventSaid(item, m, reader);
  return [
    ...countdownOf(item, m),
    // The date block says it as well, to everybody: this is the weekday for those who see the block.
    ...(day ? [html`<span aria-hidden="true">${day}</span>`] : []),
    ...facts.map((fact) => saidContent(fact, m)),
    ...linkOf(item.event, m),
  ];
}

/** Days counted down in words, where they help to plan a week or two. */
const SOON = 14;

function countdownOf({ inDays, isUnderWay }: AgendaItem, m: Localized): readonly Words[] {
  if (inDays === null || inDays > SOON) return [];
  return [html`<b class="soon">${isUnderWay ? m.content('agendaUnderWay') : formatDaysUntil(inDays, m.lang)}</b>`];
}

/** Renders the link to the page of an event whose title is already the button that selects it. */
function linkOf(event: Event, m: Localized): readonly Words[] {
  const href = event.position && event.url ? safeHref(event.url) : undefined;
  if (!href) return [];
  const title = resolveText(event.title, m.lang).text;
  return [
    html`<a class="page" href=${href} aria-label=${m.text('agendaPageOf', { title })}>${m.content('agendaPage')}</a>`,
  ];
}
