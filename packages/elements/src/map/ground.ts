/** The ground: sea (the stage's own background, to its edges), water lines, land, region, borders, coast. Drawn once. */
import { groundLines, type Lines, linePath, type MapBasemap, type Plane } from '@ess-widgets/core/geo';
import { svgElement, write } from './dom.ts';

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
  const lines = groundLines(basemap);
  const open = (of: Lines): string => of.map((line) => linePath(plane, line)).join('');
  const closed = (of: Lines): string => of.map((ring) => `${linePath(plane, ring.slice(0, -1))}Z`).join('');
  const [coast, inside, beyond] = [open(lines.coast), closed(lines.inside), closed(lines.beyond)];
  const draw = (className: string, d: string): SVGPathElement => {
    const path = svgElement('path', { class: className, d });
    if (d !== '') group.append(path);
    return path;
  };
  const waves = WAVES.map((_, index) => draw(`wave wave-${index + 1}`, coast));
  // Lines as wide as those of the coast would make a target of a small islet in the open sea.
  draw('wave shoal', inside + beyond);
  draw('land-out', closed(lines.land) + beyond);
  draw('land', closed(lines.region) + inside);
  draw('borders', open(lines.borders));
  draw('coast', coast + inside + beyond);
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
