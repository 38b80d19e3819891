import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

describe('the search for Chromium', () => {
  let folder = '';
  const browser = (name: string, mode = 0o755) => {
    const file = path.join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ess-chromium-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const nowhere = { places: [], download: () => undefined };

  it('takes the one that CHROME_PATH names before all others', () => {
    browser('chromium');
    const named = browser('my-browser');
    expect(findChromium({ ...nowhere, env: { CHROME_PATH: named, PATH: folder } })).toBe(named);
  });

  it('says so when CHROME_PATH names nothing that can be run', () => {
    const missing = path.join(folder, 'missing');
    expect(() => findChromium({ ...nowhere, env: { CHROME_PATH: missing } })).toThrow(missing);
  });

  it('looks on the PATH, then in the usual places, then for its own download', () => {
    const usual = browser('usual');
    const download = browser('download');
    const options = { places: [usual], download: () => download };
    expect(findChromium({ ...options, env: { PATH: folder } })).toBe(usual);
    const onPath = browser('google-chrome');
    expect(findChromium({ ...options, env: { PATH: folder } })).toBe(onPath);
    expect(findChromium({ places: [], download: () => download, env: {} })).toBe(download);
  });

  it('finds nothing where there is nothing to run', () => {
    browser('chromium', 0o644);
    expect(findChromium({ ...nowhere, env: { PATH: process.getuid?.() === 0 ? '' : folder } })).toBeNull();
  });
});

it('switches off all that Playwright does: a second list replaces the first', () => {
  const playwright = path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const bundle = readFileSync(path.join(playwright, 'lib/coreBundle.js'), 'utf8');
  const list = /disabledFeatures = \[([^\]]*)\]/.exec(bundle)?.[1] ?? '';
  const wanted = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, feature]) => feature);
  const flag = CHROMIUM_FLAGS.find((each) => each.startsWith('--disable-features=')) ?? '';
  expect(wanted.length).toBeGreaterThan(10);
  expect(flag.split(/[=,]/)).toEqual(expect.arrayContaining(wanted));
});
