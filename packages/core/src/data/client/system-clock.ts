import { systemTimers } from '../cache/time-limit.ts';
import type { Clock } from './types.ts';

/** The clock of the platform. */
export const systemClock: Clock = { ...systemTimers, now: () => Date.now() };
