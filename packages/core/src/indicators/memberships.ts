import { type Dataset, isComplete, parseWhere, records } from '../model/dataset.ts';
import type { Membership } from '../model/membership.ts';
import { type Period, period } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { countBy, countDistinct, counted, every, groupBy, inside, type Selection, selectBy } from './counting.ts';
import type { Computed, ComputedParts, IndicatorContext } from './indicator.ts';
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

const places = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** Where each organisation lies. */
export function placesOf(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const list = records(dataset, 'organisations');
  const found = places.get(list) ?? new Map(list.map((o) => [o.id, o.territories]));
  places.set(list, found);
  return found;
}

/** The category of a membership in a dimension: its own, or that of its organisation's territory. */
function categoryOf(m: Membership, dimension: string, { dataset }: IndicatorContext): string | undefined {
  if (dimension === 'college') return m.college ?? undefined;
  if (dimension === 'exit-reason') return m.exitReason ?? undefined;
  return ancestorOf(dataset, placesOf(dataset).get(m.organisation) ?? [], dimension);
}

/** Whether a membership is of the flow; null when its date is unknown or too vague to tell. */
function isOf(flow: Flow, m: Membership, asked: Period, { manifest }: Dataset): boolean | null {
  if (flow === 'joined') return inside(asked, m.start);
  if (flow === 'left') return inside(asked, m.end);
  const day = period(asked).last;
  const [start, end] = [m.start ? period(m.start) : null, m.end ? period(m.end) : null];
  if ((start && start.first > day) || (end && end.last <= day)) return false;
  // Of a member whose joining date is unknown the data set speaks for its own periods only: nobody knows about 1999.
  const isBefore = !start && manifest.periods.every((each) => period(each).first > day);
  return isBefore || (start && start.last > day) || (end && end.first <= day) ? null : true;
}

/** Memberships of a flow or of the stock, of the network asked for (the data set's own by default). */
function membershipsOf(flow: Flow, context: IndicatorContext): Selection<Membership> {
  const { dataset, territory, where } = context;
  const network = where['network'] ?? dataset.manifest.network;
  const keys = Object.keys(where).filter((key) => key !== 'network');
  const has = (m: Membership, key: string): boolean | null => {
    const category = categoryOf(m, key, context);
    return category === undefined ? null : category === where[key];
  };
  return selectBy(records(dataset, 'memberships'), (m) =>
    every([
      network === undefined || m.network === network,
      isOf(flow, m, context.period, dataset),
      territory === undefined || placed(dataset, placesOf(dataset).get(m.organisation) ?? [], territory),
      ...keys.map((key) => has(m, key)),
    ]),
  );
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
  const { dataset, period: asked, territory } = context;
  const groups = groupBy(records(dataset, 'memberships'), (m) => [m.network]);
  const counts = (m: Membership): boolean | null =>
    every([
      isOf('stock', m, asked, dataset),
      territory === undefined || placed(dataset, placesOf(dataset).get(m.organisation) ?? [], territory),
    ]);
  return new Map(
    [...groups].map(([network, list]) => {
      const whole = isComplete(dataset, 'memberships', asked, `flow=stock network=${network}`);
      return [network, countDistinct(selectBy(list, counts), (m) => [m.organisation], 'organisations', whole)];
    }),
  );
}

/** The networks of each organisation during a period, as far as its memberships say. */
export function networksOf({ dataset, period: asked }: IndicatorContext): ReadonlyMap<string, readonly string[]> {
  const { last } = period(asked);
  const current = records(dataset, 'memberships').filter((m) => isOf('stock', m, last, dataset));
  const groups = groupBy(current, (m) => [m.organisation]);
  return new Map([...groups].map(([id, list]) => [id, [...new Set(list.map((m) => m.network))]]));
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
