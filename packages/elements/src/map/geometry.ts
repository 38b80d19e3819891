/** Boxes and distances on the map. */
import type { Item } from './items.ts';
import type { Box } from './label-layer.ts';
import type { Plane, PlaneBox } from './projection.ts';
import type { LonLatBox, MapPlace, MapPoint } from './types.ts';

/** A cluster is named after a town at most this far away, degrees of longitude (about 25 km in Brittany). */
const TOWN_NEAR = 0.34;

/** `[west, south, east, north]` around points. */
export function boxOfPoints(points: readonly MapPoint[]): LonLatBox {
  let box: LonLatBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    const [west, south, east, north] = box;
    box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return box;
}

/** A box in the plane, null for one that is empty. A box of no size has no scale: a unit of the plane stands for one place. */
export function boxAround(box: LonLatBox, plane: Plane): PlaneBox | null {
  if (box[0] > box[2]) return null;
  const [[left, top], [right, bottom]] = plane.boxOf(box);
  return [
    [left - 0.5, top - 0.5],
    [right + 0.5, bottom + 0.5],
  ];
}

/** The name of the town nearest to an item, null if none is near. */
export function townNear(item: Item, places: readonly MapPlace[]): string | null {
  const across = Math.cos((item.lat * Math.PI) / 180);
  let nearest: string | null = null;
  let least = TOWN_NEAR;
  for (const place of places) {
    const distance = Math.hypot(place.lon - item.lon, (place.lat - item.lat) / across);
    if (distance >= least) continue;
    nearest = place.name;
    least = distance;
  }
  return nearest;
}

/** The box of a node within the stage, none if it is hidden or lies elsewhere. */
export function boxOn(stage: Element, node: HTMLElement): Box[] {
  // Not measured: what has just been drawn would be laid out for it.
  if (node.hidden) return [];
  const origin = stage.getBoundingClientRect();
  const { left, top, right, bottom, width } = node.getBoundingClientRect();
  const apart = width === 0 || top >= origin.bottom || bottom <= origin.top;
  const { left: x, top: y } = origin;
  return apart ? [] : [{ left: left - x, top: top - y, right: right - x, bottom: bottom - y }];
}
