/**
 * `npm run release:dry [-- --keep <folder>]`: everything of a release but its publication. Builds, packs the public packages
 * and looks at the archives (publint, are-the-types-wrong, licences), writes the folder of widgets and its zip, and installs
 * the archives in empty projects (`npm run test:consumers`). `--built` takes what is built already. It goes on after a failure,
 * so that one run shows all of them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { PERMITTED, shippedWith } from './licences.ts';
import { type Packed, packAll, RELEASE, ROOT } from './pack.ts';

const { keep, built } = parseArgs({ options: { keep: { type: 'string' }, built: { type: 'boolean' } } }).values;

let failures = 0;
function tell(what: string, problems: readonly string[]): void {
  failures += problems.length > 0 ? 1 : 0;
  console.log(`${problems.length > 0 ? 'FAILED' : 'ok    '} ${what}`);
  for (const problem of problems) console.log(`       ${problem.replaceAll('\n', '\n       ')}`);
}

/** Runs a command of npm. @returns what it said where it failed */
function npm(args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  });
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()];
}

interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
}
const manifestOf = ({ folder }: Packed): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

async function lint(packed: Packed): Promise<readonly string[]> {
  const bytes = readFileSync(packed.tarball);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true, level: 'warning' });
  // The condition of this workspace leads to TypeScript: on purpose, and nobody else sets it.
  const own = messages.filter((message) => !message.path.includes('ess-source'));
  return own.map((message) => formatMessage(message, pkg) ?? message.code);
}

/** Entries that have types; other entries are data. */
const typedEntries = (packed: Packed): readonly string[] =>
  Object.entries(manifestOf(packed).exports ?? {})
    .filter(([entry, to]) => !entry.includes('*') && typeof to === 'object' && to !== null && 'types' in to)
    .map(([entry]) => entry);

function checkTypes({ tarball }: Packed, entries: readonly string[]): readonly string[] {
  // The packages are ES modules alone, which `require` of older versions of Node cannot load.
  const profile = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii', '--no-emoji', '--no-color'];
  return npm(['exec', '--no', '--', 'attw', tarball, ...profile, '--entrypoints', ...entries]);
}

if (!built) {
  for (const name of ['build:stills', 'build:lib', 'build:cdn']) tell(name, npm(['run', '--silent', name]));
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

tell(
  'folder and zip',
  npm(['run', '--silent', 'release:folder', ...(keep ? ['--', '--keep', path.resolve(keep)] : [])]),
);
tell('projects that install the archives', npm(['run', '--silent', 'test:consumers']));
process.exitCode = failures > 0 ? 1 : 0;
