import { describe, expect, it } from 'vitest';
import { addUp, countStep, countVitest, countWtr, unopenedVitest, withSecond } from './counts.mjs';

const file = (name: string, status = 'passed', tests = 1) => ({
  name: `/repo/${name}`,
  status,
  assertionResults: Array.from({ length: tests }, () => ({
    fullName: 'a suite a test',
    status,
    failureMessages: status === 'failed' ? ['expected 1\n    at a line'] : [],
  })),
});
const report = (passed: number, failed: number, testResults: readonly ReturnType<typeof file>[], skipped = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults,
});

describe('files of which a page did not open', () => {
  const late = (...messages: readonly string[]) => ({
    name: '/repo/a/late.test.ts',
    status: 'failed',
    assertionResults: messages.map((message) => ({
      fullName: 'a test',
      status: message ? 'failed' : 'passed',
      failureMessages: [message],
    })),
  });
  const TIMEOUT = 'TimeoutError: page.goto: Timeout 30000ms exceeded.';

  it('are those whose failures are all of that kind', () => {
    const found = (...messages: readonly string[]) => unopenedVitest(report(1, 1, [late(...messages)]), '/repo');
    expect(found(TIMEOUT, '')).toEqual([{ file: 'a/late.test.ts', passed: 1, failed: 1 }]);
    expect(found(TIMEOUT, 'expected 1 to be 2')).toEqual([]);
    expect(found('Error: page.goto: net::ERR_CONNECTION_REFUSED')).toEqual([]);
    expect(found('TimeoutError: locator.click: Timeout 30000ms exceeded.')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(unopenedVitest(null, '/repo')).toEqual([]);
  });

  it('count as they did when they were taken once more, and are named', () => {
    const first = { passed: 9, failed: 3, notes: ['a/late.test.ts: a test: x', 'b.test.ts: y', 'c.test.ts: z'] };
    const unopened = [{ file: 'a/late.test.ts', passed: 1, failed: 1 }];
    expect(withSecond(first, unopened, { passed: 2, failed: 0, notes: [] })).toEqual({
      passed: 10,
      failed: 2,
      notes: ['b.test.ts: y', 'c.test.ts: z', 'taken once more, for its page did not open: a/late.test.ts'],
    });
    expect(withSecond(first, unopened, { passed: 1, failed: 1, notes: ['again'] })).toMatchObject({ failed: 3 });
  });
});

describe('the count of a Vitest run', () => {
  it('is that of its tests', () => {
    expect(countVitest(report(3, 2, [file('a/x.test.ts')]), 1, '/repo', ['a/'])).toEqual({
      passed: 3,
      failed: 2,
      notes: [],
    });
  });

  it('names the tests that failed with the first line of why', () => {
    const { failed, notes } = countVitest(
      report(1, 1, [file('a/x.test.ts'), file('a/y.test.ts', 'failed')]),
      1,
      '/repo',
      [],
    );
    expect(failed).toBe(1);
    expect(notes).toEqual(['a/y.test.ts: a suite a test: expected 1']);
  });

  it('has a failure more for a file that could not be imported', () => {
    const broken = report(3, 0, [file('a/x.test.ts'), file('a/y.test.ts', 'failed', 0)]);
    expect(countVitest(broken, 1, '/repo', [])).toMatchObject({
      failed: 1,
      notes: ['a/y.test.ts: failed as a whole'],
    });
  });

  it('has a failure where no test ran, in all or in one package', () => {
    expect(countVitest(report(0, 0, []), 0, '/repo', ['a/']).failed).toBe(1);
    expect(countVitest(report(1, 0, [file('a/x.test.ts')]), 0, '/repo', ['a/', 'b/'])).toMatchObject({
      failed: 1,
      notes: ['no test ran in b/'],
    });
  });

  it('has a failure for skipped tests, for a crash and for an exit code that no test explains', () => {
    expect(countVitest(report(1, 0, [file('a/x.test.ts')], 2), 0, '/repo', []).notes).toEqual(['2 skipped']);
    expect(countVitest(null, 1, '/repo', []).failed).toBe(1);
    expect(countVitest(report(1, 0, [file('a/x.test.ts')]), 1, '/repo', []).failed).toBe(1);
  });
});

describe('the count of a browser run', () => {
  it('is that of its tests', () => {
    const notes = ['a.test.ts: a suite a test: expected 1'];
    expect(countWtr({ passed: 5, failed: 1, files: 2, failures: notes }, 1)).toEqual({ passed: 5, failed: 1, notes });
  });

  it('has a failure for no test, a crash and an unexplained exit code', () => {
    expect(countWtr({ passed: 0, failed: 0, files: 0, failures: [] }, 0).failed).toBe(1);
    expect(countWtr(null, 0).failed).toBe(1);
    expect(countWtr({ passed: 5, failed: 0, files: 2, failures: [] }, 1).failed).toBe(1);
  });
});

it('all counts add up', () => {
  expect(
    addUp([
      { passed: 1, failed: 2, notes: [] },
      { passed: 3, failed: 0, notes: [] },
    ]),
  ).toEqual({ passed: 4, failed: 2 });
});

describe('countStep', () => {
  const broken = [{ part: 'faults', kind: 'chunk-hanging', breach: 'other', what: 'no button\n  at a page' }];

  it('names what an attack found, so that the last lines of a log say where to look', () => {
    expect(countStep({ broken }, 1)).toEqual({
      passed: 0,
      failed: 1,
      notes: ['faults, chunk-hanging: other: no button'],
    });
  });

  it('goes by the exit code where there is nothing to read', () => {
    expect(countStep(null, 0)).toEqual({ passed: 1, failed: 0, notes: [] });
    expect(countStep(null, 2)).toEqual({ passed: 0, failed: 1, notes: [] });
  });
});
