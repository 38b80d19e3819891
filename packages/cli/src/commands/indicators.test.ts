import '@ess-widgets/core/format/all';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measure } from '@ess-widgets/core/model';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, observation, temporaryFolder } from '../testing/data.ts';
import { ess, ROOT, type Where } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);
const single = (observations: readonly object[], more: object = {}) => dataset({ observations }, more);

/** Measures that a command line prints with `--json`. */
async function measuresOf(line: string, where?: Where): Promise<readonly Measure[]> {
  const { status, out, err } = await ess(`${line} --json`, where);
  expect(status, err).toBe(0);
  return JSON.parse(out);
}

const BRETAGNE = 'indicators packages/bretagne/data';

describe('the indicators of the Breton data set', () => {
  it('are printed with their value, their period and where it comes from', async () => {
    const { status, out, err } = await ess(BRETAGNE);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Cress Bretagne.+\(données du 5 mars 2025\)\n/);
    expect(out).toMatch(/^members-stock +Adhérents +117\sadhérents +2024 +publié$/m);
    expect(out).toMatch(/^members-joined +Nouvelles adhésions +9\sadhérents +2024 +recalculé$/m);
    expect(out).toMatch(/^poles-organisations .+ plus de\s900\sorganisations/m);
    expect(out).not.toContain('inconnu');
  });

  it('are measures in JSON', async () => {
    const [stock, net] = await measuresOf(`${BRETAGNE} members-stock members-net`);
    expect(stock).toMatchObject({ indicator: 'members-stock', quantity: { value: 117, op: '=' }, basis: 'published' });
    expect(stock?.sources[0]).toMatchObject({ document: 'rapport-2024', section: 'I.1.a' });
    expect(net?.quantity?.value).toBe(3);
  });

  it('are those of the measures file that the build wrote beside the data', async () => {
    const file = new URL('packages/bretagne/data/measures.json', ROOT);
    const written: { readonly measures: readonly Measure[] } = JSON.parse(
      readFileSync(file, 'utf8').replaceAll('\u202f', ' '),
    );
    const printed = await measuresOf(`${BRETAGNE} --period 2024`);
    const whole = written.measures.filter(
      ({ by, period, where, territory }) => !by && !where && !territory && period === '2024',
    );
    // The build has run the checks.
    const byId = (all: readonly Measure[]) =>
      Object.fromEntries(all.map(({ checks: _, ...each }) => [each.indicator, each]));
    // Commands add the chapter, which the report states.
    expect(byId(printed.map(({ chapter: _, ...measure }) => measure))).toEqual(byId(whole));
  });

  it('are split by a dimension', async () => {
    const { out } = await ess(`${BRETAGNE} members-stock --by college`);
    expect(out).toMatch(/^ +Associations +59 +50,4\s%$/m);
    const [stock] = await measuresOf(`${BRETAGNE} members-stock --by college`);
    expect(stock?.parts?.map(({ quantity }) => quantity?.value).reduce((a = 0, b = 0) => a + b)).toBe(117);
  });

  it('are only those that a dimension splits, when none is named', async () => {
    const measures = await measuresOf(`${BRETAGNE} --by attendance`);
    expect(measures.map(({ indicator }) => indicator)).toEqual(['governance-attendance']);
    expect((await ess(`${BRETAGNE} --by attendance`)).out).not.toContain('inconnu');
  });

  it('are those of a period and of a territory', async () => {
    const [projects] = await measuresOf(`${BRETAGNE} school-projects --period 2023-SY --territory departement-29`);
    expect(projects).toMatchObject({ period: '2023-SY', territory: 'departement-29', quantity: { value: 1 } });
  });

  it('say where they stand in the report', async () => {
    const [stock, net, month] = await measuresOf(`${BRETAGNE} members-stock members-net month-events`);
    expect([stock?.chapter, net?.chapter, month?.chapter]).toEqual(['I.1.a', 'I.1.a', 'I.4.d']);
    write('alone.json', single([observation('members-stock', 117)]));
    const [alone] = await measuresOf('indicators alone.json members-stock', { cwd: folder });
    expect(alone).not.toHaveProperty('chapter');
  });

  it('say where they are published for want of a report that can be read', async () => {
    write('later.json', { format: 'ess-report/9' });
    write('late.json', single([observation('members-stock', 117)], { report: 'later.json' }));
    const { status, out, err } = await ess('indicators late.json --chapter I', { cwd: folder });
    expect(status).toBe(0);
    expect(err).toContain('later.json n’est pas un rapport : son champ « format » vaut "ess-report/9"');
    expect(out).toMatch(/^members-stock .+117/m);
  });

  it('are those of a chapter of the report, by where they stand or by their source', async () => {
    const all = await measuresOf(BRETAGNE);
    const chosen = await measuresOf(`${BRETAGNE} --chapter I.1`);
    expect(chosen.length).toBeLessThan(all.length);
    // Derived, so without a source of its own.
    expect(chosen.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['members-stock', 'members-net']));
    for (const { sources, chapter } of chosen) {
      const sections = [chapter ?? '', ...sources.map(({ section = '' }) => section)];
      expect(sections.some((section) => section === 'I.1' || section.startsWith('I.1.'))).toBe(true);
    }
    const { status, err } = await ess(`${BRETAGNE} members-stock --chapter IV`);
    expect([status, err]).toEqual([2, expect.stringContaining('aucun indicateur de la section IV. Sections : I.1.a')]);
  });

  it('are named in the language asked for', async () => {
    expect((await ess(`${BRETAGNE} members-stock --lang en`)).out).toMatch(/Members +117\smembers +2024 +published/);
    expect((await ess(`${BRETAGNE} members-stock --lang br`)).out).toMatch(/Izili +117\sezel +2024 +embannet/);
  });

  it('are a table for spreadsheets, with an empty cell for what is unknown', async () => {
    const { out } = await ess(`${BRETAGNE} members-stock poles-organisations governance-attendance --csv`);
    const [header = '', ...lines] = out.replace('\ufeff', '').replaceAll('"', '').trimEnd().split('\r\n');
    const rows = lines.map((line) => line.split(';'));
    const column = (name: string) => rows.map((row) => row[header.split(';').indexOf(name)]);
    expect(column('indicator')).toEqual(['members-stock', 'poles-organisations', 'governance-attendance']);
    expect(column('op')).toEqual(['', '>', '']);
    expect(column('value')).toEqual(['117', '900', '']);
    expect(column('sources')[0]).toBe('rapport-2024 I.1.a p. 4');
  });

  it('have a row of the table for each part of a split', async () => {
    const { out } = await ess(`${BRETAGNE} members-stock --by college --csv`);
    const lines = out.trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(8);
    expect(lines.find((line) => line.includes(';"associations";'))).toMatch(/;"Associations";;59;;;"members";50,42/);
  });
});

