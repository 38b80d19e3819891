import { share } from '../../model/algebra.ts';
import type { Quantity } from '../../model/quantity.ts';
import { leaves } from '../counting.ts';
import { derived, measureOf, pairParts, partsOf } from '../derive.ts';
import { byNetwork } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { networkMembers } from './network-members.ts';
import { participationOrganisations } from './participation-organisations.ts';

/**
 * Organisations that took part / organisations of the network: 21 of 24. Those that took part are those of the network, or
 * those of its programme, which bears the same id. A network counted at another date is no base. Sections III.1.c, III.1.d.
 */
export const participationRate = defineIndicator({
  id: 'participation-rate',
  seedId: 'X.participation.rate',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'Taux de participation des réseaux',
    br: 'Feur perzhiañ ar rouedadoù',
    en: 'Participation rate of networks',
  },
  definition: {
    fr: 'Part des organisations d’un réseau qui ont pris part à ses actions pendant la période.',
    en: 'Share of the organisations of a network that took part in its actions during the period.',
  },
  dimensions: [byNetwork],
  needs: [
    'observations',
    'participations',
    'programmes',
    'events',
    'networks',
    'memberships',
    'organisations',
    'territories',
  ],
  value: (context) => {
    const { network, ...others } = context.where;
    if (network === undefined) return null;
    const members = measureOf(networkMembers, context);
    const own = measureOf(participationOrganisations, context);
    const isKnown = own.quantity !== null && own.basis !== 'listed';
    const some = isKnown
      ? own
      : measureOf(participationOrganisations, { ...context, where: { ...others, programme: network } });
    return derived(share(some.quantity, members.quantity, 'network-members'), some, members);
  },
  parts: (context) => {
    const members = partsOf(networkMembers, context, 'network');
    const { network: _, ...where } = context.where;
    const rates = ['programme', 'network'].flatMap((dimension) => [
      ...pairParts(partsOf(participationOrganisations, { ...context, where }, dimension), members, rate),
    ]);
    return new Map(rates.filter(([id]) => leaves(context, 'network', id)));
  },
});

const rate = (some: Quantity, all: Quantity): Quantity | null => share(some, all, 'network-members');
