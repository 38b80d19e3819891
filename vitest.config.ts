import { defineConfig } from 'vitest/config';

/** Packages are tested from their sources: see the `ess-source` condition in their exports. */
const conditions = ['ess-source', 'module', 'node', 'production'];
const resolve = { conditions };
const ssr = { resolve: { conditions, externalConditions: conditions } };
const excluded = ['**/node_modules/**', '**/dist/**'];

/** What reads real files that lie beside the repository, in `../shared`: `npm run test:full -- samples`. */
const SAMPLES = '**/*.samples.test.ts';

/**
 * Tests in Node that are too long for every change: `npm run test:full -- long`. The walls are read by lint too, and what the
 * others look at (the table of France, the steps of guides, new elements, schemas of commands, workbooks without end, which the
 * core reads for each change) changes seldom.
 */
const LONG = [
  'packages/cli/src/workbook/hostile.test.ts',
  'packages/geo-tools/scripts/{build-geo,islands}.test.ts',
  'packages/geo-tools/src/basemap/command.test.ts',
  'scripts/guides/*.test.ts',
  'scripts/new/new.test.ts',
  'scripts/readme-commands.test.ts',
  'scripts/sync/schemas.test.ts',
  'scripts/walls/walls.test.ts',
];

const unit = (name: string, include: readonly string[], exclude: readonly string[] = [SAMPLES, ...LONG]) => ({
  resolve,
  ssr,
  test: {
    name,
    include: [...include],
    exclude: [...excluded, '**/*.e2e.test.ts', '**/*.hosts.test.ts', '**/*.consumers.test.ts', ...exclude],
    environment: 'node' as const,
    // A worker reads its modules once: read anew for each file they were most of the run. What a test changes in a module
    // it loads anew (`vi.resetModules`).
    isolate: false,
    // One worker less than there are processors would be one alone on two.
    maxWorkers: '100%',
    // Generous: two cores are shared by everything that runs.
    testTimeout: 30_000,
    // Tests are written for one zone and one locale, whatever the machine's are.
    env: { TZ: 'Europe/Paris', LC_ALL: 'C.UTF-8' },
  },
});

/** Tests of the built files that are too long for every change, by the part of `npm run test:full` that runs them. */
const BUILT = {
  /** Whole pages, every policy, many widths, many rows, every widget beside a host's own words, each view, each guide. */
  pages: [
    'examples/cress-live/live.e2e.test.ts',
    'packages/elements/e2e/{csp,large,large-as-small,print,report,scroll-bars,sources,wide-texts}.test.ts',
    'packages/elements/e2e/{first-visit,names,phones,reference,snippets,territory,views}.test.ts',
    'scripts/new/*.e2e.test.ts',
    'scripts/report-pdf.e2e.test.ts',
    'scripts/site/guides/guides.e2e.test.ts',
  ],
  storybook: ['packages/elements/e2e/{compositions,stories}.test.ts'],
  'bench-pages': ['packages/bench/src/**/*.e2e.test.ts'],
  packages: ['scripts/exports.e2e.test.ts', 'scripts/packed/*.e2e.test.ts'],
};

/**
 * Tests that read what the builds wrote (dist, cdn, the site), some of it in a browser: run them after the builds.
 * One file runs after the other, and all have one browser and one server: two files at once were late now and then for what
 * a page waits for in real time.
 */
const built = (name: string, include: readonly string[], exclude: readonly string[] = []) => ({
  resolve,
  ssr,
  test: {
    name,
    include: [...include],
    exclude: [...excluded, ...exclude],
    environment: 'node' as const,
    env: { TZ: 'Europe/Paris' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as `until` waits for a page (packages/elements/e2e/support/visit.ts).
    expect: { poll: { timeout: 20_000 } },
    isolate: false,
    fileParallelism: false,
    // After the tests in Node, where somebody runs both: these have several workers.
    sequence: { groupOrder: 1 },
    // Tests of a file that may run at once (`concurrent`): while one page is fetched or waited for, another is drawn.
    maxConcurrency: 2,
  },
});

/** The long tests in Node, and those that take a part of their cases in `npm test`: here they take all of them. */
const IN_PART = ['packages/cli/src/workbook/accounted.test.ts', 'packages/core/src/indicators/contract.test.ts'];
const unitFull = unit('unit-full', [...LONG, ...IN_PART], []);

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      unit('core', ['packages/core/src/**/*.test.ts']),
      unit('bretagne', ['packages/bretagne/{src,scripts}/**/*.test.ts']),
      unit('cli', ['packages/cli/src/**/*.test.ts']),
      unit('geo-tools', ['packages/geo-tools/{src,scripts}/**/*.test.ts']),
      unit('atelier', ['packages/atelier/src/**/*.test.ts']),
      unit('bench', ['packages/bench/src/**/*.test.ts']),
      unit('scripts', ['scripts/**/*.test.ts']),
      unit('samples', [`packages/${SAMPLES}`], []),
      {
        ...unitFull,
        test: { ...unitFull.test, testTimeout: 120_000, env: { ...unitFull.test.env, ESS_FULL: '1' } },
      },
      {
        // `npm run attack`, on the built folder.
        resolve,
        ssr,
        test: {
          name: 'attack',
          include: ['scripts/attack/*.attack.ts'],
          environment: 'node',
          env: { TZ: 'Europe/Paris' },
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
          maxConcurrency: 3,
        },
      },
      built(
        'site',
        ['examples/**/*.e2e.test.ts', 'packages/elements/e2e/**/*.test.ts', 'scripts/**/*.e2e.test.ts'],
        Object.values(BUILT).flat(),
      ),
      ...Object.entries(BUILT).map(([name, include]) => built(name, include)),
      {
        // Software of host sites around the built loader, which `npm run test:full -- hosts` installs where it may. Not in `npm test`.
        resolve,
        ssr,
        test: {
          name: 'hosts',
          include: ['scripts/hosts/**/*.hosts.test.ts'],
          exclude: excluded,
          environment: 'node',
          env: { TZ: 'Europe/Paris' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // `npm run test:full -- consumers`: projects that install the packed archives, and all else from the registry.
        resolve,
        ssr,
        test: {
          name: 'consumers',
          include: ['scripts/consumers/*.consumers.test.ts'],
          environment: 'node',
          env: { TZ: 'Europe/Paris' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
