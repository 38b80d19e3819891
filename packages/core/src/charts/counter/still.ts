import {
  dateInWords,
  formatChange,
  formatCount,
  formatMeasured,
  formatNumber,
  formatQuantity,
  formatValue,
  periodInWords,
  quantityParts,
  valueParts,
} from '../../format/index.ts';
import { badgesOf, type Measure, pointOf, type Quantity, records, type SeriesDigest } from '../../model/index.ts';
import type { AgendaItem, AgendaRequest } from '../agenda/agenda.ts';
import { departementsOf } from '../departements.ts';
import { eventsAhead } from '../events-ahead.ts';
import { eventsDigest, lineOf } from '../events-digest.ts';
import { eventsAsked } from '../events-markup.ts';
import { eventJsonLd } from '../json-ld.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { measured, scopeOf, wordsIn } from '../measured.ts';
import { iconMarkup, iconSkin, link, timeMarkup } from '../pieces.ts';
import { soonest } from '../read-digest.ts';
import type { StillContext, StillKind, StillNeed } from '../request.ts';
import { countParams, saidMarkup } from '../said.ts';
import type { Words } from '../words/words.ts';
import {
  announcedOf,
  type Counted,
  type CounterScope,
  countOf,
  countsFromToday,
  idsOf,
  planOf,
  scopeOfEdition,
  seriesMeasure,
} from './plan.ts';
import { counterSaid, nextSaid } from './said.ts';
import { countedFromToday } from './tally.ts';

/** The number of events of a series or of all, as its widget chooses it, what is known beside it, and the next of these events. */
export const counter: StillKind = {
  needs: (attributes) => [
    ...wordsIn(idsOf(attributes['series'] || undefined)).map((id): StillNeed => `measures/${id}`),
    // What no build has written is computed: a count of a territory, of a series, of data that nobody prepared.
    ...(['events', 'series', 'territories', 'observations'] as const),
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
      title: count?.title ?? m.say('counterTitle'),
      skin: 'counter',
      body: html`${count?.number ?? NOTHING}<div>${body}${nextMarkup(next, context)}</div>`,
      sources: count?.sources ?? [],
      ...(next?.days ? { next: next.days.last } : {}),
      jsonLd: next ? [eventJsonLd(next, m.lang)] : [],
    };
  },
};

interface Count {
  readonly title: Markup;
  /** The number; empty where none is known. */
  readonly number: Markup;
  readonly body: Markup;
  readonly sources: Measure['sources'];
}

/** Writes the number of events that took place; where none has, that of those which are announced. */
function countedIn(
  context: StillContext,
  series: SeriesDigest | undefined,
  scope: CounterScope,
  next: AgendaItem | undefined,
): Count | null {
  const { dataset, attributes, m } = context;
  const plan = planOf(dataset, series?.id, scope);
  const counted = countOf(
    plan,
    plan.asked.map((one) => measured(dataset, one)),
  );
  if (!counted) return null;
  const { quantity } = counted.measure;
  const wanted = !quantity && next ? announcedOf(scope, series) : null;
  const announced = (wanted && measured(dataset, wanted))?.measure;
  const isAnnounced = announced?.quantity && pointOf(announced.quantity) > 0;
  const measure = isAnnounced ? announced : counted.measure;
  if (!measure.quantity && !next) return null;
  const said = counterSaid(dataset, series, measure, { where: attributes['where'], isHeld: quantity !== null }, m);
  const of = joined(
    said.of.map((each) => saidMarkup(each, m)),
    '',
  );
  return {
    title: html`${saidMarkup(said.counted, m)}<span class="x">, </span><span class="o">${of}</span>`,
    number: quantity ? numberMarkup(quantity, measure, m) : NOTHING,
    body: quantity
      ? html`${changeMarkup(measure, scope.compare, m)}${besideMarkup(counted, m)}${placesMarkup(counted.places, m)}`
      : isAnnounced
        ? announcedMarkup(measure, m)
        : noFigure(measure, seriesMeasure(dataset, series?.id, measure.period)?.quantity, m),
    sources: [measure, ...(quantity ? measuresBeside(counted) : [])].flatMap(({ sources }) => sources),
  };
}

