/** Apache and nginx, where they are installed, with the folder of a release and the configuration in it. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ess } from '../../packages/cli/src/testing/io.ts';
import { pageOf } from '../../packages/elements/e2e/support/host.ts';
import { goTo, states, visitor } from '../../packages/elements/e2e/support/visit.ts';
import { releaseFiles, writeRelease } from '../release/folder.ts';
import { RELEASE_FOLDER } from '../release/server-files.ts';
import { openBrowser } from '../site/browser.mjs';
import { ROOT } from '../site/mounts.mjs';
import { codeOf } from '../stories/code.ts';
import { unzipped } from './unzip.ts';
import { APACHE, APACHE_MODULES, NGINX, type Served, startApache, startNginx } from './web-servers.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ess-servers-'));
// Servers read it under a user of their own.
chmodSync(work, 0o755);
afterAll(() => rmSync(work, { recursive: true }));

const archive = writeRelease(releaseFiles(path.join(ROOT, 'packages/elements/cdn')), work);
const folder = path.join(archive.folder, 'ess');
const release = readdirSync(folder).find((name) => RELEASE_FOLDER.test(name)) ?? '';

async function serveApache(): Promise<Served> {
  const root = path.join(work, 'apache');
  cpSync(folder, path.join(root, 'www/ess'), { recursive: true });
  // The types of the server itself are none: those of the release alone count.
  const { url, close } = await startApache(root, '/dev/null');
  return { url: `${url}ess/`, close };
}

async function serveNginx(): Promise<Served> {
  const root = path.join(work, 'nginx');
  cpSync(folder, path.join(root, 'www/ess'), { recursive: true });
  const { url, close } = await startNginx(root, `include ${root}/www/ess/nginx.conf.example;`);
  return { url: `${url}ess/`, close };
}

const SERVERS = [
  {
    server: 'Apache',
    serve: serveApache,
    serveHome: (root: string) => startApache(root, '/etc/mime.types'),
    isInstalled: existsSync(APACHE) && existsSync(APACHE_MODULES),
  },
  {
    server: 'nginx',
    serve: serveNginx,
    // As Debian sets it up, but for the line that lets other sites read the data: it obeys no `.htaccess`.
    serveHome: (root: string) => startNginx(root, "location / { add_header Access-Control-Allow-Origin '*'; }"),
    isInstalled: existsSync(NGINX),
  },
];
for (const { server } of SERVERS.filter(({ isInstalled }) => !isInstalled))
  console.log(`${server} is not installed, and is not tested.`);

describe.each(SERVERS.filter(({ isInstalled }) => isInstalled))(
  '$server with the configuration of the release',
  ({ serve }) => {
    let served: Served;
    beforeAll(async () => {
      served = await serve();
    });
    afterAll(() => served.close());

    const headersOf = async (file: string): Promise<Headers> => (await fetch(`${served.url}${file}`)).headers;

    it('serves types, for every site, compressed', async () => {
      const expected = {
        'ess.js': 'text/javascript',
        [`${release}/base.js`]: 'text/javascript',
        [`${release}/base.js.map`]: 'application/json',
        'integrity.json': 'application/json',
        'still.css': 'text/css',
      };
      for (const [file, type] of Object.entries(expected)) {
        const { status, headers } = await fetch(`${served.url}${file}`, { headers: { 'accept-encoding': 'gzip' } });
        expect([file, status, headers.get('content-type')]).toEqual([
          file,
          200,
          expect.stringMatching(new RegExp(`^${type}; ?charset=utf-8$`, 'i')),
        ]);
        expect([file, headers.get('access-control-allow-origin')]).toEqual([file, '*']);
        if (file.endsWith('.js')) expect([file, headers.get('content-encoding')]).toEqual([file, 'gzip']);
      }
    });

    it('has the folder of a release kept, and all else asked for anew, and names source maps', async () => {
      const ageOf = async (file: string): Promise<string | null> => (await headersOf(file)).get('cache-control');
      expect(await ageOf(`${release}/base.js`)).toBe('public, max-age=31536000, immutable');
      expect(await ageOf('ess.js')).toBe('no-cache');
      expect(await ageOf('0.0.7-00000000/base.js')).not.toBe('public, max-age=31536000, immutable');
      const mapOf = async (file: string): Promise<string | null> => (await headersOf(file)).get('sourcemap');
      expect(await mapOf(`${release}/base.js`)).toBe(`/ess/${release}/base.js.map`);
      expect(await mapOf(`${release}/base.js.map`)).toBe(null);
    });
  },
);

/** The steps of the guides for webmasters: what lies where, and the page with the lines as they are printed. */
const GUIDES = [
  { guide: 'dossier.fr.mdx', under: '' },
  { guide: 'folder.en.mdx', under: '' },
  { guide: 'demarrer.fr.mdx', under: 'lieu/' },
  { guide: 'five-minutes.en.mdx', under: 'place/' },
];

