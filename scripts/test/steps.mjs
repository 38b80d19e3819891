/** Steps of `npm test` and `npm run test:full`: one table, in the order in which they run. */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} [part] word that takes it alone: `npm test -- unit`
 * @property {'test' | 'full' | 'both'} [runs] with which command it runs; a build runs where a step needs it
 * @property {boolean} [isBeside] runs beside others: it keeps one processor busy and has no test that waits in real time
 * @property {readonly string[]} command arguments of npm
 * @property {'vitest' | 'wtr'} [runner] counted by its report; else the step is one test
 * @property {string} [report] a file that the step writes by itself: what it found is printed at the end
 * @property {readonly string[]} [holders] folders that must each have tests in the report
 * @property {readonly string[]} [after] steps without which this one cannot run
 * @property {boolean} [isOfRelease] too long for the whole: it runs where it is named, as for each release
 * @property {'hosts' | 'samples'} [needs] what a machine may lack: the whole then does without this step
 */

/** Projects of vitest whose tests run in Node, from the sources, in seconds. */
export const UNIT = ['core', 'bretagne', 'cli', 'geo-tools', 'bench', 'scripts'];

/** @param {readonly string[]} args @returns {readonly string[]} */
const vitest = (...args) => ['exec', '--no', '--', 'vitest', 'run', ...args];

const PAGES = ['library build', 'cdn build', 'site build'];

/** @type {readonly Step[]} */
export const STEPS = [
  { name: 'generated files', part: 'sync', runs: 'both', isBeside: true, command: ['run', 'sync', '--', '--check'] },
  { name: 'types', part: 'types', runs: 'both', isBeside: true, command: ['run', 'typecheck'] },
  { name: 'lint', part: 'lint', runs: 'both', isBeside: true, command: ['run', 'lint'] },
  { name: 'cdn build', isBeside: true, command: ['run', 'build', '--', 'cdn'] },
  { name: 'library build', isBeside: true, command: ['run', 'build', '--', 'lib'] },
  { name: 'site build', command: ['run', 'build', '--', 'site'], after: ['cdn build'] },
  { name: 'stills build', command: ['run', 'build', '--', 'stills'] },
  { name: 'storybook build', command: ['run', 'build', '--', 'storybook'] },
  {
    name: 'unit tests',
    part: 'unit',
    runs: 'both',
    command: vitest(...UNIT.flatMap((name) => ['--project', name])),
    runner: 'vitest',
    holders: ['packages/core/', 'packages/bretagne/', 'packages/cli/', 'packages/geo-tools/', 'scripts/'],
  },
  { name: 'element tests', part: 'elements', runs: 'both', command: ['exec', '--no', '--', 'wtr'], runner: 'wtr' },
  {
    name: 'site tests',
    part: 'site',
    runs: 'both',
    command: vitest('--project', 'site'),
    runner: 'vitest',
    after: PAGES,
  },
  {
    name: 'attack, in short',
    part: 'attack',
    runs: 'test',
    command: ['run', 'attack', '--', '--quick'],
    report: 'dist/attack.json',
    after: ['cdn build'],
  },
  {
    name: 'long unit tests',
    part: 'long',
    runs: 'full',
    command: vitest('--project', 'unit-full'),
    runner: 'vitest',
    holders: ['packages/geo-tools/', 'packages/cli/', 'scripts/'],
  },
  {
    name: 'pages',
    part: 'pages',
    runs: 'full',
    command: vitest('--project', 'pages'),
    runner: 'vitest',
    holders: ['packages/elements/', 'examples/', 'scripts/'],
    after: PAGES,
  },
  {
    name: 'storybook',
    part: 'storybook',
    runs: 'full',
    command: vitest('--project', 'storybook'),
    runner: 'vitest',
    after: ['storybook build'],
  },
  {
    name: 'bench',
    part: 'bench',
    runs: 'full',
    command: vitest('--project', 'bench-pages'),
    runner: 'vitest',
    after: PAGES,
  },
  {
    name: 'gate',
    part: 'gate',
    runs: 'full',
    command: ['run', '--silent', 'bench', '--', 'gate'],
    after: ['cdn build'],
  },
  {
    name: 'packages',
    part: 'packages',
    runs: 'full',
    command: vitest('--project', 'packages'),
    runner: 'vitest',
    after: ['library build', 'cdn build'],
  },
  {
    name: 'attack',
    part: 'attack',
    runs: 'full',
    isOfRelease: true,
    command: ['run', 'attack'],
    report: 'dist/attack.json',
    after: ['cdn build'],
  },
  {
    name: 'mutants',
    part: 'mutants',
    runs: 'full',
    command: ['exec', '--no', '--', 'tsx', '--conditions=ess-source', 'scripts/mutants/main.ts'],
  },
  {
    name: 'consumers',
    part: 'consumers',
    runs: 'full',
    command: vitest('--project', 'consumers'),
    runner: 'vitest',
    after: ['library build', 'cdn build', 'stills build'],
  },
  {
    name: 'hosts',
    part: 'hosts',
    runs: 'full',
    command: vitest('--project', 'hosts'),
    runner: 'vitest',
    after: ['cdn build', 'site build', 'stills build'],
    needs: 'hosts',
  },
  {
    name: 'samples',
    part: 'samples',
    runs: 'full',
    command: vitest('--project', 'samples'),
    runner: 'vitest',
    holders: ['packages/core/', 'packages/bretagne/', 'packages/geo-tools/'],
    needs: 'samples',
  },
];

