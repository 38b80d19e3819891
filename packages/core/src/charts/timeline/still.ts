import { expandEvents, parsePeriod, placeNeeds, records, whereProblem } from '../../model/index.ts';
import { html, joined, type Markup } from '../markup.ts';
import { wordsIn } from '../measured.ts';
import { namedIn } from '../named-in.ts';
import { dated, documentsOf, link, others, timeMarkup } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import type { Words } from '../words/words.ts';
import { type TimelineCollection, timelineCollections, timelineFields } from './collections.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';

/** Most dates: the page that shows all of them is linked. */
const MOST = 50;

const collectionsIn = (text: string | undefined): readonly TimelineCollection[] =>
  timelineCollections.filter((name) => wordsIn(text).includes(name));

/** Dated steps as an ordered list, the earliest first. */
export const timeline: StillKind = {
  needs: (attributes) => {
    const asked = collectionsIn(attributes['collections']);
    return [...new Set([...asked, ...namedIn(timelineFields(asked)), ...placeNeeds(attributes)])];
  },
  content: ({ dataset, attributes, today, m, within }) => {
    const period = attributes['period'] || undefined;
    const { where } = attributes;
    const collections = collectionsIn(attributes['collections']);
    if ((period && !parsePeriod(period)) || whereProblem(dataset, { collections, where, own: true })) return null;
    const { groups, count } = timelineOf(dataset, {
      collections,
      today,
      where,
      series: attributes['series'] || undefined,
      events: collections.includes('events') ? expandEvents(records(dataset, 'events'), { today, period }) : [],
      period,
      within,
    });
    if (count === 0) return null;
    const all = groups.flatMap(({ items }) => items);
    return {
      title: m.say('timelineTitle'),
      skin: 'timeline',
      isSection: true,
      body: html`<ol>${all.slice(0, MOST).map((item) => html`<li>${step(item, m)}</li>`)}</ol>${others(all.length - MOST, m)}`,
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

/** Looks of the still. */
export const skin = `
`;
