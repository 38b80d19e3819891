/**
 * `npm run zip -- wordpress` and `npm run zip -- spip`: the plugins of host sites, each as one archive. They have their own files,
 * those shared with other hosts, the built loader (`npm run build -- cdn`), and the data of Brittany with their stills
 * (`npm run build -- stills`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { deflateRawSync } from 'node:zlib';
import SevenZip from '7z-wasm';
import { archiveOf } from '../../packages/core/src/prepare/archive.ts';
import manifest from '../../packages/elements/package.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * By the name of the package: its folder in the archive, its files in which `@version@` and `@hash@` stand, and what it does not ask
 * for: hashes of scripts, and the style beside saved light forms.
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
    unused: ['cdn/integrity.json', 'data/stills/still.css'],
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

const sevenZip = await SevenZip({ print: () => {} });

/** Begins each file of an archive; how it is packed, its length, and those of its name and of what follows stand behind. */
const LOCAL = 0x04034b50;

/**
 * Returns what packs files, some 4 % smaller than zlib does, which takes the first good way where 7-Zip looks for the best: PHP takes 2 MB
 * by default.
 */
function packerOf(files: Iterable<Uint8Array>): (bytes: Uint8Array) => Uint8Array {
  const { FS } = sevenZip;
  const all = [...files];
  // In the order of their names, as 7-Zip writes them.
  const names = all.map((_, at) => `${at}`.padStart(5, '0'));
  for (const [at, name] of names.entries()) FS.writeFile(name, all[at] ?? new Uint8Array());
  sevenZip.callMain(['a', '-tzip', '-mx=9', '-mfb=258', '-mpass=15', 'packed.zip', ...names]);
  const archive = Buffer.from(FS.readFile('packed.zip'));
  for (const name of ['packed.zip', ...names]) FS.unlink(name);
  const packed = new Map<Uint8Array, Uint8Array>();
  for (let at = 0; archive.readUInt32LE(at) === LOCAL; ) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const end = start + archive.readUInt32LE(at + 18);
    const bytes = all[packed.size] ?? new Uint8Array();
    const isPacked = archive.readUInt16LE(at + 8) !== 0;
    packed.set(bytes, isPacked ? archive.subarray(start, end) : deflateRawSync(bytes));
    at = end;
  }
  return (bytes) => packed.get(bytes) ?? deflateRawSync(bytes);
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
    // PHP takes files of 2 MiB where nobody has set it otherwise: the check of a file does without its worker, which is the largest,
    // and the Atelier without the folder for other sites.
    ...filesOf('packages/elements/cdn', 'cdn').filter(
      ([file]) => !/^cdn\/(?:early\.html|licences\.md)$|\/folder\.zip$|\.map$|\/check-worker\.js$/.test(file),
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
  const page = files.get('cdn/atelier/index.html');
  if (!page) throw new Error('The Atelier is not built: run `npm run build -- cdn` first.');
  files.set('cdn/atelier/index.html', Buffer.from(String(page).replace('<html ', '<html data-plugin ')));
  const hash = release.slice(manifest.version.length + 1);
  for (const file of stamped) {
    const text = readFileSync(path.join(ROOT, 'packages', name, file), 'utf8');
    files.set(file, Buffer.from(text.replaceAll('@version@', version).replaceAll('@hash@', hash)));
  }
  const inFolder = new Map([...files].map(([file, bytes]) => [`${folder}/${file}`, bytes]));
  return Buffer.from(archiveOf(inFolder, packerOf(files.values())));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const name = process.argv[2] === 'spip' ? 'spip' : 'wordpress';
  const file = `packages/${name}/dist/${PLUGINS[name].folder}.zip`;
  const bytes = pluginZip(name);
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
}
