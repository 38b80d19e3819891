import { type Dataset, isComplete, parseWhere, records } from '../model/dataset.ts';
import type { Membership } from '../model/membership.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Period, period } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { countBy, countDistinct, counted, every, groupBy, inside, type Selection, selectBy } from './counting.ts';
import { judgeDates } from './dates.ts';
import type { Computed, ComputedParts, IndicatorContext } from './indicator.ts';
import { once } from './remember.ts';
import { ancestorOf, placed } from './territory.ts';

/** Which memberships count: those on the last day of the period, those that start in it, those that end in it. */
export type Flow = 'stock' | 'joined' | 'left';

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

const places = once((list: readonly Organisation[]) => new Map(list.map((o) => [o.id, o.territories])));

/** Where each organisation lies. */
export const placesOf = (dataset: Dataset): ReadonlyMap<string, readonly string[]> =>
  places(records(dataset, 'organisations'));

type Memberships = readonly Membership[];

const networks = once((list: Memberships) => groupBy(list, (m) => [m.network]));
const organisations = once((list: Memberships) => groupBy(list, (m) => [m.organisation]));

/** The category of a membership in a dimension: its own, or that of its organisation's territory. */
function categoryOf(m: Membership, dimension: string, { dataset }: IndicatorContext): string | undefined {
  if (dimension === 'college') return m.college ?? undefined;
  if (dimension === 'exit-reason') return m.exitReason ?? undefined;
  return ancestorOf(dataset, placesOf(dataset).get(m.organisation) ?? [], dimension);
}

const startOf = (m: Membership): Period | null | undefined => m.start;
const endOf = (m: Membership): Period | null | undefined => m.end;

/** Whether who began at that date is a member on a day or was one before; null when the date is unknown or too vague. */
function hasBegun(start: Period | null, day: string, { manifest }: Dataset): boolean | null {
  // Of a member whose joining date is unknown the data set speaks for its own periods only: nobody knows about 1999.
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

/** Whether a membership of a list is of the flow; null when its date is unknown or too vague to tell. */
function flowIn(flow: Flow, list: Memberships, asked: Period, dataset: Dataset): (at: number) => boolean | null {
  if (flow !== 'stock') return judgeDates(list, flow === 'joined' ? startOf : endOf, (date) => inside(asked, date));
  const day = period(asked).last;
  const begun = judgeDates(list, startOf, (start) => hasBegun(start, day, dataset));
  const still = judgeDates(list, endOf, (end) => isStill(end, day));
  return (at) => both(begun(at), still(at));
}

/** Yes if both are, no as soon as one is not, null otherwise. */
const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null ? null : b;

const lies = ({ organisation }: Membership, { dataset, territory }: IndicatorContext): boolean | null =>
  territory === undefined || placed(dataset, placesOf(dataset).get(organisation) ?? [], territory);

/** Memberships of a flow or of the stock, of the network asked for (the data set's own by default). */
function membershipsOf(flow: Flow, context: IndicatorContext): Selection<Membership> {
  const { dataset, where } = context;
  const network = where['network'] ?? dataset.manifest.network;
  const keys = Object.keys(where).filter((key) => key !== 'network');
  const has = (m: Membership, key: string): boolean | null => {
    const category = categoryOf(m, key, context);
    return category === undefined ? null : category === where[key];
  };
  const all = records(dataset, 'memberships');
  const list = network === undefined ? all : (networks(all).get(network) ?? []);
  const isOf = flowIn(flow, list, context.period, dataset);
  return selectBy(list, (m, at) => {
    const answer = isOf(at);
    if (answer === false) return false;
    return every([answer, lies(m, context), ...keys.map((key) => has(m, key))]);
  });
}

/** A date column that is nowhere filled in, in a list that does not say it is complete for that flow. */
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

/** The organisations of each network on the last day of the period: one of two memberships counts once. */
export function organisationsOf(context: IndicatorContext): ReadonlyMap<string, Computed> {
  const { dataset, period: asked } = context;
  return new Map(
    [...networks(records(dataset, 'memberships'))].map(([network, list]) => {
      const whole = isComplete(dataset, 'memberships', asked, `flow=stock network=${network}`);
      const isOf = flowIn('stock', list, asked, dataset);
      const found = selectBy(list, (m, at) => both(isOf(at), lies(m, context)));
      return [network, countDistinct(found, (m) => [m.organisation], 'organisations', whole)];
    }),
  );
}

/** The networks of an organisation on the last day of a period, as far as its memberships say. */
export function networksOf({ dataset, period: asked }: IndicatorContext, organisation: string): readonly string[] {
  const day = period(asked).last;
  const own = organisations(records(dataset, 'memberships')).get(organisation) ?? [];
  const current = own.filter((m) => both(hasBegun(m.start ?? null, day, dataset), isStill(m.end ?? null, day)));
  return [...new Set(current.map((m) => m.network))];
}

/**
 * How many, and whether the list is complete for that. Memberships whose date or place does not say whether they count
 * are named in the notes, and so is a date column that is nowhere filled in.
 */
export function countMemberships(flow: Flow, context: IndicatorContext): Computed {
  const computed = counted(membershipsOf(flow, context), 'members', isWhole(flow, context));
  const missing = missingColumn(flow, context);
  return missing ? { ...computed, notes: [...(computed.notes ?? []), missing] } : computed;
}

/** Memberships split by collège, by the commune of the organisation, or by reason of leaving. Null unless complete. */
export function partsOfMemberships(flow: Flow, context: IndicatorContext, dimension: string): ComputedParts | null {
  const { found, unclear } = membershipsOf(flow, context);
  if (unclear > 0 || !isWhole(flow, context)) return null;
  return countBy(found, (m) => categoryOf(m, dimension, context), 'members');
}
