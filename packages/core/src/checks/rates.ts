import type { Finding } from '../model/finding.ts';
import { quotient } from '../model/interval.ts';
import type { Observation } from '../model/observation.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, formatAmount, formatComputed, intersects, isAdditive, middle, toInterval } from './shared/amounts.ts';
import { dimensionsKey } from './shared/dataset-index.ts';
import { doubtful, report } from './shared/finding.ts';

const id = 'rates';

/**
 * Returns the number that is divided and the one that divides it: as the unit says, `events/organisation`; else the
 * order given.
 */
function terms(unit: string, a: Quantity, b: Quantity): Terms {
  const [over = '', under = ''] = unit.split(/\/|-per-/);
  const isOf = (q: Quantity, word: string): boolean => word !== '' && (q.unit === word || q.unit === `${word}s`);
  return isOf(b, over) || (isOf(a, under) && !isOf(a, over)) ? [b, a] : [a, b];
}

type Terms = readonly [over: Quantity, under: Quantity];

/** Returns the two numbers that a rate says it comes from. */
function derivedTerms({ index }: CheckContext, o: Observation): Terms | null {
  const from = (o.derivedFrom ?? []).flatMap((each) => index.byId('observations').get(each) ?? []);
  const [a, b, more] = from.map(({ quantity }) => quantity);
  if (!a || !b || more || !isAdditive(a.unit) || !isAdditive(b.unit)) return null;
  return terms(o.quantity.unit, a, b);
}

/**
 * Returns the two numbers that a rate is named after: `month-events-per-organiser` is of `month-events` and
 * `month-organisers`.
 */
function namedTerms({ index }: CheckContext, o: Observation): Terms | null {
  const [left, each] = (o.indicator ?? '').split('-per-');
  if (!left || !each) return null;
  const dimensions = dimensionsKey(o.dimensions);
  const over = index.countLike(o, left, dimensions);
  const stem = left.split('-').slice(0, -1).join('-');
  const names = [o.quantity.base ?? '', `${stem}-${each}s`];
  const under = names.map((name) => index.countLike(o, name, dimensions)).find(Boolean);
  return over && under ? [over.quantity, under.quantity] : null;
}

function judge(context: CheckContext, o: Observation): Finding[] {
  if (!/\/|-per-/.test(o.quantity.unit)) return [];
  const found = derivedTerms(context, o) ?? namedTerms(context, o);
  if (!found) return [];
  const [over, under] = found;
  const computed = quotient(toInterval(over), toInterval(under));
  if (!computed || intersects(computed, toInterval(o.quantity))) return [];
  const value = formatComputed(Math.round(middle(computed) * 100) / 100);
  return [
    report({
      rule: id,
      ...doubtful(o),
      expected: value,
      what: {
        fr: `le rapport publié est ${comma(formatAmount(o.quantity))}, mais ${comma(formatAmount(over))} / ${comma(formatAmount(under))} = ${comma(value)}`,
        en: `the published rate is ${formatAmount(o.quantity)}, but ${formatAmount(over)} / ${formatAmount(under)} = ${value}`,
      },
      todo: {
        fr: 'Relisez le rapport et les deux nombres dont il est tiré.',
        en: 'Read the rate and the two numbers that it comes from again.',
      },
    }),
  ];
}

/** Rates ("departures per head") against the two numbers that they say they come from, or are named after. */
export const rates: Check = {
  id,
  label: { fr: 'Rapports', en: 'Rates' },
  needs: ['observations'],
  run: (context) => context.index.standing().flatMap((o) => judge(context, o)),
};
