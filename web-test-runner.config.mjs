import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_FLAGS, ensureChromium, OWN_FONTS } from './scripts/chromium.mjs';
import { commonJsAsModules } from './scripts/wtr/common-js.mjs';
import { doors } from './scripts/wtr/doors.mjs';
import { jsonModules } from './scripts/wtr/json-modules.mjs';
import { jsonReporter } from './scripts/wtr/json-reporter.mjs';
import { reportNodes } from './scripts/wtr/report-nodes.mjs';
import { testFiles } from './scripts/wtr/test-files.mjs';

/** What the elements must never cause: these make the run fail wherever they are printed. */
const NOISE = [/Lit is in dev mode/, /Multiple versions of Lit/, /change-in-update/];

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  // The repository is the root, so that a test can fetch('/packages/bretagne/data/manifest.json').
  rootDir: import.meta.dirname,
  files: ['packages/elements/src/**/*.test.ts'],
  nodeResolve: { browser: true, exportConditions: ['ess-source', 'browser', 'production'] },
  middleware: [testFiles()],
  plugins: [
    reportNodes(),
    jsonModules(),
    doors(),
    commonJsAsModules({ packages: ['papaparse'] }),
    // The base file is named because the plugin does not follow "extends"; the decorators need its settings.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('tsconfig.base.json', import.meta.url).pathname }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: ensureChromium(),
        args: CHROMIUM_FLAGS,
        env: { ...process.env, ...OWN_FONTS },
      },
      createBrowserContext: ({ browser }) =>
        browser.newContext({
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          viewport: { width: 1024, height: 768 },
          colorScheme: 'light',
          reducedMotion: 'no-preference',
        }),
    }),
  ],
  concurrentBrowsers: 1,
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: '30000', ui: 'bdd' } },
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    jsonReporter({ file: process.env.ESS_WTR_REPORT, noise: NOISE }),
  ],
};
