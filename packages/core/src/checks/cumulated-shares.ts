import { type Finding, type Observation, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import {
  comma,
  exceeds,
  formatAmount,
  formatComputed,
  intersects,
  middle,
  sumOf,
  toInterval,
} from './shared/amounts.ts';
import { isCumulated } from './shared/cumulated.ts';
import { doubtful, report } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';

const id = 'cumulated-shares';

/** Rows of a table with a running total: a longer list is something else. */
const LONGEST = 30;

/** Splits of one whole that a figure is compared with: a document has few. */
const MOST = 20;

const isWhole = (o: Observation): boolean => Object.keys(o.dimensions).length === 0;

/** The shares of one whole in the order of their categories, and what they add up to at each step. */
interface Steps {
  readonly categories: readonly string[];
  readonly shares: readonly Observation[];
  /** Words of a name that one category has and no other one. */
  readonly owners: ReadonlyMap<string, string>;
}

function stepsOf({ index }: CheckContext, list: readonly Observation[]): readonly Steps[] {
  return partitionsOf(list).flatMap(({ dimension, parts }): Steps[] => {
    const order = index.categories(dimension);
    const rank = (category: string): number => {
      const at = order.indexOf(category);
      return at < 0 ? order.length : at;
    };
    const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b));
    if (
      sorted.length < 2 ||
      sorted.length > LONGEST ||
      index.isExclusive(sorted[0]?.[1].indicator, dimension) === false
    )
      return [];
    const categories = sorted.map(([category]) => category);
    return [{ categories, shares: sorted.map(([, o]) => o), owners: ownWords(categories) }];
  });
}

/** Returns the category that a running total stops at: by its dimension, or by its name (`absent-cumulative`). */
function stopOf(o: Observation, { categories }: Steps): number {
  const values = new Set(Object.values(o.dimensions));
  const byDimension = categories.findIndex((each) => values.has(each));
  if (byDimension >= 0) return byDimension;
  const named = categories.filter((each) => o.id.includes(each));
  const longest = [...named].sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? -1 : categories.indexOf(longest);
}

function judge(o: Observation, steps: Steps, stop = stopOf(o, steps)): Finding | null {
  const sums = steps.shares.map((_, step) =>
    sumOf(steps.shares.slice(0, step + 1).map((each) => toInterval(each.quantity))),
  );
  const expected = stop < 0 ? sums : sums.slice(stop, stop + 1);
  const own = toInterval(o.quantity);
  if (expected.some((sum) => intersects(sum, own))) return null;
  const said = expected.map((sum) => formatComputed(middle(sum), 'percent')).join(' / ');
  const terms = steps.shares.slice(0, stop < 0 ? undefined : stop + 1).map((each) => formatAmount(each.quantity));
  return report({
    rule: id,
    ...doubtful(o),
    expected: said,
    what: {
      fr: `le cumul est ${comma(formatAmount(o.quantity))}, mais ${comma(terms.join(' + '))} donnent ${comma(said)}`,
      en: `the running total is ${formatAmount(o.quantity)}, but ${terms.join(' + ')} give ${said}`,
    },
    todo: { fr: 'Relisez le cumul et les parts.', en: 'Read the running total and the shares again.' },
  });
}

/**
 * Returns the words of a name that one category has and no other one: "represented" of present, represented, absent.
 */
