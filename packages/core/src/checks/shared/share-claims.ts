import { intervalOf, type JobTally, type Observation, type Quantity, sum } from '../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { isAdditive, middle } from './amounts.ts';
import { dimensionsKey, isTwiceOne } from './dataset-index.ts';
import { partNames } from './wholes.ts';

/** A printed share, and a part and a whole that it should be the quotient of. */
export interface Claim {
  readonly share: Observation;
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** Returns the two counts that a share was calculated from, where it names them; the smaller one is the part. */
function derivedClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const from = (share.derivedFrom ?? []).flatMap((each) => index.byId('observations').get(each) ?? []);
  const [one, other, more] = from;
  if (!one || !other || more || isTwiceOne(index, one, other)) return [];
  const [a, b] = [one.quantity, other.quantity];
  if (!isAdditive(a.unit) || !isAdditive(b.unit)) return [];
  const [part, whole] = middle(intervalOf(a)) <= middle(intervalOf(b)) ? [a, b] : [b, a];
  return [{ share, part, whole }];
}

const STEM = /-(share|rate|part|percent)$/;

/** Counts that a share names: those of its own figure in another unit, or those of its base. */
function namedClaims(context: CheckContext, share: Observation): readonly Claim[] {
  const { index } = context;
  const { base = '' } = share.quantity;
  const byId = index.byId('observations').get(base);
  const dimensions = Object.keys(share.dimensions);
  // A rate by collège has the members of each collège as its whole; a share of the members has all of them.
  const isShare = /-(share|part)$/.test(share.indicator ?? '');
  const names = new Set([share.indicator ?? '', ...(isShare ? [byId?.indicator ?? base] : [])]);
  const found: Claim[] = [];
  for (const name of names) {
    const part = index.countLike(share, name, dimensionsKey(share.dimensions));
    for (const dimension of part ? dimensions : []) {
      const whole = byId ?? index.countLike(share, name, dimensionsKey(share.dimensions, dimension));
      if (part && whole && whole.quantity.unit === part.quantity.unit)
        found.push({ share, part: part.quantity, whole: whole.quantity });
    }
  }
  return base !== '' && dimensions.length === 0 ? [...found, ...wholeClaims(context, share, base)] : found;
}

/** Words that a whole has and its part has not: `month-events` are among the `month-national-events`. */
const WIDER = /-(?:national|total|all|eligible|invited)(?=-|$)/;

/** Reads a share without dimensions: its whole is its base, its part the figure that it or its base is named after. */
function wholeClaims({ index }: CheckContext, share: Observation, base: string): readonly Claim[] {
  const whole = index.byId('observations').get(base) ?? index.countLike(share, base, '');
  const names = [(share.indicator ?? '').replace(STEM, ''), base.replace(WIDER, '')];
  const part = names
    .filter((name) => name !== share.indicator && name !== base)
    .map((name) => index.countLike(share, name, ''))
    .find(Boolean);
  return part && whole && part !== whole ? [{ share, part: part.quantity, whole: whole.quantity }] : [];
}

/**
 * Reads a rate whose base is a whole that has one part of a known name: cancelled of planned, supported of sensitised.
 */
function contrastClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const { base = '' } = share.quantity;
  const dimensions = dimensionsKey(share.dimensions);
  const whole = index.countLike(share, base, dimensions);
  const parts = whole ? partNames(base).flatMap((name) => index.countLike(share, name, dimensions) ?? []) : [];
  const [part, other] = parts;
  if (!whole || !part || other || part.quantity.unit !== whole.quantity.unit) return [];
  return [{ share, part: part.quantity, whole: whole.quantity }];
}

/** Reads a rate whose name is that of two counts, the part and the whole: certified among candidates. */
function familyClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const stem = /^(.+)-(?:rate|share)$/.exec(share.indicator ?? '')?.[1];
  if (stem === undefined) return [];
  const family = index.countsNamed(share, stem);
  const names = new Set(family.map(({ indicator }) => indicator));
  const [a] = family;
  const b = family.find((o) => o.indicator !== a?.indicator);
  if (!a || !b || names.size !== 2 || a.quantity.unit !== b.quantity.unit) return [];
  const { base } = share.quantity;
  const whole = [a, b].find((o) => o.indicator === base || o.id === base);
  const larger = middle(intervalOf(a.quantity)) < middle(intervalOf(b.quantity)) ? b : a;
  const all = whole ?? larger;
  return [{ share, part: (all === a ? b : a).quantity, whole: all.quantity }];
}

