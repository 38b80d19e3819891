/** Classes of values for areas that are filled by them, and discs whose area is in proportion. */

/** Way in which classes are cut: with as many values in each, or with the same width. */
type ClassMethod = 'quantile' | 'equal';

/** One class. It ends where the next begins; the last holds its end. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
  /** One value alone, repeated or not: there is no range to tell. */
  readonly single: boolean;
  /** Index of its shade, from 0. Where there are fewer classes than shades, the classes are spread over them. */
  readonly shade: number;
  /** Number of values in it. */
  readonly count: number;
}

/** Options of {@link classesOf}. */
interface ClassOptions {
  readonly method?: ClassMethod;
  /** Number of shades, and the maximum number of classes. */
  readonly shades?: number;
}

/**
 * Cuts values into classes whose bounds are round where the values leave a choice. Equal values are never parted, so that
 * there may be fewer classes than asked for; as many different values as classes or fewer have one each. Values that are
 * not known, or no numbers, are in none.
 */
export function classesOf(
  values: readonly (number | null)[],
  { method = 'quantile', shades = 5 }: ClassOptions = {},
): readonly ValueClass[] {
  const sorted = values.filter((n): n is number => n !== null && Number.isFinite(n)).sort((a, b) => a - b);
  const different = [...new Set(sorted)];
  if (different.length <= shades) return build(sorted, different, different, shades);
  const cuts = method === 'equal' ? equalCuts(sorted, shades) : quantileCuts(sorted, shades);
  return build(sorted, [sorted[0] ?? 0, ...cuts], null, shades);
}

/** The class of a value; null for none. */
export function classOf(classes: readonly ValueClass[], value: number | null): ValueClass | null {
  if (value === null || !Number.isFinite(value)) return null;
  const last = classes.at(-1);
  return (
    classes.find((each) => (each.single ? value === each.from : value >= each.from && value < each.to)) ??
    (last && value === last.to ? last : null)
  );
}

/** Radius of the disc of a value, its area in proportion to it, when `most` has the radius `radius`. Negative as positive. */
export function discRadius(value: number, most: number, radius: number): number {
  return most === 0 ? 0 : radius * Math.sqrt(Math.abs(value) / Math.abs(most));
}

/** @param singles the one value of each class, where each has but one */
function build(
  sorted: readonly number[],
  starts: readonly number[],
  singles: readonly number[] | null,
  shades: number,
): readonly ValueClass[] {
  const end = sorted.at(-1) ?? 0;
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const to = singles ? from : (next ?? end);
    const count = sorted.filter((n) => n >= from && (next === undefined || n < next)).length;
    return { from, to, single: singles !== null || from === to, shade: shadeAt(index, starts.length, shades), count };
  });
}

/** One class alone has the middle shade, several reach from the first to the last. */
const shadeAt = (index: number, count: number, shades: number): number =>
  count < 2 ? Math.floor((shades - 1) / 2) : Math.round((index * (shades - 1)) / (count - 1));

/** Returns the values at which equal shares begin. A cut that would part a run of equal values is moved to its end. */
function quantileCuts(sorted: readonly number[], count: number): readonly number[] {
  const cuts: number[] = [];
  for (let share = 1; share < count; share++) {
    let at = Math.round((share * sorted.length) / count);
    while (at < sorted.length && sorted[at] === sorted[at - 1]) at++;
    const [below, above] = [sorted[at - 1], sorted[at]];
    if (below === undefined || above === undefined) continue;
    const cut = roundest(below, above);
    if (cut !== cuts.at(-1)) cuts.push(cut);
  }
  return cuts;
}

/** Multiples of a round step, so that no more than `count` classes are between the ends. Empty classes stay: they tell. */
function equalCuts(sorted: readonly number[], count: number): readonly number[] {
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  for (const step of steps(((most - least) / count) * (1 - 1e-9))) {
    const first = Math.floor(least / step) + 1;
    const last = Math.ceil(most / step) - 1;
    if (last - first + 2 > count) continue;
    const cuts: number[] = [];
    for (let n = first; n <= last; n++) cuts.push(plain(n * step));
    return cuts;
  }
  return [];
}

/** The number with the fewest digits that is more than `below` and not more than `above`. */
function roundest(below: number, above: number): number {
  const power = Math.floor(Math.log10(Math.max(Math.abs(below), Math.abs(above)))) + 1;
  for (let exponent = power; exponent >= power - 12; exponent--) {
    for (const factor of [5, 2, 1]) {
      const step = factor * 10 ** exponent;
      const candidate = plain(Math.floor(plain(above / step)) * step);
      if (candidate > below && candidate <= above) return candidate;
    }
  }
  return above;
}

/** Round steps of at least `least`, the smallest first. */
function steps(least: number): readonly number[] {
  const power = Math.floor(Math.log10(least));
  return [0, 1, 2]
    .flatMap((more) => [1, 2, 5].map((factor) => factor * 10 ** (power + more)))
    .filter((s) => s >= least);
}

/** 0.1 + 0.2 is not 0.3. */
const plain = (n: number): number => Number(n.toPrecision(12)) + 0;
