import { share } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { webinarsCancelled } from './webinars-cancelled.ts';
import { webinarsPlanned } from './webinars-planned.ts';

/** Cancelled / planned, among the webinars for local authorities. A small base: one webinar more or less is 20 points. Section I.3.a. */
export const webinarCancellation = defineIndicator({
  id: 'webinar-cancellation',
  seedId: 'I.webinar.cancellation',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Webinaires annulés, en part', br: 'Lodenn ar webinarioù nullet', en: 'Share of webinars cancelled' },
  definition: {
    fr: 'Part des webinaires programmés qui ont été annulés.',
    en: 'Share of the planned webinars that were cancelled.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const [cancelled, planned] = [measureOf(webinarsCancelled, context), measureOf(webinarsPlanned, context)];
    return derived(share(cancelled.quantity, planned.quantity, 'webinars-planned'), cancelled, planned);
  },
});
