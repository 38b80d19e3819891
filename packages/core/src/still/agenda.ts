import { records } from '../model/coverage.ts';
import { expandEvents } from '../model/occurrences.ts';
import { parsePeriod } from '../model/period.ts';
import { type AgendaRequest, agendaOf } from '../picture/agenda.ts';
import { eventsAhead } from '../picture/events-ahead.ts';
import { eventJsonLd, eventMarkup } from './events.ts';
import { html, NOTHING } from './markup.ts';
import type { StillContext, StillKind } from './request.ts';

/** Most events to come, and most past ones where none is. */
const [AHEAD, PAST] = [12, 3];

/** The next events as a list; where none is to come the last ones, said to be past. */
export const agenda: StillKind = {
  needs: ({ territory }) => ['events', 'series', 'categories', ...(territory ? (['territories'] as const) : [])],
  content: (context) => {
    const { dataset, attributes, m } = context;
    const request = requestOf(context);
    if (request.period && !parsePeriod(request.period)) return null;
    const events = records(dataset, 'events');
    const ahead = eventsAhead(events, request);
    const past = ahead.length > 0 ? [] : agendaOf(expandEvents(events, request), request).past.slice(0, PAST);
    const shown = ahead.length > 0 ? ahead.slice(0, AHEAD) : past;
    const [next] = ahead;
    if (shown.length === 0) return null;
    const series = records(dataset, 'series').find(({ id }) => id === attributes['series']);
    const left = ahead.length - Math.min(AHEAD, ahead.length);
    const none = html`<p>${m.say('agendaNoneAhead')}</p><p>${m.say('agendaGroup_past')}</p>`;
    return {
      title: series ? m.data(series.name) : m.say('agendaTitle'),
      form: 'section',
      body: html`${next ? NOTHING : none}<ul>${shown.map((item) => html`<li>${eventMarkup(item, m)}</li>`)}</ul>${
        left > 0 ? html`<p>${m.say('issuesMore', { n: left })}</p>` : NOTHING
      }`,
      sources: [],
      ...(next?.days ? { next: next.days.last } : {}),
      jsonLd: shown.map((item) => eventJsonLd(item, context)),
    };
  },
};

/** Returns the criteria that attributes set. */
export const requestOf = ({ attributes, today, within }: StillContext): AgendaRequest => ({
  today,
  period: attributes['period'] || undefined,
  series: attributes['series'] || undefined,
  edition: attributes['edition'] ? Number(attributes['edition']) : undefined,
  where: attributes['where'] || undefined,
  within,
});
