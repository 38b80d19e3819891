/** Conversion of the outlines of territories to a basemap file, `ess-basemap/1`. */
import { gzipSync } from 'node:zlib';
import type { Basemap } from '@ess-widgets/core/geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { memberLines } from '../documents.ts';
import { clip, type LonLatExtent, multiPolygon, type Rings, ringsExtent, touches } from '../geometry/rings.ts';
import { type Metres, metresAt, ringArea, simplified, withoutIslets } from '../geometry/simplify.ts';
import {
  type CompactTopology,
  collectionAreas,
  compactTopology,
  objectPolygons,
  polygonsIn,
  withRegion,
} from '../geometry/topology.ts';
import type { BasemapArea } from './areas.ts';
import { mergeCoastlines } from './coastlines.ts';
import { focusOf, mainPart, windowOf } from './view.ts';

/** Bytes that a map of a region may weigh, compressed: less than the code that draws it. */
const WEIGHT = 10_000;
/** Details across the first view: about one a pixel. */
const DETAILS = 900;
/**
 * Factor by which details become coarser, at least, each time that the file is too heavy: its weight grows with the
 * number of details.
 */
const COARSER = 1.1;
/** Beyond the first view, details are so much larger. */
const BEYOND = 6;
/** Steps across the ground. */
const STEPS = 9_000;
/** Metres that the coast of Natural Earth is off, where it is not simplified. */
const COARSE = 3_000;
/** Kilometres that a coast may be off: that of Natural Earth lacks islands that people live on; that of a file is its own. */
const COAST_WITHIN = { own: 12, world: 30 } as const;

type Shape = Pick<BasemapArea, 'polygons'>;

/** The content of a ground. */
export interface Wanted {
  /** The territories that the map is about, and others that are drawn around them. */
  readonly about: readonly BasemapArea[];
  readonly around: readonly BasemapArea[];
  /** All other land. */
  readonly land: readonly Rings[];
  /** Whether the territories are cut out of that land: they fit it as they are. */
  readonly fits: boolean;
  /** The view of the whole; the main part of the territories where nothing is said. */
  readonly focus: LonLatExtent | undefined;
  /** Metres of the smallest detail; where nothing is said, as small as the weight allows. */
  readonly detail: number | undefined;
  readonly places: (focus: LonLatExtent, window: LonLatExtent) => Basemap['places'];
  readonly labels: Basemap['labels'];
  readonly attribution: Basemap['attribution'];
  readonly licences: Basemap['licences'];
}

/** A basemap, and the facts that its author wants to know. */
interface Built {
  readonly text: string;
  readonly basemap: Basemap;
  /** Bytes, compressed. */
  readonly gzip: number;
  readonly detail: number;
  /** Number of polygons of the territories that are not shown at first, and of those that no move of the map shows. */
  readonly apart: { readonly aside: number; readonly lost: number };
}

/** Makes the file. */
export function buildBasemap(wanted: Wanted): Built {
  const polygons = wanted.about.flatMap((area) => area.polygons);
  const focus = wanted.focus ?? focusOf(mainPart(polygons));
  const window = windowOf(focus);
  const metres = metresAt((focus[1] + focus[3]) / 2);
  const [[west, south], [east, north]] = [metres([focus[0], focus[1]]), metres([focus[2], focus[3]])];
  const place = { focus, window, metres };
  const finest = wanted.detail ?? Math.max(east - west, north - south) / DETAILS;
  let made = drawn(wanted, place, finest);
  while (wanted.detail === undefined && made.gzip > WEIGHT && made.detail < finest * 40) {
    made = drawn(wanted, place, made.detail * Math.max(COARSER, (made.gzip / WEIGHT) ** 0.8));
  }
  const outside = polygons.filter((polygon) => !isIn(ringsExtent(polygon), focus));
  const lost = outside.filter((polygon) => clip([polygon], window).length === 0).length;
  return { ...made, apart: { aside: outside.length, lost } };
}

interface Place {
  readonly focus: LonLatExtent;
  readonly window: LonLatExtent;
  readonly metres: Metres;
}

function drawn(wanted: Wanted, place: Place, detail: number): Omit<Built, 'apart'> {
  const { focus, window } = place;
  const basemap: Basemap = {
    format: 'ess-basemap/1',
    bbox: [...window],
    focus: [...focus],
    topology: groundOf(wanted, place, detail) as Basemap['topology'],
    coastWithin: wanted.fits ? COAST_WITHIN.world : COAST_WITHIN.own,
    places: wanted.places(focus, window),
    labels: wanted.labels,
    attribution: wanted.attribution,
    licences: wanted.licences,
  };
  const text = memberLines(basemap);
  return { text, basemap, detail, gzip: gzipSync(text, { level: 9 }).length };
}

/** Simplifies land, territories and region together: lines that they share they share still. */
function groundOf(wanted: Wanted, { focus, window, metres }: Place, detail: number): CompactTopology {
  const { about, around, land, fits } = wanted;
  const layer = (areas: readonly Shape[]): FeatureCollection => {
    const cut = areas.map(({ polygons }, index) => ({ code: `${index}`, polygons: clip(polygons, window) }));
    return withoutIslets(
      cut.filter(({ polygons }) => polygons.length > 0),
      detail,
      metres,
    );
  };
  /** Islands beyond the first view are left out as their details are. */
  const isSeen = ([outer = []]: Rings): boolean =>
    touches(outer, focus) || ringArea(outer, metres) >= (BEYOND * detail) ** 2;
  const given = topology({
    about: layer(about),
    around: layer(around),
    land: layer([{ polygons: land.filter((each) => isSeen(each)) }]),
  });
  const lines = simplified(given, detail, metres, ([x, y]) => (isIn([x, y, x, y], focus) ? 1 : BEYOND ** -2));
  const world = objectPolygons(lines, 'land');
  const union = mergeArcs(lines, [...collectionAreas(lines, 'about'), ...collectionAreas(lines, 'around')]);
  const whole = fits
    ? world
    : mergeCoastlines(world, polygonsIn(feature(lines, union)), {
        metres,
        window,
        reach: Math.max(COARSE, 2 * detail),
      });
  const features = collectionAreas(lines, 'about').map((area): Feature => {
    const { id, name } = about[Number('id' in area ? area.id : Number.NaN)] ?? {};
    return { type: 'Feature', properties: { id, name }, geometry: multiPolygon(polygonsIn(feature(lines, area))) };
  });
  const made = withRegion(
    compactTopology(
      { land: multiPolygon(whole), departements: { type: 'FeatureCollection', features } as FeatureCollection },
      STEPS,
    ),
  );
  if (about.every(({ id }) => id !== undefined)) return made;
  const { departements: _, ...objects } = made.objects;
  return { ...made, objects };
}

const isIn = (box: LonLatExtent, around: LonLatExtent): boolean =>
  box[0] >= around[0] && box[1] >= around[1] && box[2] <= around[2] && box[3] <= around[3];
