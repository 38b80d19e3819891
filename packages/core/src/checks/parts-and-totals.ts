import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Check, CheckContext } from './check.ts';
import {
  exactInteger,
  exceeds,
  isAdditive,
  meet,
  middle,
  reach,
  show,
  showNumber,
  showSum,
  sumOf,
} from './shared/amounts.ts';
import { type DatasetIndex, dimensionsKey, labelStem } from './shared/dataset-index.ts';
import { placeOf, report, subjectOf, type Told } from './shared/finding.ts';
import { partitionsOf } from './shared/partitions.ts';
import { push } from './shared/text.ts';
import { leadingDigitTypo, nearDigits } from './shared/typos.ts';

const id = 'parts-and-totals';

/** Parts that were published of one total, by category id. */
interface Split {
  readonly where: FindingPlace;
  readonly subject: Told;
  readonly dimension: string;
  readonly total: Quantity;
  readonly parts: ReadonlyMap<string, Quantity>;
  readonly exclusive: boolean | undefined;
  /** Whether every value that the dimension may have is among the parts. */
  readonly exhaustive: boolean;
  /** Whether the parts by another dimension make this very total: it is right, then. */
  readonly confirmed: boolean;
}

/** A partial total of parts that are partial in the same way is compared as it is printed. */
function reachOfAll(total: Quantity, parts: readonly Quantity[]) {
  const same = total.partial !== undefined && parts.every((q) => q.partial === total.partial);
  const how = same ? 'as-is' : 'open';
  return { whole: reach(total, how), sum: sumOf(parts.map((q) => reach(q, how))) };
}

function judge(split: Split): Finding | null {
  const parts = [...split.parts.values()].filter((q) => q.unit === split.total.unit);
  if (parts.length < 2 || !isAdditive(split.total.unit)) return null;
  const { whole, sum } = reachOfAll(split.total, parts);
  if (exceeds(sum, whole)) {
    // One part larger than the whole says so by itself: see `subsets`.
    const alone = parts.some((q) => exceeds(reach(q), reach(split.total)));
    return split.exclusive === false || alone ? null : tooMuch(split, parts);
  }
  return exceeds(whole, sum) ? tooLittle(split, parts) : null;
}

const facts = (split: Split, parts: readonly Quantity[]) => ({
  rule: id,
  where: split.where,
  subject: split.subject,
  found: showSum(parts),
  expected: show(split.total),
});

const tooMuch = (split: Split, parts: readonly Quantity[]): Finding =>
  report({
    ...facts(split, parts),
    severity: split.exclusive === true ? 'error' : 'warning',
    certainty: 'likely',
    what: {
      fr: `les parties par « ${split.dimension} » (${showSum(parts)}) dépassent le total, ${show(split.total)}`,
      en: `the parts by "${split.dimension}" (${showSum(parts)}) are more than the total, ${show(split.total)}`,
    },
    todo: {
      fr: `Relisez le total et les parties dans le document ; si une chose peut être dans deux parties, dites que « ${split.dimension} » n'est pas exclusive.`,
      en: `Read the total and the parts again in the document; if a thing may be in two parts, say that "${split.dimension}" is not exclusive.`,
    },
  });

/** Which part, with one other digit, would make the total right. */
function repairs({ total, parts }: Split, gap: number): readonly string[] {
  if (exactInteger(total) === null) return [];
  return [...parts].flatMap(([part, q]) => {
    const n = exactInteger(q);
    return n !== null && leadingDigitTypo(n, n + gap) ? [`${part} ${n + gap}`] : [];
  });
}

/** How much of a total may be missing from its parts for that to look like a mistake rather than like another subject. */
const MISSING = 0.25;

/** A list of parts that is not known to be complete seldom comes so near its total without being so. */
const ALMOST = 0.05;

/** Whether the parts seem meant to make the total: members by collège always, others when little or one digit is missing. */
function isMeant(split: Split, parts: readonly Quantity[], gap: number): boolean {
  if (split.dimension === 'college' || split.dimension === 'gender') return true;
  if (gap <= MISSING * middle(reach(split.total))) return true;
  return parts.some((q) => nearDigits(exactInteger(q) ?? Number.NaN, (exactInteger(q) ?? Number.NaN) + gap));
}

