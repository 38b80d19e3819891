import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Texts by their path from the root of the repository. */
type Texts = ReadonlyMap<string, string>;

/** Makes a folder that looks like the repository with texts in it, as files beside the real ones, while `use` runs there. */
function withTexts<T>(texts: Texts, use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-overlay-'));
  const made = new Set<string>();
  /** A folder of its own, in which everything but the texts is a link. */
  const make = (at: string): void => {
    if (made.has(at)) return;
    if (at !== '.') {
      make(path.dirname(at));
      rmSync(path.join(folder, at), { force: true });
      mkdirSync(path.join(folder, at));
    }
    made.add(at);
    for (const name of readNames(path.join(ROOT, at)))
      symlinkSync(path.join(ROOT, at, name), path.join(folder, at, name));
  };
  try {
    make('.');
    for (const [file, text] of texts) {
      make(path.dirname(file));
      rmSync(path.join(folder, file), { force: true });
      writeFileSync(path.join(folder, file), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Names in a folder; none where there is no such folder. */
function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Runs a tool of the repository in a folder. @returns what it prints, whatever its status */
function run(folder: string, tool: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return `${stdout}${stderr}`;
}

/**
 * Type-checks texts as if they were files of the repository, beside the real ones that they import.
 * @param project a `tsconfig.json` of the repository
 * @param texts a test of an element may be among them
 * @param compilerOptions besides those of the project
 * @returns what the compiler says of them, line by line; nothing is good
 */
export function typeErrors(project: string, texts: Texts, compilerOptions: object = {}): readonly string[] {
  const own = `${project.slice(0, -'.json'.length)}.overlay.json`;
  const to = (file: string): string => path.posix.relative(path.dirname(project), file);
  const include = [...[...texts.keys()].map(to), '**/types/*.d.ts', '**/src/*.d.ts'];
  const config = JSON.stringify({ extends: `./${path.basename(project)}`, compilerOptions, include });
  const said = withTexts(new Map([...texts, [own, config]]), (folder) =>
    run(folder, 'typescript-native/bin/tsc', ['-p', own, '--noEmit', '--pretty', 'false']),
  );
  return said.split('\n').filter(Boolean);
}

/**
 * Lints texts as if they were files of the repository.
 * @returns names of the rules that each breaks: `ess(walls)`
 */
export function lintTexts(texts: Texts): ReadonlyMap<string, readonly string[]> {
  const said = withTexts(texts, (folder) => run(folder, 'oxlint/bin/oxlint', ['--format=json', ...texts.keys()]));
  if (!said.startsWith('{')) throw new Error(`The linter did not run: ${said}`);
  const { diagnostics, number_of_files: count } = JSON.parse(said) as {
    readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
    readonly number_of_files: number;
  };
  if (count !== texts.size) throw new Error(`The linter read ${count} of ${texts.size} files.`);
  return new Map(
    [...texts.keys()].map((file) => [
      file,
      diagnostics.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code),
    ]),
  );
}
