import type { counter as fr } from './counter.fr.ts';
import type { Translation } from './messages.ts';

/** English texts. */
export const counter: Translation<typeof fr> = {
  counterTitle: 'Events',
  counterEvents: { one: 'event', other: 'events' },
  counterHeld: { one: 'event held', other: 'events held' },
  counterNational: 'of the national total',
  counterElsewhere: 'Other regions',
  counterOrganisers: { one: 'organiser', other: 'organisers' },
  counterMembers: { one: 'member among the organisers', other: 'members among the organisers' },
  counterAttendance: { one: 'attendance', other: 'attendances' },
  counterTotal: 'National total:',
  counterNoCompare: 'No comparable figure ({period}).',
  counterByPlace: 'By département',
  counterNoneAhead: 'No date ahead (data of {date})',
  counterNoFigure: 'No figure for this territory',
  counterWhole: 'For the whole:',
  counterEmpty: 'No event counted',
};
