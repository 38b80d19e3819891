import { formatMeasured } from '../format/period.ts';
import { formatValue } from '../format/quantity.ts';
import { records } from '../model/coverage.ts';
import { nextEvent } from '../picture/next-event.ts';
import { eventInSentence, eventJsonLd } from './events.ts';
import { html, NOTHING } from './markup.ts';
import { measured, scopeOf } from './measured.ts';
import type { StillKind } from './request.ts';

/** The count of the events that a data set lists. */
const LIST = 'events-held';

/**
 * The number of events, and the next one. A series may have published figures of its own, which the catalogue of its data
 * names: of a series only the next event is said.
 */
export const counter: StillKind = {
  needs: ({ territory }) => [`measures/${LIST}`, 'events', 'series', ...(territory ? (['territories'] as const) : [])],
  content: (context) => {
    const { dataset, attributes, today, m } = context;
    const series = attributes['series'] || undefined;
    const figure = series ? null : measured(dataset, { indicator: LIST, ...scopeOf(attributes) });
    const { quantity, sources = [] } = figure?.measure ?? {};
    const next = nextEvent(records(dataset, 'events'), today, series);
    if (!quantity && !next) return null;
    const name = records(dataset, 'series').find(({ id }) => id === series)?.name;
    const value = figure && quantity ? formatValue(quantity, figure.measure, m.lang, { unit: 'long' }) : '';
    return {
      title: name ? m.data(name) : m.say('counterTitle'),
      form: 'figure',
      body: html`${value ? html`<p><strong>${value}</strong></p>` : NOTHING}${
        next ? html`<p>${m.say('counterNext')} ${eventInSentence(next, m)}</p>` : NOTHING
      }`,
      sources,
      ...(value && figure ? { period: formatMeasured(figure.measure, m.lang) } : {}),
      ...(next?.days ? { next: next.days.last } : {}),
      jsonLd: next ? [eventJsonLd(next, context)] : [],
    };
  },
};