const measuresBeside = ({ share, total, sides, places }: Counted): readonly Measure[] =>
  [share, total, ...sides.map(({ measure }) => measure), places].filter((one) => one !== undefined);

function numberMarkup(quantity: Quantity, measure: Measure, m: Words): Markup {
  const { prefix, number, suffix } = valueParts(quantity, measure, m.lang);
  return html`<p class="n">${prefix ? html`<span>${prefix} </span>` : NOTHING}<strong>${number}${suffix}</strong></p>`;
}

/** Writes the change since the previous edition, and the value of that edition. */
function changeMarkup({ quantity, change, previous }: Measure, asked: string | undefined, m: Words): Markup {
  if (change && previous) {
    const before = m.say('comparedWith', { period: periodInWords(previous.period, m.lang, { against: true }) });
    return html`<p class="c"><strong>${formatChange(change, m.lang)}</strong> ${before} (${formatQuantity(previous.quantity, m.lang)})</p>`;
  }
  const isMissed = quantity && asked && !['previous', 'none'].includes(asked);
  return isMissed
    ? html`<p class="c">${m.say('counterNoCompare', { period: periodInWords(asked, m.lang) })}</p>`
    : NOTHING;
}

/** Writes the part in the whole country, then the figures beside. */
function besideMarkup({ share, total, sides }: Counted, m: Words): Markup {
  const whole = total?.quantity
    ? html`<strong>${formatValue(total.quantity, total, m.lang)}</strong>, ${m.say(`quality_${badgesOf(total).origin}`)}`
    : NOTHING;
  const part = share?.quantity
    ? html`<p class="s v${Math.round(Math.min(100, Math.max(0, pointOf(share.quantity))))}"><span><strong>${formatQuantity(share.quantity, m.lang)}</strong> ${m.say('counterNational')}${whole.markup ? html` (${whole})` : NOTHING}</span> <span>${m.say('counterElsewhere')}</span></p>`
    : whole.markup
      ? html`<p>${m.say('counterTotal')} ${whole}</p>`
      : NOTHING;
  const items = sides.flatMap(({ label, measure }) => {
    const { quantity } = measure;
    if (!quantity) return [];
    // "About 20,000" may be broken before the number, never within it.
    const value = formatValue(quantity, measure, m.lang).replace('\u00a0', ' ');
    return [html`<li><strong>${value}</strong> ${m.say(label, { n: Math.round(pointOf(quantity)) })}</li>`];
  });
  return html`${part}${items.length > 0 ? html`<ul>${items}</ul>` : NOTHING}`;
}

/** Writes the number by département, behind a control. */
function placesMarkup(places: Measure | undefined, m: Words): Markup {
  if (!places?.parts?.some(({ id, quantity }) => quantity && id.startsWith('departement-'))) return NOTHING;
  const found = departementsOf(places);
  if (!found) return NOTHING;
  const { marks, placed, all } = found;
  const items = marks.flatMap(({ label, quantity }) =>
    quantity ? html`<li><strong>${formatQuantity(quantity, m.lang)}</strong> ${m.data(label)}</li>` : [],
  );
  const left = m.say('counterPlaced', {
    n: placed,
    count: formatNumber(placed, m.lang),
    all: formatNumber(all, m.lang),
  });
  return html`<details><summary>${m.say('counterByPlace')}</summary><ul>${items}</ul>${placed < all ? html`<p>${left}</p>` : NOTHING}</details>`;
}

/** Writes the number of announced events, in words that nobody takes for the number of those that took place. */
function announcedMarkup({ quantity }: Measure, m: Words): Markup {
  if (!quantity) return NOTHING;
  const { prefix, number } = quantityParts(quantity, m.lang);
  const words = m.say('counterAnnounced', { n: Math.round(pointOf(quantity)) });
  return html`<p class="c"><strong>${prefix ? `${prefix} ` : ''}${number} ${words}</strong> – ${m.say('counterNoneHeld')}</p>`;
}

/** Writes that no figure is known, which is never 0. A known figure of the whole is named as such. */
function noFigure({ period, until, territory }: Measure, whole: Quantity | null | undefined, m: Words): Markup {
  const when = formatMeasured({ period, until }, m.lang);
  if (!territory) return html`<p class="c"><strong>${m.say('counterEmpty')}</strong>, ${when}</p>`;
  const known = whole ? html`<br>${m.say('counterWhole')} ${formatCount(whole, m.lang)}` : NOTHING;
  return html`<p class="c"><strong>${m.say('counterNoFigure')}</strong>, ${when}${known}</p>`;
}

