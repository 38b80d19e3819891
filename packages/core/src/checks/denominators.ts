import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, formatAmount } from './shared/amounts.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';

const id = 'denominators';

interface Rate {
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  readonly q: Quantity;
  readonly kind: 'percent' | 'rate';
}

/** A growth in percent is of the value before: it needs no other base. */
const GROWTH = /-(growth|change|evolution|variation|delta)$/;

const isRate = (unit: string): boolean => unit === 'ratio' || /\/|-per-/.test(unit);

function* observations({ index }: CheckContext): Generator<Rate> {
  for (const o of index.list('observations')) {
    const { unit, base } = o.quantity;
    const isDerived = (o.derivedFrom ?? []).length > 0;
    if (base !== undefined || isDerived || GROWTH.test(o.indicator ?? '')) continue;
    const at = { where: placeOf('observations', o, 'quantity.base'), subject: subjectOf(o), q: o.quantity };
    if (unit === 'percent') yield { ...at, kind: 'percent' };
    // A ratio that belongs to no indicator may be a threshold or a comparison: it has no population.
    else if (isRate(unit) && o.indicator) yield { ...at, kind: 'rate' };
  }
}

function* records({ index }: CheckContext): Generator<Rate> {
  for (const tally of index.list('tallies')) {
    for (const [dimension, by] of Object.entries(tally.by)) {
      const [q] = Object.values(by);
      if (q?.unit !== 'percent' || q.base !== undefined || tally.total) continue;
      yield { where: placeOf('tallies', tally, `by.${dimension}`), subject: subjectOf(tally), q, kind: 'percent' };
    }
  }
  for (const vote of index.list('votes')) {
    const q = vote.for;
    if (q?.unit !== 'percent' || q.base !== undefined || vote.eligible) continue;
    yield { where: placeOf('votes', vote, 'for'), subject: subjectOf(vote), q, kind: 'percent' };
  }
}

/** Finds percents without their whole and rates without their terms: without these they cannot be used again. */
export const denominators: Check = {
  id,
  label: { fr: 'Dénominateurs manquants', en: 'Missing denominators' },
  needs: ['observations', 'tallies', 'votes'],
  run: (context): readonly Finding[] =>
    [...observations(context), ...records(context)].map(({ where, subject, q, kind }) =>
      report({
        rule: id,
        severity: 'info',
        certainty: 'certain',
        where,
        subject,
        found: formatAmount(q),
        what:
          kind === 'percent'
            ? {
                fr: `${comma(formatAmount(q))}, mais de quoi ? La base n'est pas dite`,
                en: `${formatAmount(q)}, but of what? The base is not said`,
              }
            : {
                fr: `${comma(formatAmount(q))} est un rapport sans numérateur ni dénominateur`,
                en: `${formatAmount(q)} is a rate without numerator or denominator`,
              },
        todo:
          kind === 'percent'
            ? {
                fr: 'Donnez la base (« base »), ou les nombres dont la part est tirée (« derivedFrom »). Sans elle, la part ne peut être ni additionnée, ni vérifiée.',
                en: 'Give the base ("base"), or the numbers that the share comes from ("derivedFrom"). Without it the share can neither be added nor checked.',
              }
            : {
                fr: 'Donnez les nombres dont il est tiré (« derivedFrom ») ou la population (« base »).',
                en: 'Give the numbers that it comes from ("derivedFrom") or the population ("base").',
              },
      }),
    ),
};
