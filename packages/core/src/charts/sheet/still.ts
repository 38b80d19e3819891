import { SHEET_COLLECTIONS, type SheetLine, type TerritorySheet, territorySheetOf } from '../../directory/index.ts';
import { formatCount, formatNumber, formatStockDate, periodInWords } from '../../format/index.ts';
import {
  parsePeriod,
  placeNeeds,
  records,
  SHEET_SECTIONS,
  type SheetSection,
  type SourceRef,
  uniqueSources,
  whereProblem,
} from '../../model/index.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { wordsIn } from '../measured.ts';
import { headed, link, referenceMarkup, territoryMarkup, timeMarkup, toned } from '../pieces.ts';
import type { StillContext, StillKind } from '../request.ts';
import { toneOf } from '../shapes.ts';
import { standingOf, statusTags } from '../standing.ts';

/** Lines of a part that stand before the others, and places in documents that it names. */
const [FIRST, NAMED] = [10, 3];

/** What is known of a territory, a part each; nothing before one is chosen. */
export const territorySheet: StillKind = {
  needs: (attributes) => [...new Set([...SHEET_COLLECTIONS, ...placeNeeds(attributes)])],
  content: (context) => {
    const { dataset, attributes, m } = context;
    const { territory, where, sections } = attributes;
    const period = attributes['period'] || undefined;
    const isWrong = whereProblem(dataset, { layers: ['members'], where, territory, own: true }) !== null;
    if (!territory || isWrong || (period && !parsePeriod(period))) return null;
    const all = territorySheetOf(dataset, territory, { period, where });
    const asked = wordsIn(sections);
    const shown = asked.length > 0 ? SHEET_SECTIONS.filter((name) => asked.includes(name)) : SHEET_SECTIONS;
    if (shown.every((name) => all[name].length === 0)) return null;
    return {
      title: territoryMarkup(dataset, territory, m),
      skin: 'sheet',
      isSection: true,
      subtitle: period ? m.say('sheetSubtitle', { period: periodInWords(period, m.lang) }) : m.say('sheetTitle'),
      body: html`${populationMarkup(all, context)}<div>${shown.map((name) => sectionMarkup(name, all, context))}</div>`,
      sources: [],
    };
  },
};

/** Writes the inhabitants, their day and their document; nothing where none states them. */
function populationMarkup({ population }: TerritorySheet, { dataset, m }: StillContext): Markup {
  if (!population) return NOTHING;
  const { quantity, date, source } = population;
  const count = html`<strong>${formatCount(quantity, m.lang)}</strong>`;
  const day = date ? html`, ${formatStockDate(date, m.lang)}` : NOTHING;
  return html`<p class="n">${count}${day} (${referenceMarkup(dataset, source, m)})</p>`;
}

function sectionMarkup(name: SheetSection, all: TerritorySheet, context: StillContext): Markup {
  const { attributes, m } = context;
  const level = Number(attributes['heading-level'] || 3) + 1;
  const n = all[name].length;
  const title = m.text(`sheetOf_${name}`);
  const heading = n ? m.say('sheetHeading', { name: title, count: formatNumber(n, m.lang) }) : m.say(`sheetOf_${name}`);
  if (n === 0) return html`<div>${headed(level, heading)}<p>${m.say(`sheetNone_${name}`)}</p></div>`;
  const lines =
    name === 'figures'
      ? all.figures.map((one) => figureMarkup(one, context))
      : all[name].map((one) => lineMarkup(one, context));
  const rest = lines.slice(FIRST);
  const others = rest.length
    ? html`<details><summary>${m.say('sheetMore', { n: rest.length })}</summary><ul>${rest}</ul></details>`
    : NOTHING;
  const sources = all[name].flatMap(({ source }) => source ?? []);
  return html`<div>${headed(level, heading)}${name === 'members' ? membersMarkup(all, context) : NOTHING}<ul>${lines.slice(0, FIRST)}</ul>${others}<p>${originMarkup(sources, context)}</p></div>`;
}

