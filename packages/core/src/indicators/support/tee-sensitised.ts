import { byTerritory } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { countOrganisations, organisationsBy } from '../participations.ts';
import { placedContext } from '../territory.ts';
import { isOfTransition } from '../transition.ts';

/**
 * Different organisations that took part in an action to raise awareness of the ecological and energy transition: those listed as
 * attending it, where the list is complete; published otherwise. An organisation of two territories counts in both.
 * Section II.5.d.
 */
export const teeSensitised = defineIndicator({
  id: 'tee-sensitised',
  seedId: 'II.tee.organisations-sensitised',
  kind: 'flow',
  unit: 'organisations',
  label: {
    fr: 'Organisations sensibilisées à la transition',
    br: 'Aozadurioù kizidikaet (treuzkemmadur)',
    en: 'Organisations made aware of the transition',
  },
  definition: {
    fr: 'Organisations différentes sensibilisées à la transition écologique et énergétique.',
    en: 'Different organisations made aware of the ecological and energy transition.',
  },
  dimensions: [byTerritory],
  needs: ['observations', 'participations', 'events', 'organisations', 'territories'],
  value: (context) => {
    const placed = placedContext(context);
    return placed && countOrganisations(placed, isOfTransition('attendee'));
  },
  parts: (context, dimension) => organisationsBy(context, dimension, isOfTransition('attendee')),
});
