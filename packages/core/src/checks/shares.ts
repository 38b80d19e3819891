import { type Finding, type FindingPlace, type Interval, intervalOf, type Quantity, quotient } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import {
  comma,
  exceeds,
  formatAmount,
  formatComputed,
  formatSum,
  intersects,
  middle,
  sumOf,
  toInterval,
} from './shared/amounts.ts';
import { isCumulated } from './shared/cumulated.ts';
import { isExhaustive } from './shared/dataset-index.ts';
import { type BilingualText, doubtful, placeOf, report, subjectOf } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';
import { type Claim, claimsOf } from './shared/share-claims.ts';
import { dimensionName } from './shared/titles.ts';

const id = 'shares';

/** Shares of one whole. */
interface Shares {
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  readonly dimension: string;
  readonly list: readonly Quantity[];
  readonly exclusive: boolean | undefined;
  /** Whether they are shares of an indicator: of others only a label says that they belong together. */
  readonly isKnown: boolean;
  readonly exhaustive: boolean;
}

const HUNDRED: Interval = { lo: 100, hi: 100, loStrict: false, hiStrict: false };

/** Beyond this sum, shares of which nobody says that they are apart are multiple answers. */
const APART = 130;

function judge(shares: Shares, { index }: CheckContext): Finding[] {
  const { where, subject, dimension, list, exclusive, isKnown, exhaustive } = shares;
  const percents = list.filter((q) => q.unit === 'percent');
  // The categories that are not in percents may be the rest.
  const isWhole = exhaustive && percents.length === list.length;
  const bases = new Set(percents.map((q) => q.base));
  if (exclusive === false || percents.length < 2 || bases.size > 1) return [];
  const all = sumOf(percents.map((q) => toInterval(q)));
  if (!isKnown && exclusive === undefined && middle(all) > APART) return [];
  const more = exceeds(all, HUNDRED);
  if (!more && !(isWhole && exceeds(HUNDRED, all))) return [];
  const total = formatSum(percents);
  const name = dimensionName(index, dimension);
  return [
    report({
      rule: id,
      // Some people may not have answered: that is no mistake.
      severity: exclusive === true && dimension !== 'gender' ? (more ? 'error' : 'warning') : more ? 'warning' : 'info',
      certainty: more ? 'likely' : 'possible',
      where,
      subject,
      found: total,
      expected: '100\u202f%',
      what: {
        fr: `les parts par « ${name.fr} » font ${comma(total)}, ${more ? 'plus' : 'moins'} de 100 % même une fois arrondies`,
        en: `the shares by "${name.en}" make ${total}, ${more ? 'more' : 'less'} than 100% even once rounded`,
      },
      todo: more
        ? {
            fr: 'Relisez les parts, ou dites que ce sont des réponses multiples.',
            en: 'Read the shares again, or say that they are multiple answers.',
          }
        : {
            fr: 'Relisez les parts, ou ajoutez celle qui manque.',
            en: 'Read the shares again, or add the one that is missing.',
          },
    }),
  ];
}

function* published({ index }: CheckContext): Generator<Shares> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (unit !== 'percent' || observations.length < 2) continue;
    for (const { dimension, parts } of partitionsOf(observations)) {
      const [first] = parts.values();
      if (!first || isCumulated(first)) continue;
      yield {
        where: placeOf('observations', first, 'quantity'),
        subject: subjectOf(first),
        dimension,
        list: [...parts.values()].map((o) => o.quantity),
        exclusive: index.isExclusive(indicator || null, dimension),
        isKnown: indicator !== '',
        exhaustive: isExhaustive(index, dimension, parts),
      };
    }
  }
}

function* recorded({ index }: CheckContext): Generator<Shares> {
  for (const tally of index.list('tallies')) {
    for (const [dimension, by] of Object.entries(tally.by)) {
      yield {
        where: placeOf('tallies', tally, `by.${dimension}`),
        subject: subjectOf(tally),
        dimension,
        list: Object.values(by),
        exclusive: index.isExclusive(null, dimension) ?? true,
        isKnown: true,
        exhaustive: isExhaustive(index, dimension, new Map(Object.entries(by))),
      };
    }
  }
  for (const vote of index.list('votes')) {
    const cast = [vote.for, vote.against, vote.abstain].flatMap((q) => (q ? [q] : []));
    const at = { where: placeOf('votes', vote, 'for'), subject: subjectOf(vote), dimension: 'vote' };
    yield { ...at, list: cast, exclusive: true, isKnown: true, exhaustive: cast.length === 3 };
  }
}

function disagreement({ share, part, whole }: Claim): Finding | null {
  const between = quotient(intervalOf(part), intervalOf(whole));
  if (!between) return null;
  const approx = [part, whole].some((q) => q.op === '~' || q.approx) ? 0.2 : 0;
  const computed = {
    ...between,
    lo: between.lo * 100 * (1 - approx),
    hi: between.hi === Infinity ? Infinity : between.hi * 100 * (1 + approx),
  };
  if (intersects(computed, toInterval(share.quantity))) return null;
  const value = formatComputed(Math.round(middle(between) * 1000) / 10, 'percent');
  return report({
    rule: id,
    ...doubtful(share),
    expected: value,
    what: {
      fr: `la part publiée est ${comma(formatAmount(share.quantity))}, mais ${comma(formatAmount(part))} sur ${comma(formatAmount(whole))} font ${comma(value)}`,
      en: `the published share is ${formatAmount(share.quantity)}, but ${formatAmount(part)} of ${formatAmount(whole)} make ${value}`,
    },
    todo: {
      fr: 'Relisez la part, son numérateur et son dénominateur.',
      en: 'Read the share, its numerator and its denominator again.',
    },
  });
}

/** Shares of one whole, which add up to 100 % at most, and a printed share against its part and its whole. */
export const shares: Check = {
  id,
  label: { fr: 'Parts et pourcentages', en: 'Shares and percentages' },
  needs: ['observations', 'tallies', 'votes', 'jobs', 'categories', 'colleges'],
  run: (context) => {
    const found = [...published(context), ...recorded(context)].flatMap((each) => judge(each, context));
    for (const share of context.index.standing()) {
      if (share.quantity.unit !== 'percent') continue;
      const wrong = claimsOf(context, share).map(disagreement);
      // One reading that agrees is enough.
      const [first] = wrong.includes(null) ? [] : wrong;
      if (first) found.push(first);
    }
    return found;
  },
};
