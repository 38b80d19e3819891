import type { Dataset } from '@ess-widgets/core/model';
import { basemapFor } from '../internal/basemap.ts';

/** How much of the land round the region is shown, as a share of its box. */
const AROUND = 0.04;

/**
 * The outline of the region with its water lines, for the cover. Null where the data set has no ground, or it cannot be
 * had: a cover does without.
 * @param asked the `basemap` attribute of the page
 */
export async function coverDrawing(dataset: Dataset, asked: string | undefined): Promise<SVGSVGElement | null> {
  if (!asked && !dataset.manifest.basemap) return null;
  try {
    const [{ createPlane, drawGround, mapBasemap }, basemap] = await Promise.all([
      import('../map/index.ts'),
      basemapFor(dataset, asked),
    ]);
    if (!basemap) return null;
    const plane = createPlane(basemap.bbox);
    const { svg } = drawGround(mapBasemap(basemap, 'fr'), plane);
    const [[left, top], [right, bottom]] = plane.boxOf(basemap.focus);
    const [width, height] = [right - left, bottom - top];
    const box = [left - width * AROUND, top - height * AROUND, width * (1 + 2 * AROUND), height * (1 + 2 * AROUND)];
    svg.setAttribute('preserveAspectRatio', 'xMidYMid slice');
    svg.setAttribute('viewBox', box.map(Math.round).join(' '));
    return svg;
  } catch {
    return null;
  }
}
