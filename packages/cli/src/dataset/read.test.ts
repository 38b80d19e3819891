import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const SECRET = 'canary-7c1f';
const FIELDS = ['collections', 'basemap', 'communes', 'measures', 'excerpts', 'calendar', 'report', 'story'] as const;
const COMMANDS = ['check', 'indicators', 'observations', 'pack --out out', 'diff one.json'] as const;

/** A manifest that names a file in one of its fields. */
function naming(field: (typeof FIELDS)[number], href: string): object {
  const collections = { observations: { href: 'observations.json', count: 0, hash: '' } };
  const members = {
    organisations: { href: 'organisations.json', count: 1, hash: '' },
    memberships: { href: 'memberships.json', count: 1, hash: '' },
  };
  if (field === 'collections') return dataset({ ...members, observations: { href, count: 0, hash: '' } });
  const named = field === 'excerpts' ? { excerpts: { [href]: ['members-stock'] } } : { [field]: href };
  return dataset({ ...members, ...collections }, { network: 'n', ...named });
}

const organisations = [{ id: 'a', name: 'Atelier' }];
const memberships = [{ id: 'm', organisation: 'a', network: 'n' }];

/** All files below a folder, as one text. */
const contents = (at: string): string =>
  readdirSync(at, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('a local data set', () => {
  let home: string;
  beforeAll(() => {
    folder.write('secret/canary.json', `["${SECRET}"]`);
    folder.write('secret/canary.ics', `BEGIN:VCALENDAR\r\nX:${SECRET}\r\nEND:VCALENDAR\r\n`);
    folder.write('home/one.json', dataset({}));
    folder.write('home/observations.json', []);
    folder.write('home/organisations.json', organisations);
    folder.write('home/memberships.json', memberships);
    home = path.join(folder.path, 'home');
    symlinkSync('../secret/canary.json', path.join(home, 'link.json'));
    symlinkSync('../secret', path.join(home, 'folder'));
  });

  const outside = () => [
    pathToFileURL(path.join(folder.path, 'secret/canary.json')).href,
    path.join(folder.path, 'secret/canary.json'),
    '../secret/canary.json',
    './x/../../secret/canary.json',
    '%2e%2e/secret/canary.json',
    '..%2fsecret%2fcanary.json',
    'link.json',
    'folder/canary.json',
    '../secret/canary.ics',
    'file://elsewhere.example/canary.json',
    'canary.json%00.json',
    'data:application/json,["x"]',
  ];

  it.each(FIELDS)('reads nothing outside its folder that %s names', async (field) => {
    for (const href of outside()) {
      folder.write('home/manifest.json', naming(field, href));
      for (const command of COMMANDS) {
        const [name = '', ...options] = command.split(' ');
        const { out, err } = await ess(`${name} ${options.join(' ')} manifest.json`, { cwd: home });
        expect(`${href} ${out}${err}`).not.toContain(SECRET);
      }
      expect(contents(home).includes(SECRET), href).toBe(false);
    }
  });

  it('is told which file is not read, and why', async () => {
    folder.write('home/manifest.json', naming('collections', '../secret/canary.json'));
    const { status, out } = await ess('check manifest.json', { cwd: home });
    expect(status).toBe(1);
    expect(out).toContain('canary.json n’est pas lu : ');
    expect(out).toContain('dossier du jeu de données');
  });

  it('reads what lies in folders of its own, and the files that options name wherever they are', async () => {
    folder.write('home/deep/observations.json', []);
    folder.write('home/manifest.json', naming('collections', 'deep/./observations.json'));
    folder.write('secret/report.txt', 'texte');
    const { out } = await ess('check manifest.json --json --text report=../secret/report.txt', { cwd: home });
    expect(JSON.parse(out).findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });

  it('is refused in a sentence where it is a pipe or a device, and nobody waits', async () => {
    execFileSync('mkfifo', [path.join(home, 'pipe.json')]);
    for (const file of ['pipe.json', '/dev/zero']) {
      const { status, err } = await ess(`check ${file}`, { cwd: home });
      expect([status, err]).toEqual([2, expect.stringContaining('ni un tube ni un périphérique')]);
    }
  });

  it('is refused in a sentence where it is nested beyond measure', async () => {
    folder.write('home/nested.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const { status, err } = await ess('check nested.json', { cwd: home });
    expect(status).toBe(2);
    expect(err).not.toContain('inattendue');
  });
});

describe('a remote data set', () => {
  const HOME = 'https://data.example/2024/';
  const files = {
    [`${HOME}observations.json`]: () => Response.json([]),
    [`${HOME}organisations.json`]: () => Response.json(organisations),
    [`${HOME}memberships.json`]: () => Response.json(memberships),
  };

  it.each(FIELDS)('reads no file of this machine and no other host that %s names', async (field) => {
    folder.write('canary.json', `["${SECRET}"]`);
    const hrefs = [
      pathToFileURL(path.join(folder.path, 'canary.json')).href,
      'https://other.example/canary.json',
      '//other.example/canary.json',
      'https://data.example:8443/canary.json',
      'http://data.example/canary.json',
      'data:application/json,["x"]',
      'blob:https://data.example/1',
    ];
    for (const href of hrefs) {
      const asked: string[] = [];
      const web = { ...files, [`${HOME}manifest.json`]: () => Response.json(naming(field, href)) };
      for (const command of COMMANDS) {
        const [name = '', ...options] = command.split(' ');
        if (name === 'diff') continue;
        const line = `${name} ${options.join(' ')} ${HOME}manifest.json`;
        const { out, err } = await ess(line, { cwd: folder.path, web, onAsked: (url) => void asked.push(url) });
        expect(`${href} ${out}${err}`).not.toContain(SECRET);
      }
      expect(asked.filter((url) => !url.startsWith(HOME))).toEqual([]);
    }
    mkdirSync(path.join(folder.path, 'out'), { recursive: true });
    expect(contents(path.join(folder.path, 'out'))).not.toContain(SECRET);
  });

  it('reads the hosts that --hosts lists, and follows their redirections to listed hosts alone', async () => {
    const manifest = naming('collections', 'https://other.example/observations.json');
    const from = (url: string) => () => Object.defineProperty(Response.json([]), 'url', { value: url });
    const at = (url: string) => ({
      ...files,
      [`${HOME}manifest.json`]: () => Response.json(manifest),
      'https://other.example/observations.json': from(url),
    });
    const check = (url: string, hosts: string) =>
      ess(`check ${HOME}manifest.json --only blocked,missing-file --severity info ${hosts}`, { web: at(url) });
    expect((await check('https://other.example/o.json', '')).status).toBe(1);
    expect((await check('https://other.example/o.json', '--hosts other.example')).status).toBe(0);
    expect((await check('https://third.example/o.json', '--hosts other.example')).status).toBe(1);
    expect((await check('https://third.example/o.json', '--hosts other.example,third.example')).status).toBe(0);
  });

  it('follows no redirection of its own files', async () => {
    const redirects: string[] = [];
    const web = {
      ...files,
      [`${HOME}manifest.json`]: () => Response.json(naming('collections', 'moved.json')),
      [`${HOME}moved.json`]: () => new Response(null, { status: 302, headers: { location: 'https://other.example/' } }),
    };
    const onAsked = (_url: string, redirect: string) => void redirects.push(redirect);
    const { status, out } = await ess(`check ${HOME}manifest.json`, { web, onAsked });
    expect([status, out]).toEqual([1, expect.stringContaining('moved.json n’est pas lu')]);
    expect(new Set(redirects)).toEqual(new Set(['follow', 'manual']));
  });
});
