import { Calendar, type EventInput } from 'fullcalendar';
import listPlugin from 'fullcalendar/list';
import french from 'fullcalendar/locales/fr';
import classic from 'fullcalendar/themes/classic';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
import ICAL from 'ical.js';
import { box, folder } from '../shared.ts';

const DAYS = 60;
const now = new Date();
const end = new Date(now.getTime() + DAYS * 86_400_000);

const response = await fetch(new URL('agenda.ics', folder()));
const calendar = new ICAL.Component(ICAL.parse(await response.text()));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);

// As FullCalendar's own plugin does, which does not exist for this version: ical.js writes out the dates of the days shown.
const all = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
const changes = all.filter((event) => event.isRecurrenceException());
for (const change of changes) all.find(({ uid }) => uid === change.uid)?.relateException(change);
const inputOf = ({ summary, uid }: ICAL.Event, from: ICAL.Time, to: ICAL.Time): EventInput => ({
  id: `${uid}/${from}`,
  title: summary,
  start: from.isDate ? from.toString() : from.toJSDate(),
  end: from.isDate ? to.toString() : to.toJSDate(),
  allDay: from.isDate,
});
const events = all
  .filter((event) => !event.isRecurrenceException())
  .flatMap((event): EventInput[] => {
    if (!event.isRecurring()) return [inputOf(event, event.startDate, event.endDate)];
    const inputs: EventInput[] = [];
    const dates = event.iterator();
    for (let date = dates.next(); date && date.toJSDate() < end; date = dates.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(date);
      if (endDate.toJSDate() > now) inputs.push(inputOf(item, startDate, endDate));
    }
    return inputs;
  });
new Calendar(box(), {
  plugins: [listPlugin, classic],
  locale: french,
  initialView: 'list',
  initialDate: now,
  duration: { days: DAYS },
  events,
}).render();
