/**
 * `npm run build`, `npm run sync`, `npm run zip` and `npm run release`: each has parts, which are words: `npm run build -- cdn`.
 * Options after the parts go to the last command of the last of them.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const TSX = 'tsx --conditions=ess-source';
const RENDER = `${TSX} packages/cli/src/main.ts render`;

/**
 * Commands of each part, in order, as a script of npm would have them; `whole` are the parts taken where none is named.
 * @type {Readonly<Record<string, {whole: readonly string[], parts: Readonly<Record<string, readonly string[]>>}>>}
 */
export const SCRIPTS = {
  build: {
    whole: ['lib', 'cdn', 'site'],
    parts: {
      lib: ['node scripts/build-lib.mjs', `${TSX} scripts/group-lib.ts`],
      reference: [`${TSX} packages/geo-tools/scripts/reference.ts`],
      cdn: ['vite build -c packages/elements/vite.config.ts'],
      site: [
        'vite build',
        `${RENDER} dist/site/cms/index.html --data packages/bretagne/data --strict`,
        `${TSX} scripts/site/figure-pages.ts`,
      ],
      stills: [
        `${RENDER} --list packages/bretagne/stills.json packages/bretagne/data --out packages/bretagne/data/stills --strict`,
      ],
      storybook: ['storybook build --loglevel warn --disable-telemetry'],
    },
  },
  sync: {
    whole: ['sources'],
    parts: {
      sources: [`${TSX} scripts/sync.ts`],
      heights: [`${TSX} scripts/heights.ts`],
      picture: [`${TSX} scripts/readme-picture.ts`],
    },
  },
  zip: {
    whole: ['wordpress', 'spip'],
    parts: Object.fromEntries(
      ['wordpress', 'spip'].map((host) => [
        host,
        ['npm run --silent build -- stills cdn', `${TSX} scripts/hosts/plugin-zip.ts ${host}`],
      ]),
    ),
  },
  release: {
    whole: [],
    parts: {
      version: ['node scripts/release/version.mjs'],
      folder: [`${TSX} scripts/release/folder.ts`],
      dry: [`${TSX} scripts/release/dry.ts`],
    },
  },
};

/**
 * Returns the commands of what is asked for.
 * @param {string} script
 * @param {readonly string[]} args parts, then options
 * @returns {readonly (readonly [command: string, options: readonly string[]])[]}
 * @throws {Error} for a part that does not exist, and for none where one must be named
 */
export function commandsOf(script, args) {
  const { whole, parts } = SCRIPTS[script] ?? { whole: [], parts: {} };
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const named = first < 0 ? args : args.slice(0, first);
  const unknown = named.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0 || named.length + whole.length === 0) {
    const said = unknown.length > 0 ? `"${unknown[0]}" is no part` : 'name a part';
    throw new Error(`npm run ${script}: ${said}: ${Object.keys(parts).join(', ')}.`);
  }
  const commands = (named.length > 0 ? named : whole).flatMap((name) => parts[name] ?? []);
  return commands.map((command, at) => [command, at === commands.length - 1 ? args.slice(named.length) : []]);
}

/**
 * Runs the commands of what is asked for, one after another, until one fails.
 * @param {string} script
 * @param {readonly string[]} args parts, then options
 * @param {'inherit' | 'ignore'} [out] what becomes of what they print; errors are always shown
 * @returns {number} status of the last one
 * @throws {Error} as {@link commandsOf}
 */
export function runParts(script, args, out = 'inherit') {
  for (const [command, options] of commandsOf(script, args)) {
    // npm has put the tools of this repository on the path; a shell finds them, on Windows too.
    const line = [command, ...options.map((option) => JSON.stringify(option))].join(' ');
    const { status } = spawnSync(line, { cwd: ROOT, stdio: ['inherit', out, 'inherit'], shell: true });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const [script = '', ...args] = process.argv.slice(2);
  try {
    process.exitCode = runParts(script, args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
