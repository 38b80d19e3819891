export { type Basemap, parseBasemap } from './basemap.ts';
export { blankGround } from './blank-ground.ts';
export { boxOfCircle, circleAround } from './circle.ts';
export { coastLines } from './coast.ts';
export { communesLike } from './commune-choices.ts';
export { type Commune, type CommuneTable, departementOf, findCommune, readCommunes } from './communes.ts';
export { communesFile } from './communes-file.ts';
export { parseCommunes } from './communes-schema.ts';
export {
  closestScale,
  type Frame,
  homeScale,
  homeView,
  type Insets,
  nearestTo,
  restShape,
  viewOfBox,
} from './framing.ts';
export { communesOfFrance, placeFirst, placeInFrance, type ReadFrance } from './france.ts';
export { type DepartementFile, FIGURES, FRANCE_CREDIT, keyOfName, NAME_FILES, type NamesFile } from './france-files.ts';
export { toGeoJson } from './geojson.ts';
export { groundLines, type Lines } from './ground-lines.ts';
export { type MapBasemap, type MapLabel, type MapPlace, mapBasemap } from './map-basemap.ts';
export { type Box, ISLETS_FROM, isInsideBox, namedFrom, nameWidth, overlap, roomForName, squareAt } from './names.ts';
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
export { isOff, showsSome } from './off.ts';
export { createPlaceWords, type PlaceWords } from './place-words.ts';
export { createPlacer, isLeft } from './placer.ts';
export { boxAround, boxOfPoints, createPlane, linePath, type Plane, type PlaneBox } from './plane.ts';
export { readBasemap } from './read-basemap.ts';
export { isAtSea, isSwapped } from './sea.ts';
export { thinned } from './thin.ts';
export { holding, inPlane, type Transform, toScreen, within } from './transform.ts';
