import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { box, type CollegeMembers, markDrawn, read } from '../shared.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
const bars = await read<readonly CollegeMembers[]>('bars.json');
const canvas = document.createElement('canvas');
canvas.setAttribute('role', 'img');
canvas.setAttribute('aria-label', 'Adhérents par collège');
box().append(canvas);
new Chart(canvas, {
  type: 'bar',
  data: { labels: bars.map(({ label }) => label), datasets: [{ data: bars.map(({ value }) => value) }] },
  options: { animation: false, indexAxis: 'y', maintainAspectRatio: false },
});
markDrawn();
