/** The archives that the site offers: the plugins of WordPress and of SPIP, and the folders for any other site. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import manifest from '../../packages/elements/package.json' with { type: 'json' };
import type { Archive } from '../../stories/support/archives.ts';
import { pluginZip } from '../hosts/plugin-zip.ts';
import { releaseFiles, releaseZip } from '../release/folder.ts';
import { ROOT } from './mounts.mjs';

/** An archive with what is in it. */
export interface Download extends Archive {
  readonly bytes: Buffer;
}

/** Returns the archives of what is built. @param day of today, `YYYY-MM-DD` @throws Error where the loader or the stills are not built */
export function downloads(day: string): readonly Download[] {
  const folder = releaseZip(releaseFiles(path.join(ROOT, 'packages/elements/cdn')));
  const { version } = manifest;
  const made = [
    ['wordpress', `ess-widgets-wordpress-${version}.zip`, pluginZip('wordpress')],
    ['spip', `ess-widgets-spip-${version}.zip`, pluginZip('spip')],
    ['folder', `ess-widgets-${version}.zip`, folder],
  ] as const;
  return made.map(([kind, name, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind, name, size: bytes.length, sha256, day, bytes };
  });
}

/** The same after the stills, which the plugins carry, were made from the data as they are now. @throws Error where that fails */
export function makeDownloads(now = new Date()): readonly Download[] {
  const { status } = spawnSync('npm', ['run', '--silent', 'build', '--', 'stills'], {
    cwd: ROOT,
    // What it says is about files that nobody asked for.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The stills of the archives could not be made: run `npm run build -- stills`.');
  return downloads(now.toISOString().slice(0, 10));
}
