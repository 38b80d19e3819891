import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * @param {Suite | undefined} suite
 * @returns {{passed: number, failed: number}}
 */
function count(suite) {
  let passed = 0;
  let failed = 0;
  for (const test of suite?.tests ?? []) {
    if (test.passed) passed += 1;
    else failed += 1;
  }
  for (const inner of suite?.suites ?? []) {
    const of = count(inner);
    passed += of.passed;
    failed += of.failed;
  }
  return { passed, failed };
}

/**
 * Writes `{passed, failed, files}` where the script that adds the runners up reads it. A file that fails as a whole
 * (an import that breaks, an error outside a test, console noise that must never be) counts as one failure.
 * @param {{file: string | undefined, noise: readonly RegExp[]}} options no file: nothing is written
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter({ file, noise }) {
  return {
    onTestRunFinished({ sessions }) {
      const totals = { passed: 0, failed: 0, files: 0 };
      for (const session of sessions) {
        const { passed, failed } = count(session.testResults);
        const printed = session.logs.flat().map(String);
        const noisy = printed.filter((line) => noise.some((pattern) => pattern.test(line)));
        for (const line of noisy) console.error(`${session.testFile}: printed "${line}"`);
        totals.files += 1;
        totals.passed += passed;
        totals.failed += failed + noisy.length;
        if (!session.passed && failed === 0) totals.failed += 1;
        if (session.passed && passed + failed === 0) {
          console.error(`${session.testFile}: ran no test`);
          totals.failed += 1;
        }
      }
      console.log(`${totals.passed} passed, ${totals.failed} failed in ${totals.files} files of elements`);
      if (!file) return;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}
