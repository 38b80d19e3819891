import { leaves, toParts } from '../counting.ts';
import { byNetwork } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { organisationsOf } from '../memberships.ts';

/**
 * Organisations of each network on the last day of the period. Counted where the memberships of the network are complete,
 * published otherwise. Networks share members, so that they have no total. Sections III.1.c, III.1.d.
 */
export const networkMembers = defineIndicator({
  id: 'network-members',
  seedId: 'III.network.participation',
  kind: 'stock',
  unit: 'organisations',
  label: { fr: 'Membres des réseaux', br: 'Izili ar rouedadoù', en: 'Members of the networks' },
  definition: {
    fr: 'Organisations membres de chaque réseau le dernier jour de la période.',
    en: 'Organisations that are members of each network on the last day of the period.',
  },
  dimensions: [byNetwork],
  needs: ['observations', 'networks', 'memberships', 'organisations', 'territories'],
  value: (context) => {
    const network = context.where['network'];
    return network === undefined ? null : (organisationsOf(context).get(network) ?? null);
  },
  parts: (context, dimension) =>
    toParts([...organisationsOf(context)].filter(([id]) => leaves(context, dimension, id))),
});