/** @typedef {'test' | 'full'} Command */

/** @param {Command} command @returns {readonly Step[]} its steps, without the builds that these need */
const stepsOf = (command) => STEPS.filter(({ runs }) => runs === command || runs === 'both');

/**
 * Returns the parts that a command has.
 * @param {Command} command
 * @returns {readonly string[]}
 */
export const partsOf = (command) => stepsOf(command).flatMap(({ part }) => part ?? []);

/**
 * Reads the words after a command: parts, and what goes to the last of them. A first word that is no part of `npm test` is
 * one of the names of unit tests.
 * @param {Command} command
 * @param {readonly string[]} args
 * @returns {{parts: readonly string[], rest: readonly string[]}}
 * @throws {Error} for a part that `npm run test:full` does not have
 */
export function readWords(command, args) {
  const known = partsOf(command);
  const end = args.findIndex((word) => !known.includes(word));
  const parts = end < 0 ? args : args.slice(0, end);
  const rest = args.slice(parts.length);
  if (parts.length > 0 || rest.length === 0) return { parts, rest };
  if (command === 'test') return { parts: ['unit'], rest };
  throw new Error(`npm run test:full: "${rest[0]}" is no part: ${known.join(', ')}.`);
}

/**
 * Returns the steps of a command, or of its parts, in order, each after the builds that it needs.
 * @param {Command} command
 * @param {readonly string[]} [parts] none: the whole
 * @param {(need: NonNullable<Step['needs']>) => boolean} [has] whether the machine has what the whole may do without
 * @returns {readonly Step[]}
 */
export function plan(command, parts = [], has = () => true) {
  const isOfWhole = (/** @type {Step} */ { needs, isOfRelease }) => !isOfRelease && (!needs || has(needs));
  // The whole of the long tests is also what runs for each change, such as the attack in short.
  const asked =
    parts.length > 0
      ? stepsOf(command).filter(({ part = '' }) => parts.includes(part))
      : STEPS.filter(({ runs }) => runs && (command === 'full' || runs !== 'full')).filter(isOfWhole);
  /** @type {Set<string>} */
  const wanted = new Set();
  const want = (/** @type {string} */ name) => {
    wanted.add(name);
    for (const before of STEPS.find((step) => step.name === name)?.after ?? []) want(before);
  };
  for (const { name } of asked) want(name);
  return STEPS.filter(({ name }) => wanted.has(name));
}
