import { type Finding, isSameKind, type Observation, periodsOverlap, type Whole, wholesOf } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, exceeds, formatAmount, toInterval } from './shared/amounts.ts';
import { dimensionsKey } from './shared/dataset-index.ts';
import { type BilingualText, type FindingDraft, placeAndSubject, report } from './shared/finding.ts';

const id = 'parts-of';

/** Units whose things are each of one of anything else: an interview is of one organisation, an answer of one person. */
const OF_ONE = new Set(['interviews', 'responses']);

const isSameThing = (part: string, whole: string): boolean =>
  isSameKind(part, whole) || OF_ONE.has(part) || OF_ONE.has(whole);

/** Returns the published figures of a whole; null where nothing of that name is known. */
function figuresOf({ index, options }: CheckContext, whole: Whole): readonly Observation[] | null {
  if ('observation' in whole) {
    const found = index.byId('observations').get(whole.observation);
    return found ? [found] : null;
  }
  const { indicator, where } = whole;
  const { territory, ...dimensions } = where;
  const all = index.standing().filter((o) => o.indicator === indicator);
  if (all.length === 0 && !Object.hasOwn(options.indicators ?? {}, indicator)) return null;
  const isAsked = (o: Observation): boolean => {
    const { territory: own = o.territory ?? undefined, ...others } = o.dimensions;
    return own === territory && dimensionsKey(others) === dimensionsKey(dimensions);
  };
  return all.filter(isAsked);
}

type Fault = Pick<FindingDraft, 'expected' | 'what'> & Partial<Pick<FindingDraft, 'severity'>>;

function faultOf(context: CheckContext, part: Observation, text: string, whole: Whole): Fault | null {
  const figures = figuresOf(context, whole);
  if (figures === null)
    return {
      expected: 'indicator key=value, #observation',
      what: {
        fr: `il serait une partie de « ${text} », que ni un indicateur ni un chiffre ne porte`,
        en: `it would be a part of "${text}", which is the name of no indicator and of no figure`,
      },
    };
  const [first] = figures;
  // The whole may be counted from records.
  if (!first) return null;
  const found = figures.filter((each) => periodsOverlap(each.period, part.period));
  if (found.length === 0)
    return {
      severity: 'warning',
      expected: first.period,
      what: {
        fr: `il est de ${part.period}, et l'ensemble dont il serait une partie de ${first.period}`,
        en: `it is of ${part.period}, and the whole that it would be a part of is of ${first.period}`,
      },
    };
  const other = found.find((each) => !isSameThing(part.quantity.unit, each.quantity.unit));
  if (other)
    return {
      expected: other.quantity.unit,
      what: {
        fr: `il ne compte pas la même chose que l'ensemble dont il serait une partie : ${part.quantity.unit}, ${other.quantity.unit}`,
        en: `it does not count the same as the whole that it would be a part of: ${part.quantity.unit}, ${other.quantity.unit}`,
      },
    };
  const less = found.find((each) => exceeds(toInterval(part.quantity), toInterval(each.quantity)));
  return less ? largerThan(part, less) : null;
}

function largerThan(part: Observation, whole: Observation): Fault {
  const [some, all] = [formatAmount(part.quantity), formatAmount(whole.quantity)];
  const what: BilingualText = {
    fr: `${comma(some)} est plus que l'ensemble dont c'est une partie : ${comma(all)}`,
    en: `${some} is more than the whole that it is a part of: ${all}`,
  };
  return { expected: `≤ ${all}`, what };
}

function judge(context: CheckContext, part: Observation): readonly Finding[] {
  return wholesOf(part).flatMap(([text, whole]): readonly Finding[] => {
    const fault = faultOf(context, part, text, whole);
    if (!fault) return [];
    return [
      report({
        rule: id,
        severity: 'error',
        certainty: 'certain',
        ...placeAndSubject({ collection: 'observations', record: part, field: 'of' }),
        found: text,
        ...fault,
        todo: {
          fr: 'Corrigez « of », ou supprimez-le : sans lui, aucune part n’est calculée de ce chiffre.',
          en: 'Correct "of", or delete it: without it no share is computed from this figure.',
        },
      }),
    ];
  });
}

/** Counts that name the whole that they are a part of (`of`): it exists, counts the same things, at the same time, and is no less. */
export const partsOf: Check = {
  id,
  label: { fr: 'Parties et ensembles', en: 'Parts of wholes' },
  needs: ['observations'],
  run: (context) => context.index.standing().flatMap((o) => judge(context, o)),
};
