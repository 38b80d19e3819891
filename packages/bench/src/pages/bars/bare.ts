import { scaleLinear } from 'd3-scale';
import { html, render } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import './bare.css';
import { box, type CollegeMembers, read } from '../shared.ts';

const bars = await read<readonly CollegeMembers[]>('bars.json');
const scale = scaleLinear([0, Math.max(...bars.map(({ value }) => value))], [0, 70]);
render(
  html`<h2>Adhérents par collège</h2>
    <ul>${bars.map(({ label, value }) => {
      return html`<li>${label} <span class="bar" style=${styleMap({ width: `${scale(value)}%` })}></span> ${value}</li>`;
    })}</ul>`,
  box(),
);
