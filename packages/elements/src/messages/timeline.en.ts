import type { Translation } from './messages.ts';
import type { timeline as fr } from './timeline.fr.ts';

/** English texts of timelines. */
export const timeline: Translation<typeof fr> = {
  timelineTitle: 'Timeline',
  timelineCount: { one: '{n} date', other: '{n} dates' },
  timelineEmpty: 'No date in this data',
  timelineNoMatch: 'No date matches',
  timelineNoDate: 'Without a date',
  timelineRough: '{year}, month to be set',
  timelineUndated: {
    one: '{n} row without a date is not shown.',
    other: '{n} rows without a date are not shown.',
  },
  timelineMore: 'Show more',
  timelineShown: '{n} of {all}',
  timelineNowShown: '{n} of {all} dates shown',
  timelinePrintRest: { one: 'and {n} more, not printed', other: 'and {n} more, not printed' },
  timelineInFavour: '{value} in favour',
  timelineUntitled: 'Untitled',
  timelineOf_meetings: 'Meeting',
  timelineOf_votes: 'Vote',
  timelineOf_events: 'Event',
  timelineOf_memberships: 'Joined',
  timelineOf_publications: 'Publication',
  timelineOf_projects: 'Project',
  timelineOf_calls: 'Call',
  timelineOf_applications: 'Application',
  timelineLeft: 'Left',
};
