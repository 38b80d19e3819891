/** The territories of a file of outlines, of France or of anywhere else. */
import type { OutlinedKind } from '@ess-widgets/core/model';
import { Refusal } from 'ess-widgets/internal';
import {
  type AnyFeature,
  checkDegrees,
  contourOf,
  featureLabel,
  isOfRegions,
  latitudesFirst,
  layersOf,
  noContours,
} from '../boundaries/contours.ts';
import {
  clockwise,
  close,
  doubleArea,
  geometryPolygons,
  holds,
  type Line,
  type LonLatPair,
  type Rings,
  ringsExtent,
  unstitched,
} from '../geometry/rings.ts';
import { DEPARTEMENTS_OF } from '../regions.ts';

/** A territory and its outline. */
export interface BasemapArea {
  /** As territories of a data set are called: `departement-29`. Where there is none it has no name of its own on the map. */
  readonly id?: string;
  readonly name?: string;
  readonly polygons: readonly Rings[];
}

/** The content of a file. */
export interface AreasRead {
  readonly areas: readonly BasemapArea[];
  /** Features without a polygon, or without a code where one is needed. */
  readonly skipped: readonly string[];
  /** The credit that the file asks for, by language. */
  readonly attribution: Readonly<Record<string, string>> | undefined;
}

/** The part of a file that is read. */
interface Part {
  /** The object of a TopoJSON. */
  readonly layer: string | undefined;
  /** INSEE code of a region, whose départements are then recognised by their codes. */
  readonly region: string | undefined;
}

/**
 * Reads a file of outlines, GeoJSON or TopoJSON.
 * @param given as the user typed it, for messages
 * @throws Refusal where it is none, is not in degrees, has its axes swapped or several layers between which nothing chooses
 */
export function readAreas(document: unknown, given: string, part: Part): AreasRead {
  const layers = layersOf(document);
  if (!layers) throw noContours(given);
  const features = part.region === undefined ? chosenLayer(layers, given, part.layer) : [...layers.values()].flat();
  const shaped = features.map((each) => ({
    each,
    polygons: each.geometry ? sound(geometryPolygons(each.geometry)) : [],
  }));
  const skipped = shaped.flatMap(({ each, polygons }, index) =>
    polygons.length > 0 ? [] : featureLabel(each.properties, index),
  );
  const drawn = shaped.filter(({ polygons }) => polygons.length > 0);
  if (drawn.length === 0) throw noPolygon(given, features.length);
  checkDegrees(
    drawn.flatMap(({ polygons }) => polygons.map((rings) => rings.map(turned))),
    given,
  );
  const cut = drawn.map(({ each, polygons }) => ({ each, polygons: unstitched(polygons) }));
  const areas = part.region === undefined ? anywhere(cut) : french(cut, given);
  return { areas, skipped, attribution: attributionOf(document) };
}

/** Checks the order of axes. @throws Refusal where no territory lies on land, and most do with longitude and latitude swapped */
export function checkOnLand(areas: readonly BasemapArea[], land: readonly Rings[], given: string): void {
  const inside = areas.flatMap(({ polygons }) => {
    const [largest] = [...polygons].sort((a, b) => sizeOf(b) - sizeOf(a));
    return largest ? [insideOf(largest)] : [];
  });
  const isOn = (lon: number, lat: number): boolean => land.some((polygon) => holds(polygon, [lon, lat]));
  const [first] = inside;
  if (!first || inside.some(([x, y]) => isOn(x, y))) return;
  if (inside.filter(([x, y]) => isOn(y, x)).length * 2 > inside.length) throw latitudesFirst(given, first);
}

const sizeOf = ([outer = []]: Rings): number => Math.abs(doubleArea(outer));

/** Returns a point in a polygon, however bent it is: the middle of the widest stretch half-way up. */
function insideOf(polygon: Rings): LonLatPair {
  const [west, south, east, north] = ringsExtent(polygon);
  const lat = (south + north) / 2;
  const crossings = polygon
    .flatMap((ring) =>
      ring.flatMap(([x, y], index) => {
        const [px, py] = ring[index - 1] ?? [x, y];
        return y > lat !== py > lat ? [px + ((x - px) * (lat - py)) / (y - py)] : [];
      }),
    )
    .sort((a, b) => a - b);
  const stretches = crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ middle: (from + to) / 2, width: to - from }] : [];
  });
  const widest = stretches.reduce((best, one) => (one.width > best.width ? one : best), {
    middle: (west + east) / 2,
    width: 0,
  });
  return [widest.middle, lat];
}

/** Turns longitudes that go on beyond 180, across the antimeridian, back: they are degrees still. */
const turned = (ring: Line): Line =>
  ring.map(([x, y]): LonLatPair => [Math.abs(x) > 180 && Math.abs(x) <= 360 ? x - 360 * Math.sign(x) : x, y]);

interface Drawn {
  readonly each: AnyFeature;
  readonly polygons: readonly Rings[];
}

