/** The folder of a release, as a webmaster copies it onto a server. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHost, pageOf } from '../../packages/elements/e2e/support/host.ts';
import { goTo, states, visitor } from '../../packages/elements/e2e/support/visit.ts';
import { openBrowser } from '../site/browser.mjs';
import { MOUNTS, ROOT } from '../site/mounts.mjs';
import { integrityOf } from './files.mjs';
import { releaseFiles, writeRelease } from './folder.ts';
import { RELEASE_FOLDER } from './server-files.ts';

const CDN = path.join(ROOT, 'packages/elements/cdn');
const YESTERDAY = '0.0.9-0123abcd';

const work = mkdtempSync(path.join(tmpdir(), 'ess-folder-'));
afterAll(() => rmSync(work, { recursive: true }));

const releaseFolders = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => RELEASE_FOLDER.test(name));

/** Writes the release of yesterday: the same code under another name, beside a release before it. */
function writeYesterday(): string {
  const folder = path.join(work, 'yesterday');
  const [today = ''] = releaseFolders(CDN);
  cpSync(path.join(CDN, today), path.join(folder, YESTERDAY), { recursive: true });
  mkdirSync(path.join(folder, '0.0.8-00000000'));
  writeFileSync(path.join(folder, '0.0.8-00000000/base.js'), '');
  const loader = readFileSync(path.join(CDN, 'ess.js'), 'utf8');
  writeFileSync(path.join(folder, 'ess.js'), loader.replaceAll(today, YESTERDAY));
  return folder;
}

const yesterday = writeYesterday();
const files = releaseFiles(CDN, yesterday);
const written = writeRelease(files, work);
const { zip } = written;
const folder = path.join(written.folder, 'ess');

describe('the folder of a release', () => {
  it('lies beside the data and a page that shows them', () => {
    expect(readdirSync(written.folder).toSorted()).toEqual(['data', 'ess', 'exemple.html']);
    expect(readdirSync(path.join(written.folder, 'data'))).toContain('manifest.json');
  });

  it('has the files of this release and of the one before, and none older', () => {
    expect(releaseFolders(folder).toSorted()).toEqual([YESTERDAY, ...releaseFolders(CDN)].toSorted());
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([
        '.htaccess',
        '_headers',
        'ess.classic.js',
        'ess.js',
        'LICENSE',
        'licences.md',
        'nginx.conf.example',
      ]),
    );
  });

  it('has the right hash of every file', () => {
    const { 'integrity.json': own = '', ...hashes } = JSON.parse(
      readFileSync(path.join(folder, 'integrity.json'), 'utf8'),
    ) as Record<string, string>;
    expect(own).toBe('');
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    expect(Object.keys(hashes).toSorted()).toEqual(found.filter((name) => name !== 'integrity.json').toSorted());
    const wrong = Object.entries(hashes).filter(
      ([name, hash]) => integrityOf(readFileSync(path.join(folder, name))) !== hash,
    );
    expect(wrong).toEqual([]);
  });

  it('is the same zip each time', () => {
    const again = path.join(work, 'again');
    mkdirSync(again);
    expect(readFileSync(writeRelease(releaseFiles(CDN, yesterday), again).zip).equals(readFileSync(zip))).toBe(true);
  });

  it('has a source map for each script of its folder, which names no place outside', () => {
    const [today = ''] = releaseFolders(CDN);
    const own = path.join(folder, today);
    // The bundler's own lines, and those that only name what another file holds, have no source.
    const isMade = (file: string): boolean =>
      file === 'rolldown-runtime.js' ||
      /^export\{[^}]*\}from"[^"]*";?\s*$/.test(readFileSync(path.join(own, file), 'utf8'));
    const scripts = readdirSync(own).filter((file) => file.endsWith('.js') && !isMade(file));
    expect(scripts.filter((file) => !existsSync(path.join(own, `${file}.map`)))).toEqual([]);
    const sources = scripts.flatMap((file) => {
      const map = JSON.parse(readFileSync(path.join(own, `${file}.map`), 'utf8')) as {
        readonly sources: readonly string[];
        readonly sourcesContent?: readonly (string | null)[];
      };
      const texts = (map.sourcesContent ?? []).filter((text) => text !== null);
      expect([file, texts.length]).toEqual([file, map.sources.length]);
      return map.sources;
    });
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => /^(?:\/|\.\.|[a-z]:|\w+:\/\/)|node_modules/i.test(source))).toEqual([]);
  });

  it('is refused after a folder that is no release', () => {
    expect(() => releaseFiles(CDN, path.join(ROOT, 'docs'))).toThrow('docs is no release of ESS Widgets');
  });
});

describe('a page whose browser has the ess.js of yesterday', () => {
  it('shows its widget from the folder of today', async () => {
    const head = '<script type="module" src="/ess/ess.js" data-src="/data/manifest.json"></script>';
    const asked: string[] = [];
    const host = await openHost({
      pages: {
        '/': pageOf('<ess-indicator indicator="members-stock"></ess-indicator>', head),
        '/ess/ess.js': { body: readFileSync(path.join(yesterday, 'ess.js')), type: 'text/javascript' },
      },
      mounts: [{ url: '/ess/', folder }, ...MOUNTS.filter(({ url }) => url !== '/ess/')],
      heard: ({ url = '' }) => asked.push(url),
    });
    const browser = await openBrowser();
    try {
      const visit = await visitor(browser);
      await goTo(visit.page, host.url);
      expect(await states(visit.page)).toEqual(['ess-indicator ready']);
      expect(visit.complaints).toEqual([]);
      expect(asked.some((url) => url.startsWith(`/ess/${YESTERDAY}/`))).toBe(true);
    } finally {
      await browser.close();
      await host.close();
    }
  });
});

describe('the rules of static hosts', () => {
  it('give each address every header once', () => {
    const rules = files.get('_headers')?.toString() ?? '';
    const blocks = rules
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('/'));
    const read = new Map(
      blocks.map((block) => {
        const [address = '', ...headers] = block.split('\n');
        return [address.trim(), headers.map((header) => header.trim())];
      }),
    );
    expect(read.get('/*')).toContain('Access-Control-Allow-Origin: *');
    expect(read.get('/ess.js')).toEqual(['Content-Type: text/javascript; charset=utf-8', 'Cache-Control: no-cache']);
    for (const name of releaseFolders(folder)) {
      expect(read.get(`/${name}/*`)).toEqual(['Cache-Control: public, max-age=31536000, immutable']);
    }
    expect(read.get('/*')?.join()).not.toMatch(/Cache-Control|(?<!X-)Content-Type/);
  });
});
