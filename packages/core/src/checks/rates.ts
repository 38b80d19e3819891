import type { Finding } from '../model/finding.ts';
import { quotient } from '../model/interval.ts';
import type { Observation } from '../model/observation.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import { isAdditive, meet, middle, reach, show, showNumber } from './shared/amounts.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'rates';

/** The number that is divided and the one that divides it: as the unit says, `events/organisation`; else the order given. */
function terms(unit: string, a: Quantity, b: Quantity): readonly [over: Quantity, under: Quantity] {
  const [over = '', under = ''] = unit.split(/\/|-per-/);
  const isOf = (q: Quantity, word: string): boolean => word !== '' && (q.unit === word || q.unit === `${word}s`);
  return isOf(b, over) || (isOf(a, under) && !isOf(a, over)) ? [b, a] : [a, b];
}

function judge({ index }: CheckContext, o: Observation): Finding[] {
  const { unit } = o.quantity;
  const from = (o.derivedFrom ?? []).flatMap((each) => index.byId('observations').get(each) ?? []);
  const [a, b, more] = from.map(({ quantity }) => quantity);
  if (!/\/|-per-/.test(unit) || !a || !b || more || !isAdditive(a.unit) || !isAdditive(b.unit)) return [];
  const [over, under] = terms(unit, a, b);
  const computed = quotient(reach(over), reach(under));
  if (!computed || meet(computed, reach(o.quantity))) return [];
  const value = showNumber(Math.round(middle(computed) * 100) / 100);
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: placeOf('observations', o, 'quantity'),
      subject: subjectOf(o),
      found: show(o.quantity),
      expected: value,
      what: {
        fr: `le rapport publié est ${show(o.quantity)}, mais ${show(over)} / ${show(under)} = ${value}`,
        en: `the published rate is ${show(o.quantity)}, but ${show(over)} / ${show(under)} = ${value}`,
      },
      todo: {
        fr: 'Relisez le rapport et les deux nombres dont il est tiré.',
        en: 'Read the rate and the two numbers that it comes from again.',
      },
    }),
  ];
}

/** Rates ("departures per head") against the two numbers that they say they come from. */
export const rates: Check = {
  id,
  label: { fr: 'Rapports', en: 'Rates' },
  needs: ['observations'],
  run: (context) => context.index.list('observations').flatMap((o) => judge(context, o)),
};
