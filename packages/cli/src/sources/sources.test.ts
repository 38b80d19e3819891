import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, temporaryFolder } from '../testing/data.ts';
import { ess, type Ran, type Where } from '../testing/io.ts';

const LIST = 'Nom;Commune\nLes Galets;Brest\n';
const ICS = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:a@essai.example',
  'DTSTART:20260710T160000Z',
  'SUMMARY:Bal',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
  folder.write('liste adhérents.csv', LIST);
  folder.write('lieux.csv', 'Nom;Commune\nLe Phare;Nulle-Part\n');
  folder.write('agenda.ics', ICS);
  declare({ adherents: { src: 'liste adhérents.csv', kind: 'members' }, agenda: { src: 'agenda.ics' } });
});
afterEach(() => folder.remove());

const declare = (sources: object, more: object = {}): void =>
  void folder.write('sources.json', { format: 'ess-sources/1', sources, ...more });
const run = (line: string, where: Where = {}): Promise<Ran> =>
  ess(line, { cwd: folder.path, today: '2026-05-04', ...where });
const made = (name: string) => JSON.parse(readFileSync(path.join(folder.path, name), 'utf8'));
const names = (name: string): readonly string[] =>
  made(name).collections.organisations.map((one: { readonly name: string }) => one.name);

describe('the sources of a command line', () => {
  it.each([
    [
      'check --sources sources.json --source adherent',
      'aucune source ne s’appelle « adherent ». Il y a : adherents, agenda.',
    ],
    ['check --source adherents liste.csv', 'donnez leur fichier par --sources'],
    ['check lieux.csv --sources sources.json', 'pas les deux'],
    ['check --sources none.json', 'fichier introuvable : none.json'],
    ['check --sources lieux.csv', 'n’est pas du JSON'],
    ['check', 'quel jeu de données'],
    ['convert --sources sources.json --out out.csv', 'en jeu de données (--out ….json)'],
    ['render page.html --source agenda', 'chaque widget nomme sa source'],
    ['render indicator --sources sources.json --source agenda --indicator members-stock', 'rien à montrer'],
  ])('are refused with what there is: %s', async (line, said) => {
    expect(await run(line)).toMatchObject({ status: 2, err: expect.stringContaining(said) });
    expect((await run(line, { locale: 'en_GB.UTF-8' })).err).not.toMatch(/[éèà]|aucun/);
  });

  it.each([
    [{ Adhérents: { src: 'lieux.csv' } }, '« Adhérents » ne peut pas nommer une source'],
    [{ reference: { src: 'lieux.csv' } }, '« reference » ne peut pas nommer une source'],
    [{ a: { src: [] } }, 'sources.a.src est attendu'],
    [{ a: { src: 'lieux.csv', kind: 'people' } }, 'sources.a.kind est attendu ainsi : "members"'],
    [{ a: { src: 'lieux.csv', recipe: { colonnes: {} } } }, 'champ inconnu « sources.a.recipe.colonnes »'],
    [{ a: { src: 'https://x.example/?token=abc' } }, 'sources.a.src contient une clé'],
    [{ a: { src: 'lieux.csv', key: 'abcdefgh' } }, 'sources.a.key contient une clé'],
    [{ a: { src: 'lieux.csv', key: 'env:ABSENTE' } }, 'ABSENTE est vide ou absente'],
    [{}, 'sources est attendu'],
  ])('are refused where their file is wrong: %j', async (sources, said) => {
    declare(sources);
    expect(await run('check --sources sources.json')).toMatchObject({ status: 2, err: expect.stringContaining(said) });
  });

  it('are checked one by one, those that are not named too, and one that is not there costs no other', async () => {
    declare({
      adherents: { src: 'liste adhérents.csv' },
      lieux: { src: ['lieux.csv', 'https://site.example/none.csv'] },
    });
    const web = { 'https://site.example/none.csv': () => new Response(null, { status: 404 }) };
    const { status, out } = await run('check --sources sources.json --json', { web });
    const { summary, findings } = JSON.parse(out);
    expect(status).toBe(1);
    expect(summary).toMatchObject({ records: expect.any(Number), dataset: null, passed: false });
    expect(summary.source).toBe('liste adhérents.csv lieux.csv https://site.example/none.csv');
    const rules = findings.map(({ rule, where }: { rule: string; where: { file: string } }) => [rule, where.file]);
    expect(rules).toContainEqual(['missing-file', 'https://site.example/none.csv']);
    expect(rules).toContainEqual(['communes-missing', 'lieux.csv']);
    const one = JSON.parse((await run('check --sources sources.json --source adherents --json', { web })).out);
    expect(one.summary).toMatchObject({ source: 'liste adhérents.csv', dataset: expect.any(String) });
  });

  it('are packed where they have members: the first of them, or those that are named', async () => {
    declare({
      agenda: { src: 'agenda.ics' },
      adherents: { src: 'liste adhérents.csv' },
      lieux: { src: 'lieux.csv' },
    });
    const packed = async (more: string) =>
      JSON.parse((await run(`pack --sources sources.json --out out --json ${more}`)).out);
    expect(await packed('')).toMatchObject({ source: 'liste adhérents.csv', organisations: 1, placed: 1 });
    const both = await packed('--source adherents,lieux');
    expect(both).toMatchObject({ source: 'liste adhérents.csv lieux.csv', organisations: 2 });
    const { href } = made('out/manifest.json').collections.organisations;
    expect(made(`out/${href}`).map(({ name }: { name: string }) => name)).toEqual(['Les Galets', 'Le Phare']);
  });

  it('may be a list without names, of an earlier release', async () => {
    folder.write('sources.json', { every: '1d', sources: [{ src: 'lieux.csv' }, { src: 'liste adhérents.csv' }] });
    await run('convert --sources sources.json --source source-2 --out out.json');
    expect(names('out.json')).toEqual(['Les Galets']);
  });

  it('are placed by the communes of the reference data, that of the line before that of the file', async () => {
    const communes = (insee: string, name: string) => ({
      format: 'ess-communes/1',
      columns: {
        ...{ insee: [insee], name: [name], lon: [1], lat: [47] },
        postal: [['37000']],
        epci: [0],
        population: [9],
      },
      ...{ former: { insee: [], name: [], commune: [] }, epci: [{ siren: '200000000', name: 'Essai' }] },
      ...{ departements: [{ code: '37', name: { fr: 'Essai' } }], attribution: { fr: 'Essai' }, licences: [] },
    });
    folder.write('near.json', communes('37001', 'Nulle-Part'));
    folder.write('far.json', communes('37002', 'Nulle-Part'));
    declare({ lieux: { src: 'lieux.csv' } }, { reference: 'near.json' });
    const placed = async (more = '') => {
      await run(`convert --sources sources.json --out out.json ${more}`);
      return made('out.json').collections.organisations[0].territories;
    };
    expect(await placed()).toEqual(['commune-37001']);
    expect(await placed('--reference far.json')).toEqual(['commune-37002']);
  });

  it('of a file of the web name nothing of this machine', async () => {
    const served = (sources: object) => ({
      'https://site.example/sources.json': () => Response.json({ format: 'ess-sources/1', sources }),
    });
    const line = 'check --sources https://site.example/sources.json';
    const file = await run(line, { web: served({ a: { src: `file://${folder.path}/lieux.csv` } }) });
    expect(file).toMatchObject({ status: 2, err: expect.stringContaining('n’est pas lu') });
    const asked: string[] = [];
    const key = await run(line, {
      web: served({ a: { src: 'https://site.example/x', key: 'env:HOME' } }),
      onAsked: (url) => void asked.push(url),
    });
    expect(key).toMatchObject({ status: 2, err: expect.stringContaining('variable d’environnement') });
    expect(asked).toEqual(['https://site.example/sources.json']);
  });

  it('have keys that stand in nothing that is written', async () => {
    const SECRET = 'tres-secret-1234';
    declare({
      bal: { src: 'https://api.openagenda.com/v2/agendas/1/events', format: 'openagenda', key: 'env:AGENDA' },
    });
    const events = [
      {
        uid: 1,
        slug: 'bal',
        title: { fr: `Bal ${SECRET}` },
        timings: [{ begin: '2026-06-01T18:00:00+02:00', end: '2026-06-01T20:00:00+02:00' }],
      },
    ];
    const asked: string[] = [];
    const ran = await ess('convert --sources sources.json --out out.json', {
      cwd: folder.path,
      env: { AGENDA: SECRET },
      web: new Proxy({}, { get: () => () => Response.json({ total: 1, events }) }),
      onAsked: (url) => void asked.push(url),
    });
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(asked.some((url) => url.startsWith('https://api.openagenda.com/'))).toBe(true);
    expect(made('out.json').collections.events[0].title.fr).toBe('Bal …');
    expect(ran.out).not.toContain(SECRET);
  });
});

