import type { Manifest, MeasuresDocument } from '../../../model/index.ts';
import { checkForm } from '../read.ts';
import type { DataProblem } from './problems.ts';

const MEASURES_FORMAT = 'ess-measures/1';

const FRAME = {
  schema: async () => (await import('../../../model/manifest.ts')).MeasuresFrame,
  what: 'the measures',
};

/**
 * Returns the measures if they were computed from these very collections; else null, and the reason is passed to
 * `tell`.
 * @param isExcerpt whether they depend on the collections that they name; the whole document depends on all of them
 */
export async function checkMeasures(
  { value, url: file, isRead }: { readonly value: unknown; readonly url: string; readonly isRead: boolean },
  { collections }: Manifest,
  isExcerpt: boolean,
  tell: (problem: DataProblem) => void,
): Promise<MeasuresDocument | null> {
  const frame = isRead ? (value as MeasuresDocument) : await checkForm(FRAME, value, file);
  const names = Object.keys(isExcerpt ? frame.hashes : collections);
  // Records that the manifest leaves out (`pack --no-records`) have not changed, and nobody could compute from them.
  const changed = names.filter((name) => collections[name] && collections[name].hash !== frame.hashes[name]);
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
