import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ess } from '../testing/io.ts';

const DATA = 'packages/bretagne/data';
const TODAY = { today: '2025-03-10' };

let folder = '';

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
    const { status, out, err } = await ess(
      `render indicator ${DATA} --indicator members-stock --lang br --form light`,
      TODAY,
    );
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^<figure class="ess-still">[^\n]*<strong>117\u00a0ezel<\/strong>[^\n]*<\/figure>\n$/);
  });

  it('links to the page of the widget', async () => {
    const { out } = await ess(`render event-agenda ${DATA} --page https://example.org/agenda`, TODAY);
    expect(out).toContain('<a href="https://example.org/agenda">En savoir plus : Agenda</a>');
  });

  it.each([
    [`render indicator ${DATA} --indicator no-such-figure`, 'rien à montrer'],
    [`render indicator ${DATA} --indicator members-stock --form shadow`, '--form « shadow » n’existe pas encore'],
    [`render report ${DATA}`, '« report » n’est ni un widget'],
    ['render', 'quel jeu de données'],
    ['render missing.html', 'missing.html : ce fichier ne se lit pas'],
  ])('refuses %s', async (line, said) => {
    const { status, out, err } = await ess(line, TODAY);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
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
    expect(made).toContain('117\u00a0adhérents');
    expect(made).toContain('Members · Associations');
    expect(made.match(/class="ess-still"/g)).toHaveLength(2);
    expect(made).toMatch(
      /data-ess-indicator="members-stock" data-ess-still="[0-9a-f]{16} [\d.]+ 2025-03-10 -"><figure/,
    );
    expect(made).toContain('</figure><a href="/chiffres">Nos chiffres</a></div>');
    expect(made.replace(/ data-ess-still="[^"]*"|<figure.*?<\/figure>/g, '')).toBe(PAGE);
    expect(err).toContain('page.html:6, <div data-ess="indicator">');
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
    const bare = (html: string): string => html.replace(/ ?data-ess-still="[^"]*"|<figure.*?<\/figure>/g, '');
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
    expect(read('page.html')).toContain('<li>Les Galets, Brest</li>');
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
    expect(read('page.html')).toMatch(/<\/div>\n<script type="application\/ld\+json" data-ess-still>[^\n]*<\/script>$/);
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
    ]);
    const { stills } = JSON.parse(read('stills/index.json'));
    expect(stills['event-agenda.fr']).toMatchObject({
      href: 'event-agenda.fr.html',
      made: '2025-03-10',
      expires: '2025-03-19',
    });
    expect(stills['event-agenda.fr'].hash).toMatch(/^[0-9a-f]{16}$/);
    expect(read('stills/indicator.members-stock.en.html')).toContain('117\u00a0members');
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
