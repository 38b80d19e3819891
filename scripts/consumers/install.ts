/** Empty projects that install the packages as a developer does: from the archives that npm packs, all else from the registry. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packAll, publicPackages } from '../release/pack.ts';

/** A project with its packages installed, outside of the repository. */
export interface Installed {
  readonly folder: string;
  /** Output of `npm run build`. */
  readonly said: string;
  /** Folder of an installed package. */
  readonly packageIn: (name: string) => string;
  readonly remove: () => void;
}

/** Packages that a project with elements installs: those that elements need are no longer asked of the registry then. */
const WANTED: ReadonlySet<string> = new Set(['@ess-widgets/bretagne', '@ess-widgets/core', '@ess-widgets/elements']);

function npm(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    // The project is one of its own: nothing of the run that starts it is handed on. Its output is read as plain text.
    env: { ...process.env, NODE_ENV: '', NODE_OPTIONS: '', VITEST: '', FORCE_COLOR: undefined, NO_COLOR: '1' },
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed.\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/**
 * Copies a project beside this file, installs the archives in it and builds it.
 * @throws Error with what npm said, where a package is not packed, not found or not built
 */
export function installProject(name: string): Installed {
  const folder = mkdtempSync(path.join(tmpdir(), `ess-${name}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(path.join(import.meta.dirname, name), folder, { recursive: true });
    const all = publicPackages();
    const packed = all.every(({ tarball }) => existsSync(tarball)) ? all : packAll();
    const archives = packed.filter((each) => WANTED.has(each.name)).map(({ tarball }) => tarball);
    npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...archives]);
    const said = npm(folder, ['run', 'build']);
    return { folder, said, packageIn: (each) => path.join(folder, 'node_modules', each), remove };
  } catch (failure) {
    remove();
    throw failure;
  }
}
