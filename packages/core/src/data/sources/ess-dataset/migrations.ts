import { EssError } from '../../../errors.ts';
import { DATASET_FORMAT } from '../../../model/index.ts';
import { excerpt, isObject } from '../values.ts';

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
    const list = format === undefined ? listIn(manifest) : undefined;
    throw list ? listElsewhere(message, list, url) : new EssError('format', message, { url, path: 'format' });
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

/** How deep a list lies in the answers of services. */
const DEEPEST = 3;

/** Returns the path of the first list of records in an answer; undefined where none can be named in an address. */
function listIn(value: unknown, depth = 0): string | undefined {
  if (!isObject(value) || depth === DEEPEST) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!/^[\w-]{1,40}$/.test(key)) continue;
    if (Array.isArray(inner) && isObject(inner[0])) return key;
    const below = listIn(inner, depth + 1);
    if (below !== undefined) return `${key}.${below}`;
  }
  return undefined;
}

/** Returns the error of an answer in JSON whose author has not said where its list is. */
function listElsewhere(message: string, list: string, url: string): EssError {
  const remedy = {
    fr: `Rien ne dit où est la liste dans cette réponse. Si c’est «\u202f${list}\u202f», ajoutez #records=${list} à la fin de l’adresse.`,
    en: `Nothing says where the list is in this answer. If it is “${list}”, add #records=${list} at the end of the address.`,
  };
  return new EssError('format', `${message} ${remedy.en}`, { url, path: 'format', remedy });
}

/** Returns the error of outlines in TopoJSON, which a map takes by another attribute. */
function topology(url: string): EssError {
  const cure = 'export its members as CSV (UTF-8), or give its outlines to a map by "boundaries"';
  const message = `${url} is TopoJSON, which is not read: ${cure}.`;
  return new EssError('config', message, { url, given: 'src = TopoJSON (ess-dataset, csv)' });
}