/** Closes rings, turns outer ones clockwise and holes not, and leaves out those of less than a triangle. */
function sound(polygons: readonly Rings[]): Rings[] {
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings
      .map((ring) => clockwise(close(ring)))
      .filter((ring) => new Set(ring.map(String)).size >= 3);
    return outer ? [[outer, ...holes.map((hole) => hole.reverse())]] : [];
  });
}

function chosenLayer(
  layers: ReadonlyMap<string, readonly AnyFeature[]>,
  given: string,
  asked: string | undefined,
): readonly AnyFeature[] {
  const names = [...layers.keys()];
  const [only] = names;
  if (asked === undefined && names.length === 1 && only !== undefined) return layers.get(only) ?? [];
  const layer = layers.get(asked ?? '');
  if (layer && asked !== undefined) return layer;
  // A GeoJSON beside a TopoJSON has nothing to choose from.
  if (names.length === 1 && only === '') return layers.get('') ?? [];
  const list = names.join(', ');
  throw new Refusal({
    fr: `${given} a plusieurs couches\u202f: ${list}. Dites laquelle par --layer.`,
    en: `${given} has several layers: ${list}. Say which by --layer.`,
  });
}

/** Takes every feature as a territory, by its code; where several have one code, or one has none, by its name. */
function anywhere(drawn: readonly Drawn[]): readonly BasemapArea[] {
  const codes = drawn.map(({ each: { id, properties } }) => {
    const code = textOf(properties, 'code', 'id', 'iso_3166_2', 'iso', 'hasc', 'nuts_id', 'abbr') ?? idText(id);
    return code === UNKNOWN ? undefined : code;
  });
  return drawn.map(({ each, polygons }, index) => {
    const code = codes[index];
    const name = textOf(each.properties, 'nom', 'name_fr', 'name', 'libelle', 'label', 'gn_name', 'nuts_name') ?? code;
    const called = code === undefined || codes.indexOf(code) !== codes.lastIndexOf(code) ? name : code;
    const isId = called !== undefined && /^(?:pays|departement|region)-/u.test(called);
    const id = isId || called === undefined ? called : `departement-${slug(called)}`;
    return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }), polygons };
  });
}

/** Stands in files of Natural Earth, and in those drawn from it, where there is no code. */
const UNKNOWN = '-99';

const idText = (id: unknown): string | undefined =>
  typeof id === 'number' || (typeof id === 'string' && id.trim()) ? String(id).trim() : undefined;

function textOf(properties: AnyFeature['properties'], ...names: readonly string[]): string | undefined {
  const fields = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), idText(value)]));
  return names.flatMap((name) => fields.get(name) ?? [])[0];
}

/** Makes a part of an id of a name: ids have no spaces. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** Finds départements in a file, else makes them of their communes, else takes regions. */
function french(drawn: readonly Drawn[], given: string): readonly BasemapArea[] {
  const ofRegions = isOfRegions(
    drawn.map(({ each }) => each),
    given,
  );
  const read = drawn.flatMap(({ each, polygons }) => {
    const contour = contourOf(each, ofRegions);
    return contour ? [{ ...contour, polygons }] : [];
  });
  const kind = (['departement', 'commune', 'region'] satisfies OutlinedKind[]).find((one) =>
    read.some((each) => each.kind === one),
  );
  const areas = new Map<string, BasemapArea>();
  for (const each of read.filter((one) => one.kind === kind)) {
    const code = kind === 'commune' ? (each.departement ?? '') : each.code;
    const id = `${kind === 'commune' ? 'departement' : kind}-${code}`;
    const known = areas.get(id);
    const name = kind === 'commune' ? undefined : each.name || undefined;
    areas.set(id, { id, ...(name ? { name } : {}), polygons: [...(known?.polygons ?? []), ...each.polygons] });
  }
  return [...areas.values()];
}

/** Tells whether a territory is of a region of France. */
export function isOfRegion({ id }: BasemapArea, region: string): boolean {
  return id === `region-${region}` || (DEPARTEMENTS_OF[region] ?? []).some((code) => id === `departement-${code}`);
}

/** Tells whether a territory is called so: by its id, the code in it, or its name. */
export function isCalled({ id = '', name = '' }: BasemapArea, asked: string): boolean {
  const plain = slug(asked).toLowerCase();
  return [id, id.replace(/^[a-z]+-/u, ''), name].some((each) => slug(each).toLowerCase() === plain);
}

const attributionOf = (document: unknown): Readonly<Record<string, string>> | undefined => {
  const attribution =
    typeof document === 'object' && document && 'attribution' in document ? document.attribution : null;
  if (typeof attribution === 'string') return { fr: attribution };
  return typeof attribution === 'object' && attribution && 'fr' in attribution
    ? (attribution as Readonly<Record<string, string>>)
    : undefined;
};

const noPolygon = (given: string, found: number): Refusal =>
  new Refusal({
    fr: `${given}\u202f: aucun polygone parmi ses ${found} objets (attendu\u202f: les contours des territoires, pas leurs limites ni leurs centres).`,
    en: `${given}: no polygon among its ${found} features (expected: the outlines of territories, not their borders or middles).`,
  });