describe('the data set', () => {
  it.each([
    'packages/bretagne/data',
    'packages/bretagne',
    'packages/bretagne/data/manifest.json',
    './packages/bretagne/data/',
    new URL('packages/bretagne/data/manifest.json', ROOT).href,
    '@ess-widgets/bretagne',
  ])('is found at %s', async (place) => {
    const [stock] = await measuresOf(`indicators ${place} members-stock`);
    expect(stock?.quantity?.value).toBe(117);
  });

  it('is found in a package from any folder, and in a single file', async () => {
    const [stock] = await measuresOf('indicators @ess-widgets/bretagne members-stock', { cwd: folder });
    expect(stock?.quantity?.value).toBe(117);
    write('one.json', single([observation('members-stock', 42, 'members', { period: '2024-12-31' })]));
    const [small] = await measuresOf('indicators one.json members-stock', { cwd: folder });
    expect(small?.quantity?.value).toBe(42);
  });

  it('is a list of members, whose remarks go to the error output', async () => {
    write(
      'liste.csv',
      'nom;collège;commune\nUne coop;Coopératives;Brest\n;Associations;Brest\nUne asso;Associations;\n',
    );
    const { status, out, err } = await ess('indicators liste.csv members-stock --by college --json', { cwd: folder });
    const [stock] = JSON.parse(out) as readonly Measure[];
    expect([status, stock?.quantity?.value, stock?.parts?.length]).toEqual([0, 2, 2]);
    expect(err).toMatch(/^liste\.csv: ligne 3\s:/m);
  });

  it('whose towns a commune table places can be split by commune', async () => {
    const table = fileURLToPath(new URL('packages/bretagne/data/communes.json', ROOT));
    write('villes.csv', 'nom;commune\nUne coop;Brest\nUne asso;Brest\nUn fonds;St Brieuc\n');
    for (const communes of [table, '@ess-widgets/bretagne']) {
      const line = `indicators villes.csv members-stock --by commune --communes ${communes} --json`;
      const { status, out, err } = await ess(line, { cwd: folder });
      expect([status, err]).toEqual([0, '']);
      const [stock] = JSON.parse(out) as readonly Measure[];
      const values = Object.fromEntries((stock?.parts ?? []).map(({ id, quantity }) => [id, quantity?.value]));
      expect(values).toEqual({ 'commune-29019': 2, 'commune-22278': 1 });
    }
  });

  it.each(['nowhere.json', 'broken.json', 'one.json'])('is not read with %s for a commune table', async (communes) => {
    const { status, out, err } = await ess(`indicators noms.csv --communes ${communes}`, { cwd: folder });
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/fichier introuvable|n’est pas une table de communes/);
  });

  it('that cannot be split as asked says so', async () => {
    write('noms.csv', 'nom\nUne coop\nUne asso\n');
    const { status, err } = await ess('indicators noms.csv members-stock --by commune', { cwd: folder });
    expect(status).toBe(0);
    expect(err).toContain('members-stock : ces données ne disent pas comment le répartir par commune.');
  });

  it('is read over the web', async () => {
    const manifest = 'https://data.example/ess/manifest.json';
    const body = JSON.stringify(single([observation('events-held', 12, 'events')]));
    const web = { [manifest]: () => new Response(body, { headers: { 'content-type': 'application/json' } }) };
    const [events] = await measuresOf(`indicators ${manifest} events-held`, { web });
    expect(events?.quantity?.value).toBe(12);
  });
});

