import { createPlane, mapBasemap } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { basemapFor } from '../base/basemap.ts';
import { drawGround } from './ground.ts';

/** Margin of land shown round the region, as a share of its box. */
const AROUND = 0.04;

/**
 * The outline of the region with its water lines, for the cover. Null where the data set has no ground, or it cannot be
 * had: a cover does without.
 * @param asked the `basemap` attribute of the page
 */
export async function coverDrawing(dataset: Dataset, asked: string | undefined): Promise<SVGSVGElement | null> {
  if (!asked && !dataset.manifest.basemap) return null;
  try {
    const basemap = await basemapFor(dataset, asked);
    if (!basemap) return null;
    const plane = createPlane(basemap.bbox);
    const { svg } = drawGround(mapBasemap(basemap, 'fr'), plane);
    svg.setAttribute('preserveAspectRatio', 'xMidYMid slice');
    svg.setAttribute(
      'viewBox',
      viewOf(plane.boxOf(basemap.focus), plane.boxOf(basemap.bbox)).map(Math.round).join(' '),
    );
    return svg;
  } catch {
    return null;
  }
}

type Box = readonly [readonly [number, number], readonly [number, number]];

/** The region with some land round it, as far as there is a drawing: land must not end before the paper does. */
function viewOf([[left, top], [right, bottom]]: Box, [first, last]: Box): readonly number[] {
  const [x, y] = [(right - left) * AROUND, (bottom - top) * AROUND];
  const [from, to] = [Math.max(left - x, first[0]), Math.min(right + x, last[0])];
  return [from, top - y, to - from, bottom - top + 2 * y];
}
