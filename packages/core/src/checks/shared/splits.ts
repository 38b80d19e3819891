import type { Observation, Quantity } from '../../model/index.ts';
import { amount, type Hit, type Hits, type Value, type Weight } from '../rule.ts';
import {
  exactInteger,
  exceeds,
  formatComputed,
  formatSum,
  intersects,
  intervalSum,
  isAdditive,
  leadingDigitTypo,
  middle,
  nearDigits,
  toInterval,
} from './amounts.ts';
import { type DatasetIndex, dimensionsKey, narrowestFirst } from './dataset-index.ts';
import { type BilingualText, sameInBoth } from './finding.ts';
import { groupByKey } from './lists.ts';
import { categoryName, dimensionName } from './titles.ts';

/** The parts of one dimension that were published, all else being equal, and the totals that they are parts of. */
interface Partition {
  readonly dimension: string;
  /** Narrowest first; empty where no total was published. */
  readonly totals: readonly Observation[];
  /** One statement for each value of the dimension: the narrowest. */
  readonly parts: ReadonlyMap<string, Observation>;
}

/** Finds the partitions among observations that differ by their dimensions only. */
export function partitionsOf(observations: readonly Observation[]): readonly Partition[] {
  const statements = groupByKey(observations, (o) => dimensionsKey(o.dimensions));
  const groups = new Map<string, { readonly dimension: string; readonly rest: string; readonly list: Observation[] }>();
  for (const same of statements.values()) {
    const [narrowest] = narrowestFirst(same);
    if (!narrowest) continue;
    for (const dimension of Object.keys(narrowest.dimensions)) {
      const rest = dimensionsKey(narrowest.dimensions, dimension);
      const key = `${dimension}\u0002${rest}`;
      const group = groups.get(key) ?? { dimension, rest, list: [] };
      group.list.push(narrowest);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ dimension, rest, list }) => ({
    dimension,
    totals: narrowestFirst(statements.get(rest) ?? []),
    parts: new Map(list.map((o) => [o.dimensions[dimension] ?? '', o])),
  }));
}

const CUMULATED = /cumul|running[- ]total/iu;

/** Whether a figure is a running total, as its names say: never added up with its neighbours. */
export const isCumulated = (o: Observation): boolean =>
  CUMULATED.test(`${o.indicator ?? ''} ${o.id} ${o.label.fr} ${o.label['en'] ?? ''}`);

/** Parts that were published of one total, by category id. */
export interface Split {
  readonly at: Hit['at'];
  readonly dimension: string;
  readonly total: Quantity;
  readonly parts: ReadonlyMap<string, Quantity>;
  readonly exclusive: boolean | undefined;
  /** Whether every value that the dimension may have is among the parts. */
  readonly exhaustive: boolean;
  /** Whether the figures have an indicator, which declares whether its parts are exclusive. */
  readonly isDeclared?: boolean;
  /** Whether an indicator says that its parts make the total: whatever they lack of it is a mistake. */
  readonly isWhole?: boolean;
  /** Whether the parts by another dimension make this very total: it is right, then. */
  readonly confirmed: boolean;
}

