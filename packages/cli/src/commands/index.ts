import type { Command } from './command.ts';
import { indicators } from './indicators.ts';

/** The commands that exist. */
export const commands: readonly Command[] = [indicators];
