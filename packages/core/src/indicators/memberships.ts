import {
  type Dataset,
  isComplete,
  type Membership,
  type Organisation,
  type Period,
  parseWhere,
  period,
  quantity,
  records,
  type Text,
} from '../model/index.ts';
import { columnOf, type FieldColumn, judgeTexts, placesIn } from './columns.ts';
import { countedAs, distinctCount, every, everyOfTwo, isInPeriod } from './counting.ts';
import type { Computed, ComputedParts, IndicatorContext } from './indicator.ts';
import { createMemoCache, memoizeByObject } from './memoize.ts';
import { ancestorOf, placed } from './territory.ts';

/**
 * Set of memberships to count: those on the last day of the period, those that start in it, or those that end in it.
 */
type Flow = 'stock' | 'joined' | 'left';

const MISSING_START: Text = {
  fr: 'la date d’adhésion manque dans les données',
  br: 'mankout a ra an deiziad emezelañ er roadennoù',
  en: 'the data have no joining date',
};
const MISSING_END: Text = {
  fr: 'la date de départ manque dans les données',
  br: 'mankout a ra an deiziad kuitaat er roadennoù',
  en: 'the data have no leaving date',
};

const idOf = ({ id }: Organisation): string => id;

/** Territories of each organisation, by the rank of its id. */
const places = memoizeByObject((list: readonly Organisation[]) => {
  const found: (readonly string[])[] = [];
  const { ranks } = columnOf(list, idOf);
  for (let at = 0; at < list.length; at++) found[ranks[at] ?? 0] = list[at]?.territories ?? [];
  return found;
});

/** Returns the territories of an organisation. */
export function organisationTerritories(dataset: Dataset, organisation: string): readonly string[] {
  const list = records(dataset, 'organisations');
  return places(list)[columnOf(list, idOf).rankOf.get(organisation) ?? -1] ?? [];
}

/** Organisations of the memberships, by the rank that they have among the organisations. */
const organisationsIn = (dataset: Dataset): FieldColumn =>
  columnOf(records(dataset, 'memberships'), organisationOf, columnOf(records(dataset, 'organisations'), idOf));

/** Returns the category of a membership in a dimension: its own, or that of its organisation's territory. */
function categoryOf(m: Membership, dimension: string, dataset: Dataset): string | undefined {
  if (dimension === 'college') return m.college ?? undefined;
  if (dimension === 'exit-reason') return m.exitReason ?? undefined;
  return ancestorOf(dataset, organisationTerritories(dataset, m.organisation), dimension);
}

/** Returns the same reader for all calls, so that the memberships have one column for it. */
const readCategory = (dataset: Dataset, dimension: string): Reader =>
  readers(dataset, dimension, () => {
    if (dimension === 'college' || dimension === 'exit-reason') return (m) => categoryOf(m, dimension, dataset);
    const { ranks } = organisationsIn(dataset);
    const territories = places(records(dataset, 'organisations'));
    return (_, at) => ancestorOf(dataset, territories[ranks[at] ?? 0] ?? [], dimension);
  });
type Reader = (m: Membership, at: number) => string | undefined;
const readers = createMemoCache<Reader>(20);

const startOf = (m: Membership): Period | null | undefined => m.start;
const endOf = (m: Membership): Period | null | undefined => m.end;
const networkOf = (m: Membership): string => m.network;
const organisationOf = (m: Membership): string => m.organisation;

/** Whether who began at that date is a member on a day or was one before; null when the date is unknown or too vague. */
function hasBegun(start: Period | null, day: string, { manifest }: Dataset): boolean | null {
  // For a member whose joining date is unknown the data set covers its own periods only, and no earlier year.
  if (!start) return manifest.periods.every((each) => period(each).first > day) ? null : true;
  const { first, last } = period(start);
  return first > day ? false : last > day ? null : true;
}

/** Whether who left at that date is still a member on a day; null when the date is too vague. */
function isStill(end: Period | null, day: string): boolean | null {
  if (!end) return true;
  const { first, last } = period(end);
  return last <= day ? false : first <= day ? null : true;
}

