import type * as z from 'zod/mini';
import {
  intervalOf,
  type Quantity,
  records,
  share,
  sum,
  type Text,
  type Vote,
  type VoteParameters,
} from '../../model/index.ts';
import { isInPeriod } from '../counting.ts';
import { calculated } from '../derive.ts';
import { type Formula, inAnyUnit } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';
import { recorded } from '../recorded.ts';

/**
 * Takes the share of votes for among those for, against and abstaining; where these are not all counted, among those
 * entitled to vote, which is lower since it counts the absent. A vote recorded in percents gives its percent. Votes are
 * never averaged, so there is no total.
 */
export const vote: Formula<z.infer<typeof VoteParameters>> = {
  value: (context, use) => {
    const found = votesOf(context).find((v) => v.id === context.where['vote']);
    if (!found) return null;
    const percent = shareFor(found);
    const computed =
      found.for?.unit === 'percent'
        ? recorded(context, inAnyUnit(use), percent)
        : { quantity: percent, complete: true };
    return {
      ...(computed ?? { quantity: null, complete: false }),
      ...(found.for?.unit === 'percent' ? {} : calculated('ratio', ...termsOf(found))),
      notes: thresholdNotes(percent, found),
    };
  },
  parts: (context) => {
    const shares = votesOf(context).map((one) => [one.id, shareFor(one)] as const);
    return new Map(shares.filter((pair): pair is readonly [string, Quantity] => pair[1] !== null));
  },
};

function votesOf({ dataset, period, territory, where }: IndicatorContext): readonly Vote[] {
  if (territory !== undefined) return [];
  const asked = where['vote'];
  return records(dataset, 'votes').filter(
    (v) => isInPeriod(period, v.date) === true && (asked === undefined || v.id === asked),
  );
}

const FOR: Text = { fr: 'votes pour', en: 'votes for' };
const CAST: Text = { fr: 'votes pour, contre et abstentions', en: 'votes for, against and abstentions' };
const ELIGIBLE: Text = { fr: 'personnes appelées à voter', en: 'people entitled to vote' };

/** Returns the votes for, and those among which their share is taken. */
function termsOf({ for: votesFor = null, against = null, abstain = null, eligible = null }: Vote) {
  const cast = [votesFor, against, abstain];
  const whole = cast.every((q) => q && q.unit === votesFor?.unit)
    ? { label: CAST, quantity: sum(cast) }
    : { label: ELIGIBLE, quantity: eligible };
  return [{ label: FOR, quantity: votesFor }, whole] as const;
}

function shareFor(vote: Vote): Quantity | null {
  const [votesFor, whole] = termsOf(vote).map(({ quantity }) => quantity);
  if (votesFor?.unit === 'percent') return votesFor;
  return votesFor && whole?.unit === votesFor.unit ? share(votesFor, whole, `vote/${vote.id}`) : null;
}

function thresholdNotes(percent: Quantity | null, { threshold }: Vote): readonly Text[] {
  if (!percent || threshold === null || threshold === undefined) return [];
  const { lo, hi } = intervalOf(percent);
  const least = threshold * 100;
  if (lo < least && hi >= least) return [];
  return [lo >= least ? reached(least) : missed(least)];
}

const reached = (n: number): Text => ({
  fr: `seuil de ${n}\u202f% atteint`,
  br: `tizhet eo an dreuzoù a ${n}\u202f%`,
  en: `threshold of ${n}% reached`,
});
const missed = (n: number): Text => ({
  fr: `seuil de ${n}\u202f% non atteint`,
  br: `n’eo ket tizhet an dreuzoù a ${n}\u202f%`,
  en: `threshold of ${n}% not reached`,
});
