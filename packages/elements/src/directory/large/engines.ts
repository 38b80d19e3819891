/** One engine for a directory, however many elements of the page show it. */

import type { Opening } from './opening.ts';
import { type Running, startEngine } from './worker-fallback.ts';

/** An engine stays this long after its last element: pages move elements about, ms. */
const GRACE = 2_000;

interface Shared {
  readonly running: Promise<Running>;
  users: number;
}

const shared = new Map<string, Shared>();

/** Engine that an element uses until it releases it. */
export interface EngineHandle {
  readonly running: Promise<Running>;
  readonly release: () => void;
}

/** Gives the engine of an opening: elements that ask for the same one share it. */
export function acquireEngine(opening: Opening): EngineHandle {
  const key = JSON.stringify(opening);
  const known = shared.get(key) ?? { running: startEngine(opening), users: 0 };
  shared.set(key, known);
  known.users += 1;
  // One that could not start is started anew for the next who asks.
  known.running.catch(() => shared.delete(key));
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    known.users -= 1;
    setTimeout(() => {
      if (known.users > 0 || shared.get(key) !== known) return;
      shared.delete(key);
      known.running.then(
        ({ end }) => end(),
        () => undefined,
      );
    }, GRACE);
  };
  return { running: known.running, release };
}

/** Counts the engines that run. */
export const enginesRunning = (): number => shared.size;
