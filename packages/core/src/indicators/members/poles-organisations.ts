import { defineIndicator } from '../indicator.ts';

/**
 * Organisations that belong to a Pôle ESS or to a TAg. Published only, as a lower bound; an organisation in two Pôles may
 * be counted twice by the publisher. Section I.1.a.
 */
export const polesOrganisations = defineIndicator({
  id: 'poles-organisations',
  kind: 'stock',
  unit: 'organisations',
  label: {
    fr: 'Organisations adhérentes des Pôles ESS et des TAg',
    br: 'Aozadurioù ezel eus Poloù an ESS hag an TAg',
    en: 'Organisations in the Pôles ESS and TAg',
  },
  definition: {
    fr: 'Organisations qui adhèrent à un Pôle ESS ou à un TAg de la région.',
    en: 'Organisations that are members of a Pôle ESS or a TAg of the region.',
  },
  dimensions: [],
  needs: ['observations'],
});
