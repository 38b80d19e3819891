import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A project outside of the repository that has installed core and elements as npm would pack them. */
export interface Consumer {
  readonly folder: string;
  /** Writes a file of the project. @returns its full path */
  readonly write: (name: string, text: string) => string;
  readonly remove: () => void;
}

/**
 * Makes one. Other packages are linked from this repository, and only those that `package.json` says are needed: what an
 * author has besides them is not there.
 * @param example folder of a project whose files it has
 */
export function createConsumer(example?: string): Consumer {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-consumer-'));
  const installed = path.join(folder, 'node_modules');
  for (const name of ['core', 'elements']) install(path.join(ROOT, 'packages', name), installed);
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  if (example) cpSync(path.join(ROOT, example), folder, { recursive: true });
  else write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  return { folder, write, remove: () => rmSync(folder, { recursive: true }) };
}

interface Package {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

const packageIn = (folder: string): Package =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;

/** Returns the import paths of a package that have types: `@ess-widgets/core/model`. */
export function entriesOf(folder: string): readonly string[] {
  const { name, exports = {} } = packageIn(path.join(ROOT, 'packages', folder));
  const typed = Object.entries(exports).filter(([entry, to]) => typeof to === 'object' && !entry.includes('*'));
  return typed.map(([entry]) => entry.replace('.', name));
}

function install(source: string, installed: string): void {
  const { name, dependencies = {} } = packageIn(source);
  for (const file of packedFiles(source)) cpSync(path.join(source, file), path.join(installed, name, file));
  for (const other of Object.keys(dependencies)) {
    if (!other.startsWith('@ess-widgets/')) link(other, installed);
  }
}

/** Links a package of this repository into a project, if it is not there yet. */
export function link(name: string, installed: string): void {
  const target = path.join(installed, name);
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(path.join(ROOT, 'node_modules', name), target, 'dir');
}

/** Returns the files that npm packs. */
function packedFiles(folder: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`npm cannot pack ${folder}: ${stderr}`);
  const [packed] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
  return (packed?.files ?? []).map((file) => file.path);
}
