import type { Finding, FindingPlace, Quantity } from '../../model/index.ts';
import {
  comma,
  exactInteger,
  exceeds,
  formatAmount,
  formatComputed,
  formatSum,
  intersects,
  isAdditive,
  middle,
  sumOf,
  toInterval,
} from './amounts.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { type BilingualText, report } from './finding.ts';
import { categoryName, dimensionName } from './titles.ts';
import { leadingDigitTypo, nearDigits } from './typos.ts';

/** Parts that were published of one total, by category id. */
export interface Split {
  readonly rule: string;
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  readonly dimension: string;
  readonly total: Quantity;
  readonly parts: ReadonlyMap<string, Quantity>;
  readonly exclusive: boolean | undefined;
  /** Whether every value that the dimension may have is among the parts. */
  readonly exhaustive: boolean;
  /** Whether the figures have an indicator, which declares whether its parts are exclusive. */
  readonly isDeclared?: boolean;
  /** Whether an indicator says that its parts make the total: whatever they lack of it is a mistake. */
  readonly isWhole?: boolean;
  /** Whether the parts by another dimension make this very total: it is right, then. */
  readonly confirmed: boolean;
}

/** A partial total of parts that are partial in the same way is compared as it is printed. */
function reachOfAll(total: Quantity, parts: readonly Quantity[]) {
  const same = total.partial !== undefined && parts.every((q) => q.partial === total.partial);
  const how = same ? 'as-is' : 'open';
  return { whole: toInterval(total, how), sum: sumOf(parts.map((q) => toInterval(q, how))) };
}

export function judgeSplit(split: Split, index: DatasetIndex): Finding | null {
  const name = dimensionName(index, split.dimension);
  const parts = [...split.parts.values()].filter((q) => q.unit === split.total.unit);
  if (parts.length < 2 || !isAdditive(split.total.unit)) return null;
  const { whole, sum } = reachOfAll(split.total, parts);
  if (exceeds(sum, whole)) {
    // One part larger than the whole says so by itself: see `subsets`.
    const alone = parts.some((q) => exceeds(toInterval(q), toInterval(split.total)));
    return split.exclusive === false || alone ? null : tooMuch(split, parts, name);
  }
  return exceeds(whole, sum) ? tooLittle(split, parts, name, index) : null;
}

const facts = (split: Split, parts: readonly Quantity[]) => ({
  rule: split.rule,
  where: split.where,
  subject: split.subject,
  found: formatSum(parts),
  expected: formatAmount(split.total),
});

const tooMuch = (split: Split, parts: readonly Quantity[], name: BilingualText): Finding =>
  report({
    ...facts(split, parts),
    severity: split.exclusive === true ? 'error' : 'warning',
    certainty: 'likely',
    what: {
      fr: `les parties par « ${name.fr} » (${comma(formatSum(parts))}) dépassent le total, ${comma(formatAmount(split.total))}`,
      en: `the parts by "${name.en}" (${formatSum(parts)}) are more than the total, ${formatAmount(split.total)}`,
    },
    todo: {
      fr: `Relisez le total et les parties dans le document${split.isDeclared ? ` ; si une chose peut être dans deux parties, dites que « ${split.dimension} » n'est pas exclusive` : ''}.`,
      en: `Read the total and the parts again in the document${split.isDeclared ? `; if a thing may be in two parts, say that "${split.dimension}" is not exclusive` : ''}.`,
    },
  });

/** Returns the parts that would make the total right with one other digit: any one of them would. */
function repairs({ dimension, total, parts }: Split, gap: number, index: DatasetIndex): BilingualText | null {
  if (exactInteger(total) === null) return null;
  const found = [...parts].flatMap(([part, q]): readonly BilingualText[] => {
    const n = exactInteger(q);
    if (n === null || !leadingDigitTypo(n, n + gap)) return [];
    const name = categoryName(index, dimension, part);
    return [{ fr: `${n + gap} pour « ${name.fr} »`, en: `${n + gap} for "${name.en}"` }];
  });
  if (found.length === 0) return null;
  return { fr: found.map(({ fr }) => fr).join(' ou '), en: found.map(({ en }) => en).join(' or ') };
}

