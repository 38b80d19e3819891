/** One line of the agenda: a date block as exact as what is known, a title, tags in words, and what is known of the event. */

import { type AgendaItem, safeHref } from '@ess-widgets/core/charts';
import { dateBlock, formatCount, formatDaysUntil, formatQuantity, formatWeekday } from '@ess-widgets/core/format';
import { type Event, pointOf, type Quantity, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { type Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized, Params } from '../texts/texts.ts';
import { dateBlockView } from '../views/date-block.ts';
import { countParams, fitsCalendar } from './agenda-items.ts';

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
  /** Says at what hours an event is, where some have hours. */
  readonly hours: ((item: AgendaItem) => readonly Words[]) | undefined;
  /** Renders how often an event recurs, or which occurrence this one replaces, if the data have recurring events. */
  readonly every: ((item: AgendaItem, m: Localized) => readonly Words[]) | undefined;
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
  return html`<li class="row ${selected ? 'selected' : ''}" part="event" aria-current=${selected ? 'true' : nothing}>
    ${dateBlockView(item.date, { year: context.year, noDate: m.content('agendaNoDate'), startsAt: event.startsAt }, m)}
    <div class="what">
      <p class="name" part="name">${titleOf(item, context)}</p>
      ${tags.length || about.length ? html`<p class="about">${tags.map((tag) => html`<span class="tag ${tag}" part="tag">${m.content(context.isClosed && tag === 'was-planned' ? 'agendaUnconfirmed' : `agendaTag_${tag}`)}</span> `)}<span>${commas(about)}</span>${referenceOf(event, m)}</p>` : nothing}${context.origin?.(event, m)}
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

function aboutOf(item: AgendaItem, context: RowContext): readonly Words[] {
  const { m } = context;
  const { event, date, group, tags } = item;
  const ahead = group === 'upcoming';
  const open = ahead && !tags.includes('cancelled');
  const kind = date ? dateBlock(date, m.lang).kind : null;
  const exact = kind === 'day' || kind === 'range';
  return [
    ...countdownOf(item, m),
    // The date block says it as well, to everybody: this is the weekday for those who see the block.
    ...(ahead && exact && date ? [html`<span aria-hidden="true">${formatWeekday(date, m.lang)}</span>`] : []),
    ...(context.hours?.(item) ?? []),
    ...(context.every?.(item, m) ?? []),
    ...(open && exact && !event.place && !event.online ? [m.content('agendaNoPlace')] : []),
    ...(event.place ? [event.place] : []),
    ...(event.printed?.['place'] ? [m.content('printedAs', { printed: event.printed['place'] })] : []),
    ...(open && !exact
      ? [m.content(kind === 'month' ? 'agendaNoDay' : 'agendaNoDate')]
      : !date
        ? [m.content('agendaNoDate')]
        : []),
    ...(event.count > 1 ? [m.content(event.online ? 'agendaSessions' : 'agendaEvents', countOf(event, m))] : []),
    ...(event.attendance ? [participants(event.attendance, m)] : []),
    ...linkOf(event, m),
  ];
}

/** Returns the number of events that a line stands for; "env. 20" if it is rounded. */
function countOf({ count, approx }: Event, m: Localized): Params {
  const quantity = { value: count, op: '~', unit: 'events' } as const;
  return approx ? { n: count, count: formatQuantity(quantity, m.lang) } : countParams(count, m);
}

/** Days counted down in words, where they help to plan a week or two. */
const SOON = 14;

function countdownOf({ inDays, isUnderWay }: AgendaItem, m: Localized): readonly Words[] {
  if (inDays === null || inDays > SOON) return [];
  return [html`<b class="soon">${isUnderWay ? m.content('agendaUnderWay') : formatDaysUntil(inDays, m.lang)}</b>`];
}

/** Renders an attendance. People are called participants here; organisations, communes… keep their word. */
function participants(quantity: Quantity, m: Localized): Words {
  if (quantity.unit !== 'people') return formatCount(quantity, m.lang);
  return m.content('agendaParticipants', { n: pointOf(quantity), count: formatQuantity(quantity, m.lang) });
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

/** Renders the section and the page of the document that published the figures of a line. */
function referenceOf({ source, attendance, count }: Event, m: Localized): Content {
  if (!source || (!attendance && count < 2)) return nothing;
  const page = source.page === undefined ? [] : [m.text('page', { page: source.page })];
  const text = [...(source.section ? [source.section] : []), ...page].join(', ');
  return text ? html` <span class="ref">${text}</span>` : nothing;
}
