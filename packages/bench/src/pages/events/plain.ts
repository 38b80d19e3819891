import { box, type PageEvent, read } from '../shared.ts';

const today = new Date().toISOString().slice(0, 10);
const meetings = await read<readonly PageEvent[]>('list.json');
const held = meetings.filter(({ date }) => date < today);
const next = meetings.find(({ date }) => date >= today);
const count = document.createElement('h2');
count.textContent = `${held.length} événements`;
const first = document.createElement('p');
first.textContent = next ? `Prochain : ${next.title}, le ${new Date(next.date).toLocaleDateString('fr')}` : '';
box().append(count, first);
