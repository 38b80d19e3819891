import { basemap } from './basemap.ts';
import { boundaries } from './boundaries.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { communes } from './communes.ts';
import { diff } from './diff.ts';
import { indicators } from './indicators.ts';
import { observations } from './observations.ts';
import { pack } from './pack.ts';
import { schema } from './schema.ts';

/** The commands that exist. */
export const commands: readonly Command[] = [
  check,
  indicators,
  observations,
  diff,
  basemap,
  boundaries,
  communes,
  pack,
  schema,
];
