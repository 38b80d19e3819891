import { expandEvents, placeNeeds, records, whereProblem } from '../../model/index.ts';
import { eventsAhead } from '../events-ahead.ts';
import { eventMarkup, eventsAsked } from '../events-markup.ts';
import { eventJsonLd } from '../json-ld.ts';
import { html, NOTHING } from '../markup.ts';
import { others } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import { agendaOf } from './agenda.ts';

/** Most events to come, and most past ones where none is. */
const [AHEAD, PAST] = [12, 3];

/** The next events as a list; where none is to come the last ones, said to be past. */
export const agenda: StillKind = {
  needs: (attributes) => ['events', 'series', 'categories', ...placeNeeds(attributes)],
  content: (context) => {
    const { dataset, attributes, m } = context;
    const request = eventsAsked(context);
    const { where } = attributes;
    if (!request || whereProblem(dataset, { agenda: true, where, own: true })) return null;
    const events = records(dataset, 'events');
    const ahead = eventsAhead(events, request);
    const past = ahead.length > 0 ? [] : agendaOf(expandEvents(events, request), request).past.slice(0, PAST);
    const shown = ahead.length > 0 ? ahead.slice(0, AHEAD) : past;
    const [next] = ahead;
    if (shown.length === 0) return null;
    const series = records(dataset, 'series').find(({ id }) => id === attributes['series']);
    const none = html`<p>${m.say('agendaNoneAhead')}</p><p>${m.say('agendaGroup_past')}</p>`;
    return {
      title: series ? m.data(series.name) : m.say('agendaTitle'),
      skin: 'agenda',
      isSection: true,
      body: html`${next ? NOTHING : none}<ul>${shown.map((item) => html`<li>${eventMarkup(item, m, dataset.manifest.zone)}</li>`)}</ul>${others(ahead.length - AHEAD, m)}`,
      sources: [],
      ...(next?.days ? { next: next.days.last } : {}),
      jsonLd: shown.map((item) => eventJsonLd(item, m.lang)),
    };
  },
};

/** Looks of the still. */
export const skin = `
`;
