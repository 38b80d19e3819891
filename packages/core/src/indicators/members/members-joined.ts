import { byCollege } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countMemberships, partsOfMemberships } from '../memberships.ts';

/** Organisations that joined during the period: memberships whose start lies wholly inside it. Section I.1.a. */
export const membersJoined = defineIndicator({
  id: 'members-joined',
  seedId: 'I.members.joined',
  kind: 'flow',
  unit: 'members',
  label: { fr: 'Nouvelles adhésions', br: 'Emezeladennoù nevez', en: 'New members' },
  definition: {
    fr: 'Organisations dont l’adhésion a commencé pendant la période.',
    en: 'Organisations whose membership began during the period.',
  },
  dimensions: [byCollege],
  needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories'],
  filters: ['network'],
  value: (context) => countMemberships('joined', context),
  parts: (context, dimension) => partsOfMemberships('joined', context, dimension),
});
