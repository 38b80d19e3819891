/** The scale of the map: a line as long as a round distance, at the latitude in the middle of the view. */

import { inPlane } from '@ess-widgets/core/geo';
import { element } from './dom.ts';
import type { Box, MapEngine, MapLayer, Transform } from './types.ts';

/** Length of the equator, km: the radius that web maps use. */
const EQUATOR = 40_075.017;
/** The line is never longer, px. */
const LONGEST = 110;

/** Px that it keeps from the edge and from what is under it. */
const EDGE = 4;

/** A distance and how long it is on the map. */
interface ScaleLine {
  readonly km: number;
  readonly px: number;
}

/** The longest of 1, 2 and 5 times a power of ten that fits. */
export function scaleLine(kmPerPx: number, longest: number = LONGEST): ScaleLine {
  const most = kmPerPx * longest;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = ([5, 2, 1].find((factor) => factor * power <= most * (1 + 1e-9)) ?? 1) * power;
  return { km, px: km / kmPerPx };
}

/** Km a pixel where the world is so many pixels wide, at a latitude in degrees. */
export const kmPerPixel = (world: number, lat: number): number => (EQUATOR * Math.cos((lat * Math.PI) / 180)) / world;

/** The line, at the bottom of the map. */
export class ScaleLayer implements MapLayer {
  /** Writes a distance in the visitor's language. */
  written: (km: number) => string;
  readonly #engine: MapEngine;
  readonly #line: HTMLElement;

  constructor(engine: MapEngine, written: (km: number) => string) {
    this.#engine = engine;
    this.written = written;
    this.#line = element('div', 'scale', { 'aria-hidden': 'true' });
    engine.stage.append(this.#line);
  }

  move(transform: Transform): void {
    const { plane, stage } = this.#engine;
    const [, lat] = plane.toLonLat(...inPlane(transform, stage.clientWidth / 2, stage.clientHeight / 2));
    const { km, px } = scaleLine(kmPerPixel(plane.world * transform.k, lat));
    this.#line.style.inlineSize = `${px.toFixed(1)}px`;
    const text = this.written(km);
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  /** Above the attribution where that reaches so far. */
  arrange(_transform: Transform, taken: readonly Box[]): readonly Box[] {
    const { clientHeight } = this.#engine.stage;
    const { offsetLeft: left, offsetWidth: width, offsetHeight: height } = this.#line;
    if (width === 0) return [];
    const below = taken.filter((box) => box.bottom > clientHeight - height && box.left < left + width);
    const bottom = below.reduce((least, box) => Math.min(least, box.top), clientHeight - EDGE) - EDGE;
    this.#line.style.insetBlockEnd = `${clientHeight - bottom}px`;
    return [{ left, top: bottom - height, right: left + width, bottom }];
  }
}
