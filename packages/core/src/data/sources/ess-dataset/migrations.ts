import { EssError } from '../../../errors.ts';
import { DATASET_FORMAT } from '../../../model/index.ts';
import { excerpt } from '../values.ts';

/** Turns a manifest of an older major version into one of the next. Pure. */
export type Migration = (manifest: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Migrations from each older major version. There is none yet, since this release reads the first one. */
const migrations: Readonly<Record<number, Migration>> = {};

const CURRENT = Number(DATASET_FORMAT.split('/')[1]);

/**
 * Returns the manifest in the version that this release reads.
 * @throws EssError `format` for another format, or a version that is newer or has no way here; `config` for outlines
 */
export function migrate(manifest: Readonly<Record<string, unknown>>, url: string): Readonly<Record<string, unknown>> {
  const { format } = manifest;
  const major = typeof format === 'string' ? /^ess-dataset\/(\d+)(?:\.\d+)*$/.exec(format)?.[1] : undefined;
  if (major === undefined) {
    if (manifest['type'] === 'Topology') throw topology(url);
    const message = `${url} is no ESS data set: its "format" is ${excerpt(format) || 'missing'}, expected "${DATASET_FORMAT}".`;
    throw new EssError('format', message, { url, path: 'format' });
  }
  let current = manifest;
  for (let version = Number(major); version !== CURRENT; version++) {
    const step = migrations[version];
    if (!step)
      throw new EssError('format', `${url} is ess-dataset/${major}: this release reads ${DATASET_FORMAT}.`, { url });
    current = step(current);
  }
  return current;
}

/** Returns the error of outlines in TopoJSON, which a map takes by another attribute. */
function topology(url: string): EssError {
  const cure = 'export its members as CSV (UTF-8), or give its outlines to a map by "boundaries"';
  const message = `${url} is TopoJSON, which is not read: ${cure}.`;
  return new EssError('config', message, { url, given: 'src = TopoJSON (ess-dataset, csv)' });
}
