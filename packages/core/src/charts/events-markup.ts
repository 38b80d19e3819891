/** Rows of dates, as an agenda and a timeline write them: the date, what happens, and what is known of it. */
import { lineageIn, type Period, parsePeriod } from '../model/index.ts';
import type { AgendaItem, AgendaRequest } from './agenda/agenda.ts';
import { tagSaid } from './agenda/said.ts';
import { dateLines, type ShownAround } from './date-lines.ts';
import { html, joined, type Markup, NOTHING, raw } from './markup.ts';
import { link, others } from './pieces.ts';
import type { StillContext } from './request.ts';
import { type Sentence, saidMarkup } from './said.ts';
import type { StillKey, Words } from './words/words.ts';

/** Rows behind one control. */
const FOLDED = 200;

/** A row of dates. */
interface DatedRow {
  readonly date: Period | null;
  /** Time of its start, if it is known. */
  readonly startsAt?: string | null | undefined;
  readonly title: Markup;
  readonly href: string | null | undefined;
  readonly tags: AgendaItem['tags'];
  readonly facts: readonly Markup[];
  /** Where its document says so: the section and the page; empty for none. */
  readonly reference: string;
}

/** Words and date parts that the rows around share. */
interface Around extends ShownAround {
  readonly noDate: StillKey;
  readonly isClosed?: boolean;
}

/** Classes of the tags that look otherwise than plain ones. */
const TAGS: Readonly<Partial<Record<AgendaItem['tags'][number], string>>> = {
  planned: ' p',
  'was-planned': ' w',
  postponed: ' o',
  'check-date': ' w',
  'check-status': ' w',
};

/** Writes a row: its date, its title, then its tags and what is known. */
export function datedRow(row: DatedRow, around: Around, m: Words): Markup {
  const { title, href, tags, facts, reference } = row;
  const badges = tags.map(
    (tag) => html`<span class="t${TAGS[tag] ?? ''}">${saidMarkup(tagSaid(tag, around.isClosed), m)}</span>`,
  );
  const where = reference ? html`\u2002<span class="q">${reference}</span>` : NOTHING;
  const about = html`${joined([...badges, joined(facts, ', ')], ' ')}${where}`;
  return html`<li>${dateMarkup(row, around, m)}<p${tags.includes('cancelled') ? raw(' class="o"') : NOTHING}>${link(href, title)}</p>${about.markup ? html`<p>${about}</p>` : NOTHING}</li>`;
}

/** Writes a date in lines. The year is always there to be read: a still is read in other years too. */
function dateMarkup({ date, startsAt }: DatedRow, around: Around, m: Words): Markup {
  if (!date) return html`<p><strong>–</strong><span class="x"> ${m.say(around.noDate)}</span></p>`;
  const { kind, first, rest, implied, machine } = dateLines(date, around, m.lang);
  const year = implied ? html`<span class="x"> ${implied}</span>` : NOTHING;
  const lines = html`<strong>${first}</strong>${rest ? ` ${rest}` : ''}${year}`;
  const when = startsAt && !Number.isNaN(Date.parse(startsAt)) ? startsAt : machine;
  const size = kind === 'day' ? NOTHING : raw(' class="m"');
  return html`<p${size}>${when ? html`<time datetime="${when}">${lines}</time>` : lines}</p>`;
}

/** Rows under one heading. */
interface DatedSection<T> {
  readonly heading: Sentence;
  readonly items: readonly T[];
}

/**
 * Writes the first rows under the headings of their sections, then at most 200 others behind one control.
 * @param list `ul` or `ol`
 */
export function datedSections<T>(
  sections: readonly DatedSection<T>[],
  first: number,
  {
    list,
    row,
    more,
  }: { readonly list: 'ul' | 'ol'; readonly row: (item: T, at: number) => Markup; readonly more: Sentence },
  m: Words,
): Markup {
  const all = sections.reduce((n, { items }) => n + items.length, 0);
  const [open, close] = [raw(`<${list}>`), raw(`</${list}>`)];
  const part = (from: number, to: number): readonly Markup[] => {
    let passed = 0;
    return sections.map(({ heading, items }, at) => {
      const start = passed;
      passed += items.length;
      const shown = items.slice(Math.max(0, from - start), Math.max(0, to - start));
      if (shown.length === 0) return NOTHING;
      const head = from > start ? NOTHING : html`<p class="g">${saidMarkup(heading, m)}</p>`;
      return html`${head}${open}${shown.map((item) => row(item, at))}${close}`;
    });
  };
  const last = first + FOLDED;
  if (all <= first) return html`${part(0, first)}`;
  return html`${part(0, first)}<details><summary>${saidMarkup(more, m)}</summary>${part(first, last)}${others(all - last, m)}</details>`;
}

/** Returns the criteria that attributes set; null where a period is none. */
export function eventsAsked({ dataset, attributes, today, within }: StillContext): AgendaRequest | null {
  const { period, series, edition, where } = attributes;
  if (period && !parsePeriod(period)) return null;
  return {
    today,
    period: period || undefined,
    series: series || undefined,
    edition: edition ? Number(edition) : undefined,
    where: where || undefined,
    lineage: lineageIn(dataset),
    within,
  };
}

/** Looks of the rows, the same text for both: where both are in a file, the second costs next to nothing. */
export const datedSkin = `
&>.d{margin-block-start:-8px}
&>.d+p{min-block-size:clamp(2.8rem,34rem - 100cqi,6rem)}
& .d p{margin:0}
& .d .g{margin-block-start:max(1.5rem,24px);font-weight:700}
& .d li{--g:min(16px,2.5cqi);position:relative;display:grid;grid-template-rows:auto 1fr;margin:0;line-height:1.35}
& .d li>p{grid-column:-2}
& .d li>:first-child{grid-area:1/1/3;color:var(--_ink-2);font-size:max(.75rem,.8125em);font-weight:400;line-height:1.3;overflow-wrap:normal}
& .d li strong{display:block;color:var(--_ink);line-height:1.15}
& .d .m strong{font-size:1.25em;line-height:1.5}
& .d .o{text-decoration:line-through}
& .d li>p+p+p{margin:max(.25rem,4px) 0 0;color:var(--_ink-2);font-size:.875em;font-weight:400;line-height:1.45}
& .d :is(.t,.q){display:inline-block;margin-inline-end:.25em;font-size:max(.75rem,.8125em)}
& .d .t{padding:0 .45em;border:1px solid var(--_line-strong);border-radius:var(--_radius-1);font-weight:600}
& .d .p{border-color:var(--_accent);color:var(--_accent)}
& .d .w{border-style:dashed}
& .d .u{margin:max(1rem,16px) 0 0;color:var(--_ink-2);font-size:.875em}
& summary{inline-size:fit-content;margin:max(1rem,16px) 0 0;color:var(--_accent);font-size:.875em;line-height:1.75rem;cursor:pointer}
& .d summary{padding:max(.5rem,8px) max(1rem,16px);border:1px solid var(--_line-strong);border-radius:var(--_radius-2);font-weight:600}
`;