describe.each(SERVERS.filter(({ server, isInstalled }) => server === 'Apache' && isInstalled))(
  'the archive on $server, by the steps of the guides',
  () => {
    let served: Served;
    let browser: Browser;
    beforeAll(async () => {
      const root = path.join(work, 'guides');
      const files = unzipped(readFileSync(archive.zip));
      for (const { guide, under } of GUIDES) {
        // What is in the folder of the archive is copied to where the guide says.
        for (const [file, bytes] of files) {
          const to = path.join(root, 'www', under, file.slice(file.indexOf('/') + 1));
          mkdirSync(path.dirname(to), { recursive: true });
          writeFileSync(to, bytes);
        }
        const lines = codeOf(guide).find(({ language }) => language === 'html')?.text ?? '';
        expect(lines).toContain('ess.js');
        writeFileSync(path.join(root, 'www', under, `${guide}.html`), pageOf(lines));
      }
      [served, browser] = await Promise.all([startApache(root, '/etc/mime.types'), openBrowser()]);
    });
    afterAll(async () => {
      await browser.close();
      served.close();
    });

    it.each([...GUIDES.map(({ guide, under }) => `${under}${guide}.html`), 'exemple.html', 'lieu/exemple.html'])(
      '%s shows the map with its members',
      async (page) => {
        const visit = await visitor(browser);
        await goTo(visit.page, `${served.url}${page}`);
        expect(await states(visit.page)).toEqual(['ess-member-map ready']);
        const map = visit.page.locator('ess-member-map');
        await map.locator('.marker').first().waitFor();
        expect(await map.locator('.list-panel .row').count()).toBeGreaterThan(5);
        expect(visit.complaints).toEqual([]);
        await visit.close();
      },
    );
  },
);

describe.each(SERVERS.filter(({ isInstalled }) => isInstalled))(
  'a folder that was taken home, on $server',
  ({ server, serveHome }) => {
    let served: Served;
    let browser: Browser;
    beforeAll(async () => {
      const root = path.join(work, `home-${server}`);
      const own = unzipped(readFileSync(path.join(folder, 'atelier/folder.zip')));
      for (const [file, bytes] of own) {
        mkdirSync(path.dirname(path.join(root, 'release', file)), { recursive: true });
        writeFileSync(path.join(root, 'release', file), bytes);
      }
      const data = path.join(ROOT, 'packages/bretagne/data/manifest.json');
      const line = `prepare ${data} --site www --ess release --address https://asso.example/`;
      const { err } = await ess(line, { cwd: root, today: '2025-03-10' });
      expect(err).toBe('');
      [served, browser] = await Promise.all([serveHome(root), openBrowser()]);
    });
    afterAll(async () => {
      await browser.close();
      served.close();
    });

    it.each(['', 'f/member-map.fr/', 'f/indicator.members-stock.fr/'])(
      'shows the page /%s, and says nothing',
      async (page) => {
        const visit = await visitor(browser);
        await goTo(visit.page, `${served.url}${page}`);
        expect((await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
        expect(visit.complaints).toEqual([]);
        await visit.close();
      },
    );

    it('lets a sandboxed frame of another site read its data by their name, and has its Atelier', async () => {
      const visit = await visitor(browser);
      const src = `${served.url}ess/atelier/embed.html?widget=indicator&indicator=members-stock&source=donnees`;
      await visit.page.setContent(`<iframe src="${src.replaceAll('&', '&amp;')}" sandbox="allow-scripts"></iframe>`);
      const frame = await (await visit.page.waitForSelector('iframe')).contentFrame();
      await frame?.locator('ess-indicator:state(ready)').waitFor();
      await visit.page.goto(`${served.url}ess/atelier/#from=cress`);
      await visit.page.getByRole('group', { name: 'Widget' }).waitFor();
      await visit.close();
    });

    it('answers a client of oEmbed', async () => {
      const page = await (await fetch(`${served.url}f/indicator.members-stock.fr/`)).text();
      const [, href = ''] = /type="application\/json\+oembed" href="https:\/\/asso\.example\/([^"]+)"/.exec(page) ?? [];
      const answer = await fetch(`${served.url}${href}`);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await answer.json()).toMatchObject({ version: '1.0', type: 'rich' });
    });
  },
);
