import { dateInWords } from '../format/index.ts';
import { liesIn } from '../indicators/index.ts';
import { addDays, type Dataset, forAudience } from '../model/index.ts';
import { agenda } from './agenda/still.ts';
import { breakdown } from './breakdown.ts';
import { counter } from './counter/still.ts';
import { webHref } from './href.ts';
import { stillKey } from './key.ts';
import { list } from './list/still.ts';
import { map } from './map/still.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { sourceMarkup, timeMarkup } from './pieces.ts';
import type { Still, StillContent, StillKind, StillMeta, StillNeed, StillRequest } from './request.ts';
import { table } from './table/still.ts';
import { timeline } from './timeline/still.ts';
import { trend } from './trend/still.ts';
import { indicator } from './value/still.ts';
import { stillWords, type Words } from './words/words.ts';

/** The elements of which there is a still. */
const KINDS: Readonly<Record<string, StillKind>> = {
  'ess-breakdown': breakdown,
  'ess-event-agenda': agenda,
  'ess-event-counter': counter,
  'ess-indicator': indicator,
  'ess-member-list': list,
  'ess-member-map': map,
  'ess-table': table,
  'ess-timeline': timeline,
  'ess-trend': trend,
};

const kindOf = (tag: string): StillKind | undefined => (Object.hasOwn(KINDS, tag) ? KINDS[tag] : undefined);

/** Tells whether there is a still of an element. */
export const hasStill = (tag: string): boolean => kindOf(tag) !== undefined;

/**
 * Returns the parts of a data set that a still is made from; none for an element of which there is no still.
 * @since 0.2.0
 */
export const stillNeeds = ({ tag, attributes }: Pick<StillRequest, 'tag' | 'attributes'>): readonly StillNeed[] =>
  kindOf(tag)?.needs(attributes) ?? [];

/**
 * Returns the light form of a widget: its words, numbers and dates as one line of HTML without style or script, which hosts
 * keep as it is. The same data, request and day give the same bytes. What is internal is never in it.
 * @returns null where there is nothing to show
 * @throws EssError where a definition of the catalogue of the data cannot be used
 * @since 0.2.0
 */
export function lightStill(given: Dataset, request: StillRequest): Still | null {
  const { tag, attributes, lang, today, basemap } = request;
  if (attributes['audience'] === 'internal') return null;
  const dataset = forAudience(given);
  const m = stillWords(lang);
  const { territory } = attributes;
  const within = territory ? (ids: readonly string[]) => liesIn(dataset, ids, territory) : undefined;
  const content = kindOf(tag)?.content({ dataset, attributes, today, basemap, m, within });
  if (!content) return null;
  const { manifest } = dataset;
  const ends = [
    ...(content.next ? [addDays(content.next, 1)] : []),
    ...(manifest.nextUpdate ? [manifest.nextUpdate] : []),
  ];
  const [expires] = ends.sort();
  const meta: StillMeta = {
    key: stillKey(request),
    form: 'light',
    data: manifest.hash ?? '',
    made: today,
    ...(expires ? { expires } : {}),
  };
  return { html: rootOf(content, { dataset, request, m }).markup, meta, jsonLd: content.jsonLd ?? [] };
}

interface Frame {
  readonly dataset: Dataset;
  readonly request: StillRequest;
  readonly m: Words;
}

function rootOf(content: StillContent, frame: Frame): Markup {
  const { skin, subtitle, body, isSection } = content;
  const { attributes } = frame.request;
  const own = attributes['heading'];
  const title = own ? html`${own}` : content.title;
  const inside = html`${subtitle ? html`<p>${subtitle}</p>` : NOTHING}${body}<p>${footOf(content, title, frame)}</p>`;
  if (!isSection)
    return html`<figure class="ess-still ess-${skin}"><figcaption>${title}</figcaption>${inside}</figure>`;
  const level = attributes['heading-level'] || '3';
  const head = /^[2-6]$/.test(level) ? headings[Number(level) - 2]?.(title) : undefined;
  return html`<div class="ess-still ess-${skin}">${head ?? html`<p>${title}</p>`}${inside}</div>`;
}

const headings = [
  (title: Markup) => html`<h2>${title}</h2>`,
  (title: Markup) => html`<h3>${title}</h3>`,
  (title: Markup) => html`<h4>${title}</h4>`,
  (title: Markup) => html`<h5>${title}</h5>`,
  (title: Markup) => html`<h6>${title}</h6>`,
];

/** Writes the source, the period, the day of the data and the link to the page that shows the widget. */
function footOf({ sources, period }: StillContent, title: Markup, { dataset, request, m }: Frame): Markup {
  const { updated } = dataset.manifest;
  const date = timeMarkup(updated, m, dateInWords(updated, m.lang));
  const href = request.page ? webHref(request.page) : undefined;
  const page = href ? html` <a href="${href}">${m.say('agendaPageOf', { title })}</a>` : NOTHING;
  return html`${sourceMarkup(dataset, sources, m)}${period ? html`, ${period}` : NOTHING}. ${m.say('dataOf', { date })}.${page}`;
}
