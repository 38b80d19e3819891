/** The ground: sea (the stage's own background), water lines, land, region, borders, coast. Drawn once. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, MultiLineString, Topology } from 'topojson-specification';
import { coastLines } from './coast.ts';
import { svgElement, write } from './dom.ts';
import { isletShapes } from './islets.ts';
import type { Plane } from './projection.ts';
import type { MapBasemap } from './types.ts';

/** Widths of the three water lines, outermost first, on a map 760 px wide. */
const WAVES = [46, 28, 12] as const;
const WAVES_AT = 760;

/** The SVG of the ground. */
export interface Ground {
  readonly svg: SVGSVGElement;
  /** Shows the plane at `k` px a unit, its origin at `x`, `y`. */
  move(x: number, y: number, k: number): void;
  /** Adapts line widths to the width of the map. */
  resize(width: number): void;
}

/** Draws the ground of a basemap. */
export function drawGround(basemap: MapBasemap, plane: Plane): Ground {
  const svg = svgElement('svg', { class: 'ground', 'aria-hidden': 'true', focusable: 'false' });
  const group = svgElement('g');
  const { topology } = basemap;
  const land = objectOf(topology, 'land');
  const coast = land === undefined ? '' : plane.path(coastLines(land, basemap.bbox));
  const islets = isletShapes(basemap.islets ?? []);
  const [inside, beyond] = [plane.path(islets.region), plane.path(islets.beyond)];
  const draw = (className: string, d: string): SVGPathElement => {
    const path = svgElement('path', { class: className, d });
    if (d !== '') group.append(path);
    return path;
  };
  const waves = WAVES.map((_, index) => draw(`wave wave-${index + 1}`, coast));
  // Lines as wide as those of the coast would make a target of a small islet in the open sea.
  draw('wave shoal', inside + beyond);
  draw('land-out', (land === undefined ? '' : plane.path(land)) + beyond);
  const region = objectOf(topology, 'region');
  draw('land', (region === undefined ? '' : plane.path(region)) + inside);
  draw('borders', borderPath(topology, plane));
  draw('coast', coast + inside + beyond);
  group.append(...marginsOf(plane));
  svg.append(group);
  return {
    svg,
    move: (x, y, k) => write(group, 'transform', `translate(${x} ${y}) scale(${k})`),
    resize: (width) => {
      const factor = Math.min(1.25, Math.max(0.42, width / WAVES_AT));
      waves.forEach((wave, index) => {
        wave.style.strokeWidth = `${((WAVES[index] ?? 0) * factor).toFixed(1)}px`;
      });
    },
  };
}

type TopologyOf = Topology<Record<string, GeometryObject>>;

function objectOf(topology: TopologyOf, name: string): Feature<Geometry> | FeatureCollection<Geometry> | undefined {
  const object = topology.objects[name];
  return object === undefined ? undefined : feature(topology, object);
}

/** Borders as lines if the basemap has them so, else the lines that two départements share. */
function borderPath(topology: TopologyOf, plane: Plane): string {
  const borders = objectOf(topology, 'borders');
  if (borders !== undefined) return plane.path(borders);
  const areas = topology.objects['departements'];
  return areas?.type === 'GeometryCollection' ? plane.path(feature(topology, sharedBy(areas))) : '';
}

/** The arcs of a topology that more than one area has. */
function sharedBy({ geometries }: GeometryCollection): MultiLineString {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const area of geometries) {
    // A negative index is an arc that is gone along backwards.
    const arcs = 'arcs' in area ? new Set(area.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc))) : [];
    for (const arc of arcs) (seen.has(arc) ? shared : seen).add(arc);
  }
  return { type: 'MultiLineString', arcs: [...shared].map((arc) => [arc]) };
}

/**
 * All that lies beyond the basemap, for a view of another shape than its box: the margin of a chart, not more sea.
 * Rectangles that overlap at the corners: one path around a hole takes ten times as long to paint without a graphics card.
 */
function marginsOf({ box: [[left, top], [right, bottom]] }: Plane): SVGRectElement[] {
  const far = 3 * Math.max(right - left, bottom - top);
  const rectangle = (x: number, y: number, width: number, height: number): SVGRectElement =>
    svgElement('rect', { class: 'beyond', x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` });
  const [wide, high] = [right - left + 2 * far, bottom - top + 2 * far];
  return [
    rectangle(left - far, top - far, wide, far),
    rectangle(left - far, bottom, wide, far),
    rectangle(left - far, top - far, far, high),
    rectangle(right, top - far, far, high),
  ];
}
