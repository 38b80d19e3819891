/** Steps of `npm test` and `npm run test:full`, in order. */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command an npm script with its arguments
 * @property {'vitest' | 'wtr'} [runner] counted by its report; else the step is one test
 * @property {string} [report] a file that the step writes by itself: what it found is printed at the end
 * @property {readonly string[]} [holders] folders that must each have tests in the report
 * @property {readonly string[]} [after] steps without which this one cannot run
 */

/**
 * Steps that run beside each other: each keeps one processor busy, and none has a test that waits in real time.
 * @type {readonly Step[]}
 */
export const BESIDE = [
  { name: 'generated files', command: ['sync', '--', '--check'] },
  { name: 'types', command: ['typecheck'] },
  { name: 'lint', command: ['lint'] },
  { name: 'cdn build', command: ['build:cdn'] },
  { name: 'library build', command: ['build:lib'] },
];

/** @type {readonly Step[]} */
const ALONE = [
  { name: 'site build', command: ['build:site'], after: ['cdn build'] },
  {
    name: 'unit tests',
    command: ['test:unit'],
    runner: 'vitest',
    holders: ['packages/core/', 'packages/bretagne/', 'packages/cli/', 'packages/geo-tools/', 'scripts/'],
  },
  { name: 'element tests', command: ['test:elements'], runner: 'wtr' },
  {
    name: 'site tests',
    command: ['test:site'],
    runner: 'vitest',
    after: ['library build', 'cdn build', 'site build'],
  },
  { name: 'attack, in short', command: ['attack', '--', '--quick'], report: 'dist/attack.json', after: ['cdn build'] },
];

/**
 * Steps that take too long, or need too much, for every change.
 * @type {readonly Step[]}
 */
const FULL = [
  { name: 'storybook build', command: ['build-storybook'] },
  {
    name: 'long site tests',
    command: ['test:site:full'],
    runner: 'vitest',
    holders: ['packages/bench/', 'packages/elements/', 'scripts/'],
    after: ['library build', 'cdn build', 'site build', 'storybook build'],
  },
  { name: 'attack', command: ['attack'], report: 'dist/attack.json', after: ['cdn build'] },
];

/** @type {readonly Step[]} */
const HOSTS = [
  { name: 'stills build', command: ['build:stills'] },
  { name: 'hosts', command: ['test:hosts'], after: ['cdn build', 'stills build'] },
];

/** @type {Step} */
const SAMPLES = {
  name: 'samples',
  command: ['test:samples'],
  runner: 'vitest',
  holders: ['packages/core/', 'packages/bretagne/', 'packages/geo-tools/'],
};

/**
 * Returns the steps that run alone, one after the other.
 * @param {{isFull?: boolean, hasHosts?: boolean, hasSamples?: boolean}} wish `hasHosts`: the tests of host sites run too; `hasSamples`: those of real files
 * @returns {readonly Step[]}
 */
export function stepsAlone({ isFull = false, hasHosts = false, hasSamples = false } = {}) {
  return [...ALONE, ...(isFull ? FULL : []), ...(hasHosts ? HOSTS : []), ...(hasSamples ? [SAMPLES] : [])];
}