/**
 * Greatest part of a total that its parts may lack for that to look like a mistake rather than like another subject.
 */
const MISSING = 0.25;

/** A list of parts that is not known to be complete seldom comes so near its total without being so. */
const ALMOST = 0.05;

/** Whether the parts seem meant to make the total: members by collège always, others when little or one digit is missing. */
function isMeant(split: Split, parts: readonly Quantity[], gap: number): boolean {
  if (split.dimension === 'college' || split.dimension === 'gender') return true;
  if (gap <= MISSING * middle(toInterval(split.total))) return true;
  return parts.some((q) => nearDigits(exactInteger(q) ?? Number.NaN, (exactInteger(q) ?? Number.NaN) + gap));
}

function tooLittle(split: Split, parts: readonly Quantity[], name: BilingualText, index: DatasetIndex): Finding | null {
  const { whole, sum } = reachOfAll(split.total, parts);
  if (split.exclusive === false || sum.hi <= 0) return null;
  const gap = middle(whole) - middle(sum);
  const people = split.total.unit === 'people' && split.dimension !== 'college';
  const complete = split.isWhole || split.exhaustive || (split.dimension === 'gender' && parts.length > 1);
  const fix = complete && split.confirmed ? repairs(split, gap, index) : null;
  if (complete && !split.isWhole && people && !fix) return unsaid(split, parts, gap, name);
  if (complete && !split.isWhole && !isMeant(split, parts, gap)) return null;
  const almost = nearDigits(middle(sum), middle(whole)) || gap <= ALMOST * middle(whole);
  if (!complete && !almost) return null;
  // Few numbers of three digits and more differ in one digit by chance.
  const misprint = middle(whole) >= 100;
  return report({
    ...facts(split, parts),
    severity: complete || misprint ? 'warning' : 'info',
    certainty: complete && !people ? 'likely' : 'possible',
    what: {
      fr: `les parties par « ${name.fr} » font ${comma(formatSum(parts))}, le total est ${comma(formatAmount(split.total))} : il en manque ${comma(formatComputed(gap))}`,
      en: `the parts by "${name.en}" make ${formatSum(parts)}, the total is ${formatAmount(split.total)}: ${formatComputed(gap)} ${gap === 1 ? 'is' : 'are'} missing`,
    },
    todo: {
      fr: fix
        ? `Relisez les parties : ${fix.fr} rendrait le total exact.`
        : 'Relisez le total et les parties, ou ajoutez la partie qui manque.',
      en: fix
        ? `Read the parts again: ${fix.en} would make the total right.`
        : 'Read the total and the parts again, or add the part that is missing.',
    },
  });
}

/** People of whom the document does not say in which part they are: no mistake. */
const unsaid = (split: Split, parts: readonly Quantity[], gap: number, name: BilingualText): Finding =>
  report({
    ...facts(split, parts),
    severity: 'info',
    certainty: 'certain',
    what: {
      fr: `partie inconnue : ${comma(formatComputed(gap))} sur ${comma(formatAmount(split.total))} ${gap < 2 ? 'n’est' : 'ne sont'} dans aucune part par « ${name.fr} »`,
      en: `unknown part: ${formatComputed(gap)} of ${formatAmount(split.total)} ${gap === 1 ? 'is' : 'are'} in no part by "${name.en}"`,
    },
    todo: {
      fr: 'Rien à corriger si le document ne le dit pas ; sinon ajoutez la partie qui manque.',
      en: 'Nothing to correct if the document does not say; otherwise add the part that is missing.',
    },
  });

/** Whether parts of two or more make a total exactly. */
export const makesTotal = (parts: readonly Quantity[], total: Quantity): boolean =>
  parts.length > 1 &&
  parts.every((q) => q.unit === total.unit) &&
  intersects(sumOf(parts.map((q) => toInterval(q))), toInterval(total));
