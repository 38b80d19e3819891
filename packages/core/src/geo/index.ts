export { type Basemap, parseBasemap } from './basemap.ts';
export { boxOfCircle, circleAround } from './circle.ts';
export { communesLike } from './commune-choices.ts';
export { type Commune, type CommuneTable, findCommune, readCommunes } from './communes.ts';
export { communesFile } from './communes-file.ts';
export { parseCommunes } from './communes-schema.ts';
export { toGeoJson } from './geojson.ts';
export {
  type Around,
  isPreciselyPlaced,
  type LonLatBox,
  type NearCommune,
  type OutsideRadius,
  RADII,
  radiusFor,
  readNear,
  SEARCH_RADIUS_KM,
  writeNear,
} from './near.ts';
export { createPlaceWords, type PlaceWords } from './place-words.ts';
export { createPlacer } from './placer.ts';
export { readBasemap } from './read-basemap.ts';
export { isAtSea, isSwapped } from './sea.ts';
