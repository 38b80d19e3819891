import { formatNumber, formatValue, quantityParts } from '../../format/index.ts';
import { placeNeeds, pointOf, records, type SeriesDigest } from '../../model/index.ts';
import type { AgendaItem, AgendaRequest } from '../agenda/agenda.ts';
import type { MeasuredFigure } from '../combined.ts';
import { eventsAhead } from '../events-ahead.ts';
import { eventsDigest } from '../events-digest.ts';
import { eventInSentence, eventsAsked } from '../events-markup.ts';
import { eventJsonLd } from '../json-ld.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { aboutFigure, measured, scopeOf, wordsIn } from '../measured.ts';
import { territoryMarkup } from '../pieces.ts';
import { placeOfSeries, soonest } from '../read-digest.ts';
import type { StillContext, StillKind, StillNeed } from '../request.ts';
import { announcedOf, type CounterScope, countOf, countsFromToday, idsOf, planOf, scopeOfEdition } from './plan.ts';
import { countedFromToday } from './tally.ts';

/** The number of events of a series or of all, as its widget chooses it, and the next of these events. */
export const counter: StillKind = {
  needs: (attributes) => [
    ...wordsIn(idsOf(attributes['series'] || undefined)).map((id): StillNeed => `measures/${id}`),
    ...(['events', 'series'] as const),
    ...placeNeeds(attributes),
  ],
  content: (context) => {
    const { dataset, attributes, today, m } = context;
    const asked = eventsAsked(context);
    const digest = dataset.measures?.events ?? eventsDigest(dataset, { today });
    const series = digest.series.find(({ id }) => id === attributes['series']);
    if (!asked || ((attributes['series'] || attributes['edition']) && !series)) return null;
    const scope = scopeOfEdition(dataset, series, attributes['edition'] || undefined, scopeOf(attributes));
    if ('known' in scope) return null;
    const ahead = eventsAhead(records(dataset, 'events'), { ...asked, period: undefined, edition: undefined });
    const next = soonest(ahead, today);
    const isFromToday = !series && countsFromToday(dataset, scope, attributes['edition']);
    const count = isFromToday ? null : countedIn(context, series, scope, next);
    const body = isFromToday ? tallyMarkup(context, asked) : (count?.body ?? NOTHING);
    if (body === NOTHING && !next) return null;
    return {
      title: series ? m.data(series.name) : m.say('counterTitle'),
      skin: 'counter',
      body: joined([body, nextMarkup(next, context)], html`<br>`),
      sources: count?.figure.measure.sources ?? [],
      ...(next?.days ? { next: next.days.last } : {}),
      jsonLd: next ? [eventJsonLd(next, m.lang)] : [],
    };
  },
};

interface Count {
  readonly figure: MeasuredFigure;
  readonly body: Markup;
}

/** Returns the number of events that took place; where none has, that of those which are announced. */
function countedIn(
  context: StillContext,
  series: SeriesDigest | undefined,
  scope: CounterScope,
  next: AgendaItem | undefined,
): Count | null {
  const { dataset, m } = context;
  const plan = planOf(dataset, series?.id, scope);
  const whole = plan.asked.filter(({ by }) => !by);
  const figure = countOf(
    plan,
    whole.map((one) => measured(dataset, one)),
  );
  const { quantity, period, territory } = figure?.measure ?? {};
  if (figure && quantity && period) {
    const own = series && !territory ? placeOfSeries(series, period) : undefined;
    const place = own ? m.data(own) : territoryMarkup(dataset, territory, m);
    const value = formatValue(quantity, figure.measure, m.lang, { unit: 'long' });
    return { figure, body: html`<strong>${value}</strong>, ${joined(aboutFigure(context, figure, { place }), ', ')}` };
  }
  const wanted = next ? announcedOf(scope, series) : null;
  const announced = wanted && measured(dataset, wanted);
  const number = announced?.measure.quantity;
  if (!announced || !number || pointOf(number) === 0) return null;
  const words = m.say('counterAnnounced', { n: Math.round(pointOf(number)) });
  const { prefix, number: value } = quantityParts(number, m.lang);
  return {
    figure: announced,
    body: html`<strong>${prefix ? `${prefix} ` : ''}${value} ${words}</strong> – ${m.say('counterNoneHeld')}`,
  };
}

/** Writes how many events are ahead and how many are past, as the agenda counts them. */
function tallyMarkup({ dataset, m }: StillContext, asked: AgendaRequest): Markup {
  const [first, ...rest] = countedFromToday(dataset, asked).map(({ key, n }) =>
    m.say(key, { n, count: formatNumber(n, m.lang) }),
  );
  return first ? joined([html`<strong>${first}</strong>`, ...rest], ', ') : NOTHING;
}

/** Writes the next event; that none lies ahead, unless the page shows a period or an edition that is over. */
function nextMarkup(next: AgendaItem | undefined, { dataset, attributes, m }: StillContext): Markup {
  if (next) return html`${m.say('counterNext')} ${eventInSentence(next, m, dataset.manifest.zone)}`;
  return attributes['edition'] || attributes['period'] ? NOTHING : m.say('agendaNoneAhead');
}

/** Looks of the still. */
export const skin = `
`;
