export { feature } from 'topojson-client';
export { element, svgElement } from './dom.ts';
export { mapBasemap } from './from-basemap.ts';
export { createMapEngine } from './map-engine.ts';
export type * from './types.ts';
