export { feature } from 'topojson-client';
export { element, svgElement } from './dom.ts';
export { mapBasemap } from './from-basemap.ts';
export { drawGround } from './ground.ts';
export { createMapEngine } from './map-engine.ts';
export { createPlane } from './projection.ts';
export type * from './types.ts';
