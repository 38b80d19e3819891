import { scale, share } from '../../model/algebra.ts';
import { type Quantity } from '../../model/quantity.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { monthMemberOrganisers } from './month-member-organisers.ts';
import { monthOrganisers } from './month-organisers.ts';

/**
 * Members among the organisers / organisers of the month. Section I.4.d.
 */
export const monthMemberOrganisersShare = defineIndicator({
  id: 'month-member-organisers-share',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'Part des adhérents parmi les organisateurs',
    br: 'Lodenn an izili e-touez an aozerien',
    en: 'Share of members among the organisers',
  },
  definition: {
    fr: 'Part des organisateurs du Mois de l’ESS qui sont adhérents du réseau.',
    en: 'Share of the organisers of the Mois de l’ESS that are members of the network.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const members = measureOf(monthMemberOrganisers, context);
    const organisers = measureOf(monthOrganisers, context);
    return derived(
      share(asOrganisations(members.quantity), organisers.quantity, 'month-organisers'),
      members,
      organisers,
    );
  },
});

/** A member is an organisation: the two units count the same things. */
const asOrganisations = (q: Quantity | null): Quantity | null => scale(q, 1, 'organisations');