function tooLittle(split: Split, parts: readonly Quantity[]): Finding | null {
  const { whole, sum } = reachOfAll(split.total, parts);
  if (split.exclusive === false || sum.hi <= 0) return null;
  const gap = middle(whole) - middle(sum);
  const people = split.total.unit === 'people' && split.dimension !== 'college';
  const complete = split.exhaustive || (split.dimension === 'gender' && parts.length > 1);
  const fixes = complete && split.confirmed ? repairs(split, gap) : [];
  if (complete && people && fixes.length === 0) return unsaid(split, parts, gap);
  if (complete && !isMeant(split, parts, gap)) return null;
  const almost = nearDigits(middle(sum), middle(whole)) || gap <= ALMOST * middle(whole);
  if (!complete && !almost) return null;
  const fix = fixes.join(' / ');
  // Of numbers of three digits and more, few come one digit apart by chance.
  const misprint = middle(whole) >= 100;
  return report({
    ...facts(split, parts),
    severity: complete || misprint ? 'warning' : 'info',
    certainty: complete && !people ? 'likely' : 'possible',
    what: {
      fr: `les parties par « ${split.dimension} » font ${showSum(parts)}, le total est ${show(split.total)} : il en manque ${showNumber(gap)}`,
      en: `the parts by "${split.dimension}" make ${showSum(parts)}, the total is ${show(split.total)}: ${showNumber(gap)} are missing`,
    },
    todo: {
      fr: fix
        ? `Relisez les parties : ${fix} rendrait le total exact.`
        : 'Relisez le total et les parties, ou ajoutez la partie qui manque.',
      en: fix
        ? `Read the parts again: ${fix} would make the total right.`
        : 'Read the total and the parts again, or add the part that is missing.',
    },
  });
}

/** People of whom the document does not say in which part they are: no mistake. */
const unsaid = (split: Split, parts: readonly Quantity[], gap: number): Finding =>
  report({
    ...facts(split, parts),
    severity: 'info',
    certainty: 'certain',
    what: {
      fr: `partie inconnue : ${showNumber(gap)} sur ${show(split.total)} ne sont dans aucune part par « ${split.dimension} »`,
      en: `unknown part: ${showNumber(gap)} of ${show(split.total)} are in no part by "${split.dimension}"`,
    },
    todo: {
      fr: 'Rien à corriger si le document ne le dit pas ; sinon ajoutez la partie qui manque.',
      en: 'Nothing to correct if the document does not say; otherwise add the part that is missing.',
    },
  });

/** Whether parts of two or more make a total exactly. */
const makesTotal = (parts: readonly Quantity[], total: Quantity): boolean =>
  parts.length > 1 &&
  parts.every((q) => q.unit === total.unit) &&
  meet(sumOf(parts.map((q) => reach(q))), reach(total));

function isExhaustive(index: DatasetIndex, dimension: string, parts: ReadonlyMap<string, unknown>): boolean {
  const known = index.categories(dimension).filter((each) => each !== 'unknown');
  return known.length > 1 && known.every((each) => parts.has(each));
}

/** Beyond this many times the total, parts of which nobody says that they are apart are multiple answers. */
const APART = 1.3;

function isMultiple(list: readonly Quantity[], total: Quantity): boolean {
  return middle(sumOf(list.map((q) => reach(q)))) > APART * middle(reach(total));
}

function* observed({ index }: CheckContext): Generator<Split> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (!isAdditive(unit) || observations.length < 3) continue;
    const partitions = partitionsOf(observations);
    const confirmed = new Set(
      partitions.flatMap(({ totals: [total], parts }) =>
        total &&
        makesTotal(
          [...parts.values()].map((o) => o.quantity),
          total.quantity,
        )
          ? [total.id]
          : [],
      ),
    );
    for (const { dimension, totals, parts } of partitions) {
      const [total] = totals;
      if (!total) continue;
      const amounts = new Map([...parts].map(([part, o]) => [part, o.quantity]));
      const exclusive = index.isExclusive(indicator || null, dimension);
      if (indicator === '' && exclusive === undefined && isMultiple([...amounts.values()], total.quantity)) continue;
      yield {
        where: placeOf('observations', total, 'quantity'),
        subject: subjectOf(total),
        dimension,
        total: total.quantity,
        parts: amounts,
        exclusive,
        exhaustive: isExhaustive(index, dimension, amounts),
        confirmed: confirmed.has(total.id),
      };
    }
  }
}

