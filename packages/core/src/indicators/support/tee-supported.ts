import { byTerritory } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countOrganisations, organisationsBy } from '../participations.ts';
import { placedContext } from '../territory.ts';
import { isOfTransition } from '../transition.ts';

/**
 * Different organisations supported one by one in the ecological and energy transition: those listed as
 * supported, where the list is complete; published otherwise. An organisation of two territories counts in both.
 * Section II.5.d.
 */
export const teeSupported = defineIndicator({
  id: 'tee-supported',
  seedId: 'II.tee.organisations-supported',
  kind: 'flow',
  unit: 'organisations',
  label: {
    fr: 'Organisations accompagnées dans la transition',
    br: 'Aozadurioù ambrouget (treuzkemmadur)',
    en: 'Organisations supported in the transition',
  },
  definition: {
    fr: 'Organisations différentes accompagnées individuellement dans la transition écologique et énergétique.',
    en: 'Different organisations supported individually in the ecological and energy transition.',
  },
  dimensions: [byTerritory],
  needs: ['observations', 'participations', 'events', 'organisations', 'territories'],
  value: (context) => {
    const placed = placedContext(context);
    return placed && countOrganisations(placed, isOfTransition('supported'));
  },
  parts: (context, dimension) => organisationsBy(context, dimension, isOfTransition('supported')),
});
