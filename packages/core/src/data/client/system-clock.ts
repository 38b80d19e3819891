import { systemTimers } from '../cache/time-limit.ts';
import type { Clock } from './types.ts';

/**
 * The clock of the platform.
 * @since 0.1.0
 */
export const systemClock: Clock = { ...systemTimers, now: () => Date.now() };
