/**
 * Archives of plugins of host sites: their own files, those shared with other hosts, the built loader (`npm run build:cdn`),
 * and the data of Brittany with their stills (`npm run build:stills`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../packages/elements/package.json' with { type: 'json' };
import { zipOf } from './zip.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A plugin: its package, its folder in the archive, and its files in which `@version@` and `@hash@` stand. */
export interface Plugin {
  readonly name: string;
  readonly folder: string;
  readonly stamped: readonly string[];
}

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

/** Returns the bytes of the archive. @throws Error where the loader or the stills are not built */
export function pluginZip({ name, folder, stamped }: Plugin): Buffer {
  const cdn = path.join(ROOT, 'packages/elements/cdn');
  const release = existsSync(cdn) && readdirSync(cdn).find((entry) => entry.startsWith(`${manifest.version}-`));
  if (!release) throw new Error('The loader is not built: run `npm run build:cdn` first.');
  if (!existsSync(path.join(ROOT, 'packages/bretagne/data/stills/index.json'))) {
    throw new Error('The stills are not built: run `npm run build:stills` first.');
  }
  const own = filesOf(`packages/${name}`, '').filter(([file]) => !/^dist\/|^package\.json$/.test(file));
  const files = new Map([
    ...own,
    ...filesOf('packages/host-php', 'host-php'),
    ...filesOf('packages/elements/cdn', 'cdn').filter(
      ([file]) => !/^cdn\/(?:early\.html|licences\.md)$|\.map$/.test(file),
    ),
    ...filesOf('packages/bretagne/data', 'data'),
    ['licences.md', readFileSync(path.join(cdn, 'licences.md'))],
    ['LICENSE', readFileSync(path.join(ROOT, 'LICENSE'))],
  ]);
  const hash = release.slice(manifest.version.length + 1);
  for (const file of stamped) {
    const text = readFileSync(path.join(ROOT, 'packages', name, file), 'utf8');
    files.set(file, Buffer.from(text.replaceAll('@version@', manifest.version).replaceAll('@hash@', hash)));
  }
  return zipOf(new Map([...files].map(([file, bytes]) => [`${folder}/${file}`, bytes])));
}

/** Writes the archive to `packages/<name>/dist/`, and says so. */
export function writePluginZip(plugin: Plugin): void {
  const file = `packages/${plugin.name}/dist/${plugin.folder}.zip`;
  const bytes = pluginZip(plugin);
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
}
