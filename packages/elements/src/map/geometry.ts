/** Boxes and distances on the map. */
import type { Item } from '@ess-widgets/core/charts';
import type { Box, MapPlace } from '@ess-widgets/core/geo';

/** A cluster is named after a town at most this far away, degrees of longitude (about 25 km in Brittany). */
const TOWN_NEAR = 0.34;

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

/** A point of the window on the stage: a host page may zoom or scale what it lies in. */
export function pointOn(stage: HTMLElement, x: number, y: number): readonly [x: number, y: number] {
  const { left, top, width } = stage.getBoundingClientRect();
  const scale = width / stage.offsetWidth;
  return [(x - left) / scale, (y - top) / scale];
}

/** The box of a node within the stage, none if it is hidden or lies elsewhere. */
export function boxOn(stage: HTMLElement, node: HTMLElement): Box[] {
  // Not measured: what has just been drawn would be laid out for it.
  if (node.hidden) return [];
  const [seen, box] = [stage.getBoundingClientRect(), node.getBoundingClientRect()];
  const apart = box.width === 0 || box.top >= seen.bottom || box.bottom <= seen.top;
  const [left, top] = pointOn(stage, box.left, box.top);
  const [right, bottom] = pointOn(stage, box.right, box.bottom);
  return apart ? [] : [{ left, top, right, bottom }];
}
