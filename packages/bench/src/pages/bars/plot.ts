import { axisY, barX, plot, text } from '@observablehq/plot';
import { box, type CollegeMembers, read } from '../shared.ts';

const bars = await read<CollegeMembers[]>('bars.json');
box().append(
  plot({
    ariaLabel: 'Adhérents par collège',
    marginLeft: 140,
    y: { domain: bars.map(({ label }) => label), label: null },
    marks: [
      barX(bars, { x: 'value', y: 'label' }),
      text(bars, { x: 'value', y: 'label', text: 'value', textAnchor: 'start', dx: 4 }),
      axisY(),
    ],
  }),
);
