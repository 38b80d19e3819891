import * as z from 'zod/mini';
import type { Manifest, MeasuresDocument } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import { checkShape } from '../read.ts';

const MEASURES_FORMAT = 'ess-measures/1';

/** The frame only: measures are written by our own build, keyed to the data by hashes. */
const Frame = z.object({
  format: z.string(),
  hashes: z.record(z.string(), z.string()),
  indicators: z.record(z.string(), z.unknown()),
  measures: z.array(z.unknown()),
});

/** The measures if they were computed from these very collections, else what to say of them. */
export function checkMeasures(value: unknown, manifest: Manifest, url: string): MeasuresDocument | Finding {
  const frame = checkShape(Frame, value, 'the measures', url);
  if (frame.format !== MEASURES_FORMAT) return dropped(url, frame.format, MEASURES_FORMAT);
  const changed = Object.keys(manifest.collections).filter(
    (name) => frame.hashes[name] !== manifest.collections[name]?.hash,
  );
  // The frame was checked; its measures are those of our own build.
  return changed.length === 0 ? (frame as unknown as MeasuresDocument) : dropped(url, changed.join(', '));
}

function dropped(file: string, found: string, expected?: string): Finding {
  return {
    rule: 'measures',
    severity: 'info',
    certainty: 'certain',
    where: { file },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: {
      fr: `Les indicateurs préparés ne correspondent pas aux données (${found})\u202f: ils sont recalculés.`,
      en: `The prepared indicators do not match the data (${found}): they are computed again.`,
    },
  };
}
