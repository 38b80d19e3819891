import { monthName, periodInWords } from '../../format/index.ts';
import { expandEvents, parsePeriod, placeNeeds, records, whereProblem } from '../../model/index.ts';
import { datedRow, datedSections, datedSkin } from '../events-markup.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { wordsIn } from '../measured.ts';
import { namedIn } from '../named-in.ts';
import { documentsOf, percent, placeInDocument } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import { saidMarkup } from '../said.ts';
import { type Strip, stripOf } from '../strip/strip.ts';
import type { Words } from '../words/words.ts';
import { stripFields, type TimelineCollection, timelineCollections, timelineFields } from './collections.ts';
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
    return [
      ...new Set([...asked, ...namedIn([...timelineFields(asked), ...stripFields(asked)]), ...placeNeeds(attributes)]),
    ];
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
      hasRows: chart !== 'list',
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
    const left = undated ? html`<p class="u">${m.say('timelineUndated', { n: undated })}</p>` : NOTHING;
    const list = html`<div class="d">${rows}${left}</div>`;
    return {
      title: m.say('timelineTitle'),
      subtitle: html`${timelineSummary(found, when ? periodInWords(when, m.lang) : '', m)}`,
      skin: 'timeline',
      isSection: true,
      body: strip
        ? html`${stripMarkup(strip, m)}<details><summary>${m.say('stripShowList')}</summary>${list}</details>`
        : list,
      sources: documentsOf(timelineSteps(found).flatMap(({ source }) => source ?? [])),
    };
  },
};

/** Writes the months of a year for those who see them, and its rows with their counts: the dates themselves are in the list. */
function stripMarkup({ rows }: Strip, m: Words): Markup {
  const months = [...Array(12).keys()].map((at) => {
    const name = monthName(at + 1, m.lang, 'short')
      .slice(0, 1)
      .toUpperCase();
    return html`<text x="${percent((at + 0.5) / 12)}" y="1em" text-anchor="middle">${name}</text>`;
  });
  const lines = rows.map(({ name, isRest, isEnd, collection, count, marks }) => {
    const words = isRest
      ? m.say('stripRest')
      : name
        ? m.data(name)
        : m.say(isEnd ? 'stripOf_left' : `stripOf_${collection}`);
    const dots = marks.map(({ at, length, state, isExact }) => {
      const looks = [state === 'held' ? '' : 'w', isExact ? '' : 'h'].filter(Boolean).join(' ');
      const kind = looks ? html` class="${looks}"` : NOTHING;
      return length
        ? html`<rect${kind} x="${percent(at - length / 2)}" y="36%" width="${percent(length)}" height="10" rx="5"></rect>`
        : html`<circle${kind} cx="${percent(at)}" cy="50%" r="5.5"></circle>`;
    });
    return html`<li><p>${words} <span>${count}</span></p><svg aria-hidden="true">${dots}</svg></li>`;
  });
  return html`<div class="k"><svg aria-hidden="true">${months}</svg><ul>${lines}</ul></div>`;
}

/** A rail from the first date to the last, with a mark for each: full for what was held, hollow for what was not yet. */
export const skin = [
  datedSkin,
  `
& .g{margin-block-end:max(.5rem,8px);font-size:.875em}
& .d li{--g:clamp(8px,2.5cqi,12px);--w:min(4.75em,16cqi);grid-template-columns:var(--w) 1.25em minmax(0,1fr);column-gap:var(--g);padding-block-end:calc(var(--g) + 4px);font-weight:600}
& .d li:last-child{padding:0}
& .d li>:first-child{text-align:end}
& .d li strong{font-size:1.5em}
& .d li>p+p+p{margin:2px 0 0}
& .d li::before{content:"";grid-area:1/2;inline-size:.75em;block-size:.75em;margin:.3em 0 0 .25em;border:.375em solid var(--_accent);border-radius:50%}
& .d li:has(.t)::before{border-width:2px}
& .d li:has(.w,.o)::before{border:2px dashed var(--_ink-2)}
& .d li::after{content:"";position:absolute;inset:1.4em auto 0 calc(var(--w) + var(--g) + 9px);border-inline-start:2px solid var(--_line)}
& .k{display:grid;grid-template-columns:fit-content(34%) minmax(0,1fr);column-gap:max(1rem,16px)}
& .k>svg{grid-column:2;inline-size:100%;block-size:1.4em;fill:var(--_ink-2);font-size:max(.75rem,.8125em)}
& .k>ul{grid-column:1/-1;display:grid;grid-template-columns:subgrid}
& .k li{grid-column:1/-1;display:grid;grid-template-columns:subgrid;align-items:center;min-block-size:2.2rem;border-block-start:1px solid var(--_line)}
& .k p{margin:0;padding-block:.125rem;font-size:.875em;line-height:1.2}
& .k span{color:var(--_ink-2)}
& li>svg{inline-size:100%;block-size:2.2rem;overflow:visible;border-inline-end:1px solid var(--_line);background:repeating-linear-gradient(90deg,var(--_line) 0 1px,#0000 1px calc(100%/12));fill:var(--_accent);stroke:var(--_accent);stroke-width:2}
& .k .h{fill:var(--_surface)}
& .k .w{fill:var(--_surface);stroke:var(--_ink-2);stroke-dasharray:3}
@container (max-width:30em){& .k{grid-template-columns:minmax(0,1fr)}& .k>svg{grid-column:1}& li>svg{block-size:1.5rem}}
`,
];
