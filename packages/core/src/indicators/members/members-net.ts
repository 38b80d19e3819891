import { subtract } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { membersJoined } from './members-joined.ts';
import { membersLeft } from './members-left.ts';

/**
 * Joined − left, over the period. Unknown as soon as one of the two is; a difference of two lower bounds is unknown.
 * Section I.1.a.
 */
export const membersNet = defineIndicator({
  id: 'members-net',
  seedId: 'I.members.net',
  kind: 'flow',
  unit: 'members',
  signed: true,
  label: { fr: 'Évolution nette des adhésions', br: 'Emdroadur an emezeladennoù', en: 'Net change in members' },
  definition: {
    fr: 'Nouvelles adhésions moins adhésions non renouvelées pendant la période.',
    en: 'New memberships less memberships not renewed during the period.',
  },
  dimensions: [],
  needs: ['observations', 'memberships', 'organisations', 'territories'],
  filters: ['network'],
  value: (context) => {
    const joined = measureOf(membersJoined, context);
    const left = measureOf(membersLeft, context);
    return derived(subtract(joined.quantity, left.quantity), joined, left);
  },
});
