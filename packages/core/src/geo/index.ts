export { area, type Basemap, basemapSchema, parseBasemap } from './basemap.ts';
export { boxOfCircle, circleAround } from './circle.ts';
export { communesLike } from './commune-choices.ts';
export { type Commune, type CommuneTable, findCommune, readCommunes } from './communes.ts';
export { communesSchema, parseCommunes } from './communes-schema.ts';
export { toGeoJson } from './geojson.ts';
export {
  type Around,
  isExact,
  type LonLatBox,
  type NearCommune,
  type OutsideRadius,
  RADII,
  RADIUS,
  radiusFor,
  readNear,
  writeNear,
} from './near.ts';
export { createPlaceWords, type PlaceWords } from './place-words.ts';
export { createPlacer } from './placer.ts';
export { readBasemap } from './read-basemap.ts';
export { geoRules } from './rules.ts';
export { isAtSea, isSwapped } from './sea.ts';
export { createTerritoryTree, type TerritoryTree } from './territory-tree.ts';
