import { share } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { teeInterviewed } from './tee-interviewed.ts';
import { teePositioned } from './tee-positioned.ts';

/** Networks that ask for support / networks met: 7 of 10. A small base: one more or less is 10 points. Section II.5.d. */
export const teeConversion = defineIndicator({
  id: 'tee-conversion',
  seedId: 'II.tee.conversion',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'De l’entretien à l’accompagnement',
    br: 'Eus ar pennad-kaoz d’an ambroug',
    en: 'From interview to support',
  },
  definition: {
    fr: 'Part des organisations rencontrées qui se sont portées candidates à un accompagnement.',
    en: 'Share of the organisations met that applied for support.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const [some, all] = [measureOf(teePositioned, context), measureOf(teeInterviewed, context)];
    return derived(share(some.quantity, all.quantity, 'tee-interviewed'), some, all);
  },
});
