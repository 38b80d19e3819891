/**
 * Stands in for `d3-transition` and `d3-interpolate` in our own build (see `vite.config.ts`): d3-zoom imports both, for
 * animations that the map never asks of it, since the camera flies by itself. They would be a quarter of the engine.
 */
import { selection } from 'd3-selection';

/** There is never a transition to interrupt. */
export function interrupt(): void {
  return undefined;
}

/** Called by d3-zoom only for a transition with a duration, and the camera's is 0. */
export function interpolateZoom(): never {
  throw new Error('d3-zoom has no transitions here: the camera flies by itself.');
}

interface Interruptible {
  interrupt?: () => unknown;
}

/** d3-zoom interrupts the selection that it is given before it moves it. */
const prototype: Interruptible = selection.prototype;
prototype.interrupt = function still(this: unknown): unknown {
  return this;
};
