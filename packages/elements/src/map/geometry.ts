/** Boxes and distances on the map. */
import type { Item } from './items.ts';
import type { Box } from './label-layer.ts';
import type { Plane, PlaneBox } from './projection.ts';
import type { MapPlace, MapPoint } from './types.ts';

/** A cluster is named after a town at most this far away, degrees of longitude (about 25 km in Brittany). */
const TOWN_NEAR = 0.34;

/** The box around points, null for none. A box of no size has no scale: half a unit of the plane stands for one place. */
export function boxAround(points: readonly MapPoint[], plane: Plane): PlaneBox | null {
  let box: PlaneBox | null = null;
  for (const { lon, lat } of points) {
    const [x, y] = plane.toPlane(lon, lat);
    const [[left, top], [right, bottom]]: PlaneBox = box ?? [
      [x, y],
      [x, y],
    ];
    box = [
      [Math.min(left, x - 0.5), Math.min(top, y - 0.5)],
      [Math.max(right, x + 0.5), Math.max(bottom, y + 0.5)],
    ];
  }
  return box;
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
export function boxOn(stage: Element, node: Element | null): Box[] {
  if (node === null) return [];
  const origin = stage.getBoundingClientRect();
  const { left, top, right, bottom, width } = node.getBoundingClientRect();
  const apart = width === 0 || top >= origin.bottom || bottom <= origin.top;
  const { left: x, top: y } = origin;
  return apart ? [] : [{ left: left - x, top: top - y, right: right - x, bottom: bottom - y }];
}
