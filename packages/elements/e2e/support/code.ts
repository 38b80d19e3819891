/** Files of the built folder `cdn`, by the modules that they hold: which file holds which is decided by the build. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A module of the build, with the ids of what it imports, at once and late; its length is that before it is made smaller. */
export interface BuiltModule {
  readonly id: string;
  readonly file: string;
  readonly length: number;
  readonly imports: readonly string[];
  readonly late: readonly string[];
}

let modules: readonly BuiltModule[] | undefined;

/** Returns all modules of the build, as `npm run build -- cdn` wrote them. */
export function builtModules(): readonly BuiltModule[] {
  modules ??= JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../../../dist/cdn-graph.json'), 'utf8'),
  ) as readonly BuiltModule[];
  return modules;
}

/**
 * Returns the name of the file that holds a module: `core/data/client/files` → `files.js`.
 * @throws Error where none does
 */
export function fileOf(module: string): string {
  const id = `packages/${module.replace('/', '/src/')}`;
  const found = builtModules().find((each) => each.id === `${id}.ts` || each.id === id);
  if (!found) throw new Error(`No file of the build has ${module}.`);
  return found.file;
}

/** Returns the pattern of the address of the file that holds a module, whatever the release. @param query what may follow */
export const codeFile = (module: string, query = '$'): RegExp =>
  new RegExp(`/ess/\\d+\\.\\d+\\.\\d+-[0-9a-f]{8}/${fileOf(module).replaceAll('.', '\\.')}${query}`);
