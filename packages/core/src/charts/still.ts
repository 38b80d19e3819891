import { dateInWords } from '../format/index.ts';
import { liesIn } from '../indicators/index.ts';
import { addDays, type Dataset, forAudience, RELEASE } from '../model/index.ts';
import { agenda } from './agenda/still.ts';
import type { BlockWidget } from './block-widgets.ts';
import { breakdown } from './breakdown.ts';
import { counter } from './counter/still.ts';
import { webHref } from './href.ts';
import { stillKey } from './key.ts';
import { list } from './list/still.ts';
import { map } from './map/still.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { overview } from './overview/still.ts';
import { headed, sourceMarkup, timeMarkup } from './pieces.ts';
import type { Still, StillContent, StillKind, StillMeta, StillNeed, StillRequest } from './request.ts';
import { territorySheet } from './sheet/still.ts';
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
  'ess-report': overview,
  'ess-table': table,
  'ess-territory-sheet': territorySheet,
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
  const { lang, today, basemap, document } = request;
  if (request.attributes['audience'] === 'internal') return null;
  const dataset = forAudience(given);
  const m = stillWords(lang);
  const contentFor = ({ tag: of, attributes }: Pick<StillRequest, 'tag' | 'attributes'>): StillContent | null => {
    const { territory, period, ...others } = attributes;
    const within = territory ? (ids: readonly string[]) => liesIn(dataset, ids, territory) : undefined;
    const kept = { ...others, ...(territory ? { territory } : {}), ...(period && period !== ANY ? { period } : {}) };
    return kindOf(of)?.content({ dataset, attributes: kept, today, basemap, m, within, document, widget }) ?? null;
  };
  const widget = (inside: BlockWidget): Markup => {
    const found = contentFor(inside);
    return found ? rootOf(found, { dataset, request: { ...request, ...inside }, m }) : NOTHING;
  };
  const content = contentFor(request);
  if (!content) return null;
  const { markup } = rootOf(content, { dataset, request, m });
  const { manifest } = dataset;
  const ends = [
    ...(content.next ? [addDays(content.next, 1)] : []),
    ...(manifest.nextUpdate ? [manifest.nextUpdate] : []),
  ];
  const [expires] = ends.sort();
  const data = manifest.hash ?? '';
  const meta: StillMeta = {
    key: stillKey(request),
    mark: [data || '-', RELEASE, today, expires ?? '-'].join(' '),
    skins: [...new Set([...markup.matchAll(ROOT)].map(([, name = '']) => name))],
    data,
    made: today,
    ...(expires ? { expires } : {}),
  };
  return { html: markup, meta, jsonLd: content.jsonLd ?? [] };
}

/** Period that leaves nothing out. */
const ANY = 'any';
/** Pattern of what a still begins with. */
const ROOT = /class="ess-still ess-([a-z-]+)"/g;

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
  const inside = html`${subtitle ? html`<p>${subtitle}</p>` : NOTHING}${body}${footOf(content, title, frame)}`;
  if (!isSection)
    return html`<figure class="ess-still ess-${skin}"><figcaption>${title}</figcaption>${inside}</figure>`;
  const level = attributes['heading-level'] || '3';
  return html`<div class="ess-still ess-${skin}">${headed(/^[2-6]$/.test(level) ? Number(level) : 0, title)}${inside}</div>`;
}

/**
 * Writes the source, the period, the day of the data and the link to the page that shows the widget. It is a control, so that the
 * keyboard reaches a widget that waits.
 */
function footOf({ sources, period }: StillContent, title: Markup, { dataset, request, m }: Frame): Markup {
  const { updated } = dataset.manifest;
  const date = timeMarkup(updated, m, dateInWords(updated, m.lang));
  const href = request.page ? webHref(request.page) : undefined;
  const page = href ? html` <a href="${href}">${m.say('agendaPageOf', { title })}</a>` : NOTHING;
  const [word, source] = sourceMarkup(dataset, sources, m);
  return html`<details open="open"><summary>${word}</summary> ${source}${period ? html`, ${period}` : NOTHING}. ${m.say('dataOf', { date })}.${page}</details>`;
}
