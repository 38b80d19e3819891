import { records } from '../model/coverage.ts';
import { expandEvents } from '../model/occurrences.ts';
import { parsePeriod } from '../model/period.ts';
import { namedIn } from '../picture/named-in.ts';
import { type TimelineItem, timelineOf } from '../picture/timeline.ts';
import { type TimelineCollection, timelineCollections, timelineFields } from '../picture/timeline-collections.ts';
import { dated } from './events.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { wordsIn } from './measured.ts';
import type { StillKind } from './request.ts';
import { documentsOf, link } from './source.ts';
import { timeMarkup } from './time.ts';
import type { Words } from './words/words.ts';

/** Most dates: the page that shows all of them is linked. */
const MOST = 50;

const collectionsIn = (text: string | undefined): readonly TimelineCollection[] =>
  timelineCollections.filter((name) => wordsIn(text).includes(name));

/** Dated steps as an ordered list, the earliest first. */
export const timeline: StillKind = {
  needs: ({ collections, territory }) => {
    const asked = collectionsIn(collections);
    const named = namedIn(timelineFields(asked));
    return [...new Set([...asked, ...named, ...(territory ? (['territories'] as const) : [])])];
  },
  content: ({ dataset, attributes, today, m, within }) => {
    const period = attributes['period'] || undefined;
    if (period && !parsePeriod(period)) return null;
    const { groups, count } = timelineOf(dataset, {
      collections: collectionsIn(attributes['collections']),
      today,
      where: attributes['where'],
      series: attributes['series'] || undefined,
      events: expandEvents(records(dataset, 'events'), { today, period }),
      period,
      within,
    });
    if (count === 0) return null;
    const all = groups.flatMap(({ items }) => items);
    const shown = all.slice(0, MOST);
    const left = all.length - shown.length;
    return {
      title: m.say('timelineTitle'),
      form: 'section',
      body: html`<ol>${shown.map((item) => html`<li>${step(item, m)}</li>`)}</ol>${
        left > 0 ? html`<p>${m.say('issuesMore', { n: left })}</p>` : NOTHING
      }`,
      sources: documentsOf(all.flatMap(({ source }) => source ?? [])),
    };
  },
};

function step({ date, title, about, place, href, tags, isEnd, collection }: TimelineItem, m: Words): Markup {
  const name = link(href, title ? m.data(title) : m.say('timelineUntitled'));
  const facts = [
    isEnd ? m.say('timelineLeft') : m.say(`timelineOf_${collection}`),
    ...(about ? [m.data(about)] : []),
    ...(place ? [html`${place}`] : []),
    ...tags.map((tag) => m.say(`agendaTag_${tag}`)),
  ];
  const when = date ? timeMarkup(date, m) : m.say('timelineNoDate');
  return joined([dated(when, name, m), ...facts], ', ');
}