/** Whether a membership is of the flow, by its place in the list; null when its date is unknown or too vague to tell. */
function flowIn(flow: Flow, { dataset, period: asked }: IndicatorContext): (at: number) => boolean | null {
  const list = records(dataset, 'memberships');
  if (flow !== 'stock') return judgeTexts(list, flow === 'joined' ? startOf : endOf, (date) => isInPeriod(asked, date));
  const day = period(asked).last;
  const begun = judgeTexts(list, startOf, (start) => hasBegun(start, day, dataset));
  const still = judgeTexts(list, endOf, (end) => isStill(end, day));
  return (at) => everyOfTwo(begun(at), still(at));
}

const lies = ({ organisation }: Membership, { dataset, territory }: IndicatorContext): boolean | null =>
  placed(dataset, organisationTerritories(dataset, organisation), territory);

const NO = 0;
const YES = 1;
const UNCLEAR = 2;

/**
 * Returns the answer of {@link flowIn} for each membership, cached because indicators ask again for each of their
 * dimensions.
 */
function answersOf(flow: Flow, context: IndicatorContext): Uint8Array {
  return answers(context.dataset, `${flow} ${context.period}`, () => {
    const isOf = flowIn(flow, context);
    const found = new Uint8Array(records(context.dataset, 'memberships').length);
    for (let at = 0; at < found.length; at++) {
      const answer = isOf(at);
      found[at] = answer === null ? UNCLEAR : answer ? YES : NO;
    }
    return found;
  });
}
const answers = createMemoCache<Uint8Array>(30);

/** Returns the places, in the list of the memberships, of those of a network that count or may. */
function placesOfFlow(flow: Flow, context: IndicatorContext, network: string | undefined): Uint32Array {
  const { dataset, period: asked } = context;
  return flows(dataset, `${flow} ${asked} ${network ?? ''}`, () => {
    const { ranks, rankOf } = columnOf(records(dataset, 'memberships'), networkOf);
    const rank = network === undefined ? undefined : (rankOf.get(network) ?? -1);
    const isOf = answersOf(flow, context);
    const found = new Uint32Array(ranks.length);
    let count = 0;
    for (let at = 0; at < ranks.length; at++) {
      if (isOf[at] !== NO && (rank === undefined || ranks[at] === rank)) found[count++] = at;
    }
    return found.slice(0, count);
  });
}
const flows = createMemoCache<Uint32Array>(100);

/**
 * Goes through the memberships that count or may, by their place in the list: those of the network asked for (the data
 * set's own by default).
 */
function eachOf(flow: Flow, context: IndicatorContext, visit: (at: number, isSure: boolean) => void): void {
  const { dataset, territory, where } = context;
  const list = records(dataset, 'memberships');
  const network = where['network'] ?? dataset.manifest.network;
  const keys = Object.keys(where).filter((key) => key !== 'network');
  const has = (m: Membership, key: string): boolean | null => {
    const category = categoryOf(m, key, dataset);
    return category === undefined ? null : category === where[key];
  };
  const isAsked = (m: Membership): boolean | null => every([lies(m, context), ...keys.map((key) => has(m, key))]);
  const all = territory === undefined && keys.length === 0;
  const found = answersOf(flow, context);
  for (const at of placesOfFlow(flow, context, network)) {
    const answer = all || isAsked(list[at] as Membership);
    if (answer !== false) visit(at, found[at] === YES && answer === true);
  }
}

/**
 * Returns the note on a date column that is nowhere filled in, in a list that does not say it is complete for that
 * flow.
 */
function missingColumn(flow: Flow, { dataset }: IndicatorContext): Text | null {
  if (flow === 'stock') return null;
  const list = records(dataset, 'memberships');
  const declared = dataset.manifest.collections['memberships']?.coverage.some(
    (c) => parseWhere(c.where)['flow'] === flow,
  );
  const blank = list.length > 0 && list.every((m) => !(flow === 'joined' ? m.start : m.end));
  return !blank || declared ? null : flow === 'joined' ? MISSING_START : MISSING_END;
}

