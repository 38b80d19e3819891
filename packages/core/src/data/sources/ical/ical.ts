/** A calendar as Mobilizon, Nextcloud, Google, Outlook and most agendas publish it: iCalendar (RFC 5545). */
import type { Source } from '../source.ts';

/**
 * Source of the events of a calendar: those that its file holds, with the dates of its rules. It is never complete, and
 * it does not say which events took place.
 */
export const ical: Source = {
  id: 'ical',
  title: 'Events of a calendar (iCalendar)',
  detect: (src, head) => {
    const [path = '', query = ''] = (src.split('#', 1)[0] ?? '').split('?');
    // The paths of Mobilizon and Nextcloud; the parameters of WordPress, of Nextcloud and of many exports.
    if (/\.(ics|ical|ifb)$|\/ics$/i.test(path) || /\/public-calendars\/[^/]+\/?$/.test(path)) return 0.9;
    if (/(^|&)(ical|outlook-ical)=1\b|(^|&)(format|output)=(ics|ical)\b/.test(query)) return 0.9;
    return head !== undefined && /^\s*BEGIN:VCALENDAR/i.test(head) ? 0.9 : 0;
  },
  load: async (request, context) => {
    const [{ loadCalendar }, response] = await Promise.all([
      import('./load.ts'),
      context.fetch(request.src, { signal: context.signal }),
    ]);
    return loadCalendar(request, response, context);
  },
};
