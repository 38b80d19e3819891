/** The folder of a release, as a webmaster copies it onto a server. */
import { type ChildProcess, spawn } from 'node:child_process';
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
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
// Servers read it under a user of their own.
chmodSync(work, 0o755);
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
const { folder, zip } = writeRelease(files, work);

describe('the folder of a release', () => {
  it('has the files of this release and of the one before, and none older', () => {
    expect(releaseFolders(folder).toSorted()).toEqual([YESTERDAY, ...releaseFolders(CDN)].toSorted());
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([
        '.htaccess',
        '_headers',
        'early.html',
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
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    expect(Object.keys(hashes).toSorted()).toEqual(written.filter((name) => name !== 'integrity.json').toSorted());
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
    const scripts = readdirSync(own).filter(
      // The bundler's own lines have no source.
      (file) => file.endsWith('.js') && file !== 'rolldown-runtime.js',
    );
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

/** A server of the host's own software, in a folder of its own, with the configuration of the release. */
interface Served {
  readonly url: string;
  readonly close: () => void;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until a server answers. */
async function answers(url: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}

function started(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: 'ignore' });
}

const APACHE = '/usr/sbin/apache2';
const APACHE_MODULES = '/usr/lib/apache2/modules';
const NGINX = '/usr/sbin/nginx';

async function serveApache(): Promise<Served> {
  const [root, port] = [path.join(work, 'apache'), await freePort()];
  cpSync(folder, path.join(root, 'www/ess'), { recursive: true });
  const modules = ['mpm_event', 'authz_core', 'mime', 'headers', 'filter', 'deflate', 'dir'];
  const config = [
    ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
    `ServerName 127.0.0.1`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${root}/apache.pid`,
    `DefaultRuntimeDir ${root}`,
    `ErrorLog ${root}/error.log`,
    // The types of the server itself are none: those of the release alone count.
    `TypesConfig /dev/null`,
    `DocumentRoot ${root}/www`,
    `<Directory ${root}/www>`,
    'AllowOverride FileInfo',
    'Require all granted',
    '</Directory>',
  ];
  writeFileSync(path.join(root, 'apache.conf'), `${config.join('\n')}\n`);
  const child = started(APACHE, ['-f', path.join(root, 'apache.conf'), '-DFOREGROUND']);
  const url = `http://127.0.0.1:${port}/ess/`;
  await answers(`${url}ess.js`);
  return { url, close: () => child.kill() };
}

async function serveNginx(): Promise<Served> {
  const [root, port] = [path.join(work, 'nginx'), await freePort()];
  cpSync(folder, path.join(root, 'www/ess'), { recursive: true });
  const config = `daemon off; pid ${root}/nginx.pid; error_log ${root}/error.log;
    events {}
    http {
      access_log off;
      client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
      uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
      server { listen 127.0.0.1:${port}; root ${root}/www; include ${root}/www/ess/nginx.conf.example; }
    }`;
  writeFileSync(path.join(root, 'nginx.conf'), config);
  const child = started(NGINX, ['-p', root, '-e', path.join(root, 'error.log'), '-c', path.join(root, 'nginx.conf')]);
  const url = `http://127.0.0.1:${port}/ess/`;
  await answers(`${url}ess.js`);
  return { url, close: () => child.kill() };
}

describe.each([
  ['Apache', serveApache, existsSync(APACHE) && existsSync(APACHE_MODULES)],
  ['nginx', serveNginx, existsSync(NGINX)],
] as const)('%s with the configuration of the release', (_, serve, isInstalled) => {
  let served: Served | undefined;
  beforeAll(async () => {
    if (isInstalled) served = await serve();
  });
  afterAll(() => served?.close());

  it.skipIf(!isInstalled)('serves types, for every site, compressed', async () => {
    const [today = ''] = releaseFolders(CDN);
    const expected = {
      'ess.js': 'text/javascript',
      [`${today}/base.js`]: 'text/javascript',
      [`${today}/base.js.map`]: 'application/json',
      'integrity.json': 'application/json',
      'early.html': 'text/html',
    };
    for (const [file, type] of Object.entries(expected)) {
      const { status, headers } = await fetch(`${served?.url}${file}`, { headers: { 'accept-encoding': 'gzip' } });
      expect([file, status, headers.get('content-type')]).toEqual([
        file,
        200,
        expect.stringMatching(new RegExp(`^${type}; ?charset=utf-8$`, 'i')),
      ]);
      expect([file, headers.get('access-control-allow-origin')]).toEqual([file, '*']);
      if (file.endsWith('.js')) expect([file, headers.get('content-encoding')]).toEqual([file, 'gzip']);
    }
  });

  it.skipIf(!isInstalled)(
    'has the folders of releases kept, and all else asked for anew, and names source maps',
    async () => {
      const ageOf = async (file: string): Promise<string | null> =>
        (await fetch(`${served?.url}${file}`)).headers.get('cache-control');
      for (const name of releaseFolders(folder)) {
        expect(await ageOf(`${name}/base.js`)).toBe('public, max-age=31536000, immutable');
      }
      expect(await ageOf('ess.js')).toBe('no-cache');
      const [today = ''] = releaseFolders(CDN);
      const mapOf = async (file: string): Promise<string | null> =>
        (await fetch(`${served?.url}${file}`)).headers.get('sourcemap');
      expect(await mapOf(`${today}/base.js`)).toBe(`/ess/${today}/base.js.map`);
      expect(await mapOf(`${today}/base.js.map`)).toBe(null);
      expect(await ageOf('0.0.7-00000000/base.js')).not.toBe('public, max-age=31536000, immutable');
    },
  );
});
