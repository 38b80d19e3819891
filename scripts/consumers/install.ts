/** Empty projects that install the packages as a developer does: from the archives that npm packs, all else from the registry. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npm, type Packed, packAll } from '../release/pack.ts';

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

/** A project is one of its own: nothing of the run that starts it is handed on. Its output is read as plain text. */
const ALONE = { NODE_ENV: '', NODE_OPTIONS: '', VITEST: '', FORCE_COLOR: undefined, NO_COLOR: '1' };

/** Archives of this run: those of an earlier one may be of other sources. */
let packed: readonly Packed[] | undefined;

/**
 * Copies a project beside this file, installs the archives in it and builds it.
 * @param versions ranges of other versions than the project asks for, by the name of the package
 * @throws Error with what npm said, where a package is not packed, not found or not built
 */
export function installProject(name: string, versions: Readonly<Record<string, string>> = {}): Installed {
  const folder = mkdtempSync(path.join(tmpdir(), `ess-${name}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(path.join(import.meta.dirname, name), folder, { recursive: true });
    // What a server of pages adds to its project, whichever it is.
    cpSync(path.join(import.meta.dirname, 'still.mjs'), path.join(folder, 'still.mjs'));
    packed ??= packAll();
    const archives = packed.filter((each) => WANTED.has(each.name)).map(({ tarball }) => tarball);
    const env = { ...process.env, ...ALONE };
    const asked = Object.entries(versions).map(([each, range]) => `devDependencies.${each}=${range}`);
    if (asked.length > 0) npm(folder, ['pkg', 'set', ...asked], env);
    npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...archives], env);
    const said = npm(folder, ['run', 'build'], env);
    return { folder, said, packageIn: (each) => path.join(folder, 'node_modules', each), remove };
  } catch (failure) {
    remove();
    throw failure;
  }
}
