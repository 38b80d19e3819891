import { type Finding, fold, type Observation, type ParsedPeriod, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, exceeds, formatAmount, isAdditive, toInterval } from './shared/amounts.ts';
import { dimensionsKey, narrowestFirst } from './shared/dataset-index.ts';
import { type BilingualText, oncePerField, placeAndSubject, report, subjectOf } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';
import { createSeatsOf, ofMandates, ofPresence, ofSeats, type Pair } from './shared/seats.ts';
import { WHOLES } from './shared/wholes.ts';

const id = 'subsets';

function judge({ part, whole, less, more, severity = 'error', certainty = 'likely' }: Pair): Finding[] {
  if (!exceeds(toInterval(less), toInterval(more))) return [];
  const all = 'fr' in whole ? whole : subjectOf(whole);
  return [
    report({
      rule: id,
      severity,
      certainty,
      ...placeAndSubject(part),
      found: formatAmount(less),
      expected: `≤ ${formatAmount(more)}`,
      what: {
        fr: `${comma(formatAmount(less))} est plus que l'ensemble dont c'est une partie, ${all.fr} : ${comma(formatAmount(more))}`,
        en: `${formatAmount(less)} is more than the whole that it is a part of, ${all.en}: ${formatAmount(more)}`,
      },
      todo: {
        fr: 'Relisez les deux nombres dans le document.',
        en: 'Read both numbers again in the document.',
      },
    }),
  ];
}

const pairOf = (less: Observation, more: Observation): Pair => ({
  part: { collection: 'observations', record: less, field: 'quantity' },
  whole: more,
  less: less.quantity,
  more: more.quantity,
});

function* ofDimensions({ index }: CheckContext): Generator<Pair> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (!isAdditive(unit) || observations.length < 2) continue;
    // Only their labels show that two figures of no indicator belong together.
    const severity = indicator === '' ? 'warning' : 'error';
    for (const { totals, parts } of partitionsOf(observations)) {
      const [total] = totals;
      if (total) for (const part of parts.values()) yield { ...pairOf(part, total), severity };
    }
  }
}

