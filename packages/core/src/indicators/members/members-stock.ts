import { add, subtract } from '../../model/algebra.ts';
import { measureOf } from '../derive.ts';
import { byCollege, byCommune } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countMemberships, partsOfMemberships } from '../memberships.ts';
import { membersJoined } from './members-joined.ts';
import { membersLeft } from './members-left.ts';

/**
 * Members on the last day of the period: memberships that have started and not ended. Section I.1.a.
 * Counted only where the list of memberships is complete; a report that names a few of its members gives the published
 * total. The year before is the total less those who joined plus those who left, when both flows are known.
 */
export const membersStock = defineIndicator({
  id: 'members-stock',
  seedId: 'I.members.stock',
  kind: 'stock',
  unit: 'members',
  label: { fr: 'Adhérents', br: 'Izili', en: 'Members' },
  definition: {
    fr: 'Organisations dont l’adhésion est en cours le dernier jour de la période.',
    en: 'Organisations whose membership is current on the last day of the period.',
  },
  dimensions: [byCollege, byCommune],
  needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories'],
  filters: ['network'],
  value: (context) => countMemberships('stock', context),
  parts: (context, dimension) => partsOfMemberships('stock', context, dimension),
  previous: (context, current) => {
    const joined = measureOf(membersJoined, context).quantity;
    const left = measureOf(membersLeft, context).quantity;
    const before = add(subtract(current.quantity, joined), left);
    return before && { quantity: before };
  },
});
