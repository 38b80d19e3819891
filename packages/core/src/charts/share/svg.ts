export { svg, words } from '../stack/svg.ts';
