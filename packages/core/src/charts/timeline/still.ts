import { periodInWords } from '../../format/index.ts';
import { expandEvents, parsePeriod, placeNeeds, records, whereProblem } from '../../model/index.ts';
import { datedRow, datedSections, datedSkin } from '../events-markup.ts';
import { html, NOTHING } from '../markup.ts';
import { wordsIn } from '../measured.ts';
import { namedIn } from '../named-in.ts';
import { documentsOf, placeInDocument } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import { saidMarkup } from '../said.ts';
import { stripOf } from '../strip/strip.ts';
import { type TimelineCollection, timelineCollections, timelineFields } from './collections.ts';
import { groupHeading, stepSaid, timelineSteps, timelineSummary } from './said.ts';
import { timelineOf } from './timeline.ts';

/** Dates that are seen at once: as many as the element draws first. */
const FIRST = 50;

const collectionsIn = (text: string | undefined): readonly TimelineCollection[] =>
  timelineCollections.filter((name) => wordsIn(text).includes(name));

/** Dated steps in order, the earliest first, by month or by year. */
export const timeline: StillKind = {
  needs: (attributes) => {
    const asked = collectionsIn(attributes['collections']);
    return [...new Set([...asked, ...namedIn(timelineFields(asked)), ...placeNeeds(attributes)])];
  },
  content: ({ dataset, attributes, today, m, within }) => {
    const period = attributes['period'] || undefined;
    const { where, chart } = attributes;
    const collections = collectionsIn(attributes['collections']);
    if ((period && !parsePeriod(period)) || whereProblem(dataset, { collections, where, own: true })) return null;
    const { updated } = dataset.manifest;
    const found = timelineOf(dataset, {
      collections,
      today,
      where,
      series: attributes['series'] || undefined,
      events: collections.includes('events')
        ? expandEvents(records(dataset, 'events'), { today, period, updated })
        : [],
      period,
      within,
    });
    const { groups, count, undated } = found;
    if (count === 0) return null;
    // The element draws the dates of one year as a strip, and says which year that is.
    const strip = chart === 'list' ? null : stripOf(found, { period, isAsked: chart === 'strip' });
    const when = period ?? strip?.year;
    const sections = groups.map((group) => ({ heading: groupHeading(group, groups, m.lang), items: group.items }));
    const rows = datedSections(
      sections,
      FIRST,
      {
        list: 'ol',
        more: { key: 'timelineMore' },
        row: (item, at) =>
          datedRow(
            {
              ...item,
              title: item.title ? m.data(item.title) : m.say('timelineUntitled'),
              facts: stepSaid(item, m.lang).map((each) => saidMarkup(each, m)),
              reference: item.source ? placeInDocument(item.source, m) : '',
            },
            { year: groups[at]?.period?.slice(0, 4) ?? '', isOverMonths: true, noDate: 'timelineNoDate' },
            m,
          ),
      },
      m,
    );
    return {
      title: m.say('timelineTitle'),
      subtitle: html`${timelineSummary(found, when ? periodInWords(when, m.lang) : '', m)}`,
      skin: 'timeline',
      isSection: true,
      body: html`<div class="d">${rows}${undated ? html`<p class="u">${m.say('timelineUndated', { n: undated })}</p>` : NOTHING}</div>`,
      sources: documentsOf(timelineSteps(found).flatMap(({ source }) => source ?? [])),
    };
  },
};

/** A rail from the first date to the last, with a mark for each: full for what was held, hollow for what was not yet. */
export const skin = `${datedSkin}
& .g{margin-block-end:max(.5rem,8px);font-size:.875em}
& li{--g:clamp(8px,2.5cqi,12px);--w:min(4.75em,16cqi);grid-template-columns:var(--w) 1.25em minmax(0,1fr);column-gap:var(--g);padding-block-end:calc(var(--g) + 4px);font-weight:600}
& li:last-child{padding:0}
& li>:first-child{text-align:end}
& li strong{font-size:1.5em}
& li>p+p+p{margin:2px 0 0}
& li::before{content:"";grid-area:1/2;inline-size:.75em;block-size:.75em;margin:.3em 0 0 .25em;border:.375em solid var(--_accent);border-radius:50%}
& li:has(.t)::before{border-width:2px}
& li:has(.w,.x,.o)::before{border:2px dashed var(--_ink-2)}
& li::after{content:"";position:absolute;inset:1.4em auto 0 calc(var(--w) + var(--g) + 9px);border-inline-start:2px solid var(--_line)}
`;
