/**
 * `npm run zip -- wordpress` and `npm run zip -- spip`: the plugins of host sites, each as one archive. They have their own files,
 * those shared with other hosts, the built loader (`npm run build -- cdn`), and the data of Brittany with their stills
 * (`npm run build -- stills`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { constants, deflateRawSync } from 'node:zlib';
import { archiveOf } from '../../packages/core/src/prepare/archive.ts';
import manifest from '../../packages/elements/package.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * By the name of the package: its folder in the archive, its files in which `@version@` and `@hash@` stand, and what it does not ask
 * for: hashes of scripts, the style beside saved light forms, and the whole style where the skins of a page are written into it.
 */
const PLUGINS = {
  spip: {
    folder: 'ess_widgets',
    stamped: ['paquet.xml', 'src/Site.php'],
    unused: ['cdn/integrity.json', 'data/stills/still.css'],
  },
  wordpress: {
    folder: 'ess-widgets',
    stamped: ['ess-widgets.php'],
    unused: ['cdn/integrity.json', 'cdn/still.css', 'data/stills/still.css'],
  },
};

/** Returns the files of a folder and of those in it, by their paths in the archive. */
function filesOf(folder: string, under: string): readonly (readonly [string, Uint8Array])[] {
  const entries = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(path.join(ROOT, folder), file).split(path.sep).join('/');
      return [path.posix.join(under, name), readFileSync(file)] as const;
    });
}

/** Ways of packing: how long the blocks are and what counts as alike differ, and none is the best for every file. */
const WAYS = [6, 7, 8, 9].flatMap((level) =>
  [4, 5, 6, 7, 8, 9].flatMap((memLevel) =>
    [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED].map((strategy) => ({ level, memLevel, strategy })),
  ),
);

/** Returns bytes packed in the way that suits them best: PHP takes 2 MB by default. */
function smallest(bytes: Uint8Array): Buffer {
  const ways = WAYS.map((way) => deflateRawSync(bytes, way));
  return ways.reduce((one, other) => (other.length < one.length ? other : one));
}

/** Returns the bytes of an archive; tests ask for one of another version. @throws Error where the loader or the stills are not built */
export function pluginZip(name: keyof typeof PLUGINS, version: string = manifest.version): Buffer {
  const cdn = path.join(ROOT, 'packages/elements/cdn');
  const release = existsSync(cdn) && readdirSync(cdn).find((entry) => entry.startsWith(`${manifest.version}-`));
  if (!release) throw new Error('The loader is not built: run `npm run build -- cdn` first.');
  if (!existsSync(path.join(ROOT, 'packages/bretagne/data/stills/index.json'))) {
    throw new Error('The stills are not built: run `npm run build -- stills` first.');
  }
  const { folder, stamped, unused } = PLUGINS[name];
  const own = filesOf(`packages/${name}`, '').filter(([file]) => !/^dist\/|^package\.json$/.test(file));
  const files = new Map([
    ...own,
    ...filesOf('packages/host-php', 'host-php'),
    // PHP takes files of 2 MB where nobody has set it otherwise: the check of a file does without its worker, which is the largest,
    // and the Atelier stays on the site.
    ...filesOf('packages/elements/cdn', 'cdn').filter(
      ([file]) => !/^cdn\/(?:early\.html|licences\.md)$|^cdn\/atelier\/|\.map$|\/check-worker\.js$/.test(file),
    ),
    ...filesOf('packages/bretagne/data', 'data'),
    ['licences.md', readFileSync(path.join(cdn, 'licences.md'))],
    ['LICENSE', readFileSync(path.join(ROOT, 'LICENSE'))],
  ]);
  for (const file of unused) files.delete(file);
  // Skins are much alike: in one file, a line each, they take a quarter of the room.
  const skins = [...files].filter(([file]) => file.startsWith('cdn/still/')).sort();
  for (const [file] of skins) files.delete(file);
  const lines = skins.map(
    ([file, css]) => `/*${path.basename(file, '.css')}*/${String(css).trim().replaceAll('\n', '')}\n`,
  );
  files.set('cdn/skins.css', Buffer.from(lines.join('')));
  const hash = release.slice(manifest.version.length + 1);
  for (const file of stamped) {
    const text = readFileSync(path.join(ROOT, 'packages', name, file), 'utf8');
    files.set(file, Buffer.from(text.replaceAll('@version@', version).replaceAll('@hash@', hash)));
  }
  return Buffer.from(archiveOf(new Map([...files].map(([file, bytes]) => [`${folder}/${file}`, bytes])), smallest));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const name = process.argv[2] === 'spip' ? 'spip' : 'wordpress';
  const file = `packages/${name}/dist/${PLUGINS[name].folder}.zip`;
  const bytes = pluginZip(name);
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
}
