import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createEngine, folderStore, openColumns } from '@ess-widgets/core/directory';
import { datasetHash } from '@ess-widgets/core/model';
import { contentHash } from '@ess-widgets/core/prepare';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const organisation = (id: string, more: object = {}) => ({ id, name: id, territories: ['departement-29'], ...more });
const collections = {
  organisations: [
    organisation('Brest', { position: { lon: -4.486, lat: 48.39, precision: 'address' } }),
    organisation('Nulle part', { position: { lon: 0, lat: 0, precision: 'address' } }),
    organisation('Sortie'),
    organisation('Brest', { name: 'Encore Brest' }),
  ],
  memberships: [
    { id: 'm1', organisation: 'Brest', network: 'n', college: 'scop' },
    { id: 'm2', organisation: 'Nulle part', network: 'n' },
    { id: 'm3', organisation: 'Sortie', network: 'n', end: '2020' },
  ],
  colleges: [{ id: 'scop', network: 'n', label: { fr: 'Coopératives' }, order: 1 }],
  territories: [{ id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' } }],
};
const one = dataset(collections);
folder.write('one.json', one);
const cwd = folder.path;
const filesIn = (out: string): readonly string[] =>
  readdirSync(path.join(cwd, out), { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(cwd, out, file)).isFile())
    .sort();
const manifestIn = (out: string) => JSON.parse(readFileSync(path.join(cwd, out, 'manifest.json'), 'utf8'));
const opened = async (out: string) => {
  const read = async (href: string) => Uint8Array.from(readFileSync(path.join(cwd, out, href)));
  const columns = await openColumns(manifestIn(out).packed, read);
  return { columns, engine: createEngine(columns, folderStore(columns, read)) };
};

describe('ess-widgets pack', () => {
  it('refuses to write into a file, and leaves it as it is', async () => {
    folder.write('taken', 'mine');
    for (const out of ['taken', 'taken/sub']) {
      const { status, err } = await ess(`pack one.json --out ${out}`, { cwd });
      expect(status).toBe(2);
      expect(err).toContain(`${out} : un fichier est là où un dossier est attendu`);
    }
    expect(readFileSync(path.join(cwd, 'taken'), 'utf8')).toBe('mine');
  });

  it('writes the members of today as columns, and says how many of them have a position', async () => {
    const { status, out, err } = await ess('pack one.json --out packed', { cwd });
    expect([status, out.split('\n')[0]]).toEqual([0, 'packed/manifest.json : 2 organisations, dont 1 situées']);
    expect(err).toContain('Brest');
    const { engine } = await opened('packed');
    const counts = await engine.counts({ facets: {}, words: 'finistere', near: null, within: null });
    expect(counts.shown).toEqual({ n: 2, placed: 1, off: 0 });
    expect((await engine.page(0, 9)).map(({ name, college }) => [name.fr, college])).toEqual([
      ['Brest', 'scop'],
      ['Nulle part', null],
    ]);
  });

  it('has no internal member in columns, details, words and ids, which are for visitors', async () => {
    const reserved = { id: 'reservee', name: 'Réservée', territories: ['departement-29'], audience: 'internal' };
    const { organisations, memberships, ...others } = collections;
    const member = { id: 'm4', organisation: 'reservee', network: 'n' };
    const left = { id: 'm5', organisation: 'Sortie', network: 'n', audience: 'internal' };
    const held = { organisations: [...organisations, reserved], memberships: [...memberships, member, left] };
    folder.write('internal.json', { ...one, collections: { ...others, ...held } });
    const { out } = await ess('pack internal.json --out visitors', { cwd });
    expect(out).toContain('2 organisations');
    const { engine } = await opened('visitors');
    const wish = { facets: {}, words: 'reservee', near: null, within: null };
    expect((await engine.counts(wish)).shown.n).toBe(0);
    expect((await engine.counts({ ...wish, words: '' })).all.n).toBe(2);
    expect((await engine.page(0, 9)).map(({ name }) => name.fr)).toEqual(['Brest', 'Nulle part']);
    const binaries = filesIn('visitors').filter((file) => file.endsWith('.bin'));
    const texts = binaries.map((file) => gunzipSync(readFileSync(path.join(cwd, 'visitors', file))).toString());
    expect(texts.filter((text) => /r[ée]serv[ée]e/i.test(text))).toEqual([]);
    expect(texts.some((text) => text.includes('Nulle part'))).toBe(true);
  });

  it('has members found by the postal codes of a commune table, be it that of the data, a given one or the one installed', async () => {
    const member = { id: 'a', name: 'Atelier', territories: ['commune-29019'] };
    const columns = { insee: ['29019'], name: ['Brest'], lon: [-4.5], lat: [48.4], postal: [['29999']], epci: [null] };
    const table = { format: 'ess-communes/1', columns, epci: [], attribution: { fr: '' }, licences: [] };
    folder.write('table.json', table);
    folder.write('brest.json', dataset({ organisations: [member] }));
    folder.write('own.json', { ...dataset({ organisations: [member] }), communes: 'table.json' });
    const found = async (out: string, words: string): Promise<number> =>
      (await (await opened(out)).engine.counts({ facets: {}, words, near: null, within: null })).shown.n;
    await ess('pack own.json --out own', { cwd });
    await ess('pack brest.json --out given --communes table.json', { cwd });
    await ess('pack brest.json --out installed', { cwd });
    expect(await Promise.all([found('own', '29999'), found('given', '29999')])).toEqual([1, 1]);
    expect(await Promise.all([found('installed', '29200'), found('installed', '29999')])).toEqual([1, 0]);
  });

  it('names every file but the manifest by its content: the same data give the same folder', async () => {
    await ess('pack one.json --out again', { cwd });
    expect(filesIn('again')).toEqual(filesIn('packed'));
    const names = filesIn('again').filter((file) => file !== 'manifest.json');
    expect(names.filter((file) => !/\.[0-9a-f]{16}\.(bin|json)$/.test(file))).toEqual([]);
    for (const file of names) {
      expect(readFileSync(path.join(cwd, 'again', file))).toEqual(readFileSync(path.join(cwd, 'packed', file)));
    }
  });

  it('writes a data set that everything else reads as it read the first', async () => {
    const { status, out } = await ess('diff one.json packed --json', { cwd });
    expect([status, JSON.parse(out).summary.indicators, JSON.parse(out).collections]).toEqual([0, 0, []]);
    expect((await ess('check packed --severity error', { cwd })).out).not.toContain('[hash');
  });

  it('leaves the records out where they are not wanted, and keeps what goes with them', async () => {
    await ess('pack one.json --out bare --no-records', { cwd });
    expect(Object.keys(manifestIn('bare').collections)).toEqual(['colleges', 'territories']);
    expect(manifestIn('bare').hash).toBe(datasetHash(manifestIn('bare').collections, contentHash));
    await ess('pack packages/bretagne/data --out ' + path.join(cwd, 'bretagne'));
    const { basemap, measures, excerpts, collections, report, story, hash, stills } = manifestIn('bretagne');
    // The stills of the data set are not in the folder.
    expect([hash, stills]).toEqual([datasetHash(collections, contentHash), undefined]);
    const named = [basemap, measures, report, story, collections.organisations.href, ...Object.keys(excerpts)];
    expect(named.filter((file) => !filesIn('bretagne').includes(file))).toEqual([]);
    // Measures are keyed to the hashes of the collections: both are as they were.
    const measured = JSON.parse(readFileSync(path.join(cwd, 'bretagne', measures), 'utf8'));
    expect(measured.hashes.organisations).toBe(collections.organisations.hash);
    const wrongIn = async (out: string): Promise<unknown> =>
      JSON.parse((await ess(`check ${out} --only measures,missing-file --severity info --json`, { cwd })).out).findings;
    expect(await wrongIn('bretagne')).toEqual([]);
    // Without the records nobody could compute what was prepared: it stays all the more.
    await ess('pack packages/bretagne/data --no-records --out ' + path.join(cwd, 'figures'));
    expect(await wrongIn('figures')).toEqual([]);
  });

  it('reports as JSON what it wrote', async () => {
    const report = JSON.parse((await ess('pack one.json --out json --json', { cwd })).out);
    expect(report).toMatchObject({
      source: 'one.json',
      dataset: 'small',
      manifest: 'json/manifest.json',
      organisations: 2,
      placed: 1,
    });
    const written = filesIn('json').filter((file) => file !== 'manifest.json');
    const bytes = written.reduce((sum, file) => sum + statSync(path.join(cwd, 'json', file)).size, 0);
    expect(report.files.reduce((sum: number, { bytes: each }: { bytes: number }) => sum + each, 0)).toBe(bytes);
    expect(report.files.map(({ kind }: { kind: string }) => kind)).toEqual([
      'columns',
      'details',
      'words',
      'ids',
      'copied',
    ]);
  });

  it('copies no file that the reader of its format does not accept, names the field, and writes nothing', async () => {
    folder.write('secret.json', { password: 'x' });
    for (const field of ['basemap', 'communes', 'measures', 'calendar', 'report', 'story']) {
      folder.write('formless.json', { ...one, [field]: 'secret.json' });
      const { status, err } = await ess(`pack formless.json --out formless-${field}`, { cwd });
      expect([field, status, err]).toEqual([
        field,
        2,
        expect.stringContaining(field === 'communes' ? 'table de communes' : `${field} : `),
      ]);
      expect(existsSync(path.join(cwd, `formless-${field}`))).toBe(false);
    }
    folder.write('formless.json', { ...one, excerpts: { 'secret.json': ['members-stock'] } });
    expect((await ess('pack formless.json --out formless', { cwd })).err).toContain('excerpts : ');
  });

  it('copies no collection that nobody has read', async () => {
    folder.write('secrets.json', []);
    const secrets = { href: 'secrets.json', count: 0, hash: '' };
    folder.write('unknown.json', { ...one, collections: { ...collections, secrets } });
    await ess('pack unknown.json --out unknown', { cwd });
    expect(Object.keys(manifestIn('unknown').collections)).not.toContain('secrets');
    expect(filesIn('unknown').filter((file) => file.startsWith('secrets'))).toEqual([]);
  });

  it('never writes over what it reads', async () => {
    folder.write('source/manifest.json', one);
    const before = readFileSync(path.join(cwd, 'source/manifest.json'), 'utf8');
    symlinkSync(path.join(cwd, 'source/manifest.json'), path.join(cwd, 'linked.json'));
    for (const [data, out] of [
      ['source', 'source'],
      ['linked.json', 'source'],
    ]) {
      const { status, err } = await ess(`pack ${data} --out ${out}`, { cwd });
      expect([status, err]).toEqual([2, expect.stringContaining('est lu par cette commande')]);
    }
    expect(filesIn('source')).toEqual(['manifest.json']);
    expect(readFileSync(path.join(cwd, 'source/manifest.json'), 'utf8')).toBe(before);
  });

  it('writes nothing outside its folder, be it through a link', async () => {
    folder.write('elsewhere/kept.txt', 'mine');
    folder.write('out/kept.txt', 'mine');
    symlinkSync(path.join(cwd, 'elsewhere'), path.join(cwd, 'out/details'));
    const { status, err } = await ess('pack one.json --out out', { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining('serait écrit hors de')]);
    expect(readdirSync(path.join(cwd, 'elsewhere'))).toEqual(['kept.txt']);
  });

  it('leaves nothing temporary, and the former folder as it was, where it cannot finish', async () => {
    await ess('pack one.json --out kept', { cwd });
    const before = readFileSync(path.join(cwd, 'kept/manifest.json'), 'utf8');
    folder.write(
      'other.json',
      dataset({
        ...collections,
        organisations: [organisation('Autre')],
        memberships: [{ id: 'm', organisation: 'Autre', network: 'n' }],
      }),
    );
    // A folder stands where the manifest goes: the last of the files cannot be renamed.
    folder.write('blocked/manifest.json/in-the-way', '');
    const { status, err } = await ess('pack other.json --out blocked', { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining('n’est pas un fichier')]);
    expect(filesIn('blocked')).toEqual(['manifest.json/in-the-way']);
    expect(readFileSync(path.join(cwd, 'kept/manifest.json'), 'utf8')).toBe(before);
  });

  it('packs a spreadsheet', async () => {
    writeFileSync(path.join(cwd, 'liste.csv'), 'nom;commune;latitude;longitude\nUn;Brest;48,39;-4,48\nDeux;Brest;;\n');
    const { out } = await ess('pack liste.csv --out csv --lang en', { cwd });
    expect(out).toContain('2 organisations, 2 of them placed');
  });

  it('places a spreadsheet as the page does, by the commune table that is at hand, and says why others are not', async () => {
    const { status, out } = await ess('pack examples/pole-site/adherents.csv --out ' + path.join(cwd, 'pole'));
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toMatch(/: 23 organisations, dont 22 situées$/);
    expect(out.split('\n')[1]).toBe('  non situées : 1 sans commune, territoire ni coordonnées');
    const { engine } = await opened('pole');
    await engine.counts({ facets: {}, words: '', near: null, within: null });
    expect((await engine.page(0, 50)).filter(({ departement }) => departement === 'departement-29')).not.toEqual([]);
  });

  it('leaves a list of elsewhere without that table, and takes the one that is named', async () => {
    writeFileSync(path.join(cwd, 'sud.csv'), 'nom;commune\nUn;Marseille\nDeux;Nice\nTrois;Brest\n');
    const lost = await ess('pack sud.csv --out sud', { cwd });
    expect(lost.out).toContain('3 organisations, dont 0 situées');
    expect(lost.out).toContain(
      'non situées : 3 faute de table des communes qui ait ces lieux (--communes en nomme une)',
    );
    expect(lost.err).toBe('');
    const named = await ess('pack sud.csv --out sud --communes @ess-widgets/bretagne', { cwd });
    expect(named.out).toContain('3 organisations, dont 1 situées');
    expect(named.out).toContain('non situées : 2 dont la commune n’est pas reconnue');
    expect(named.err).toContain('commune inconnue « Marseille »');
    expect((await ess('pack sud.csv --out sud --communes sud.csv', { cwd })).status).toBe(2);
  });

  it.each([
    ['pack', 'quel jeu de données'],
    ['pack one.json', 'dans quel dossier'],
    ['pack one.json two.json --out x', 'est de trop'],
    ['pack nowhere.json --out x', 'introuvable'],
    ['pack empty.json --out x', 'n’a pas d’adhérent'],
  ])('%s: says what is missing, with status 2', async (line, said) => {
    folder.write('empty.json', dataset({ organisations: [] }));
    const { status, err } = await ess(line, { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('reads in its own help in both languages', async () => {
    expect((await ess('pack --help')).out).toContain('--no-records');
    expect((await ess('pack --help --lang en')).out).toContain('made if it does not exist');
  });
});