/** Returns the counts of an event's tally, for a share that names the event. */
function tallyClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const { event, webinar, meeting, ...rest } = share.dimensions;
  const of = event ?? webinar ?? meeting;
  if (of === undefined) return [];
  const isParity = /parity|women/.test(share.indicator ?? '');
  const [[dimension, category] = isParity ? ['gender', 'women'] : ['', '']] = Object.entries(rest);
  return index.talliesOf(of).flatMap((tally): readonly Claim[] => {
    const by = tally.by[dimension];
    const part = by?.[category];
    if (!by || !part || !isAdditive(part.unit)) return [];
    const known = Object.values(by).reduce((n, q) => n + (q.value ?? 0), 0);
    const wholes = [{ value: known, op: '=', unit: part.unit } as const, ...(tally.total ? [tally.total] : [])];
    return wholes.map((whole) => ({ share, part, whole }));
  });
}

/** Returns the number selected among all applications, for the success rate of a call. */
function successClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const prefix = /^(.*)-success-rate$/.exec(share.indicator ?? '')?.[1];
  if (prefix === undefined) return [];
  const whole = index.countLike(share, `${prefix}-applications`, dimensionsKey(share.dimensions));
  const selected = dimensionsKey({ ...share.dimensions, result: 'selected' });
  const part = index.countLike(share, `${prefix}-applications`, selected);
  return part && whole ? [{ share, part: part.quantity, whole: whole.quantity }] : [];
}

/**
 * Reads the jobs of one contract among all jobs, for a share that is named after the contract: `dla-permanent-share`.
 */
function jobClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const { indicator, quantity, territory } = share;
  if (!/-share$/.test(indicator ?? '') || !/(?:^|-)jobs$/.test(quantity.base ?? '')) return [];
  const isSame = (each: JobTally): boolean =>
    (each.programme === share.dimensions['programme'] || !('programme' in share.dimensions)) &&
    (each.territory ?? '') === (territory ?? '') &&
    (each.mode ?? '') === (share.dimensions['mode'] ?? '') &&
    (each.lot ?? '') === (share.dimensions['lot'] ?? '');
  const jobs = index.jobsUntil(share).filter(isSame);
  return jobs.flatMap((part): readonly Claim[] => {
    if (!part.contract || !`-${indicator ?? ''}-`.includes(`-${part.contract}-`)) return [];
    const others = jobs.filter((each) => each.programme === part.programme && each.contract);
    const whole =
      jobs.find((each) => each.programme === part.programme && !each.contract)?.jobs ??
      sum(others.map((each) => each.jobs));
    return whole ? [{ share, part: part.jobs, whole }] : [];
  });
}

/**
 * Reads the share of a vote that its record counts. The document decides whether it is of the voters or of the votes
 * cast.
 */
function voteClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const vote = index.byId('votes').get(share.dimensions['vote'] ?? '');
  if (!vote?.for || vote.for.unit === 'percent') return [];
  const cast = [vote.for, vote.against, vote.abstain].reduce((n, q) => n + (q?.value ?? 0), 0);
  const wholes = [vote.eligible, { value: cast, op: '=', unit: vote.for.unit } as const].flatMap((q) => (q ? [q] : []));
  return wholes.map((whole) => ({ share, part: vote.for as Quantity, whole }));
}

const READINGS = [
  derivedClaims,
  namedClaims,
  voteClaims,
  tallyClaims,
  successClaims,
  jobClaims,
  familyClaims,
  contrastClaims,
];

/** Returns the quotients that a share should equal, by the first reading that gives any. */
export const claimsOf = (context: CheckContext, share: Observation): readonly Claim[] =>
  READINGS.map((read) => read(context, share)).find((list) => list.length > 0) ?? [];
