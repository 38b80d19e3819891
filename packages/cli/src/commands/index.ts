import type { Command } from '../command.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { diff } from './diff.ts';
import { indicators } from './indicators.ts';
import { observations } from './observations.ts';
import { pack } from './pack.ts';
import { prepare } from './prepare.ts';
import { render } from './render.ts';
import { schema } from './schema.ts';
import { snapshot } from './snapshot.ts';
import { year } from './year.ts';

/** The commands that exist. */
export const commands: readonly Command[] = [
  check,
  convert,
  indicators,
  observations,
  diff,
  pack,
  schema,
  year,
  prepare,
  render,
  snapshot,
];
