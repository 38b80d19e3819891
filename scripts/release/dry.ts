/**
 * `npm run release -- dry [--keep <folder>]`: everything of a release but its publication. Builds, packs the public packages
 * and looks at the archives (publint, are-the-types-wrong, licences), writes the folder of widgets and its zip, and installs
 * the archives in empty projects (`npm run test:full -- consumers`). `--built` takes what is built already. It goes on after a failure,
 * so that one run shows all of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { PERMITTED, shippedWith } from './licences.ts';
import { npm, type Packed, packAll, RELEASE, ROOT } from './pack.ts';

const { keep, built } = parseArgs({ options: { keep: { type: 'string' }, built: { type: 'boolean' } } }).values;

let failures = 0;
/** Writes a line for one thing that was done, and a line for each of its problems. */
function tell(what: string, problems: readonly string[]): void {
  failures += problems.length > 0 ? 1 : 0;
  console.log(`${problems.length > 0 ? 'FAILED' : 'ok    '} ${what}`);
  for (const problem of problems) console.log(`       ${problem.replaceAll('\n', '\n       ')}`);
}

/** Runs npm. @returns its output where it failed, else nothing */
function failuresOf(...args: readonly string[]): readonly string[] {
  try {
    npm(ROOT, args);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** @returns what publint holds against a package */
async function lint({ tarball: file }: Packed): Promise<readonly string[]> {
  const bytes = readFileSync(file);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true, level: 'warning' });
  // The condition of this workspace leads to TypeScript: on purpose, and nobody else sets it.
  const own = messages.filter((message) => !message.path.includes('ess-source'));
  return own.map((message) => formatMessage(message, pkg) ?? message.code);
}

/** Returns the entries of a package that have types; others are data. */
function typedEntries({ folder }: Packed): readonly string[] {
  const { exports = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly exports?: Readonly<Record<string, unknown>>;
  };
  return Object.entries(exports)
    .filter(([entry, to]) => !entry.includes('*') && typeof to === 'object' && to !== null && 'types' in to)
    .map(([entry]) => entry);
}

/** @returns what are-the-types-wrong holds against entries of a package */
function checkTypes({ tarball }: Packed, entries: readonly string[]): readonly string[] {
  // The packages are ES modules alone, which `require` of older versions of Node cannot load.
  const profile = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii', '--no-emoji', '--no-color'];
  return failuresOf('exec', '--no', '--', 'attw', tarball, ...profile, '--entrypoints', ...entries);
}

if (!built) {
  for (const part of ['stills', 'lib', 'cdn'])
    tell(`build ${part}`, failuresOf('run', '--silent', 'build', '--', part));
}
const packages = packAll();
for (const packed of packages) {
  tell(`${packed.name}: publint`, await lint(packed));
  const entries = typedEntries(packed);
  if (entries.length > 0) tell(`${packed.name}: types of ${entries.length} entries`, checkTypes(packed, entries));
}

const shipped = shippedWith(
  ROOT,
  packages.map(({ folder }) => path.relative(ROOT, folder).split(path.sep).join('/')),
);
const rows = shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
writeFileSync(
  path.join(RELEASE, 'licences.md'),
  `# Packages that are installed with ours\n\n| package | version | licence |\n|---|---|---|\n${rows.join('\n')}\n`,
);
const refused = shipped.filter(({ licence }) => !PERMITTED.has(licence));
tell(
  `licences of ${shipped.length} packages: dist/release/licences.md`,
  refused.map(({ name, licence }) => `${name} is under ${licence}`),
);

const before = keep ? ['--keep', path.resolve(keep)] : [];
tell('folder and zip', failuresOf('run', '--silent', 'release', '--', 'folder', ...before));
tell(
  'projects that install the archives: dist/release/consumers.md',
  failuresOf('exec', '--no', '--', 'vitest', 'run', '--project', 'consumers'),
);
process.exitCode = failures > 0 ? 1 : 0;
