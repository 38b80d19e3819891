/**
 * `npm run wordpress:zip`: the plugin as one archive, `packages/wordpress/dist/ess-widgets.zip`, from its own files, those
 * shared with other hosts, the built loader (`npm run build:cdn`), and the data of Brittany with their stills
 * (`npm run build:stills`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../packages/elements/package.json' with { type: 'json' };
import { zipOf } from './zip.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = 'ess-widgets';

/** Returns the files of a folder and of those in it, by their paths in the archive. */
function filesOf(folder: string, under: string): readonly (readonly [string, Uint8Array])[] {
  const entries = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(path.join(ROOT, folder), file).split(path.sep).join('/');
      return [path.posix.join(FOLDER, under, name), readFileSync(file)] as const;
    });
}

/** Returns the bytes of the archive; tests ask for one of another version. @throws Error where the loader or the stills are not built */
export function wordpressZip(version: string = manifest.version): Buffer {
  const cdn = path.join(ROOT, 'packages/elements/cdn');
  const release = existsSync(cdn) && readdirSync(cdn).find((name) => name.startsWith(`${manifest.version}-`));
  if (!release) throw new Error('The loader is not built: run `npm run build:cdn` first.');
  if (!existsSync(path.join(ROOT, 'packages/bretagne/data/stills/index.json'))) {
    throw new Error('The stills are not built: run `npm run build:stills` first.');
  }
  const own = filesOf('packages/wordpress', '').filter(([name]) => !/\/(?:dist\/|package\.json$)/.test(name));
  const files = new Map([
    ...own,
    ...filesOf('packages/host-php', 'host-php'),
    ...filesOf('packages/elements/cdn', 'cdn').filter(([name]) => !/\/early\.html$|\.map$/.test(name)),
    ...filesOf('packages/bretagne/data', 'data'),
    [`${FOLDER}/licences.md`, readFileSync(path.join(cdn, 'licences.md'))],
    [`${FOLDER}/LICENSE`, readFileSync(path.join(ROOT, 'LICENSE'))],
  ]);
  files.delete(`${FOLDER}/cdn/licences.md`);
  const main = `${FOLDER}/ess-widgets.php`;
  const text = readFileSync(path.join(ROOT, 'packages/wordpress/ess-widgets.php'), 'utf8');
  const hash = release.slice(manifest.version.length + 1);
  files.set(main, Buffer.from(text.replaceAll('@version@', version).replaceAll('@hash@', hash)));
  return zipOf(files);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const folder = path.join(ROOT, 'packages/wordpress/dist');
  mkdirSync(folder, { recursive: true });
  const bytes = wordpressZip();
  writeFileSync(path.join(folder, 'ess-widgets.zip'), bytes);
  console.log(`packages/wordpress/dist/ess-widgets.zip: ${Math.round(bytes.length / 1000)} kB`);
}
