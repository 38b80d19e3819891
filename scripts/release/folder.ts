/**
 * `npm run release -- folder [--keep <folder>]`: writes `dist/release/ess-widgets-<version>/` and its zip, for webmasters who
 * copy folders: the built `cdn` as `ess/`, the data of Brittany as `data/`, and a page that shows them. Pages and caches that
 * have the `ess.js` of the release before still ask for its files: `--keep` names its folder `ess`, unpacked, and they stay.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { archiveOf } from '../../packages/core/src/prepare/archive.ts';
import manifest from '../../packages/elements/package.json' with { type: 'json' };
import { filesIn, integrityOf } from './files.mjs';
import { reasonsAgainst } from './prepack.mjs';
import { RELEASE_FOLDER, serverFiles } from './server-files.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const INTEGRITY = 'integrity.json';

/** Files by their paths in the folder, with `/`. */
type Files = ReadonlyMap<string, Uint8Array>;

const read = (folder: string): Files =>
  new Map(filesIn(folder).map((file) => [file, readFileSync(path.join(folder, file))]));

const topOf = (file: string): string => file.split('/', 1)[0] ?? '';

/**
 * Returns the files of the folder that the loader of a release loads from: those of releases before it stay behind.
 * @throws Error where the folder is none of a release
 */
function keptOf(folder: string): Files {
  const files = read(folder);
  const loader = Buffer.from(files.get('ess.js') ?? '').toString();
  const name = [...files.keys()].map(topOf).find((each) => RELEASE_FOLDER.test(each) && loader.includes(each));
  if (!name) throw new Error(`${folder} is no release of ESS Widgets: its ess.js names no folder beside it.`);
  return new Map([...files].filter(([file]) => file.startsWith(`${name}/`)));
}

/**
 * Returns the files of the folder `ess` of a release: those of the build, of the release before, licence, configuration of servers, and the hash
 * of each in `integrity.json`.
 * @param cdn built folder
 * @param keep folder of the release before
 */
export function releaseFiles(cdn: string, keep?: string): Files {
  const files = new Map([...(keep ? keptOf(keep) : []), ...read(cdn)]);
  files.set('LICENSE', readFileSync(path.join(ROOT, 'LICENSE')));
  const entries = [...files.keys()].filter((file) => !file.includes('/') && /\.(js|html)$/.test(file)).sort();
  const folders = [...new Set([...files.keys()].map(topOf))].filter((name) => RELEASE_FOLDER.test(name)).sort();
  for (const [name, text] of serverFiles(entries, folders)) files.set(name, Buffer.from(text));
  files.delete(INTEGRITY);
  const hashes = [...files].map(([file, bytes]) => [file, integrityOf(bytes)] as const);
  const sorted = Object.fromEntries(hashes.sort(([one], [other]) => (one < other ? -1 : 1)));
  return files.set(INTEGRITY, Buffer.from(`${JSON.stringify(sorted, null, 2)}\n`));
}

const NAME = `ess-widgets-${manifest.version}`;

/** Returns what webmasters get. Stills are left out: they are for hosts that write pages on their server. */
function withData(ess: Files): Files {
  const data = [...read(path.join(ROOT, 'packages/bretagne/data'))].filter(([file]) => !file.startsWith('stills/'));
  return new Map([
    ...[...ess].map(([file, bytes]) => [`ess/${file}`, bytes] as const),
    ...data.map(([file, bytes]) => [`data/${file}`, bytes] as const),
    ['exemple.html', readFileSync(path.join(import.meta.dirname, 'exemple.html'))],
  ]);
}

const zipped = (files: Files): Buffer =>
  Buffer.from(archiveOf(new Map([...files].map(([file, bytes]) => [`${NAME}/${file}`, bytes]))));

/** Returns the bytes of the archive of a release. @param ess see {@link releaseFiles} */
export const releaseZip = (ess: Files): Buffer => zipped(withData(ess));

/**
 * Writes a release as a folder and as a zip of it, in place of one of the same name.
 * @param ess see {@link releaseFiles}
 * @param out folder that gets both
 * @returns their names
 */
export function writeRelease(ess: Files, out: string): { readonly folder: string; readonly zip: string } {
  const files = withData(ess);
  const [folder, zip] = [path.join(out, NAME), path.join(out, `${NAME}.zip`)];
  rmSync(folder, { recursive: true, force: true });
  for (const [file, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  writeFileSync(zip, zipped(files));
  return { folder, zip };
}

/** Returns why the table of speed in README may not be published: it was measured on other code. Null where it was not. */
export function reasonAgainstTable(cdn: string, results = path.join(ROOT, 'packages/bench/results')): string | null {
  const file = path.join(results, 'gate.json');
  const measured: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).code : undefined;
  return typeof measured === 'string' && existsSync(path.join(cdn, measured))
    ? null
    : `The table of speed is of ${String(measured)}, which is not what is built: npm run bench -- gate, then -- write.`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const { keep } = parseArgs({ options: { keep: { type: 'string' } } }).values;
  const elements = path.join(ROOT, 'packages/elements');
  const old = reasonsAgainst(elements).filter((reason) => reason.startsWith('cdn'));
  if (old.length > 0) throw new Error(old.join('\n'));
  const slow = reasonAgainstTable(path.join(elements, 'cdn'));
  if (slow) throw new Error(slow);
  const files = releaseFiles(path.join(elements, 'cdn'), keep && path.resolve(keep));
  const { folder, zip } = writeRelease(files, path.join(ROOT, 'dist/release'));
  console.log(`${path.relative(ROOT, folder)} and ${path.relative(ROOT, zip)}: ${files.size} files`);
  if (!keep)
    console.log('No release before it is kept: pages with an older ess.js in a cache need `--keep <its folder ess>`.');
}