/** Yields what is wrong with a split: parts that are more than the total, or less though they seem meant to make it. */
export function* judgeSplit(split: Split, index: DatasetIndex): Hits<'more' | 'less' | 'repair' | 'unsaid'> {
  const { at, dimension, total, exclusive } = split;
  const parts = [...split.parts.values()].filter((q) => q.unit === total.unit);
  if (exclusive === false || parts.length < 2 || !isAdditive(total.unit)) return;
  // A partial total of parts that are partial in the same way is compared as it is printed.
  const same = total.partial !== undefined && parts.every((q) => q.partial === total.partial);
  const how = same ? 'as-is' : 'open';
  const [whole, sum] = [toInterval(total, how), intervalSum(parts.map((q) => toInterval(q, how)))];
  const name = dimensionName(index, dimension);
  const hit = (values: Readonly<Record<string, Value>>, weight?: Weight): Hit => ({
    at,
    found: amount(formatSum(parts)),
    expected: total,
    values: { name, ...values },
    weight,
  });
  if (exceeds(sum, whole)) {
    // One part larger than the whole says so by itself: see `subsets`.
    if (parts.some((q) => exceeds(toInterval(q), toInterval(total)))) return;
    const orOverlap = split.isDeclared
      ? {
          fr: ` ; si une chose peut être dans deux parties, dites que « ${dimension} » n'est pas exclusive`,
          en: `; if a thing may be in two parts, say that "${dimension}" is not exclusive`,
        }
      : sameInBoth('');
    yield ['more', hit({ orOverlap }, exclusive ? 'error, likely' : undefined)];
  }
  if (!exceeds(whole, sum) || sum.hi <= 0) return;
  const gap = middle(whole) - middle(sum);
  const missing = amount(formatComputed(gap));
  const isPeople = total.unit === 'people' && dimension !== 'college';
  const isComplete = split.isWhole || split.exhaustive || dimension === 'gender';
  const fix = isComplete && split.confirmed ? repairs(split, gap, index) : null;
  if (isComplete && !split.isWhole && isPeople && !fix) {
    const are = { fr: gap < 2 ? 'n’est' : 'ne sont', en: gap === 1 ? 'is' : 'are' };
    yield ['unsaid', hit({ missing, are })];
    return;
  }
  if (isComplete && !split.isWhole && !isMeant(split, parts, gap)) return;
  const isAlmost = nearDigits(middle(sum), middle(whole)) || gap <= ALMOST * middle(whole);
  if (!isComplete && !isAlmost) return;
  // Few numbers of three digits and more differ in one digit by chance.
  const isMisprint = middle(whole) >= 100;
  const weight: Weight = `${isComplete || isMisprint ? 'warning' : 'info'}, ${isComplete && !isPeople ? 'likely' : 'possible'}`;
  const are = { fr: '', en: gap === 1 ? 'is' : 'are' };
  yield fix ? ['repair', hit({ missing, are, fix }, weight)] : ['less', hit({ missing, are }, weight)];
}

/** Returns the parts that would make the total right with one other digit: any one of them would. */
function repairs({ dimension, total, parts }: Split, gap: number, index: DatasetIndex): BilingualText | null {
  if (exactInteger(total) === null) return null;
  const found = [...parts].flatMap(([part, q]): readonly BilingualText[] => {
    const n = exactInteger(q);
    if (n === null || !leadingDigitTypo(n, n + gap)) return [];
    const name = categoryName(index, dimension, part);
    return [{ fr: `${n + gap} pour « ${name.fr} »`, en: `${n + gap} for "${name.en}"` }];
  });
  if (found.length === 0) return null;
  return { fr: found.map(({ fr }) => fr).join(' ou '), en: found.map(({ en }) => en).join(' or ') };
}

/**
 * Greatest part of a total that its parts may lack for that to look like a mistake rather than like another subject.
 */
const MISSING = 0.25;

/** A list of parts that is not known to be complete seldom comes so near its total without being so. */
const ALMOST = 0.05;

/** Whether the parts seem meant to make the total: members by collège always, others when little or one digit is missing. */
function isMeant(split: Split, parts: readonly Quantity[], gap: number): boolean {
  if (split.dimension === 'college' || split.dimension === 'gender') return true;
  if (gap <= MISSING * middle(toInterval(split.total))) return true;
  return parts.some((q) => nearDigits(exactInteger(q) ?? Number.NaN, (exactInteger(q) ?? Number.NaN) + gap));
}

/** Whether parts of two or more make a total exactly. */
export const makesTotal = (parts: readonly Quantity[], total: Quantity): boolean =>
  parts.length > 1 &&
  parts.every((q) => q.unit === total.unit) &&
  intersects(intervalSum(parts.map((q) => toInterval(q))), toInterval(total));
