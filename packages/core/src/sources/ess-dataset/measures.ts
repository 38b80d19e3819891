import * as z from 'zod/mini';
import type { Manifest, MeasuresDocument } from '../../model/dataset.ts';
import { checkShape } from '../read.ts';
import type { Problem } from './problems.ts';

const MEASURES_FORMAT = 'ess-measures/1';

/** The frame only: measures are written by our own build, keyed to the data by hashes. */
const Frame = z.object({
  format: z.string(),
  hashes: z.record(z.string(), z.string()),
  indicators: z.record(z.string(), z.unknown()),
  measures: z.array(z.unknown()),
});

/** The measures if they were computed from these very collections; else null, and why is told to `tell`. */
export async function checkMeasures(
  value: unknown,
  { collections }: Manifest,
  file: string,
  tell: (problem: Problem) => void,
): Promise<MeasuresDocument | null> {
  const frame = await checkShape(Frame, value, 'the measures', file);
  const changed = Object.keys(collections).filter((name) => frame.hashes[name] !== collections[name]?.hash);
  if (frame.format !== MEASURES_FORMAT) {
    tell({ kind: 'measures', file, found: frame.format, expected: MEASURES_FORMAT });
  } else if (changed.length > 0) {
    tell({ kind: 'measures', file, found: changed.join(', ') });
  } else {
    // The frame was checked; its measures are those of our own build.
    return frame as unknown as MeasuresDocument;
  }
  return null;
}
