import { Calendar } from 'fullcalendar';
import listPlugin from 'fullcalendar/list';
import french from 'fullcalendar/locales/fr';
import classic from 'fullcalendar/themes/classic';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
import { box, type PageEvent, read } from '../shared.ts';

const today = new Date().toISOString().slice(0, 10);
const meetings = await read<readonly PageEvent[]>('list.json');
const held = meetings.filter(({ date }) => date < today);
const count = document.createElement('h2');
count.textContent = `${held.length} événements`;
const list = document.createElement('div');
box().append(count, list);
new Calendar(list, {
  plugins: [listPlugin, classic],
  locale: french,
  initialView: 'list',
  initialDate: meetings[0]?.date ?? today,
  duration: { days: 60 },
  events: meetings.map(({ id, title, date }) => ({ id, title, start: date })),
}).render();
