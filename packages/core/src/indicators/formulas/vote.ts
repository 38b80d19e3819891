import type * as z from 'zod/mini';
import {
  intervalOf,
  printedFraction,
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
import type { Computed, IndicatorContext } from '../indicator.ts';
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
      ...ofThreshold(percent, found),
      fields: [{ collection: 'votes', id: found.id, field: 'for' }],
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

/** Returns the majority that a vote asks for, and a note whether it was reached, where that is certain. */
function ofThreshold(percent: Quantity | null, { threshold: value, printed }: Vote): Partial<Computed> {
  if (value === null || value === undefined) return {};
  const words = printed?.['threshold'];
  const threshold = { value, ...(words ? { printed: words } : {}) };
  if (!percent) return { threshold };
  const { lo, hi } = intervalOf(percent);
  const least = value * 100;
  if (lo < least && hi >= least) return { threshold };
  const say = lo >= least ? reached : missed;
  const fraction = printedFraction(value, words);
  const [local, english] = fraction ? [fraction, fraction] : [`${least}\u202f%`, `${least}%`];
  return { threshold, notes: [say(local, english)] };
}

const reached = (n: string, english: string): Text => ({
  fr: `seuil de ${n} atteint`,
  br: `tizhet eo an dreuzoù a ${n}`,
  en: `threshold of ${english} reached`,
});
const missed = (n: string, english: string): Text => ({
  fr: `seuil de ${n} non atteint`,
  br: `n’eo ket tizhet an dreuzoù a ${n}`,
  en: `threshold of ${english} not reached`,
});
