import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { dataset } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const DATA = 'packages/bretagne/data';
const TODAY = { today: '2025-03-10' };

let folder = '';

/** Returns the most bytes of a compressed still: half of what its widget may have in another form. */
function budgetOf(key: string): number {
  if (/^member-(map|list)\b/.test(key)) return 11_000;
  // Up to 200 rows of dates, with their places and references.
  if (/^(event-agenda|timeline)\b/.test(key)) return 8_000;
  return /^(indicator|event-counter)\b/.test(key) ? 1_500 : 2_000;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ess-render-'));
});

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('render, of one widget', () => {
  it('prints it as one line of HTML, in the language asked for', async () => {
    const { status, out, err } = await ess(`render indicator ${DATA} --indicator members-stock --lang br`, TODAY);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^<figure class="ess-still ess-value">[^\n]*<strong>117<\/strong><span> ezel<\/span>[^\n]*<\/figure>\n$/,
    );
  });

  it('links to the page of the widget', async () => {
    const { out } = await ess(`render event-agenda ${DATA} --page https://example.org/agenda`, TODAY);
    expect(out).toContain('<a href="https://example.org/agenda">En savoir plus : Agenda</a>');
  });

  it.each([
    [`render indicator ${DATA} --indicator no-such-figure`, 'rien à montrer'],
    ['render missing.html --css outline', '--css « outline » n’existe pas'],
    [`render provider ${DATA}`, '« provider » n’est ni un widget'],
    ['render', 'quel jeu de données'],
    ['render missing.html', 'missing.html : ce fichier ne se lit pas'],
  ])('refuses %s', async (line, said) => {
    const { status, out, err } = await ess(line, TODAY);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});

describe('render, of a map', () => {
  const places = { x: [-1.6743, 48.112], y: [-4.4863, 48.3903] } as const;
  const organisations = Object.entries(places).map(([id, [lon, lat]]) => ({
    ...{ id, name: `Structure ${id}`, position: { lon, lat, precision: 'address' } },
  }));
  const data = dataset({ organisations });
  const ground = readFileSync(new URL('../../../bretagne/data/basemap.json', import.meta.url), 'utf8');
  const folderWith = (basemap: string | null): void => {
    write('manifest.json', JSON.stringify({ ...data, basemap: 'ground.json' }));
    if (basemap !== null) write('ground.json', basemap);
  };

  it('reads the ground that the manifest names, for a map that shows it alone', async () => {
    folderWith(ground);
    const withGround = await ess(`render member-map ${folder}`, TODAY);
    expect(withGround.status).toBe(0);
    expect(withGround.out).toContain('<path class="e" d="M');
    folderWith('{}');
    for (const line of [`member-map ${folder} --basemap none`, `member-list ${folder}`]) {
      const { status, out } = await ess(`render ${line}`, TODAY);
      expect(status).toBe(0);
      expect(out).toContain('Structure x');
      expect(out).not.toContain('<path class="e"');
    }
  });

  it('draws a list that has no ground on that of the reference data, where these have one that shows it', async () => {
    folderWith(ground);
    write('members.csv', 'nom;latitude;longitude\nLes Galets;48.11;-1.67\n');
    write('far.csv', 'nom;latitude;longitude\nLes Galets;-21.1;55.5\n');
    const tag = '<script type="module" src="ess.js" data-reference="manifest.json"></script>';
    const made = async (src: string): Promise<string> => {
      const page = write('page.html', `${tag}<ess-member-map src="${src}"></ess-member-map>`);
      expect(await ess(`render ${page}`, TODAY)).toMatchObject({ status: 0, err: '' });
      return read('page.html');
    };
    expect(await made('members.csv')).toContain('<path class="e" d="M');
    const far = await made('far.csv');
    expect(far).toContain('Les Galets');
    expect(far).not.toContain('<path class="e"');
    folderWith('{}');
    expect(await made('members.csv')).not.toContain('<path class="e"');
  });

  it.each([
    ['{}', 'not a valid'],
    [null, 'ground.json'],
  ])('says that it cannot be read (%s)', async (basemap, said) => {
    folderWith(basemap);
    const { status, out, err } = await ess(`render member-map ${folder}`, { ...TODAY, locale: 'en_GB.UTF-8' });
    expect([status, out]).toEqual([2, '']);
    expect(err.toLowerCase()).toContain(said);
  });
});

describe('render, of pages', () => {
  const PAGE = `<!doctype html>
<html lang="fr"><head><script type="module" src="ess.js" data-src="nowhere.json"></script></head>
<body><!-- <div data-ess="indicator"></div> --><P CLASS=a>Texte & suite
<div data-ess="indicator" data-ess-indicator="members-stock"><a href="/chiffres">Nos chiffres</a></div>
<section lang="en"><div data-ess='provider' data-ess-where="college=associations"><div data-ess="indicator" data-ess-indicator=members-stock></div></div></section>
<div data-ess="indicator" data-ess-indicator="no-such-figure"><p>Reste.</p></div>
</body></html>`;

  it('fills the blocks in their place, with the language and the provider around them, and changes no other byte', async () => {
    const page = write('page.html', PAGE);
    const { status, err } = await ess(`render ${page} --data ${DATA}`, TODAY);
    expect(status).toBe(0);
    const made = read('page.html');
    expect(made).toContain('<strong>117</strong><span> adhérents</span>');
    expect(made).toContain('Members · Associations');
    expect(made.match(/class="ess-still ess-value"/g)).toHaveLength(2);
    expect(made).toMatch(
      /data-ess-indicator="members-stock" data-ess-still="[0-9a-f]{16} [\d.]+ 2025-03-10 -"><figure/,
    );
    expect(made).toContain('</figure><a href="/chiffres">Nos chiffres</a></div>');
    expect(made.replace(/ data-ess-still="[^"]*"|<figure.*?<\/figure>|<style.*?<\/style>/g, '')).toBe(PAGE);
    expect(err).toContain('page.html:6, <div data-ess="indicator">');
  });

  it('writes the rules of the skins that occur into the head, or a link to the file beside the loader', async () => {
    const page = write('page.html', PAGE);
    await ess(`render ${page} --data ${DATA}`, TODAY);
    const [, rules = ''] = /<style data-ess-still>([^<]*)<\/style><\/head>/.exec(read('page.html')) ?? [];
    expect(rules).toContain('.ess-still.ess-value{');
    expect(rules).not.toMatch(/ess-bars|--_cat-|dsfr|dark|\n/);
    await ess(`render ${page} --data ${DATA} --css link`, TODAY);
    expect(read('page.html')).toContain('<link rel="stylesheet" href="still.css" data-ess-still></head>');
    expect(read('page.html')).not.toContain('<style');
    write('page.html', PAGE.replace('src="ess.js"', 'src="other.js"'));
    const { status, err } = await ess(`render ${page} --data ${DATA} --css link`, TODAY);
    expect([status, err]).toEqual([2, expect.stringContaining('pas de balise de ess.js')]);
  });

  it('is once if it is done twice, and replaces an earlier still', async () => {
    const page = write('page.html', PAGE);
    await ess(`render ${page} --data ${DATA}`, TODAY);
    const once = read('page.html');
    await ess(`render ${page} --data ${DATA}`, TODAY);
    expect(read('page.html')).toBe(once);
    writeFileSync(page, once.replace('<strong>117', '<strong>99'));
    await ess(`render ${page} --data ${DATA}`, { today: '2025-03-11' });
    expect(read('page.html')).toBe(once.replaceAll('2025-03-10', '2025-03-11'));
  });

  it.each([
    ['line ends of Windows', PAGE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${PAGE}`],
    ['a mark without a space before it', PAGE.replace('<div data-ess=', '<div title="a"data-ess-still="x" data-ess=')],
    ['signs of four bytes', PAGE.replace('Texte', '🌊🌊 é')],
  ])('finds its places in a page with %s', async (_what, text) => {
    const page = write('page.html', text);
    await ess(`render ${page} --data ${DATA}`, TODAY);
    const bare = (html: string): string =>
      html.replace(/<style.*?<\/style>| ?data-ess-still="[^"]*"|<figure.*?<\/figure>/g, '');
    expect(read('page.html')).not.toBe(text);
    expect(bare(read('page.html'))).toBe(bare(text));
  });

  it('leaves a page alone that is not in UTF-8', async () => {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, Buffer.from('<p>\u00e9</p><div data-ess="event-agenda"></div>', 'latin1'));
    const { status, err } = await ess(`render ${page} --data ${DATA}`, TODAY);
    expect([status, err]).toEqual([2, expect.stringContaining('n’est pas en UTF-8')]);
  });

  it('reads the data that a block names, from the place of the page', async () => {
    write('membres.csv', 'nom,commune\nLes Galets,Brest\n');
    const page = write('page.html', '<div data-ess="member-list" data-ess-src="membres.csv"></div>');
    expect((await ess(`render ${page}`, TODAY)).status).toBe(0);
    expect(read('page.html')).toContain('<strong>Les Galets</strong><p>Brest');
  });

  it('writes the events and members of its stills as JSON-LD, each once, and at most fifty', async () => {
    const name = '</script><script>alert(1)</script>';
    const rows = Array.from({ length: 60 }, (_, at) => `${at === 0 ? name : `Structure ${at}`},Brest`);
    write('membres.csv', `nom,commune\n${rows.join('\n')}\n`);
    const block = '<div data-ess="member-list" data-ess-src="membres.csv"></div>';
    const page = write('page.html', `<html><head><title>t</title></head><body>${block}${block}</body></html>`);
    await ess(`render ${page}`, TODAY);
    const made = read('page.html');
    const [, text = ''] =
      /<script type="application\/ld\+json" data-ess-still>(.*?)<\/script><\/head>/.exec(made) ?? [];
    const { '@context': context, '@graph': graph } = JSON.parse(text);
    expect(context).toBe('https://schema.org');
    expect(graph).toHaveLength(50);
    expect(graph[0]).toEqual({ '@type': 'Organization', name, address: 'Brest' });
    expect(text).not.toContain('<');
    await ess(`render ${page}`, TODAY);
    expect(read('page.html')).toBe(made);
    // Where the widgets have gone, so have their objects.
    writeFileSync(page, made.replace(/<body>.*<\/body>/, '<body></body>'));
    await ess(`render ${page}`, TODAY);
    expect(read('page.html')).toBe('<html><head><title>t</title></head><body></body></html>');
  });

  it('writes the JSON-LD at the end of a page without a head', async () => {
    write('membres.csv', 'nom,commune\nLes Galets,Brest\n');
    const page = write('page.html', '<div data-ess="member-map" data-ess-src="membres.csv"></div>\n');
    await ess(`render ${page}`, TODAY);
    expect(read('page.html')).toMatch(
      /<\/div>\n<style data-ess-still>[^<]*<\/style><script type="application\/ld\+json" data-ess-still>[^\n]*<\/script>$/,
    );
  });

  it('fails with --strict where a widget has nothing to show, and leaves it as it is', async () => {
    const text = '<div data-ess="event-agenda" data-ess-series="none"></div>';
    const page = write('page.html', text);
    const { status, err } = await ess(`render ${page} --data ${DATA} --strict`, TODAY);
    expect(status).toBe(2);
    expect(err).toContain('page.html:1');
    expect(read('page.html')).toBe(text);
  });
});

describe('render, of a page with elements', () => {
  const ELEMENTS = `<ess-provider where="college=associations"><ess-territory-picker></ess-territory-picker>
<ess-indicator lang="en" indicator="members-stock"></ess-indicator></ess-provider>
<ess-chart></ess-chart><ess-indicator indicator="no-such-figure"></ess-indicator>`;
  const bare = (html: string): string => html.replace(/<style.*?<\/style>| still="[^"]*"|<figure.*?<\/figure>/g, '');

  it('fills them as blocks, once if it is done twice, with the provider around them', async () => {
    const page = write('page.html', ELEMENTS);
    expect(await ess(`render ${page} --data ${DATA}`, TODAY)).toMatchObject({ status: 0 });
    const made = read('page.html');
    expect(made).toMatch(
      /<ess-indicator lang="en" indicator="members-stock" still="[0-9a-f]{16} [\d.]+ 2025-03-10 -"><figure class="ess-still ess-value">/,
    );
    expect(made).toContain('Members · Associations');
    expect(bare(made)).toBe(ELEMENTS);
    await ess(`render ${page} --data ${DATA}`, TODAY);
    expect(read('page.html')).toBe(made);
  });

  it('fills a report with its story, and the sheet of a territory', async () => {
    const body = '<ess-report></ess-report><ess-territory-sheet territory="departement-29"></ess-territory-sheet>';
    const page = write('report.html', body);
    expect(await ess(`render ${page} --data ${DATA} --strict`, TODAY)).toMatchObject({ status: 0, err: '' });
    expect(read('report.html')).toMatch(
      /<ess-report still="[^"]*"><div class="ess-still ess-overview">.*Lire la section I\.1\.a/,
    );
    expect(read('report.html')).toContain('<h3>Finistère</h3>');
    // The rules of the widgets in it are there too.
    expect(read('report.html')).toMatch(/<style[^>]*>[^<]*\.ess-still\.ess-overview/);
    const part = write('part.html', '<ess-report section="I.1"></ess-report>');
    expect((await ess(`render ${part} --data ${DATA} --strict`, TODAY)).err).toMatch(/<ess-report>.*rien à montrer/);
  });

  it('names those that it does not fill, each with the reason, and fails with --strict', async () => {
    const page = write('page.html', ELEMENTS);
    const { err } = await ess(`render ${page} --data ${DATA}`, TODAY);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/page\.html:3, <ess-chart>.*pas encore de forme sans script/),
      expect.stringMatching(/page\.html:3, <ess-indicator>.*rien à montrer/),
    ]);
    expect(await ess(`render ${page} --data ${DATA} --strict`, TODAY)).toMatchObject({ status: 2 });
    const alone = write('alone.html', '<ess-indicator indicator="members-stock" src="a.json b.json"></ess-indicator>');
    expect((await ess(`render ${alone}`, TODAY)).err).toMatch(/alone\.html:1, <ess-indicator>.*a\.json/);
  });
});

const CANARY = 'Secret du Conseil';
const LIST = `nom,commune\n${CANARY},Brest\n`;

describe('render, of a page whose source is a list of its own', () => {
  it('takes members from the list, and figures from the reference data', async () => {
    cpSync(DATA, path.join(folder, 'data'), { recursive: true });
    write('members.csv', LIST);
    const tag =
      '<script type="module" src="ess.js" data-reference="data/manifest.json" data-src="members.csv"></script>';
    const figure = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';
    const page = write('page.html', `${tag}${figure}<div data-ess="member-list"></div>`);
    expect(await ess(`render ${page}`, TODAY)).toMatchObject({ status: 0 });
    expect(read('page.html')).toMatch(new RegExp(`117</strong><span> adhérents[^]*${CANARY}`));
    const own = write('own.html', `${tag}${figure.replace('></', ' data-ess-src="members.csv"></')}`);
    await ess(`render ${own}`, TODAY);
    expect(read('own.html')).not.toContain('117');
  });
});

/** Places of a page that name data: a block, a provider around one, the tag of the loader. */
const NAMING: Readonly<Record<string, (src: string) => string>> = {
  'a block': (src) => `<div data-ess="member-list" data-ess-src="${src}"></div>`,
  'a provider': (src) => `<ess-provider src="${src}"><div data-ess="member-list"></div></ess-provider>`,
  'a block of a provider': (src) =>
    `<div data-ess="provider" data-ess-src="${src}"><div data-ess="member-list"></div></div>`,
  'a line of sources': (src) =>
    `<script type="module" src="ess.js" data-sources="adherents = ${src}"></script><div data-ess="member-list"></div>`,
  'the address of a file of sources': (src) =>
    `<script type="module" src="ess.js" data-sources="${src}"></script><div data-ess="member-list"></div>`,
  'the reference data': (src) =>
    `<script type="module" src="ess.js" data-reference="${src}"></script><div data-ess="member-list"></div>`,
  'the tag of the loader': (src) =>
    `<script type="module" src="ess.js" data-src="${src}"></script><div data-ess="member-list"></div>`,
};

/** A site in a folder, beside files that are none of its pages'. */
function site(): string {
  mkdirSync(path.join(folder, 'private'));
  mkdirSync(path.join(folder, 'site/pages'), { recursive: true });
  write('private/x.csv', LIST);
  write('site/members.csv', LIST);
  const pages = path.join(folder, 'site/pages');
  symlinkSync('../../private/x.csv', path.join(pages, 'link.csv'));
  symlinkSync('../../private', path.join(pages, 'linked'));
  return pages;
}

describe('render, of the data that a page names', () => {
  const asked: string[] = [];
  const onAsked = (url: string): void => void asked.push(url);
  const answer = () => new Response(LIST, { headers: { 'content-type': 'text/csv' } });
  const sent = (location: string) => () => new Response(null, { status: 302, headers: { location } });
  const web = {
    'http://127.0.0.1:8080/x.csv': answer,
    'http://localhost/x.csv': answer,
    'http://169.254.169.254/x.csv': answer,
    'https://elsewhere.example/x.csv': answer,
    'https://site.example/x.csv': answer,
    'https://site.example:8443/x.csv': answer,
    'https://site.example/away.csv': sent('http://127.0.0.1:8080/x.csv'),
    'https://site.example/near.csv': sent('/x.csv'),
    'https://listed.example/x.csv': answer,
    'https://listed.example/away.csv': sent('http://169.254.169.254/x.csv'),
  };

  const rendered = async (html: string, options = '', locale = 'fr_FR.UTF-8') => {
    asked.length = 0;
    const page = write('site/pages/page.html', html);
    const ran = await ess(`render ${page} ${options}`, { ...TODAY, web, onAsked, locale });
    return { ...ran, made: read('site/pages/page.html') };
  };

  const outside = (pages: string) => [
    '../../private/x.csv',
    './a/../../../private/x.csv',
    '%2e%2e/%2e%2e/private/x.csv',
    '..%2f..%2fprivate%2fx.csv',
    '..\\\\..\\\\private/x.csv',
    'link.csv',
    'linked/x.csv',
    '../members.csv',
    pathToFileURL(path.join(folder, 'private/x.csv')).href,
    pathToFileURL(path.join(pages, 'own.csv')).href,
    `FILE:${path.join(folder, 'private/x.csv')}`,
    `file&#58;//${path.join(folder, 'private/x.csv')}`,
    '//127.0.0.1:8080/x.csv',
    '/\\elsewhere.example/x.csv',
    'http://127.0.0.1:8080/x.csv',
    'http://localhost/x.csv',
    'http://169.254.169.254/x.csv',
    'https://elsewhere.example/x.csv',
    'https://site.example:8443/x.csv',
    'https://user:word@site.example/x.csv',
    'https://site.example/away.csv',
    'https://listed.example/away.csv',
    'data:text/csv,nom%0ASecret%20du%20Conseil',
    'own.csv?https://elsewhere.example/x.csv',
    '../../private/x.csv?own.csv',
  ];

  it.each(Object.keys(NAMING))(
    'writes nothing of what lies beyond the page, its site and the hosts listed, for %s',
    async (place) => {
      const pages = site();
      for (const src of outside(pages)) {
        const html = NAMING[place]?.(src) ?? '';
        const { status, err, made } = await rendered(html, '--page https://site.example/page --hosts listed.example');
        expect(`${src} ${made}`).toBe(`${src} ${html}`);
        expect(`${src} ${status}`).toBe(`${src} 2`);
        expect(`${src} ${err}`).toContain('page.html:1, <div data-ess="member-list"> : ');
        expect(asked.filter((url) => !/^https:\/\/(site|listed)\.example\/away/.test(url))).toEqual([]);
      }
    },
  );

  it('writes nothing of what a file of sources of the page names beyond them', async () => {
    const pages = site();
    const html = NAMING['the address of a file of sources']?.('sources.json') ?? '';
    for (const src of outside(pages)) {
      write('site/pages/sources.json', JSON.stringify({ format: 'ess-sources/1', sources: { adherents: { src } } }));
      const { status, made } = await rendered(html, '--page https://site.example/page --hosts listed.example');
      expect(`${src} ${made}`).toBe(`${src} ${html}`);
      expect(`${src} ${status}`).toBe(`${src} 2`);
      expect(asked.filter((url) => !/^https:\/\/(site|listed)\.example\/away/.test(url))).toEqual([]);
    }
  });

  it('names each block that is refused in the language of the command, and fills the others', async () => {
    const pages = site();
    writeFileSync(path.join(pages, 'own.csv'), 'nom,commune\nLes Galets,Brest\n');
    const html = `${NAMING['a block']?.('../../private/x.csv')}\n${NAMING['a block']?.('own.csv')}`;
    const { status, err, made } = await rendered(html, '', 'en_GB.UTF-8');
    expect([status, err.split('\n')]).toEqual([
      2,
      [expect.stringMatching(/page\.html:1, <div data-ess="member-list">: .*x\.csv is not read: .*--root/), ''],
    ]);
    expect(made).toContain('Les Galets');
  });

  it.each([
    ['../members.csv', '--root ROOT/site'],
    ['../../private/x.csv', '--root ROOT'],
    ['https://site.example/x.csv', '--page https://site.example/page'],
    ['//site.example/x.csv', '--page https://site.example/page'],
    ['https://site.example/near.csv', '--page https://site.example/page'],
    ['http://127.0.0.1:8080/x.csv', '--page http://127.0.0.1:8080/page'],
    ['https://listed.example/x.csv', '--hosts listed.example'],
    ['http://localhost/x.csv', '--hosts localhost'],
  ])('reads %s with %s', async (src, options) => {
    site();
    const { status, made } = await rendered(NAMING['a block']?.(src) ?? '', options.replace('ROOT', folder));
    expect([status, made]).toEqual([0, expect.stringContaining(CANARY)]);
  });

  it('bounds what these data name in turn', async () => {
    const pages = site();
    const organisations = { href: '../../private/organisations.json', count: 1, hash: '' };
    write('private/organisations.json', JSON.stringify([{ id: 'a', name: CANARY }]));
    writeFileSync(path.join(pages, 'manifest.json'), JSON.stringify(dataset({ organisations })));
    const html = NAMING['a block']?.('manifest.json') ?? '';
    const { status, made } = await rendered(html, `--root ${folder}`);
    expect([status, made]).toEqual([2, html]);
  });

  it('leaves the data of --data free', async () => {
    site();
    const { made } = await rendered(
      NAMING['a block']?.('none.csv') ?? '',
      `--data ${path.join(folder, 'private/x.csv')}`,
    );
    expect(made).toContain(CANARY);
  });
});

describe('render, of a list', () => {
  it('writes a file for each still, and an index with hashes and days', async () => {
    const list = write(
      'stills.json',
      JSON.stringify([
        { tag: 'ess-indicator', attributes: { indicator: 'members-stock' }, langs: ['fr', 'en'] },
        { tag: 'ess-event-agenda', langs: ['fr'] },
        { tag: 'ess-indicator', attributes: { indicator: 'no-such-figure' }, langs: ['fr'] },
      ]),
    );
    const out = path.join(folder, 'stills');
    const { status, err } = await ess(`render --list ${list} ${DATA} --out ${out}`, TODAY);
    expect(status).toBe(0);
    expect(err).toContain('indicator.no-such-figure.fr');
    expect(readdirSync(out).sort()).toEqual([
      'event-agenda.fr.html',
      'index.json',
      'indicator.members-stock.en.html',
      'indicator.members-stock.fr.html',
      'still.css',
    ]);
    const { stills } = JSON.parse(read('stills/index.json'));
    expect(stills['event-agenda.fr']).toMatchObject({
      href: 'event-agenda.fr.html',
      made: '2025-03-10',
      expires: '2025-03-19',
    });
    expect(stills['event-agenda.fr'].hash).toMatch(/^[0-9a-f]{16}$/);
    expect(read('stills/indicator.members-stock.en.html')).toContain('<strong>117</strong><span> members</span>');
  });

  it('has a still for each entry of the published list, each one line within its budget', async () => {
    const out = path.join(folder, 'stills');
    const list = 'packages/bretagne/stills.json';
    const { status, err } = await ess(`render --list ${list} ${DATA} --out ${out} --strict`, TODAY);
    expect([status, err]).toEqual([0, '']);
    const keys: readonly string[] = Object.keys(JSON.parse(read('stills/index.json')).stills);
    expect(keys).toHaveLength(3 * JSON.parse(readFileSync(list, 'utf8')).length);
    for (const key of keys) {
      const text = read(`stills/${key}.html`);
      expect(text, key).not.toMatch(/[{}[\]~\n]/);
      expect(gzipSync(text).length, key).toBeLessThanOrEqual(budgetOf(key));
      // Its data say of what day they are.
      expect(text, key).toContain('<time datetime="2025-03-05">');
    }
  });

  it.each(['{', '{}', '[{"tag": "script"}]', '[{"tag": "ess-indicator", "langs": ["de"]}]', '[null]'])(
    'refuses the list %s',
    async (text) => {
      const list = write('stills.json', text);
      const { status, err } = await ess(`render --list ${list} ${DATA} --out ${folder}`, TODAY);
      expect(status).toBe(2);
      expect(err).toContain('stills.json');
    },
  );
});
