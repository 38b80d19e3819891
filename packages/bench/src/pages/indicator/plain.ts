import { box, type CollegeMembers, read } from '../shared.ts';

const bars = await read<readonly CollegeMembers[]>('bars.json');
const figure = document.createElement('h2');
figure.textContent = `${bars.reduce((sum, { value }) => sum + value, 0)} adhérents`;
box().append(figure);
