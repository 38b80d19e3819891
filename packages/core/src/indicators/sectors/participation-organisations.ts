import { byNetwork, byProgramme } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countOrganisations, organisationsBy, roleLabels } from '../participations.ts';

/**
 * Different organisations that took part in an event or a programme in the period, in whatever role. Counted where the list
 * is complete, published otherwise. One that took part twice counts once, so that figures of several occasions are not
 * added. A participation without a date is that of its event. All sections.
 */
export const participationOrganisations = defineIndicator({
  id: 'participation-organisations',
  seedId: 'X.participation.organisations',
  kind: 'flow',
  unit: 'organisations',
  occasions: true,
  additive: false,
  label: { fr: 'Organisations participantes', br: 'Aozadurioù o kemer perzh', en: 'Organisations taking part' },
  definition: {
    fr: 'Organisations différentes qui ont pris part à un événement ou à un programme pendant la période.',
    en: 'Different organisations that took part in an event or a programme during the period.',
  },
  dimensions: [byProgramme, byNetwork, { id: 'role', label: { fr: 'rôle', br: 'roll', en: 'role' }, exclusive: false }],
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
  valueLabels: roleLabels,
  value: (context) => countOrganisations(context),
  parts: (context, dimension) => organisationsBy(context, dimension),
});