function ownWords(categories: readonly string[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string[]>();
  for (const category of categories) for (const word of category.split('-')) push(owners, word, category);
  return new Map(
    [...owners].flatMap(([word, list]) =>
      list.length === 1 && word.length > 4 ? [[word, list[0] ?? ''] as const] : [],
    ),
  );
}

/**
 * Checks a share of the same whole that is named after one category, and no part of the split itself: it should be that
 * category's share, or the sum of all up to it ("represented" where some are present and others represented).
 */
function named(o: Observation, { categories, shares, owners }: Steps): Finding | null {
  const words = new Set(`${o.indicator ?? ''}-${o.id}`.split(/[-/]/));
  const found = new Set([...words].flatMap((word) => owners.get(word) ?? []));
  const [category] = found;
  const at = categories.indexOf(category ?? '');
  const share = shares[at];
  if (found.size !== 1 || !share || at === 0) return null;
  const own = toInterval(o.quantity);
  const sum = sumOf(shares.slice(0, at + 1).map((each) => toInterval(each.quantity)));
  // A value below the share itself is a part of it, or something else.
  if (intersects(sum, own) || intersects(toInterval(share.quantity), own) || exceeds(toInterval(share.quantity), own))
    return null;
  return judge(o, { categories, shares, owners }, at);
}

/** Finds running totals of a figure over time that go down. */
function falls({ index }: CheckContext, cumulated: readonly Observation[]): readonly Finding[] {
  const series = new Map<string, Observation[]>();
  for (const o of cumulated) {
    if (!o.indicator || o.quantity.unit === 'percent') continue;
    push(series, [o.indicator, o.territory ?? '', o.quantity.unit, ...Object.values(o.dimensions)].join('\u0000'), o);
  }
  return [...series.values()].flatMap((list) => {
    const last = (o: Observation): string => index.span(o.period)?.last ?? '';
    const sorted = [...list].sort((a, b) => (last(a) < last(b) ? -1 : 1));
    return sorted.flatMap((o, at) => {
      const before = sorted[at - 1];
      if (!before || last(before) === last(o) || !exceeds(toInterval(before.quantity), toInterval(o.quantity)))
        return [];
      return report({
        rule: id,
        ...doubtful(o),
        expected: `≥ ${formatAmount(before.quantity)}`,
        what: {
          fr: `le cumul est ${comma(formatAmount(o.quantity))}, moins que ${comma(formatAmount(before.quantity))} auparavant (${before.period})`,
          en: `the running total is ${formatAmount(o.quantity)}, less than ${formatAmount(before.quantity)} before (${before.period})`,
        },
        todo: { fr: 'Relisez les deux cumuls.', en: 'Read both running totals again.' },
      });
    });
  });
}

/** Running totals (present, then represented, then excused…) against the shares that they add up. */
export const cumulatedShares: Check = {
  id,
  label: { fr: 'Parts cumulées', en: 'Cumulated shares' },
  needs: ['observations', 'categories'],
  run: (context) => {
    const { index } = context;
    const cumulated = index.standing().filter(isCumulated);
    const keyOf = (o: Observation): string =>
      [o.quantity.base ?? '', index.span(o.period)?.last ?? '', o.territory ?? '', o.status].join('\u0000');
    const groups = new Map<string, Observation[]>();
    const isShare = (o: Observation): boolean => o.quantity.unit === 'percent' && o.quantity.base !== undefined;
    for (const o of index.standing()) {
      if (isShare(o) && Object.keys(o.dimensions).length > 0 && !isCumulated(o)) push(groups, keyOf(o), o);
    }
    const read = new Map<string, readonly Steps[]>();
    const stepsFor = (o: Observation): readonly Steps[] => {
      const key = keyOf(o);
      const steps = read.get(key) ?? stepsOf(context, groups.get(key) ?? []).slice(0, MOST);
      read.set(key, steps);
      return steps;
    };
    const found = cumulated.filter(isShare).flatMap((o): Finding[] => {
      const steps = stepsFor(o);
      const wrong = steps.map((each) => judge(o, each));
      const [first] = wrong.includes(null) ? [] : wrong;
      return first ? [first] : [];
    });
    const others = index.standing().filter((o) => isShare(o) && !isCumulated(o) && isWhole(o));
    const after = others.flatMap((o) => stepsFor(o).flatMap((steps) => named(o, steps) ?? []));
    return [...found, ...after, ...falls(context, cumulated)];
  },
};
