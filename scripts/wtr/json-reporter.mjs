import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * @param {Suite | undefined} suite
 * @param {string} within the names of the suites around it
 * @returns {{passed: number, failures: readonly string[]}}
 */
function resultsOf(suite, within) {
  const tests = suite?.tests ?? [];
  const inner = (suite?.suites ?? []).map((each) => resultsOf(each, `${within} ${each.name}`));
  return {
    passed: tests.filter((test) => test.passed).length + inner.reduce((sum, each) => sum + each.passed, 0),
    failures: [
      ...tests
        .filter((test) => !test.passed)
        .map(({ name, error }) => `${within} ${name}: ${(error?.message ?? '').split('\n')[0]?.slice(0, 300)}`),
      ...inner.flatMap((each) => each.failures),
    ],
  };
}

/**
 * @param {import('@web/test-runner').TestSession} session
 * @param {readonly RegExp[]} noise
 * @returns {{passed: number, failures: readonly string[]}}
 */
function sessionResults(session, noise) {
  const name = path.relative(process.cwd(), session.testFile);
  const { passed, failures } = resultsOf(session.testResults, `${name}:`);
  const noisy = session.logs
    .flat()
    .map(String)
    .filter((line) => noise.some((pattern) => pattern.test(line)))
    .map((line) => `${name}: printed "${line}"`);
  const whole = [
    ...(!session.passed && failures.length === 0 ? [`${name}: failed as a whole`] : []),
    ...(session.passed && passed + failures.length === 0 ? [`${name}: ran no test`] : []),
  ];
  for (const line of [...noisy, ...whole]) console.error(line);
  return { passed, failures: [...failures, ...noisy, ...whole] };
}

/**
 * Returns whether the page of a file did not open in time: none of its tests began.
 * @param {import('@web/test-runner').TestSession} session
 */
const isUnopened = ({ passed, testResults, errors }) =>
  !passed && !testResults && (errors ?? []).some(({ message }) => message.includes('Browser tests did not start'));

/**
 * Writes `{passed, failed, files, failures, unopened}` where the script that adds the runners up reads it. A file that fails as a
 * whole (an import that breaks, an error outside a test, console noise that must never be) counts as one failure.
 * @param {{file: string | undefined, noise: readonly RegExp[]}} options no file: nothing is written
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter({ file, noise }) {
  return {
    onTestRunFinished({ sessions }) {
      const all = [...sessions].map((session) => sessionResults(session, noise));
      const failures = all.flatMap((each) => each.failures);
      const passed = all.reduce((sum, each) => sum + each.passed, 0);
      const unopened = [...sessions].filter(isUnopened).map(({ testFile }) => {
        return { file: path.relative(process.cwd(), testFile), passed: 0, failed: 1 };
      });
      const late = unopened.length > 0 ? { unopened } : {};
      console.log(`${passed} passed, ${failures.length} failed in ${all.length} files of elements`);
      if (!file) return;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passed, failed: failures.length, files: all.length, failures, ...late }));
    },
  };
}
