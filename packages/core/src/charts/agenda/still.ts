import { dateInWords } from '../../format/index.ts';
import { expandEvents, parsePeriod, placeNeeds, records, resolveText, whereProblem } from '../../model/index.ts';
import { datedRow, datedSections, datedSkin, eventsAsked } from '../events-markup.ts';
import { eventJsonLd } from '../json-ld.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { documentsOf, iconMarkup, iconSkin, timeMarkup } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import { countParams, saidMarkup } from '../said.ts';
import { type AgendaItem, agendaOf } from './agenda.ts';
import {
  agendaGroups,
  agendaSummary,
  agendaTitle,
  allLines,
  closedPeriod,
  closedSummary,
  countedItems,
  eventSaid,
  figureReference,
  finishedPeriod,
  requestedInWords,
} from './said.ts';

/** Rows that are seen at once where a date lies ahead, and where none does: as many as the element draws first. */
const [AHEAD, PAST] = [12, 50];
/** Past events that search engines are told of, where none is ahead. */
const TOLD = 3;

/** Two waves, for an empty result. */
const waves = iconMarkup(
  44,
  24,
  '0 0 44 24',
  'M2 8c5-6 9 6 14 0s9 6 14 0 8 4 12 0M2 18c5-6 9 6 14 0s9 6 14 0 8 4 12 0',
);

/** The events by how they stand, those ahead first; of a period that is over by month. */
export const agenda: StillKind = {
  needs: (attributes) => ['events', 'series', 'categories', ...placeNeeds(attributes)],
  content: (context) => {
    const { dataset, attributes, today, m } = context;
    const request = eventsAsked(context);
    const { where, territory } = attributes;
    if (!request || whereProblem(dataset, { agenda: true, where, own: true })) return null;
    const { manifest } = dataset;
    const events = expandEvents(records(dataset, 'events'), {
      today,
      period: request.period,
      updated: manifest.updated,
    });
    const whole = agendaOf(events, request);
    const finished = finishedPeriod(whole, request, manifest, today);
    const period = request.period ?? finished?.text;
    const found = finished ? agendaOf(events, { ...request, period }) : whole;
    const lines = allLines(found);
    if (lines.length === 0) return null;
    const { upcoming, past } = found;
    const closed = closedPeriod(period ? parsePeriod(period) : null, today);
    const place = dataset.collections.territories?.find(({ id }) => id === territory)?.name;
    const asked = requestedInWords(place ? resolveText(place, m.lang).text : territory, period, m.lang);
    const around = {
      year: (closed?.last ?? today).slice(0, 4),
      noDate: 'agendaNoDate',
      isClosed: closed !== null,
    } as const;
    const row = (item: AgendaItem): Markup => {
      const { event, date, tags } = item;
      const { day, facts } = eventSaid(item, m, manifest.zone);
      const known = facts.map((fact) => saidMarkup(fact, m));
      const said = {
        ...{ date, tags, startsAt: event.startsAt, title: m.data(event.title), href: event.url },
        facts: day ? [html`${day}`, ...known] : known,
        reference: figureReference(event, m),
      };
      return datedRow(said, around, m);
    };
    const first = Number(attributes['limit']) > 0 ? Number(attributes['limit']) : upcoming.length > 0 ? AHEAD : PAST;
    const rows = { list: 'ul', row, more: { key: 'agendaMore' } } as const;
    const ahead = upcoming.filter(({ event, date }) => date && (event.status === 'planned' || event.status === 'full'));
    const told = ahead.length > 0 ? ahead.slice(0, AHEAD) : past.slice(0, TOLD);
    // A date that is called off moves to the past too.
    const [next] = upcoming.flatMap(({ days }) => days?.last ?? []).sort();
    const date = timeMarkup(manifest.updated, m, dateInWords(manifest.updated, m.lang));
    const none = html`<p class="n">${waves}<span><strong>${m.say('agendaNoneAhead')}</strong> (${m.say('agendaDataOf', { date })})</span></p>`;
    const undecided = html`<p class="u">${m.say('agendaUndecided', countParams(found.undecided, m))}</p>`;
    return {
      title: saidMarkup(
        agendaTitle(
          records(dataset, 'series').find(({ id }) => id === attributes['series']),
          closed,
          m.lang,
        ),
        m,
      ),
      subtitle: html`${closed ? closedSummary(countedItems(found), asked, m) : agendaSummary(found, asked, m)}`,
      skin: 'agenda',
      isSection: true,
      body: html`<div class="d${countedItems(found).length > 1 ? ' l' : ''}">${upcoming.length > 0 || closed ? NOTHING : none}${datedSections(agendaGroups(found, closed !== null, m), first, rows, m)}${found.undecided ? undecided : NOTHING}</div>`,
      sources: documentsOf(lines.flatMap(({ event }) => event.source ?? [])),
      ...(next ? { next } : {}),
      jsonLd: told.map((item) => eventJsonLd(item, m.lang)),
    };
  },
};

/** Rows between lines, the date in its own column. The element has controls above them and beside what can be put in a calendar. */
export const skin = [
  iconSkin,
  datedSkin,
  `
& .l{padding-block-start:2.5rem}
& .n{margin:max(1.5rem,24px) 0;padding:1em 0 calc(1em + max(1rem,16px));border-block-end:1px solid var(--_line);color:var(--_ink-2);font-size:.875em}
& .n strong{color:var(--_ink)}
& .g{color:var(--_ink-2);font-size:max(.75rem,.8125em)}
& li{grid-template-columns:min(5.5em,18cqi) minmax(0,1fr);column-gap:var(--g);padding:max(.75rem,12px) var(--g) max(.75rem,12px) 0;border-block-end:1px solid var(--_line);font-weight:700}
& li:has(.p){padding-inline-end:60px}
& li>:first-child{padding-inline-end:max(.25rem,4px);border-inline-end:1px solid var(--_line);text-align:center}
& li strong{font-size:1.75em}
`,
];