const isWhole = (flow: Flow, context: IndicatorContext): boolean =>
  isComplete(context.dataset, 'memberships', context.period, `flow=${flow}`) && missingColumn(flow, context) === null;

/** Returns the organisations of each network on the last day of the period: one of two memberships counts once. */
export function organisationsOf(context: IndicatorContext): ReadonlyMap<string, Computed> {
  const list = records(context.dataset, 'memberships');
  const organisations = organisationsIn(context.dataset);
  return new Map(
    columnOf(list, networkOf).texts.map((text) => {
      const network = text ?? '';
      if (isAhead(context)) return [network, UNKNOWN];
      const seen = new Uint8Array(organisations.texts.length);
      let [count, unclear] = [0, 0];
      eachOf('stock', { ...context, where: { network } }, (at, isSure) => {
        const rank = organisations.ranks[at] ?? 0;
        if (!isSure) unclear++;
        else if (!seen[rank]) count += seen[rank] = 1;
      });
      const whole = isComplete(context.dataset, 'memberships', context.period, `flow=stock network=${network}`);
      return [network, distinctCount(count, unclear, 'organisations', whole)];
    }),
  );
}

/** Returns the networks of an organisation on the last day of a period, as far as its memberships say. */
export function networksOf(context: IndicatorContext): (organisation: string) => readonly string[] {
  const list = records(context.dataset, 'memberships');
  const isOf = answersOf('stock', context);
  const column = organisationsIn(context.dataset);
  const { starts, places } = placesIn(column);
  return (organisation) => {
    const rank = column.rankOf.get(organisation);
    if (rank === undefined) return [];
    const own = [...places.subarray(starts[rank], starts[rank + 1])].filter((at) => isOf[at] === YES);
    return [...new Set(own.map((at) => (list[at] as Membership).network))];
  };
}

const UNKNOWN: Computed = { quantity: null, complete: false };

/** Whether a period begins after all that the data describe: who will be a member then, no list says. */
function isAhead({ dataset: { manifest }, period: asked }: IndicatorContext): boolean {
  const days = [manifest.updated, ...manifest.periods.map((each) => period(each).last)];
  return days.every((day) => period(asked).first > day);
}

/**
 * Counts memberships, and says whether the list is complete for the count. Memberships whose date or place does not say
 * whether they count are named in the notes, and so is a date column that is nowhere filled in.
 */
export function countMemberships(flow: Flow, context: IndicatorContext): Computed {
  if (flow === 'stock' && isAhead(context)) return UNKNOWN;
  let [found, unclear] = [0, 0];
  eachOf(flow, context, (_, isSure) => (isSure ? found++ : unclear++));
  const computed = countedAs(found, unclear, 'members', isWhole(flow, context));
  const missing = missingColumn(flow, context);
  return missing ? { ...computed, notes: [...(computed.notes ?? []), missing] } : computed;
}

/** Splits memberships by collège, by the commune of the organisation, or by reason of leaving. Null unless complete. */
export function partsOfMemberships(flow: Flow, context: IndicatorContext, dimension: string): ComputedParts | null {
  if (!isWhole(flow, context) || (flow === 'stock' && isAhead(context))) return null;
  const list = records(context.dataset, 'memberships');
  const { texts, ranks } = columnOf(list, readCategory(context.dataset, dimension));
  const counts = new Uint32Array(texts.length);
  const order: number[] = [];
  let unclear = 0;
  eachOf(flow, context, (at, isSure) => {
    const rank = ranks[at] ?? 0;
    if (!isSure) unclear++;
    else if (counts[rank] === 0) order.push(rank);
    counts[rank] = (counts[rank] ?? 0) + 1;
  });
  if (unclear > 0) return null;
  const named = order.filter((rank) => texts[rank] !== null);
  return new Map(named.map((rank) => [texts[rank] ?? '', quantity(counts[rank] ?? 0, 'members')]));
}