describe('the sources of a page that is rendered', () => {
  const page = (tag: string, body: string): string =>
    folder.write('page.html', `<script type="module" src="ess.js" ${tag}></script>${body}`);
  const html = (): string => readFileSync(path.join(folder.path, 'page.html'), 'utf8');
  const LINES = 'data-sources="adherents = liste.csv\n lieux = lieux.csv\nagenda = agenda.ics"';
  beforeEach(() => folder.write('liste.csv', LIST));

  it('are those of its tag, by lines or by a file: each widget has the first of its kind, or those that it names', async () => {
    const body =
      '<ess-member-list></ess-member-list><div data-ess="member-list" data-ess-source="lieux adherents"></div><ess-event-agenda></ess-event-agenda>';
    folder.write('declared/all.json', {
      format: 'ess-sources/1',
      sources: { adherents: { src: '../liste.csv' }, lieux: { src: '../lieux.csv' }, agenda: { src: '../agenda.ics' } },
    });
    for (const tag of [LINES, 'data-sources="declared/all.json"']) {
      page(tag, body);
      expect(await run('render page.html')).toMatchObject({ status: 0, err: '' });
      const [, first = '', both = '', dates = ''] = html().split(/<(?:ess-|div data-ess)[^>]*>/);
      expect([first.includes('Les Galets'), first.includes('Le Phare')]).toEqual([true, false]);
      expect([both.includes('Les Galets'), both.includes('Le Phare')]).toEqual([true, true]);
      expect(dates).toContain('Bal');
    }
  });

  it('are hidden by those of the provider around a widget, which is an element', async () => {
    const inside = '<ess-member-list source="adherents"></ess-member-list>';
    page(LINES, `<ess-provider sources="adherents = lieux.csv">${inside}</ess-provider>`);
    await run('render page.html');
    expect(html()).toContain('Le Phare');
    page(LINES, `<div data-ess="provider" data-ess-sources="adherents = lieux.csv">${inside}</div>`);
    await run('render page.html');
    expect([html().includes('Le Phare'), html().includes('Les Galets')]).toEqual([false, true]);
    page(`data-cms="wordpress" ${LINES}`, `<ess-provider sources="adherents = lieux.csv">${inside}</ess-provider>`);
    await run('render page.html');
    expect([html().includes('Le Phare'), html().includes('Les Galets')]).toEqual([false, true]);
    page(LINES, '<ess-provider source="lieux"><ess-member-list></ess-member-list></ess-provider>');
    await run('render page.html');
    expect(html()).toContain('Le Phare');
  });

  it('are those of the command, where it names some', async () => {
    page('data-sources="adherents = lieux.csv"', '<ess-member-list source="adherents"></ess-member-list>');
    expect(await run('render page.html --sources sources.json')).toMatchObject({ status: 0, err: '' });
    expect(html()).toContain('Les Galets');
  });

  it('that it does not have are named with those that there are, and bad lines too, in both languages', async () => {
    page(
      'data-sources="adherents = liste.csv\nAgenda = a.ics\nadherents = b.csv\nhttps://x.example/?a=1"',
      '<ess-member-list source="agenda"></ess-member-list>',
    );
    const text = html();
    const french = await run('render page.html');
    expect([french.status, html()]).toEqual([2, text]);
    expect(french.err.trim().split('\n')).toEqual([
      expect.stringContaining('aucune source ne s’appelle « agenda ». Il y a : adherents.'),
      expect.stringContaining('« Agenda » ne peut pas nommer une source'),
      expect.stringContaining('deux sources s’appellent « adherents » : la première reste.'),
      expect.stringContaining('« https://x.example/?a=1 » ne déclare aucune source'),
    ]);
    const english = (await run('render page.html', { locale: 'en_GB.UTF-8' })).err;
    expect(english).toContain('no source is called "agenda". There are: adherents.');
    expect(english).toContain('two sources are named "adherents": the first one stays.');
  });

  it('are not had where their file is none', async () => {
    folder.write('declared.json', { format: 'ess-sources/2' });
    page('data-sources="declared.json"', '<ess-member-list></ess-member-list>');
    const { status, err } = await run('render page.html');
    expect([status, err]).toEqual([2, expect.stringContaining('ne se lit pas comme un fichier de sources')]);
  });
});
