import type { Finding, FindingPlace } from '../model/finding.ts';
import { sum } from '../model/addition.ts';
import type { Interval } from '../model/interval.ts';
import type { JobTally } from '../model/job-tally.ts';
import { quotient } from '../model/interval.ts';
import type { Observation } from '../model/observation.ts';
import type { Quantity } from '../model/quantity.ts';
import { intervalOf } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import { exceeds, isAdditive, meet, middle, reach, show, showNumber, showSum, sumOf } from './shared/amounts.ts';
import { isCumulated } from './shared/cumulated.ts';
import { dimensionsKey } from './shared/dataset-index.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';

const id = 'shares';

/** Shares of one whole. */
interface Shares {
  readonly where: FindingPlace;
  readonly subject: Told;
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

function judge({ where, subject, dimension, list, exclusive, isKnown, exhaustive }: Shares): Finding[] {
  const percents = list.filter((q) => q.unit === 'percent');
  // What no category says in percents may be the rest.
  const isWhole = exhaustive && percents.length === list.length;
  const bases = new Set(percents.map((q) => q.base));
  if (exclusive === false || percents.length < 2 || bases.size > 1) return [];
  const all = sumOf(percents.map((q) => reach(q)));
  if (!isKnown && exclusive === undefined && middle(all) > APART) return [];
  const more = exceeds(all, HUNDRED);
  if (!more && !(isWhole && exceeds(HUNDRED, all))) return [];
  const total = showSum(percents);
  return [
    report({
      rule: id,
      // Of people some may not have said: that is no mistake.
      severity: exclusive === true && dimension !== 'gender' ? (more ? 'error' : 'warning') : more ? 'warning' : 'info',
      certainty: more ? 'likely' : 'possible',
      where,
      subject,
      found: total,
      expected: '100\u202f%',
      what: {
        fr: `les parts par « ${dimension} » font ${total}, ${more ? 'plus' : 'moins'} de 100 % même une fois arrondies`,
        en: `the shares by "${dimension}" make ${total}, ${more ? 'more' : 'less'} than 100% even once rounded`,
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
        exhaustive: index.isExhaustive(dimension, parts),
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
        exhaustive: index.isExhaustive(dimension, new Map(Object.entries(by))),
      };
    }
  }
  for (const vote of index.list('votes')) {
    const cast = [vote.for, vote.against, vote.abstain].flatMap((q) => (q ? [q] : []));
    const at = { where: placeOf('votes', vote, 'for'), subject: subjectOf(vote), dimension: 'vote' };
    yield { ...at, list: cast, exclusive: true, isKnown: true, exhaustive: cast.length === 3 };
  }
}

/** A printed share, and a part and a whole that it should be the quotient of. */
interface Claim {
  readonly share: Observation;
  readonly part: Quantity;
  readonly whole: Quantity;
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
  if (meet(computed, reach(share.quantity))) return null;
  const value = showNumber(Math.round(middle(between) * 1000) / 10, 'percent');
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('observations', share, 'quantity'),
    subject: subjectOf(share),
    found: show(share.quantity),
    expected: value,
    what: {
      fr: `la part publiée est ${show(share.quantity)}, mais ${show(part)} sur ${show(whole)} font ${value}`,
      en: `the published share is ${show(share.quantity)}, but ${show(part)} of ${show(whole)} make ${value}`,
    },
    todo: {
      fr: 'Relisez la part, son numérateur et son dénominateur.',
      en: 'Read the share, its numerator and its denominator again.',
    },
  });
}

/** What a share was calculated from, where it says so: two counts, the smaller one being the part. */
function derivedClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const from = (share.derivedFrom ?? []).flatMap((each) => index.byId('observations').get(each) ?? []);
  const [a, b, more] = from.map((o) => o.quantity);
  if (!a || !b || more || !isAdditive(a.unit) || !isAdditive(b.unit) || index.isTwiceOne(from)) return [];
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

/** A share without dimensions: its whole is its base, its part the figure that it or its base is named after. */
function wholeClaims({ index }: CheckContext, share: Observation, base: string): readonly Claim[] {
  const whole = index.byId('observations').get(base) ?? index.countLike(share, base, '');
  const names = [(share.indicator ?? '').replace(STEM, ''), base.replace(WIDER, '')];
  const part = names
    .filter((name) => name !== share.indicator && name !== base)
    .map((name) => index.countLike(share, name, ''))
    .find(Boolean);
  return part && whole && part !== whole ? [{ share, part: part.quantity, whole: whole.quantity }] : [];
}

/** A rate whose name is that of two counts, the part and the whole: certified among candidates. */
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

/** What an event's tally counted, for a share that names the event. */
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

/** Those selected among all applications, for the success rate of a call. */
function successClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const prefix = /^(.*)-success-rate$/.exec(share.indicator ?? '')?.[1];
  if (prefix === undefined) return [];
  const whole = index.countLike(share, `${prefix}-applications`, dimensionsKey(share.dimensions));
  const selected = dimensionsKey({ ...share.dimensions, result: 'selected' });
  const part = index.countLike(share, `${prefix}-applications`, selected);
  return part && whole ? [{ share, part: part.quantity, whole: whole.quantity }] : [];
}

/** The jobs of one contract among all jobs, for a share that is named after the contract: `dla-permanent-share`. */
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
    const whole = jobs.find((each) => each.programme === part.programme && !each.contract)?.jobs ?? sum(others.map((each) => each.jobs));
    return whole ? [{ share, part: part.jobs, whole }] : [];
  });
}

/** The share of a vote that its record counts. Of the voters or of the votes cast: the document decides. */
function voteClaims({ index }: CheckContext, share: Observation): readonly Claim[] {
  const vote = index.byId('votes').get(share.dimensions['vote'] ?? '');
  if (!vote?.for || vote.for.unit === 'percent') return [];
  const cast = [vote.for, vote.against, vote.abstain].reduce((n, q) => n + (q?.value ?? 0), 0);
  const wholes = [vote.eligible, { value: cast, op: '=', unit: vote.for.unit } as const].flatMap((q) => (q ? [q] : []));
  return wholes.map((whole) => ({ share, part: vote.for as Quantity, whole }));
}

const READINGS = [derivedClaims, namedClaims, voteClaims, tallyClaims, successClaims, jobClaims, familyClaims];

/** Shares of one whole, which add up to 100 % at most, and a printed share against its part and its whole. */
export const shares: Check = {
  id,
  label: { fr: 'Parts et pourcentages', en: 'Shares and percentages' },
  needs: ['observations', 'tallies', 'votes', 'jobs', 'categories', 'colleges'],
  run: (context) => {
    const found = [...published(context), ...recorded(context)].flatMap(judge);
    for (const share of context.index.list('observations')) {
      if (share.quantity.unit !== 'percent') continue;
      const claims = READINGS.map((read) => read(context, share)).find((list) => list.length > 0);
      const wrong = (claims ?? []).map(disagreement);
      // One reading that agrees is enough.
      const [first] = wrong.includes(null) ? [] : wrong;
      if (first) found.push(first);
    }
    return found;
  },
};
