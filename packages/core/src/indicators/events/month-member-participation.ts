import { share } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { membersStock } from '../members/members-stock.ts';
import { monthMemberOrganisers } from './month-member-organisers.ts';

/**
 * Members that held an event of the month / members at the end of the period: the month is near its end, and a member that left
 * during the year may have held one. Section I.4.d.
 */
export const monthMemberParticipation = defineIndicator({
  id: 'month-member-participation',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'Part des adhérents qui ont organisé un événement',
    br: 'Lodenn an izili o deus aozet un darvoud',
    en: 'Share of members that held an event',
  },
  definition: {
    fr: 'Part des adhérents du réseau qui ont organisé au moins un événement du Mois de l’ESS.',
    en: 'Share of the members of the network that held at least one event of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations', 'memberships', 'organisations', 'territories'],
  value: (context) => {
    const organisers = measureOf(monthMemberOrganisers, context);
    const members = measureOf(membersStock, context);
    return derived(share(organisers.quantity, members.quantity, 'members-stock'), organisers, members);
  },
});
