/** The public packages as npm packs them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { foldersIn } from '../sync/files.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** Folder of all that a release is made of. */
export const RELEASE = path.join(ROOT, 'dist/release');

export interface Packed {
  readonly name: string;
  /** Folder of its sources. */
  readonly folder: string;
  readonly tarball: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

/** Returns the packages that are published, with the archive of each, written or not. */
export function publicPackages(): readonly Packed[] {
  return foldersIn(path.join(ROOT, 'packages'))
    .map((name) => path.join(ROOT, 'packages', name))
    .filter((folder) => existsSync(path.join(folder, 'package.json')))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest: { name, version } }) => {
      const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
      return { name, folder, tarball: path.join(RELEASE, file) };
    });
}

/**
 * Runs npm in a folder.
 * @returns its output
 * @throws Error with its output, where it fails
 */
export function npm(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  });
  const said = `${stdout}${stderr}`.trim();
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}.\n${said}`);
  return said;
}

/**
 * Packs the public packages anew.
 * @throws Error where a package is not packed: the guard says why
 */
export function packAll(): readonly Packed[] {
  mkdirSync(RELEASE, { recursive: true });
  for (const file of readdirSync(RELEASE)) if (file.endsWith('.tgz')) rmSync(path.join(RELEASE, file));
  const packages = publicPackages();
  for (const { folder } of packages) npm(folder, ['pack', '--pack-destination', RELEASE, '--loglevel=error']);
  return packages;
}
