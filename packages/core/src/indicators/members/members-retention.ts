import { add, complement, share, subtract } from '../../model/algebra.ts';
import { period } from '../../model/period.ts';
import { previousPeriod } from '../../model/previous-period.ts';
import { type Quantity } from '../../model/quantity.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { membersJoined } from './members-joined.ts';
import { membersLeft } from './members-left.ts';
import { membersStock } from './members-stock.ts';

/**
 * 1 − left / members on the eve of the period. When that stock is not known it is the stock at the end, less those who
 * joined, plus those who left. Limit: someone who joins and leaves within the period counts among those who left without
 * having been there at the start. Section I.1.a.
 */
export const membersRetention = defineIndicator({
  id: 'members-retention',
  seedId: 'I.members.retention',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Fidélité des adhérents', br: 'Fealded an izili', en: 'Member retention' },
  definition: {
    fr: 'Part des adhérents présents au début de la période qui le sont restés jusqu’à la fin.',
    en: 'Share of those who were members when the period began and still were when it ended.',
  },
  dimensions: [],
  needs: ['observations', 'memberships', 'organisations', 'territories'],
  filters: ['network'],
  value: (context) => {
    const left = measureOf(membersLeft, context);
    const { start, measures } = stockAtStart(context);
    return derived(complement(share(left.quantity, start, 'members-at-start')), left, ...measures);
  },
});

function stockAtStart(context: IndicatorContext) {
  const eve = previousPeriod(period(context.period).first, 'flow');
  const known = measureOf(membersStock, { ...context, period: eve });
  if (known.quantity && known.basis !== 'listed') return { start: known.quantity, measures: [known] };
  const measures = [membersStock, membersJoined, membersLeft].map((indicator) => measureOf(indicator, context));
  const [end = null, joined = null, left = null]: readonly (Quantity | null)[] = measures.map((m) => m.quantity);
  return { start: add(subtract(end, joined), left), measures };
}