/** Figures that differ by their territory only. */
function byTerritory({ index }: CheckContext): Iterable<readonly Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const o of index.list('observations')) {
    const span = index.span(o.period);
    if (!span || !isAdditive(o.quantity.unit)) continue;
    const first = o.indicator && index.isStock(o.indicator) ? '' : span.first;
    const what = o.indicator ?? `label ${labelStem(o.label.fr)}`;
    push(groups, [what, first, span.last, o.status, o.quantity.unit, dimensionsKey(o.dimensions)].join('\u0000'), o);
  }
  return groups.values();
}

/** What territories of one kind count against what the territory around them all counts. */
function* located(context: CheckContext): Generator<Split> {
  const places = context.index.places();
  for (const list of byTerritory(context)) {
    if (list.length < 3) continue;
    const inside = new Map<string, Map<string, Quantity>>();
    for (const { territory, quantity } of list) {
      const here = territory ? places.territory(territory) : undefined;
      for (const parent of here?.parents ?? []) {
        const key = `${parent}\u0000${here?.kind ?? ''}`;
        const parts = inside.get(key) ?? new Map<string, Quantity>();
        inside.set(key, parts.set(territory ?? '', quantity));
      }
    }
    for (const [key, parts] of inside) {
      const [parent = '', kind = ''] = key.split('\u0000');
      const total = list.find(({ territory }) => territory === parent);
      if (!total || parts.size < 2) continue;
      yield {
        where: placeOf('observations', total, 'quantity'),
        subject: subjectOf(total),
        dimension: kind,
        total: total.quantity,
        parts,
        exclusive: true,
        exhaustive: false,
        confirmed: false,
      };
    }
  }
}

function* tallied({ index }: CheckContext): Generator<Split> {
  for (const tally of index.list('tallies')) {
    if (!tally.total) continue;
    const { total } = tally;
    const confirmed = Object.values(tally.by).some((by) => makesTotal(Object.values(by), total));
    for (const [dimension, by] of Object.entries(tally.by)) {
      const parts = new Map(Object.entries(by));
      yield {
        where: placeOf('tallies', tally, `by.${dimension}`),
        subject: subjectOf(tally),
        dimension,
        total,
        parts,
        exclusive: index.isExclusive(null, dimension) ?? true,
        exhaustive: isExhaustive(index, dimension, parts),
        confirmed,
      };
    }
  }
}

function* employed({ index }: CheckContext): Generator<Split> {
  const groups = new Map<string, { readonly contract: string; readonly at: number }[]>();
  const jobs = index.list('jobs');
  jobs.forEach((job, at) => {
    const key = [job.programme, job.period, job.mode ?? '', job.lot ?? '', job.territory ?? ''].join('\u0000');
    push(groups, key, { contract: job.contract ?? '', at });
  });
  for (const group of groups.values()) {
    const total = jobs[group.find(({ contract }) => contract === '')?.at ?? -1];
    if (!total) continue;
    const parts = new Map(
      group.flatMap(({ contract, at }): [string, Quantity][] => {
        const job = jobs[at];
        return contract === '' || !job ? [] : [[contract, job.jobs]];
      }),
    );
    yield {
      where: placeOf('jobs', total, 'jobs'),
      subject: subjectOf(total),
      dimension: 'contract',
      total: total.jobs,
      parts,
      exclusive: true,
      exhaustive: isExhaustive(index, 'contract', parts),
      confirmed: false,
    };
  }
}

/** Parts of a whole against its total. A list of parts that is not complete is no mistake, unless it exceeds the total. */
export const partsAndTotals: Check = {
  id,
  label: { fr: 'Parties et totaux', en: 'Parts and totals' },
  needs: ['observations', 'tallies', 'jobs', 'categories', 'colleges', 'territories'],
  run: (context) =>
    [...observed(context), ...located(context), ...tallied(context), ...employed(context)].flatMap(
      (split) => judge(split) ?? [],
    ),
};
