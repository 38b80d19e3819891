import { defineConfig } from 'vitest/config';

/** Packages are tested from their sources: see the `ess-source` condition in their exports. */
const conditions = ['ess-source', 'module', 'node', 'production'];
const resolve = { conditions };
const ssr = { resolve: { conditions, externalConditions: conditions } };
const excluded = ['**/node_modules/**', '**/dist/**'];

/** What reads real files that lie beside the repository, in `../shared`: `npm run test:samples`. */
const SAMPLES = '**/*.samples.test.ts';

const unit = (name: string, include: readonly string[], exclude: readonly string[] = [SAMPLES]) => ({
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
    // Generous: two cores are shared by everything that runs.
    testTimeout: 30_000,
    // Tests are written for one zone and one locale, whatever the machine's are.
    env: { TZ: 'Europe/Paris', LC_ALL: 'C.UTF-8' },
  },
});

/** Tests of the built files that are too long for every change: whole pages, every policy, many widths, many rows. */
const LONG = [
  'examples/cress-live/live.e2e.test.ts',
  'packages/bench/src/**/*.e2e.test.ts',
  'packages/elements/e2e/{csp,large,large-as-small,print,report,scroll-bars,sources,stories,wide-texts}.test.ts',
  'scripts/exports.e2e.test.ts',
  'scripts/new/*.e2e.test.ts',
  'scripts/packed/*.e2e.test.ts',
  'scripts/report-pdf.e2e.test.ts',
];

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
    // Tests of a file that may run at once (`concurrent`): while one page is fetched or waited for, another is drawn.
    maxConcurrency: 2,
  },
});

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      unit('core', ['packages/core/src/**/*.test.ts']),
      unit('bretagne', ['packages/bretagne/{src,scripts}/**/*.test.ts']),
      unit('cli', ['packages/cli/src/**/*.test.ts']),
      unit('geo-tools', ['packages/geo-tools/{src,scripts}/**/*.test.ts']),
      unit('bench', ['packages/bench/src/**/*.test.ts']),
      unit('scripts', ['scripts/**/*.test.ts']),
      unit('samples', [`packages/${SAMPLES}`], []),
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
        LONG,
      ),
      // `npm run test:full`.
      built('site-full', LONG),
      {
        // Software of host sites around the built loader, which `npm run test:hosts` installs where it may. Not in `npm test`.
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
        // `npm run test:consumers`: projects that install the packed archives, and all else from the registry.
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
