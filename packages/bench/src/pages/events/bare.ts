import { html, render } from 'lit';
import { box, type PageEvent, read } from '../shared.ts';

const today = new Date().toISOString().slice(0, 10);
const meetings = await read<readonly PageEvent[]>('list.json');
const held = meetings.filter(({ date }) => date < today);
const next = meetings.find(({ date }) => date >= today);
render(
  html`<h2>${held.length} événements</h2>
    ${next ? html`<p>Prochain : ${next.title}, le ${new Date(next.date).toLocaleDateString('fr')}</p>` : ''}`,
  box(),
);