function lineMarkup(
  { name, places, date, status, college, url }: SheetLine,
  { dataset, today, m }: StillContext,
): Markup {
  const days = date ? parsePeriod(date) : null;
  const tags = status ? statusTags(status, standingOf(status, days, today)) : [];
  const order = college === null ? undefined : records(dataset, 'colleges').find(({ id }) => id === college)?.order;
  const about = [
    ...(date && days ? [timeMarkup(date, m)] : []),
    ...places.map((place) => m.data(place)),
    ...tags.flatMap((tag) => {
      const word = m.maybe(`sheetTag_${tag}`);
      return word ? [html`${word}`] : [];
    }),
  ];
  const mark = order === undefined ? NOTHING : toned(toneOf(order));
  const facts = about.length ? html`<p>${joined(about, ', ')}</p>` : NOTHING;
  return html`<li${mark}><p>${link(url, m.data(name), dataset.base)}</p>${facts}</li>`;
}

function figureMarkup({ label, quantity, period }: TerritorySheet['figures'][number], { m }: StillContext): Markup {
  const when = parsePeriod(period) ? timeMarkup(period, m) : html`${period}`;
  return html`<li><p>${m.data(label)} <strong>${formatCount(quantity, m.lang)}</strong></p><p>${when}</p></li>`;
}

/** Writes how many members are known where not all are, and their number by collège where the data have collèges. */
function membersMarkup({ members, areMembersComplete }: TerritorySheet, { dataset, m }: StillContext): Markup {
  const n = members.length;
  const named = areMembersComplete
    ? NOTHING
    : html`<p>${m.say('sheetNamed', { n, count: formatNumber(n, m.lang) })}</p>`;
  const colleges = [...records(dataset, 'colleges')].sort((a, b) => a.order - b.order);
  const counts = colleges.flatMap(({ id, label, order }) => {
    const count = members.filter(({ college }) => college === id).length;
    return count ? [{ label: m.data(label), order, count }] : [];
  });
  if (counts.length === 0) return named;
  const rest = n - counts.reduce((sum, { count }) => sum + count, 0);
  const all = rest ? [...counts, { label: m.say('sheetNoCollege'), order: 0, count: rest }] : counts;
  return html`${named}<ul class="c">${all.map(({ label, order, count }) => html`<li${toned(toneOf(order))}><p>${label} <strong>${formatNumber(count, m.lang)}</strong></p></li>`)}</ul>`;
}

/** Writes the places in documents that a part comes from, else the publisher of the data. */
function originMarkup(sources: readonly SourceRef[], { dataset, m }: StillContext): Markup {
  const all = uniqueSources(sources);
  const rest = all.length - NAMED;
  if (all.length === 0) return m.say('publisher', { publisher: dataset.manifest.publisher.name });
  const named = all.slice(0, NAMED).map((one) => referenceMarkup(dataset, one, m));
  return html`${m.say('source')} ${joined(named, '\u202f; ')}${rest > 0 ? html` ${m.say('issuesMore', { n: rest })}` : NOTHING}`;
}

/** Parts side by side where there is room, each a list with rules between its lines. */
export const skin = `
&>div{display:grid;grid-template-columns:minmax(0,1fr);gap:max(1.5rem,24px) max(2rem,32px);margin-block-start:max(1rem,16px)}
&>.n{margin:0;font-size:.875em}
& div>:is(h3,h4,h5,h6){margin:0 0 max(.25rem,4px);padding:0 0 max(.5rem,8px);border-block-end:2px solid var(--_ink);color:inherit;font:inherit;font-weight:700;line-height:1.3}
& div>p{margin:max(.5rem,8px) 0 0;color:var(--_ink-2);font-size:.875em}
& div>p:last-child{font-size:max(.75rem,.8125em)}
& .c{display:flex;flex-wrap:wrap;gap:max(.25rem,4px) max(1rem,16px);padding-block:max(.5rem,8px);font-size:.875em}
& div>:is(ul:not(.c),details)>li,& details li{padding-block:max(.5rem,8px);border-block-end:1px solid var(--_line)}
& li p{margin:0}
& li p+p{color:var(--_ink-2);font-size:.875em}
& li[class^=k]>p:first-child::before{content:"";display:inline-block;inline-size:16px;block-size:16px;margin-inline-end:.25em;vertical-align:-2px;background:var(--c);clip-path:var(--s);print-color-adjust:exact}
& div>details>summary{min-block-size:max(2.75rem,44px);padding-block:max(.65rem,10px);color:var(--_accent);font-weight:600;cursor:pointer}
@container (min-width:44rem){
&>div{display:block;columns:2;column-gap:max(2rem,32px)}
&>div>div{padding-block-end:max(1.5rem,24px);break-inside:avoid}
}
`;
