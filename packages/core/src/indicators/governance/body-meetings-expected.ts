import { defineIndicator } from '../indicator.ts';

/**
 * Meetings that a printed recurrence makes one expect ("every month": 12, less the months excepted). Published only: whether
 * they were held is said by `body-meetings`. Section IV.1.
 */
export const bodyMeetingsExpected = defineIndicator({
  id: 'body-meetings-expected',
  seedId: 'X.meeting.recurrence',
  kind: 'flow',
  unit: 'meetings',
  label: { fr: 'Réunions attendues', br: 'Emvodoù gortozet', en: 'Meetings expected' },
  definition: {
    fr: 'Réunions que chaque instance doit tenir pendant la période, selon la fréquence annoncée.',
    en: 'Meetings that each body is to hold during the period, at the rate that it announces.',
  },
  dimensions: [{ id: 'body', label: { fr: 'instance', br: 'ensav', en: 'body' }, exclusive: true }],
  needs: ['observations', 'bodies'],
});