/** Label before the name of a part of the same things: "Organisers, of which members". */
const OF_WHICH = /^(.{3,}?)[\s,:(–—-]+(?:dont|parmi lesquels|parmi lesquelles|of which|of whom|including)(?!\p{L})/iu;

/** Yields figures of one document whose label names a part of the thing that another label names. */
function* ofLabels({ index }: CheckContext): Generator<Pair> {
  const keyOf = (o: Observation, label: string): string => {
    const span = index.span(o.period);
    const { document } = o.source;
    return [label, span?.first ?? '', span?.last ?? '', o.territory ?? '', o.status, o.quantity.unit, document].join(
      '\u0000',
    );
  };
  const parts = index.standing().flatMap((o) => {
    const stem = isAdditive(o.quantity.unit) ? OF_WHICH.exec(o.label.fr)?.[1] : undefined;
    return stem === undefined ? [] : [[keyOf(o, fold(stem)), o] as const];
  });
  if (parts.length === 0) return;
  const wholes = new Map(index.standing().map((o) => [keyOf(o, fold(o.label.fr)), o]));
  for (const [key, part] of parts) {
    const whole = wholes.get(key);
    if (whole) yield { ...pairOf(part, whole), severity: 'warning' };
  }
}

/** Returns the key of a figure elsewhere: all that it is about but one thing. */
const keyOf = (o: Observation, period: string, territory: string): string =>
  [o.indicator ?? '', period, territory, o.status, o.quantity.unit, dimensionsKey(o.dimensions)].join('\u0000');

const isCounted = (o: Observation): boolean => Boolean(o.indicator) && isAdditive(o.quantity.unit);

function statements({ index }: CheckContext): ReadonlyMap<string, Observation> {
  const groups = new Map<string, Observation[]>();
  for (const o of index.standing()) {
    const span = index.span(o.period);
    if (span && isCounted(o)) push(groups, keyOf(o, `${span.first}/${span.last}`, o.territory ?? ''), o);
  }
  return new Map(
    [...groups].flatMap(([key, [...list]]) =>
      narrowestFirst(list)
        .slice(0, 1)
        .map((o) => [key, o]),
    ),
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Returns the civil and school years, halves, quarters and the month that hold a day, as spans. */
function spansAround(day: string): readonly string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = (y: number, m: number): string => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
  const months = (from: number, count: number): string => `${year}-${two(from)}-01/${last(year, from + count - 1)}`;
  const school = month >= 9 ? year : year - 1;
  return [
    months(1, 12),
    months(month <= 6 ? 1 : 7, 6),
    months(Math.floor((month - 1) / 3) * 3 + 1, 3),
    months(month, 1),
    `${school}-09-01/${school + 1}-08-31`,
  ];
}

const spanKey = (span: ParsedPeriod | null): string => (span ? `${span.first}/${span.last}` : '');

/** Yields pairs of a flow: a shorter period is a part of a longer one. A stock may have been higher in between. */
function* ofPeriods(context: CheckContext, known: ReadonlyMap<string, Observation>): Generator<Pair> {
  const { index } = context;
  const dated = new Set<string>();
  for (const o of index.standing()) {
    if (o.indicator && index.span(o.period)?.kind === 'day') dated.add(o.indicator);
  }
  const spans = new Map<string, readonly string[]>();
  const around = (day: string): readonly string[] => {
    const found = spans.get(day) ?? spansAround(day);
    spans.set(day, found);
    return found;
  };
  const isStock = (name: string): boolean => dated.has(name) || index.isStock(name);
  const published = new Set([...known.values()].map((o) => spanKey(index.span(o.period))));
  for (const o of known.values()) {
    const kind = index.kindOf(o.indicator ?? '');
    const span = index.span(o.period);
    if (!span || (kind ?? (isStock(o.indicator ?? '') ? 'stock' : 'flow')) !== 'flow') continue;
    for (const longer of around(span.first)) {
      if (!published.has(longer)) continue;
      const [first = '', last = ''] = longer.split('/');
      const whole = known.get(keyOf(o, longer, o.territory ?? ''));
      if (!whole || whole === o || first > span.first || last < span.last) continue;
      if (first === span.first && last === span.last) continue;
      const sure = kind === 'flow';
      yield { ...pairOf(o, whole), severity: sure ? 'error' : 'warning', certainty: sure ? 'likely' : 'possible' };
    }
  }
}

/** Yields pairs of a territory's count and the count of a territory around it, of which the former is a part. */
function* ofTerritories({ index }: CheckContext, known: ReadonlyMap<string, Observation>): Generator<Pair> {
  const places = index.places();
  for (const o of known.values()) {
    const span = index.span(o.period);
    if (!o.territory || !span) continue;
    const around = new Set<string>();
    const queue = [...(places.territory(o.territory)?.parents ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (around.has(next)) continue;
      around.add(next);
      queue.push(...(places.territory(next)?.parents ?? []));
    }
    for (const territory of [...around, '']) {
      const whole = known.get(keyOf(o, `${span.first}/${span.last}`, territory));
      if (whole) yield pairOf(o, whole);
    }
  }
}

/** Words that make the name of a figure narrower: `month-member-organisers` are among the `month-organisers`. */
const NARROWER = new Set(['member', 'exceptional', 'cancelled', 'women', 'men', 'selected', 'certified', 'local']);

/** Full-time equivalents of a year may pass the heads of its last day: by a little. */
const LEEWAY = 1.1;

/** Whether a figure may be the whole of another one by its time: that time or a longer one, or a day of it, as of a stock. */
const covers = (whole: ParsedPeriod | null, part: ParsedPeriod | null): boolean =>
  whole !== null && part !== null && (whole.kind === 'day' || (whole.first <= part.first && part.last <= whole.last));

function* ofNames({ index }: CheckContext): Generator<Pair> {
  const wordsOf = (o: Observation): readonly string[] => (o.indicator ?? o.id).split('-');
  const list = index.standing().filter((o) => isAdditive(o.quantity.unit) && index.span(o.period) !== null);
  const narrow = list.filter((o) => wordsOf(o).some((word) => NARROWER.has(word) || Object.hasOwn(WHOLES, word)));
  if (narrow.length === 0) return;
  const keyAt = (o: Observation, words: readonly string[]): string => {
    const year = index.span(o.period)?.first.slice(0, 4) ?? '';
    return [words.join('-'), year, o.territory ?? '', o.status, dimensionsKey(o.dimensions)].join('\u0000');
  };
  const named = new Map<string, Observation[]>();
  for (const o of list) push(named, keyAt(o, wordsOf(o)), o);
  const wholeOf = (o: Observation, words: readonly string[]): Observation | undefined =>
    named.get(keyAt(o, words))?.findLast((each) => covers(index.span(each.period), index.span(o.period)));
  for (const o of narrow) {
    const words = wordsOf(o);
    let at = -1;
    for (const word of words) {
      at += 1;
      for (const other of Object.hasOwn(WHOLES, word) ? (WHOLES[word] ?? []) : []) {
        const whole = wholeOf(o, words.with(at, other));
        if (!whole || (word !== 'fte' && whole.quantity.unit !== o.quantity.unit)) continue;
        if (word === 'fte' && (o.quantity.value ?? 0) <= LEEWAY * (whole.quantity.value ?? 0)) continue;
        yield { ...pairOf(o, whole), severity: 'warning' };
      }
      const whole = NARROWER.has(word) ? wholeOf(o, words.toSpliced(at, 1)) : undefined;
      const comparable = whole && (whole.quantity.unit === o.quantity.unit || word === 'member');
      if (comparable) yield { ...pairOf(o, whole), severity: 'warning' };
    }
  }
}

const TOTAL: BilingualText = { fr: 'le total', en: 'the total' };
const VOTERS: BilingualText = { fr: 'les votants', en: 'the voters' };

function* ofRecords(context: CheckContext): Generator<Pair> {
  const { index } = context;
  const seatsOf = createSeatsOf(context);
  yield* ofMandates(context);
  for (const tally of index.list('tallies')) {
    const { total } = tally;
    yield* ofPresence(context, tally, seatsOf);
    if (!total) continue;
    for (const [dimension, by] of Object.entries(tally.by)) {
      for (const [part, less] of Object.entries(by)) {
        if (less.unit !== total.unit) continue;
        const at = { collection: 'tallies', record: tally, field: `by.${dimension}.${part}` };
        yield { part: at, whole: TOTAL, less, more: total };
      }
    }
  }
  for (const vote of index.list('votes')) {
    const { eligible } = vote;
    const cast = [vote.for, vote.against, vote.abstain].flatMap((q) => (q && q.unit === eligible?.unit ? [q] : []));
    const sum = cast.reduce((n, q) => n + (q.value ?? 0), 0);
    const areExact = cast.every((q) => q.op === '=' && (q.value ?? 0) <= (eligible?.value ?? 0));
    if (eligible && cast.length > 1 && areExact) {
      const at = { collection: 'votes', record: vote, field: 'eligible' };
      yield { part: at, whole: VOTERS, less: { value: sum, op: '=', unit: eligible.unit }, more: eligible };
    }
    const seats = seatsOf(vote.body, vote.date);
    if (seats && !eligible) yield* ofSeats(vote, seats);
    for (const field of ['for', 'against', 'abstain'] as const) {
      const less = vote[field];
      if (!less || !eligible || less.unit !== eligible.unit) continue;
      yield { part: { collection: 'votes', record: vote, field }, whole: VOTERS, less, more: eligible };
    }
  }
}

/** A part is never larger than its whole: of a dimension, a period, a territory, a total. */
export const subsets: Check = {
  id,
  label: { fr: 'Parties plus grandes que leur ensemble', en: 'Subsets larger than their whole' },
  needs: ['observations', 'tallies', 'votes', 'bodies', 'seats', 'territories'],
  run: (context) => {
    const known = statements(context);
    // A month is in its quarter and in its year.
    return oncePerField(
      [
        ...ofDimensions(context),
        ...ofPeriods(context, known),
        ...ofTerritories(context, known),
        ...ofNames(context),
        ...ofLabels(context),
        ...ofRecords(context),
      ].flatMap(judge),
    );
  },
};