/** Writes how many events are ahead and how many are past, as the agenda counts them. */
function tallyMarkup({ dataset, m }: StillContext, asked: AgendaRequest): Markup {
  const [first, ...rest] = countedFromToday(dataset, asked).map(({ key, n }) => m.say(key, countParams(n, m)));
  return first ? html`<p class="c">${joined([html`<strong>${first}</strong>`, ...rest], ', ')}</p>` : NOTHING;
}

/** A calendar, before what is ahead. */
const calendar = iconMarkup(14, 14, '0 0 16 16', 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5');

/** Writes the next event; that none lies ahead, unless the page shows a period or an edition that is over. */
function nextMarkup(item: AgendaItem | undefined, { dataset, attributes, m }: StillContext): Markup {
  const { updated, zone } = dataset.manifest;
  const [next] = item ? lineOf(item) : [];
  if (!next) {
    if (attributes['edition'] || attributes['period']) return NOTHING;
    const date = timeMarkup(updated, m, dateInWords(updated, m.lang));
    return html`<p class="z">${calendar}<span>${m.say('counterNoneAhead', { date })}</span></p>`;
  }
  const { day, hour, facts } = nextSaid(next, m, zone);
  const at = hour ? html` ${saidMarkup(hour, m)}` : NOTHING;
  const title = html`${m.say('counterNext')} <strong>${link(next.url, m.data(next.title))}</strong>`;
  const said = [title, html`${timeMarkup(next.date, m, day)}${at}`, ...facts.map((fact) => saidMarkup(fact, m))];
  return html`<p class="z y">${calendar}<span>${joined(said, ', ')}</span></p>`;
}

/** The number above its words, its part of a whole, the figures beside, and the next event. */
export const skin = [
  iconSkin,
  `
&{display:flex;flex-direction:column}
&::before{order:-2}
& .n{order:-1;margin:0;color:var(--_accent);font-size:min(clamp(3.5em,2.4em + 7cqi,6em),26cqi);font-weight:700;font-variant-numeric:lining-nums tabular-nums;line-height:1;letter-spacing:-.03em}
& .n>span{display:block;color:var(--_ink-2);font-size:max(1rem,.22em);font-weight:600;letter-spacing:0;line-height:1.45}
&>figcaption{margin:max(.75rem,12px) 0 0;font-family:inherit;font-weight:400}
& .o,& li>strong{display:block}
&>div{margin:max(1rem,16px) 0 0}
&>div+p{min-block-size:clamp(2.8rem,34rem - 100cqi,6rem)}
& .c{margin:0 0 max(1rem,16px)}
& .s,& ul,& .z{color:var(--_ink-2);font-size:.875em}
& .s,& ul{display:flex;flex-wrap:wrap;margin:max(.5rem,8px) 0 0}
& .s::before{content:"";inline-size:100%;block-size:1.25rem;margin-block-end:max(.5rem,8px);border:1px solid var(--_line-strong);border-radius:var(--_radius-1);background:linear-gradient(90deg,var(--_accent) calc(var(--v)*1%),#8882 0);print-color-adjust:exact;forced-color-adjust:none}
& .s>span+span{margin-inline-start:auto}
& :is(.s,li) strong{color:var(--_ink)}
& ul{gap:max(1rem,16px);margin:max(1.5rem,24px) 0 0}
& li{flex:1 1 6.5rem;margin:0;line-height:1.35}
& li>strong{font-size:1.286em}
& summary{inline-size:fit-content;margin:max(1rem,16px) 0 0;color:var(--_accent);font-size:.875em;line-height:1.75rem;cursor:pointer}
& summary{text-decoration:underline}
& .z{align-items:baseline;margin:max(1.5rem,24px) 0 0;padding:max(.75rem,12px) 0 0;border-block-start:1px solid var(--_line)}
& .y{color:inherit}
& .y>.i{stroke:var(--_accent)}
& .y>span::after{content:"";display:inline-block;inline-size:9em}
`,
];