describe('what cannot be', () => {
  const PAGE = 'https://data.example/page.json';
  const GONE = 'https://data.example/gone.json';
  const web = {
    [PAGE]: () => new Response('<!doctype html><p>Connexion', { headers: { 'content-type': 'text/html' } }),
    [GONE]: () => new Response('no', { status: 503 }),
  };
  write('broken.json', '{\n  "format": "ess-dataset/1",\n  "id" 3\n}');
  write('unsure.json', '{ "a" 1 }');
  write('other.json', { kind: 'other' });
  write('newer.json', single([], { format: 'ess-dataset/9' }));
  write('lacking.json', { format: 'ess-dataset/1', id: 'lacking' });
  write('empty.json', single([]));
  write('untold.json', single([{ id: 'o', label: { fr: 'Sans rien' }, period: '2024' }]));
  write('parts.json', single([], { collections: { observations: { href: 'lost.json', count: 1, hash: '' } } }));
  write('notes.txt', 'Just a few words\n');

  it.each([
    ['nowhere.json', 'fichier introuvable : nowhere.json'],
    ['@ess-widgets/nowhere', 'aucun paquet installé de ce nom'],
    ['.', 'le dossier . ne contient pas de manifest.json'],
    ['broken.json', 'broken.json n’est pas du JSON valide (ligne 3, colonne 8).'],
    ['unsure.json', 'unsure.json n’est pas du JSON valide (ligne 1, colonne 7).'],
    ['other.json', 'son champ « format » manque, attendu : "ess-dataset/1"'],
    ['newer.json', 'newer.json est au format ess-dataset/9 : cette commande lit ess-dataset/1.'],
    ['lacking.json', 'lacking.json n’a pas la forme attendue.\n  lacking.json: title manque, attendu : un objet.\n'],
    ['lacking.json', 'lacking.json: periods manque, attendu : une liste.'],
    ['untold.json', 'observations/o: observations « o » : fiche laissée de côté, quantity manque, attendu : un objet.'],
    ['untold.json', 'observations/o: observations « o » : fiche laissée de côté, source manque, attendu : un objet.'],
    ['parts.json', 'fichier introuvable : lost.json'],
    ['notes.txt', 'notes.txt n’est dans aucun format connu'],
    ['empty.json', 'aucune valeur dans ces données (périodes décrites : 2024).'],
    ['https://data.example/offline.json', 'pas de réponse'],
    [PAGE, 'est une page web'],
    [GONE, 'réponse 503 du serveur'],
  ])('%s is refused: %s', async (place, said) => {
    const { status, out, err } = await ess(`indicators ${place}`, { cwd: folder, web });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toContain('file://');
  });

  it.each([
    [`${BRETAGNE} members`, 'indicateur inconnu : « members ».\nIndicateurs : '],
    [`${BRETAGNE} --by colour`, 'dimension inconnue : « colour ». Dimensions : '],
    [`${BRETAGNE} members-net --by college`, 'dimension inconnue de members-net'],
    [`${BRETAGNE} --territory departement-75`, 'Ces données en ont : departement-22,'],
    [`${BRETAGNE} month-events --period 1999`, 'aucune valeur pour month-events, 1999'],
  ])('`%s` says what there is instead', async (line, said) => {
    const { status, out, err } = await ess(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('is told in English to those who read English', async () => {
    const { err } = await ess('indicators broken.json', { cwd: folder, locale: 'en_GB.UTF-8' });
    expect(err).toBe('ess-widgets: broken.json is not JSON: unexpected "3" at line 3, column 8.\n');
  });
});
