import { registerIndicator } from '@ess-widgets/elements/extend';

registerIndicator(
  {
    id: 'members-online',
    kind: 'stock',
    unit: 'members',
    label: { fr: 'Adhérents qui ont un site', oc: 'Aderents qu’an un site' },
    definition: { fr: 'Organisations de la liste dont le site est connu.' },
    dimensions: [],
    needs: ['organisations'],
  },
  {
    value: ({ dataset }) => {
      const online = dataset.collections.organisations?.filter(({ links }) => links.length > 0) ?? [];
      return { quantity: { value: online.length, op: '=', unit: 'members' }, complete: true };
    },
  },
);
