import '@gouvfr/dsfr-chart/BarChart';
import '@gouvfr/dsfr-chart/BarChart.css';
import { box, type CollegeMembers, read } from '../shared.ts';

const bars = await read<readonly CollegeMembers[]>('bars.json');
const chart = document.createElement('bar-chart');
chart.setAttribute('x', JSON.stringify([bars.map(({ label }) => label)]));
chart.setAttribute('y', JSON.stringify([bars.map(({ value }) => value)]));
chart.setAttribute('horizontal', 'true');
box().append(chart);
