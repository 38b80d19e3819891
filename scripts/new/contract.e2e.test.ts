import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeFiles } from '../sync/attributes.ts';
import { elementIndexes, tagsOf } from '../sync/elements.ts';
import { write } from '../sync/files.ts';

import { create } from './create.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TAG = 'ess-boat-list';
const CASES = 'packages/elements/src/contract/cases.ts';

describe('an element as it is generated', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'ess-new-'));
    const copied = ['src', 'package.json', 'tsconfig.json'].map((each) => `packages/elements/${each}`);
    for (const each of [...copied, 'tsconfig.base.json', 'scripts/walls', '.oxlintrc.json']) {
      cpSync(path.join(ROOT, each), path.join(copy, each), { recursive: true });
    }
    mkdirSync(path.join(copy, 'packages/bretagne'), { recursive: true });
    cpSync(path.join(ROOT, 'packages/bretagne/data'), path.join(copy, 'packages/bretagne/data'), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
    create(['element', TAG], copy);
    write(copy, elementIndexes(copy));
    write(copy, attributeFiles(tagsOf(copy).map((tagName) => ({ tagName }))));
    // Add the case of the element, as the contributing guide asks.
    const cases = readFileSync(path.join(copy, CASES), 'utf8');
    writeFileSync(
      path.join(copy, CASES),
      cases.replace("  'ess-indicator': ", (first) => `  '${TAG}': '<${TAG} src="data.json"></${TAG}>',\n${first}`),
    );
    const base = JSON.stringify(pathToFileURL(path.join(ROOT, 'web-test-runner.config.mjs')));
    writeFileSync(
      path.join(copy, 'web-test-runner.config.mjs'),
      `import base from ${base};
      const config = { ...base.testFramework.config, grep: '${TAG}' };
      export default { ...base, rootDir: import.meta.dirname, testFramework: { config } };`,
    );
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('passes the lint, and so does what is generated from it', () => {
    const files = [TAG, 'base/properties.ts', 'loader/registry.ts'].map((each) => `packages/elements/src/${each}`);
    const { stdout, status } = spawnSync(path.join(ROOT, 'node_modules/.bin/oxlint'), files, {
      cwd: copy,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/0 warnings and 0 errors/)]);
  });

  it('keeps the contract of all elements, and passes its own test', () => {
    const files = ['contract', TAG].map((folder) => `packages/elements/src/${folder}/*.test.ts`);
    const runner = path.join(ROOT, 'node_modules/.bin/wtr');
    const { stdout } = spawnSync(
      runner,
      files.flatMap((each) => ['--files', each]),
      { cwd: copy, encoding: 'utf8' },
    );
    const failed = [...stdout.matchAll(/❌ (.+)/g)].map(([, name]) => name);
    expect(failed).toEqual([]);
    // Its own four, and those that run over every element. The runner counts files that it leaves out as failed.
    expect(Number(/(\d+) passed/.exec(stdout)?.[1] ?? 0), stdout).toBeGreaterThan(20);
  });
});
