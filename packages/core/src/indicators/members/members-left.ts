import { byCollege } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countMemberships, partsOfMemberships } from '../memberships.ts';

/** Organisations that left or did not renew during the period, by reason where it is known. Section I.1.a. */
export const membersLeft = defineIndicator({
  id: 'members-left',
  seedId: 'I.members.left',
  kind: 'flow',
  unit: 'members',
  label: { fr: 'Adhésions non renouvelées', br: 'Emezeladennoù dinevez', en: 'Memberships not renewed' },
  definition: {
    fr: 'Organisations dont l’adhésion a pris fin pendant la période, quelle qu’en soit la raison.',
    en: 'Organisations whose membership ended during the period, whatever the reason.',
  },
  dimensions: [
    byCollege,
    { id: 'exit-reason', label: { fr: 'raison', br: 'abeg', en: 'reason' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories', 'categories'],
  filters: ['network'],
  value: (context) => countMemberships('left', context),
  parts: (context, dimension) => partsOfMemberships('left', context, dimension),
});
