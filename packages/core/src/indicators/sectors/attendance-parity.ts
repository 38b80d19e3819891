import { share, sum, sumKnown } from '../../model/algebra.ts';
import { intervalOf } from '../../model/interval.ts';
import { isExact, type Quantity } from '../../model/quantity.ts';
import type { Text } from '../../model/text.ts';
import { type Attended, attendedIn, isWhole, parityOf, toldIn, womenAndMen } from '../attendances.ts';
import { byEvent } from '../dimensions.ts';
import { type Computed, defineIndicator } from '../indicator.ts';

/** Said of a rate over several events. */
const POOLED: Text = {
  fr: 'tous événements réunis, et non moyenne des événements',
  br: 'an holl zarvoudoù a-gevret, ha neket keidenn an darvoudoù',
  en: 'all events taken together, not a mean of the events',
};

/**
 * Women / (women + men), of the events and meetings that count both: 11 of 23. Those of whom nothing is said are missing,
 * never taken for men. Over several events the people are taken together. Sections I.2.a, II.5.e.
 */
export const attendanceParity = defineIndicator({
  id: 'attendance-parity',
  seedId: 'X.attendance.parity',
  kind: 'rate',
  unit: 'percent',
  occasions: true,
  label: {
    fr: 'Part des femmes parmi les participants',
    br: 'Lodenn ar merc’hed e-touez an dud',
    en: 'Share of women among those who came',
  },
  definition: {
    fr: 'Part des femmes parmi les participants dont le genre est connu.',
    en: 'Share of women among those who came and whose gender is known.',
  },
  dimensions: [{ ...byEvent, exclusive: false }],
  needs: ['observations', 'events', 'meetings', 'bodies', 'tallies', 'territories'],
  value: (context) => {
    const attended = attendedIn(context);
    const known = attended.filter((a) => parityOf(a) !== null);
    const [first, ...rest] = known;
    if (!first) return null;
    const fields = toldIn(known, 'gender');
    // One event is what it is; several are so many of those that took place.
    if (context.where['event'] !== undefined)
      return { quantity: parityOf(first), complete: true, fields, ...missingOf([first]) };
    const computed = {
      quantity: pooled(known),
      fields,
      complete: known.length === attended.length && isWhole(context),
      ...missingOf(known),
    };
    return rest.length > 0 ? { ...computed, notes: [POOLED] } : computed;
  },
  parts: (context) =>
    new Map(
      attendedIn(context).flatMap((a): readonly (readonly [string, Quantity])[] => {
        const percent = parityOf(a);
        return percent ? [[a.id, percent]] : [];
      }),
    ),
});

/** Women and men are counted, not in percents: only counts of several events may be added. */
function pooled(list: readonly Attended[]): Quantity | null {
  const counts = list.map(womenAndMen).filter((found) => found?.women.unit === 'people');
  return share(sum(counts.map((c) => c?.women ?? null)), sum(counts.map((c) => c?.both ?? null)), 'people');
}

/** How many came, and of how many of them nothing is said. */
function missingOf(list: readonly Attended[]): Pick<Computed, 'population' | 'missing'> {
  const total = sumKnown(
    list.map((a) => a.total),
    'unknown',
  );
  const both = sum(list.map((a) => womenAndMen(a)?.both ?? null).filter((q) => q?.unit === 'people'));
  if (!total || !both || !isExact(total) || !isExact(both)) return {};
  const [all, known] = [intervalOf(total).lo, intervalOf(both).lo];
  return all >= known ? { population: all, missing: all - known } : {};
}
