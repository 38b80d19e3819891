import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonModules } from './json-modules.mjs';
import { jsonReporter } from './json-reporter.mjs';
import { sendable } from './report-nodes.mjs';

describe('a result with something that cannot be sent', () => {
  it('is sent with that named', () => {
    const result = { name: 'a', error: { actual: [() => 1, 2], expected: undefined } };
    const sent = sendable(result) as { error: { actual: readonly unknown[] } };
    expect(sent).toMatchObject({ name: 'a', error: { expected: undefined } });
    expect(sent.error.actual[0]).toContain('() => 1');
    expect(sent.error.actual[1]).toBe(2);
  });

  it('is sent as it is where all of it can be', () => {
    const result = { date: new Date(0), list: [1, null] };
    expect(sendable(result)).toEqual(result);
  });

  it('is still what the client of the runner would choke on', () => {
    const core = createRequire(import.meta.url).resolve('@web/dev-server-core');
    const client = readFileSync(path.join(path.dirname(core), 'web-sockets/webSocketsPlugin.js'), 'utf8');
    expect(client).toContain('var target = structuredClone(obj)');
  });
});

describe('the report of a browser run', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-wtr-'));
  const file = path.join(folder, 'deep/report.json');
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  const suite = (tests: readonly boolean[], suites: readonly object[] = []) => ({
    name: 'a suite',
    suites,
    tests: tests.map((passed) => ({
      name: 'a test',
      passed,
      skipped: false,
      ...(passed ? {} : { error: { message: 'expected 1\nto be 2' } }),
    })),
  });
  const session = (of: object) => ({
    testFile: 'a.test.ts',
    passed: true,
    logs: [],
    testResults: suite([true]),
    ...of,
  });
  const reported = (...sessions: readonly object[]) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const reporter = jsonReporter({ file, noise: [/dev mode/] });
    reporter.onTestRunFinished?.({ sessions } as unknown as Parameters<
      NonNullable<typeof reporter.onTestRunFinished>
    >[0]);
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  };

  it('counts the tests of all suites, and names those that failed', () => {
    const nested = suite([true], [suite([true, false])]);
    expect(reported(session({ testResults: nested, passed: false }))).toEqual({
      passed: 2,
      failed: 1,
      files: 1,
      failures: ['a.test.ts: a suite a test: expected 1'],
    });
  });

  it('counts a file that fails as a whole', () => {
    const broken = session({ testResults: undefined, passed: false });
    expect(reported(broken, session({}))).toEqual({
      passed: 1,
      failed: 1,
      files: 2,
      failures: ['a.test.ts: failed as a whole'],
    });
  });

  it('names a file whose page did not open, which is then taken once more', () => {
    const errors = [{ message: 'Browser tests did not start after 60000ms You can increase this timeout' }];
    expect(reported(session({ testResults: undefined, passed: false, errors }))).toMatchObject({
      failed: 1,
      unopened: [{ file: 'a.test.ts', passed: 0, failed: 1 }],
    });
    const broken = session({ testResults: undefined, passed: false, errors: [{ message: 'SyntaxError' }] });
    expect(reported(broken)).not.toHaveProperty('unopened');
  });

  it('counts a file without a test, and noise that must never be', () => {
    expect(reported(session({ testResults: suite([]) }))).toMatchObject({ failed: 1 });
    expect(reported(session({ logs: [['Lit is in dev mode']] }))).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a skipped test as failed: none is skipped here', () => {
    const skipped = { name: '', suites: [], tests: [{ name: '', passed: false, skipped: true }] };
    expect(reported(session({ testResults: skipped }))).toMatchObject({ failed: 1 });
  });
});

describe('JSON that code imports', () => {
  type Plugin = Required<ReturnType<typeof jsonModules>>;
  const plugin = jsonModules() as Plugin;

  it('is a module under an address of its own, and itself where a test asks for it', async () => {
    const rootDir = path.resolve(import.meta.dirname, '../..');
    await plugin.serverStart({ config: { rootDir } } as Parameters<Plugin['serverStart']>[0]);
    const served = (query: object) =>
      plugin.serve({ path: '/package.json', query } as unknown as Parameters<Plugin['serve']>[0]);
    expect(await plugin.resolveImport({ source: './a.json' } as Parameters<Plugin['resolveImport']>[0])).toBe(
      './a.json?json-module',
    );
    expect(await served({ 'json-module': '' })).toMatchObject({
      body: expect.stringMatching(/^export default \{/),
      type: 'js',
    });
    expect(await served({})).toBeUndefined();
  });
});
