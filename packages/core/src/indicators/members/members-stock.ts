import { add, subtract } from '../../model/algebra.ts';
import type { Text } from '../../model/text.ts';
import { derived, measureOf } from '../derive.ts';
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
  atStart: (context, atEnd) => {
    const [joined, left] = [measureOf(membersJoined, context), measureOf(membersLeft, context)];
    const quantity = add(subtract(atEnd.quantity, joined.quantity), left.quantity);
    return { ...derived(quantity, atEnd, joined, left), notes: [LED_BACK] };
  },
});

/** How the members on the eve of a year were found. */
const LED_BACK: Text = {
  fr: 'Calculé à rebours : les adhérents un an plus tard, moins ceux qui ont adhéré dans l’année, plus ceux qui sont partis.',
  br: 'Jedet war-gil: izili ur bloaz war-lerc’h, hep ar re o deus emezelet er bloaz, gant ar re zo aet kuit.',
  en: 'Worked out backwards: the members a year later, less those who joined during the year, plus those who left.',
};
