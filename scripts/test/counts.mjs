/**
 * Counts the tests that passed and failed, from the reports of the runners. A run that cannot be trusted counts as a
 * failure.
 */
import path from 'node:path';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} notes what is to be read beside the counts: the tests that failed, by name, and what makes
 *   the run untrustworthy
 */

/**
 * @param {number} code exit code: one failure where nothing else explains it
 * @param {number} passed
 * @param {number} failed
 * @param {readonly string[]} names of what failed: the last lines of a long log must say where to look
 * @param {readonly (string | false)[]} complaints one failure each, where there is one
 * @returns {Counts}
 */
function counts(code, passed, failed, names, complaints) {
  const found = complaints.filter((complaint) => complaint !== false);
  const isUnexplained = code !== 0 && failed + found.length === 0;
  const faults = isUnexplained ? [`the runner exited with ${code}`] : found;
  return { passed, failed: failed + faults.length, notes: [...names, ...faults] };
}

/**
 * @typedef {object} Unopened a file of which a page did not open: its failures say nothing of what it tests
 * @property {string} file from the root
 * @property {number} passed
 * @property {number} failed
 */

/** What a browser says that is too busy to open a page; an address that refuses, or a page that breaks, says something else. */
const LATE =
  /(?:browserType\.launch|browser\.newContext|browserContext\.newPage|page\.goto): (?:Timeout|Test timeout|Target page, context or browser has been closed)/;

const NO_REPORT = { passed: 0, failed: 1, notes: ['the runner wrote no report: it crashed'] };

/**
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly {name: string, status: string, assertionResults: readonly {fullName: string, status: string,
 *   failureMessages?: readonly string[] | null}[]}[]} | null} report Vitest's JSON report
 * @param {number} code exit code
 * @param {string} root
 * @param {readonly string[]} holders folders that must each have a test, with a slash at their end
 * @returns {Counts}
 */
export function countVitest(report, code, root, holders) {
  if (!report) return NO_REPORT;
  const files = report.testResults.filter((file) => file.assertionResults.length > 0);
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  const empty = holders.filter((holder) => !files.some((file) => file.name.startsWith(`${root}/${holder}`)));
  const failed = report.numFailedTests + broken.length;
  const names = report.testResults.flatMap((file) => failuresOf(file, path.relative(root, file.name)));
  return counts(code, report.numPassedTests, failed, names, [
    report.numPassedTests + report.numFailedTests === 0 && 'no test ran',
    ...(files.length > 0 ? empty : []).map((holder) => `no test ran in ${holder}`),
    skipped > 0 && `${skipped} skipped`,
  ]);
}

/**
 * @param {{status: string, assertionResults: readonly {fullName: string, status: string,
 *   failureMessages?: readonly string[] | null}[]}} file
 * @param {string} name
 * @returns {readonly string[]}
 */
function failuresOf({ status, assertionResults }, name) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${name}: failed as a whole`];
  return failed.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`);
}

/** @param {string} text @returns {string} */
const firstLine = (text) => (text.split('\n')[0] ?? '').slice(0, 300);

/**
 * @param {{passed: number, failed: number, files: number, failures: readonly string[]} | null} report see wtr/json-reporter.mjs
 * @param {number} code exit code
 * @returns {Counts}
 */
export function countWtr(report, code) {
  if (!report) return NO_REPORT;
  const { passed, failed, failures } = report;
  return counts(code, passed, failed, failures, [passed + failed === 0 && 'no test ran']);
}

/**
 * Returns the files of a Vitest run that failed by pages that did not open, and by nothing else.
 * @param {Parameters<typeof countVitest>[0]} report
 * @param {string} root
 * @returns {readonly Unopened[]}
 */
export function unopenedVitest(report, root) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const isLate = failed.length > 0 && failed.every(({ failureMessages }) => LATE.test(failureMessages?.[0] ?? ''));
    return isLate
      ? { file: path.relative(root, name), passed: assertionResults.length - failed.length, failed: failed.length }
      : [];
  });
}

/**
 * Returns the counts of a run in which some files were taken once more.
 * @param {Counts} first
 * @param {readonly Unopened[]} unopened
 * @param {Counts} second those files alone
 * @returns {Counts}
 */
export function withSecond(first, unopened, second) {
  const left = first.notes.filter((note) => !unopened.some(({ file }) => note.startsWith(`${file}:`)));
  return {
    passed: first.passed - unopened.reduce((sum, { passed }) => sum + passed, 0) + second.passed,
    failed: first.failed - unopened.reduce((sum, { failed }) => sum + failed, 0) + second.failed,
    notes: [
      ...left,
      ...unopened.map(({ file }) => `taken once more, for its page did not open: ${file}`),
      ...second.notes,
    ],
  };
}

/**
 * A step that is one test.
 * @param {{broken: readonly {part: string, kind: string, breach: string, what: string}[]} | null} report the attack's
 * @param {number} code exit code
 * @returns {Counts}
 */
export function countStep(report, code) {
  const notes = (report?.broken ?? []).map(
    ({ part, kind, breach, what }) => `${part}, ${kind}: ${breach}: ${firstLine(what)}`,
  );
  return code === 0 ? { passed: 1, failed: 0, notes } : { passed: 0, failed: 1, notes };
}

/** @param {readonly Counts[]} all @returns {{passed: number, failed: number}} */
export function addUp(all) {
  return {
    passed: all.reduce((sum, each) => sum + each.passed, 0),
    failed: all.reduce((sum, each) => sum + each.failed, 0),
  };
}
