/** How many tests passed and failed, from the reports of the runners. A run that cannot be trusted counts as a failure. */

/** @typedef {{passed: number, failed: number, notes: readonly string[]}} Counts */

/**
 * @param {number} code exit code: one failure where nothing else explains it
 * @param {number} passed
 * @param {number} failed
 * @param {readonly (string | false)[]} complaints one failure each, where there is one
 * @returns {Counts}
 */
function counts(code, passed, failed, complaints) {
  const found = complaints.filter((complaint) => complaint !== false);
  const isUnexplained = code !== 0 && failed + found.length === 0;
  const notes = isUnexplained ? [`the runner exited with ${code}`] : found;
  return { passed, failed: failed + notes.length, notes };
}

const NO_REPORT = { passed: 0, failed: 1, notes: ['the runner wrote no report: it crashed'] };

/**
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly {name: string, status: string, assertionResults: readonly unknown[]}[]} | null} report
 *   Vitest's JSON report
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
  return counts(code, report.numPassedTests, failed, [
    report.numPassedTests + report.numFailedTests === 0 && 'no test ran',
    ...(files.length > 0 ? empty : []).map((holder) => `no test ran in ${holder}`),
    skipped > 0 && `${skipped} skipped`,
  ]);
}

/**
 * @param {{passed: number, failed: number, files: number} | null} report see wtr/json-reporter.mjs
 * @param {number} code exit code
 * @returns {Counts}
 */
export function countWtr(report, code) {
  if (!report) return NO_REPORT;
  const { passed, failed } = report;
  return counts(code, passed, failed, [passed + failed === 0 && 'no test ran']);
}

/** @param {readonly Counts[]} all @returns {{passed: number, failed: number}} */
export function addUp(all) {
  return {
    passed: all.reduce((sum, each) => sum + each.passed, 0),
    failed: all.reduce((sum, each) => sum + each.failed, 0),
  };
}
