import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archiveOf, contentHash } from '@ess-widgets/core/prepare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset, event, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;
const today = '2026-02-03';

const filesIn = (out: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(path.join(cwd, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(path.join(cwd, out), file).replaceAll(path.sep, '/'), readFileSync(file)]),
  );
const textIn = (...names: string[]): string => readFileSync(path.join(cwd, ...names), 'utf8');
const at = { cwd, today };

beforeAll(() => {
  const collections = { events: [event('bal'), event('secret', { audience: 'internal' })] };
  folder.write('data.json', dataset({ ...collections, observations: [observation('members-stock', 12)] }));
  mkdirSync(path.join(cwd, 'release/1.0.0-abcd1234'), { recursive: true });
  writeFileSync(path.join(cwd, 'release/ess.js'), '// loader\n');
  writeFileSync(path.join(cwd, 'release/.htaccess'), '# Apache\n');
  writeFileSync(path.join(cwd, 'release/1.0.0-abcd1234/map.js'), '// map\n');
});

describe('prepare --site', () => {
  it('writes a folder that works where it is put: page, data without what is internal, and the release', async () => {
    const { status, err } = await ess('prepare data.json --site site --ess release', at);
    expect([status, err]).toEqual([0, '']);
    const files = filesIn('site');
    expect([...files.keys()].sort()).toEqual(
      expect.arrayContaining([
        'LISEZMOI.html',
        'ess/.htaccess',
        'ess/1.0.0-abcd1234/map.js',
        'ess/ess.js',
        'sources.json',
      ]),
    );
    expect(textIn('site/index.html')).toContain('data-ess="event-agenda"');
    expect([...files.values()].join('\n')).not.toContain('secret');
  });

  it('writes the same bytes as an archive, each time', async () => {
    await ess('prepare data.json --site again --ess release', at);
    await ess('prepare data.json --site site.zip --ess release', at);
    const files = filesIn('again');
    expect([...filesIn('site')].map(([name, bytes]) => [name, contentHash(bytes)]).sort()).toEqual(
      [...files].map(([name, bytes]) => [name, contentHash(bytes)]).sort(),
    );
    expect(contentHash(readFileSync(path.join(cwd, 'site.zip')))).toBe(contentHash(archiveOf(files)));
  });

  it.each([
    ['fr', 'images manquent'],
    ['en', 'pictures are missing'],
  ])('names the pictures that its pages ask for and that it does not draw, in %s', async (lang, words) => {
    const address = 'https://cress.example/ess/';
    const { out } = await ess(
      `prepare data.json --site shared-${lang} --ess release --address ${address} --lang ${lang}`,
      at,
    );
    const files = [...filesIn(`shared-${lang}`)];
    const pages = files.flatMap(([name, bytes]) => (/^f\/.+\.html$/.test(name) ? [String(bytes)] : []));
    const asked = pages.flatMap((page) => /"og:image" content="([^"]+)"/.exec(page)?.[1]?.replace(address, '') ?? []);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((name) => !files.some(([file]) => file === name))).toEqual(asked);
    const said = out.split('\n').find((line) => line.includes(words)) ?? '';
    expect(said.match(/images\/[^,\s]+\.png/g)?.toSorted()).toEqual(asked.toSorted());
    expect(said).toContain('Atelier');
  });

  it('says nothing of pictures where its pages name none', async () => {
    expect((await ess('prepare data.json --site alone --ess release', at)).out).not.toContain('images');
  });

  it('shows the widgets of a list, in the language of the command', async () => {
    folder.write('list.json', [{ tag: 'ess-event-counter', langs: ['fr', 'en'] }]);
    await ess('prepare data.json --site listed --ess release --widgets list.json --lang en', at);
    const page = textIn('listed/index.html');
    expect(page).toContain('<html lang="en">');
    expect(page.match(/data-ess="[a-z-]+"/g)).toEqual(['data-ess="event-counter"']);
  });

  it('keeps the complete data apart, for no server, and writes them into the folder of --out too', async () => {
    const { status, out } = await ess('prepare data.json --out whole --keep kept --site both --ess release', at);
    expect([status, out]).toEqual([0, expect.stringContaining('whole/manifest.json')]);
    expect(textIn('kept/data/events.json')).toBe(textIn('whole/events.json'));
    expect(textIn('kept/data/events.json')).toContain('secret');
    expect(textIn('both/data/events.json')).not.toContain('secret');
    expect([...filesIn('kept').keys()].filter((name) => name.startsWith('ess/'))).toEqual([]);
  });

  it.each([
    ['--site s', 'ess'],
    ['--site s --ess nowhere', 'nowhere'],
    ['--site s --ess release/1.0.0-abcd1234', 'ess.js'],
  ])('is refused with %s, and writes nothing', async (options, said) => {
    const { status, err } = await ess(`prepare data.json ${options}`, at);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
    expect(readdirSync(cwd)).not.toContain('s');
  });
});
