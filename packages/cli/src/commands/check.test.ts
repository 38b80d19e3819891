import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../contract/check-report.ts';
import { dataset, event, observation, temporaryFolder } from '../testing/data.ts';
import { ess, ROOT, type Where } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

/** Returns the output of `check --json`, and its status. */
async function checked(line: string, where: Where = {}): Promise<CheckReport & { readonly status: number }> {
  const { status, out, err } = await ess(`check ${line} --json`, { cwd: folder, ...where });
  expect(err).toBe('');
  return { status, ...JSON.parse(out) };
}

const places = ({ findings }: CheckReport) => findings.map(({ rule, where }) => [rule, where.id, where.field]);

describe('a data set without a fault', () => {
  write('good.json', dataset({ observations: [observation('members-joined', 12)], events: [event('a')] }));

  it('passes, and says what was read', async () => {
    const { status, out, err } = await ess('check good.json', { cwd: folder });
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Petit jeu \(données du 5 mars 2025\)\n2 collections, 2 fiches\n/);
    expect(out).toContain('Rien à signaler.');
    expect((await ess('check good.json --lang en', { cwd: folder })).out).toContain('Nothing to report.');
  });

  it('has a summary in JSON', async () => {
    expect(await checked('good.json')).toEqual({
      status: 0,
      summary: {
        source: 'good.json',
        dataset: 'small',
        updated: '2025-03-05',
        collections: 2,
        records: 2,
        findings: { error: 0, warning: 0, info: 0 },
        threshold: 'warning',
        passed: true,
      },
      findings: [],
    });
  });
});

describe('a data set without a catalogue of its own', () => {
  it('is told each indicator that nobody defines, once, with the number of its figures', async () => {
    const boats = ['2023', '2024'].map((period) => ({ ...observation('boats', 3), id: `boats-${period}`, period }));
    const observations = [...boats, observation('sails', 4), observation('members-joined', 2)];
    write('unknown.json', dataset({ observations }));
    const { status, findings } = await checked('unknown.json');
    expect([status, findings.map(({ rule, severity, found }) => [rule, severity, found])]).toEqual([
      1,
      [
        ['indicator-names', 'error', 'boats'],
        ['indicator-names', 'error', 'sails'],
      ],
    ]);
    expect(findings[0]?.message.fr).toContain('ces 2 chiffres ne seront montrés nulle part');
  });
});

describe('an excerpt of the measures', () => {
  const document = (hashes: Record<string, string>, ...ids: readonly string[]) => ({
    format: 'ess-measures/1',
    hashes,
    indicators: Object.fromEntries(ids.map((id) => [id, {}])),
    measures: [],
  });
  /** Writes a data set whose manifest announces an excerpt, and returns the findings on it. */
  const said = async (name: string, excerpt?: unknown) => {
    mkdirSync(path.join(folder, name), { recursive: true });
    const collections = { events: { href: 'events.json', count: 0, hash: '0123456789abcdef' } };
    const manifest = { measures: 'all.json', excerpts: { 'part.json': ['events-held', 'month-events'] }, collections };
    write(`${name}/manifest.json`, { ...dataset({}), ...manifest });
    write(`${name}/events.json`, '[]');
    write(`${name}/all.json`, document({ events: '0123456789abcdef' }));
    if (excerpt) write(`${name}/part.json`, excerpt);
    const { findings } = await checked(`${name} --only measures,missing-file,schema --severity info`);
    return findings.map(({ rule, severity, where, found }) => [rule, severity, where.file, found]);
  };

  it('passes when it holds what the manifest says', async () => {
    const hashes = { events: '0123456789abcdef' };
    expect(await said('whole', document(hashes, 'events-held', 'month-events'))).toEqual([]);
    expect(await said('short', document(hashes, 'events-held'))).toEqual([
      ['measures', 'warning', 'short/part.json', 'month-events'],
    ]);
  });

  it('is missed, or known to be old, where pages would read it', async () => {
    expect(await said('gone')).toEqual([['missing-file', 'warning', 'gone/part.json', '404']]);
    expect(await said('old', document({ events: 'fedcba9876543210' }, 'events-held', 'month-events'))).toEqual([
      ['measures', 'info', 'old/part.json', 'events'],
    ]);
  });
});

describe('a published part that the records contradict', () => {
  it('is told beside both amounts', async () => {
    const member = (id: string) => ({
      id,
      organisation: id,
      network: 'reseau',
      college: 'a',
      start: '2024-02',
      end: null,
    });
    const part = observation('members-joined', 3, 'members', { dimensions: { college: 'a' } });
    const memberships = { href: 'memberships.json', count: 2, hash: '', coverage: [{ complete: true }] };
    write('parts/memberships.json', [member('x'), member('y')]);
    write('parts/manifest.json', dataset({ observations: [part], memberships }, { network: 'reseau' }));
    const { findings } = await checked('parts --only agreements');
    expect(findings.map(({ found, expected }) => [found, expected])).toEqual([['3', '2']]);
  });
});

describe('a record', () => {
  it('with several mistakes has them all told, each with its line, what was received and what was expected', async () => {
    write(
      'wrong.json',
      JSON.stringify(
        dataset({ events: [event('good'), { id: 'bad', title: 'Sans langue', status: 'held', count: 'deux' }] }),
        null,
        1,
      ),
    );
    const report = await checked('wrong.json');
    expect(report.status).toBe(1);
    expect(places(report)).toEqual([
      ['schema', 'bad', 'title'],
      ['schema', 'bad', 'count'],
    ]);
    const [title, count] = report.findings;
    expect(title).toMatchObject({ severity: 'error', found: '"Sans langue"', where: { file: 'wrong.json' } });
    expect(title?.message.fr).toContain(
      'title vaut "Sans langue", attendu : un objet, sans doute {"fr": "Sans langue"}.',
    );
    expect(count?.message['en']).toContain('count is "deux", expected: a number.');
    expect((count?.where.line ?? 0) - (title?.where.line ?? 0)).toBe(2);
  });

  it('whose period ends before it starts is told so, with the period that may be meant', async () => {
    write('turned.json', dataset({ events: [event('good'), event('bad', { date: '2024-10-19/2024-10-18' })] }));
    const { status, findings } = await checked('turned.json');
    expect([status, findings[0]?.where.id, findings[0]?.found]).toEqual([1, 'bad', '"2024-10-19/2024-10-18"']);
    expect(findings[0]?.message.fr).toContain('une fin qui suit le début, comme 2024-10-18/2024-10-19');
  });

  it('say which words and which hour are expected in place of others', async () => {
    write('words.json', dataset({ events: [event('a', { status: 'tenu', startsAt: '18h30' })] }));
    const said = (await checked('words.json --only unknown-word,time')).findings.map(({ message }) => message.fr);
    expect(said.find((text) => text.includes('status'))).toContain('"held" | "planned" | "cancelled"');
    expect(said.find((text) => text.includes('startsAt'))).toContain('une heure comme 2026-03-10T18:30:00+01:00');
  });

  it('say which period is meant, where one can be seen', async () => {
    const saidOf = async (period: string) => {
      write('period.json', dataset({ observations: [{ ...observation('members-stock', 1), period }] }));
      return (await checked('period.json --only schema')).findings[0]?.message.fr;
    };
    expect(await saidOf('T1 2025')).toContain('2025-Q1, sans doute (une période s’écrit 2024,');
    expect(await saidOf('2024-2025')).toContain('2024-SY de septembre à août, sinon début/fin comme 2024-07/2025-06');
    expect(await saidOf('bientôt')).toContain('une période comme 2024,');
  });

  it('whose id is taken is told at the line of the second one', async () => {
    write(
      'events.json',
      `[\n${[event('a'), event('b'), event('a')].map((each) => JSON.stringify(each)).join(',\n')}\n]`,
    );
    write('manifest.json', dataset({ events: { href: 'events.json', count: 3, hash: '' } }));
    const { status, findings } = await checked('.');
    expect(status).toBe(1);
    expect(findings).toMatchObject([{ rule: 'duplicate-id', where: { file: 'events.json', line: 4, id: 'a' } }]);
  });

  it('is one of many: a hundred mistakes are told, and the rest is counted', async () => {
    const many = [...Array(150).keys()].map((n) => event(`e${n}`, { count: 'x' }));
    write('many.json', dataset({ events: [event('good'), ...many] }));
    const { findings, summary } = await checked('many.json');
    expect(findings.filter(({ rule }) => rule === 'schema')).toHaveLength(100);
    expect(findings.at(-1)).toMatchObject({ rule: 'more' });
    expect(summary.passed).toBe(false);
    // Of another rule there is none: that some are not detailed fails nothing.
    const other = await checked('many.json --only duplicate-id');
    expect([other.status, ...other.findings.filter(({ severity }) => severity !== 'info')]).toEqual([0]);
  });
});

describe('what cannot be read', () => {
  it('in a list of people is told with the column to rename, in French too', async () => {
    write('people.csv', 'Nom;Prénom;Commune\nX;Y;Brest\n');
    const { findings } = await checked('people.csv');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.fr).toContain('trouvé : Nom, Prénom, Commune). Un « Nom » à côté');
    write('no-names.csv', 'Colonne;Commune\nX;Brest\n');
    const [told] = (await checked('no-names.csv')).findings;
    expect(told?.message.fr).toMatch(/trouvé : Colonne, Commune\)\.$/);
  });

  it('in one collection costs no other: each is told', async () => {
    write(
      'parts/manifest.json',
      dataset({
        events: { href: 'events.json', count: 1, hash: '' },
        meetings: { href: 'meetings.json', count: 1, hash: '' },
        networks: { href: 'networks.json', count: 2, hash: '' },
        bodies: { href: 'bodies.json', count: 1, hash: '' },
      }),
    );
    write('parts/events.json', '[\n  {"id": "a",}\n]');
    write('parts/networks.json', [{ id: 'n', name: { fr: 'Réseau' } }]);
    write('parts/bodies.json', [{ id: 'b' }]);
    const report = await checked('parts');
    expect(report.status).toBe(1);
    const found = report.findings.map(({ rule, where }) => [rule, where.file, where.line, where.id, where.field]);
    expect(found.sort()).toEqual([
      ['count', 'parts/networks.json', undefined, undefined, undefined],
      ['missing-file', 'parts/meetings.json', undefined, undefined, undefined],
      ['schema', 'parts/bodies.json', 1, 'b', 'kind'],
      ['schema', 'parts/bodies.json', 1, 'b', 'name'],
      ['syntax', 'parts/events.json', 2, undefined, undefined],
    ]);
    expect(report.findings.find(({ rule }) => rule === 'syntax')?.found).toBe('unexpected "}"');
    expect(report.summary).toMatchObject({ dataset: 'small', collections: 1, records: 1 });
  });

  it('since its name is not that of a collection is told, with the name that may be meant', async () => {
    write(
      'named.json',
      dataset({ events: [event('a')], organisation: [{ id: 'x', name: 'X' }], evnts: [], boats: [] }),
    );
    const { findings } = await checked('named.json');
    expect(findings).toMatchObject([
      { rule: 'unknown-collection', severity: 'warning', found: 'organisation', expected: 'organisations' },
      { rule: 'unknown-collection', severity: 'warning', found: 'evnts', expected: 'events' },
      { rule: 'unknown-collection', severity: 'info', found: 'boats' },
    ]);
  });

  it('of one of two records of an id has the line of the one that says it', async () => {
    mkdirSync(path.join(folder, 'ids'), { recursive: true });
    write('ids/manifest.json', {
      ...dataset({}),
      collections: { events: { href: 'events.json', count: 2, hash: '' } },
    });
    const lines = [event('a', { count: 'x' }), event('a', { date: '2024-03-12', endsAt: '2024-03-12 at ten' })];
    write('ids/events.json', `[\n${lines.map((each) => JSON.stringify(each)).join(',\n')}\n]`);
    const { findings } = await checked('ids');
    expect(findings.map(({ rule, where }) => [rule, where.field, where.line])).toEqual([
      ['schema', 'count', 2],
      ['time', 'endsAt', 3],
    ]);
  });

  it('of a manifest is told all at once', async () => {
    write(
      'lacking.json',
      '{\n"format": "ess-dataset/1",\n"id": 3,\n"periods": ["2024", "2024-13"],\n"collections": {}\n}',
    );
    const report = await checked('lacking.json');
    expect([report.status, report.summary.dataset]).toEqual([1, null]);
    expect(report.findings.map(({ where }) => [where.field, where.line])).toEqual([
      ['id', 3],
      ['title', undefined],
      ['publisher', undefined],
      ['licence', undefined],
      ['language', undefined],
      ['updated', undefined],
      ['periods.1', 4],
    ]);
  });

  it('as JSON is told with its line and column', async () => {
    write('broken.json', '{\n  "format": "ess-dataset/1",\n  "id" 3\n}');
    const { status, findings } = await checked('broken.json');
    expect([status, findings[0]?.where]).toEqual([1, { file: 'broken.json', line: 3 }]);
    expect(findings[0]).toMatchObject({ rule: 'syntax', severity: 'error', expected: 'JSON' });
    expect(findings[0]?.message.fr).toBe('broken.json n’est pas du JSON valide (ligne 3, colonne 8). Inattendu : 3');
  });

  it('as data at all is no finding: the command failed', async () => {
    write('other.json', { kind: 'other' });
    for (const [line, said] of [
      ['nowhere.json', 'fichier introuvable'],
      ['other.json', 'son champ « format » manque'],
      ['https://data.example/gone.json', 'pas de réponse'],
      ['good.json --only nothing', 'règle inconnue : « nothing »'],
      ['good.json --severity grave', 'attendu : error, warning, info'],
      ['good.json more.json', '« more.json » est de trop'],
      ['', 'quel jeu de données ?'],
    ]) {
      const { status, out, err } = await ess(`check ${line}`, { cwd: folder });
      expect([status, out], line).toEqual([2, '']);
      expect(err).toContain(said);
      expect(err).not.toMatch(/^\s+at /m);
    }
  });

  it('since a file that its manifest names has no address is refused, and the field named', async () => {
    const events = { href: 'http://[events', count: 1, hash: '' };
    write('place.json', dataset({ events }));
    write('report.json', { ...dataset({ events: [event('a')] }), report: 'https://' });
    for (const command of ['check', 'indicators', 'observations']) {
      const { status, out, err } = await ess(`${command} place.json`, { cwd: folder });
      expect([status, out]).toEqual([2, '']);
      expect(err).toBe(
        'ess-widgets: place.json : collections.events.href n’est pas une adresse : « http://[events ».\n',
      );
    }
    expect((await ess('check report.json --lang en', { cwd: folder })).err).toContain(
      'report is no address: "https://"',
    );
  });

  it('since it is too large is refused before it is read, and nothing is written', async () => {
    mkdirSync(path.join(folder, 'large'));
    const file = openSync(path.join(folder, 'large/manifest.json'), 'w');
    ftruncateSync(file, 200_000_000);
    closeSync(file);
    for (const command of ['check', 'indicators', 'observations']) {
      const { status, out, err } = await ess(`${command} large`, { cwd: folder });
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('large/manifest.json est trop volumineux : rien n’est lu au-delà de 100\u00a0Mo');
    }
    expect(readdirSync(path.join(folder, 'large'))).toEqual(['manifest.json']);
  });

  it('over the web since it is too large is refused, whether its size is announced or not', async () => {
    const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000_000)) });
    for (const headers of [{ 'content-length': '200000000' }, {}]) {
      const web = { 'https://data.example/manifest.json': () => new Response(endless(), { headers }) };
      const { status, err } = await ess('check https://data.example/manifest.json', { cwd: folder, web });
      expect([status, err]).toEqual([2, expect.stringContaining('est trop volumineux')]);
    }
  });
});

describe('data that cannot be had', () => {
  it('are told in the words of files, or of servers', async () => {
    write('list.dat', 'nothing that is known');
    expect((await ess('check list.dat', { cwd: folder })).err).toContain(
      'ess-widgets: list.dat n’est dans aucun format connu (formats lus : ess-dataset, xlsx, ical, csv',
    );
    const gone = () =>
      new Response('<!doctype html><p>Not here</p>', { status: 404, headers: { 'content-type': 'text/html' } });
    const { status, err } = await ess('check https://data.example/x.json', {
      web: { 'https://data.example/x.json': gone },
    });
    expect([status, err]).toEqual([2, 'ess-widgets: https://data.example/x.json : réponse 404 du serveur.\n']);
  });

  it('are told with the sign that was not expected', async () => {
    write('quote.json', '[{"id" "y"}]');
    expect((await ess('check quote.json', { cwd: folder })).out).toContain('(ligne 1, colonne 8). Inattendu : "\n');
  });
});

describe('findings', () => {
  write('list.csv', 'nom;commune\nUne coop;Brest\n;Rennes\nUne asso;\n');

  it('of a list of members are told with their lines, by gravity', async () => {
    const { status, out } = await ess('check list.csv', { cwd: folder });
    expect(status).toBe(1);
    expect(out).toMatch(/\nErreurs \(1\)\n {2}list\.csv:3 .*\[.+\]\n {4}ligne 3/);
    expect(out.indexOf('Erreurs')).toBeLessThan(out.indexOf('À vérifier'));
    expect(out).toMatch(/\n1 erreur, \d points? à vérifier, \d remarques?\.\n$/);
  });

  it('of the consistency of a list have the line and the header of their column, too', async () => {
    write(
      'twice.csv',
      'Structure;Ville\nLes Jardins partagés;Brest\nAtelier;Quimpre\nAtelier du Lac;Brest\n"Les\nJardin partagés";Brest\n',
    );
    const { findings } = await checked('twice.csv --only town-names,duplicates');
    expect(findings.map(({ where }) => [where.file, where.line, where.field, where.id])).toEqual([
      ['twice.csv', 3, 'Ville', 'atelier'],
      ['twice.csv', 5, 'Structure', 'les-jardin-partages'],
    ]);
    const { out } = await ess('check twice.csv --lang en', { cwd: folder });
    expect(out).toContain('  twice.csv:3  organisations/atelier  Ville  [town-names, likely]\n');
  });

  it('of a list about Brittany say nothing of a commune table that is at hand', async () => {
    write('brest.csv', 'Structure;Ville\nLes Jardins;Brest\nAtelier;Quimper\nGarage;Brestt\n');
    const { findings } = await checked('brest.csv --only communes-missing,town-unknown');
    expect(findings.map(({ rule, where }) => [rule, where.line])).toEqual([['town-unknown', 4]]);
  });

  it('fail the command from the gravity asked for', async () => {
    write('towns.csv', 'nom;commune\nUne coop;Brest\nUne asso;\n');
    expect((await checked('towns.csv')).status).toBe(1);
    expect((await checked('towns.csv --severity error')).status).toBe(0);
    write('extra.csv', 'nom;commune;couleur\nUne coop;Brest;vert\n');
    expect((await checked('extra.csv --severity warning')).status).toBe(0);
    expect((await checked('extra.csv --severity info')).status).toBe(1);
  });

  it('are told in two lines each, and no rest is counted where there is none', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, at) => event(`e${at}`, { count: 'x' }));
    write('few.json', dataset({ events: [event('good'), ...many(2)] }));
    const { out } = await ess('check few.json --only schema', { cwd: folder });
    expect(out).toContain('  few.json:1  events/e0  count  [schema]\n');
    expect(out).not.toContain('de plus');
  });

  it('are those of the rules asked for', async () => {
    write('two.json', dataset({ events: [event('a'), event('a'), event('b', { count: 'x' })] }));
    expect(places(await checked('two.json --only duplicate-id'))).toEqual([['duplicate-id', 'a', 'id']]);
    expect(places(await checked('two.json --only duplicate-id,schema'))).toHaveLength(2);
  });

  it('on every line of a table are one with its lines, in text and in JSON', async () => {
    const lines = [...Array(150).keys()].map((n) => `Atelier ${n};29200;Brest;Oust`);
    write('long.csv', `nom;code postal;commune\n${lines.join('\n')}\n`);
    const { findings, status } = await checked('long.csv --only cells');
    expect(findings).toMatchObject([{ rule: 'cells', where: { line: 2 } }]);
    expect(findings[0]?.where.lines).toHaveLength(150);
    expect(status).toBe(1);
    const { out } = await ess('check long.csv --only cells', { cwd: folder });
    expect(out).toMatch(/150 lignes \(2, 3, 4, 5, 6, 7, 8, 9, 10, 11…\)\s: plus de cellules que de colonnes/);
    expect(out.match(/plus de cellules/g)).toHaveLength(1);
    expect((await checked('long.csv --only date')).status).toBe(0);
  });

  it('of an organisation that a table has twice are one, with a remedy for a spreadsheet', async () => {
    write('double.csv', 'Structure;Ville\nLes Jardins Partagés;Brest\nAtelier;Quimper\nLes Jardins Partagés;Brest\n');
    const { findings } = await checked('double.csv --only duplicate,duplicates');
    expect(findings).toMatchObject([{ rule: 'duplicate', where: { line: 4 } }]);
    write('near.csv', 'Structure;Ville\nLes Jardins Partagés;Brest\nLes Jardin Partagés;Brest\n');
    const [near] = (await checked('near.csv --only duplicate,duplicates')).findings;
    expect(near?.message.fr).toContain('gardez une seule ligne');
    expect(near?.message.fr).not.toContain('aliases');
  });

  it('of the dates and places of a table name no manifest, document or territory: it has none', async () => {
    const rows = ['A;Quimper;29232;46;-4.1;2020;2204-02-01;', 'B;Brest;29019;48.39;-4.48;2020;2024-02-01;2020-02-01'];
    write(
      'far.csv',
      `Structure;Ville;INSEE;Latitude;Longitude;Création;Date d’adhésion;Date de départ\n${rows.join('\n')}\n`,
    );
    const { findings } = await checked('far.csv --only dates,positions --communes @ess-widgets/bretagne');
    const said = findings.map(({ message: { fr, en } }) => `${fr} ${en}`);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['dates', 'dates', 'positions']);
    expect(said.filter((text) => /manifest|updated|document|territ/i.test(text))).toEqual([]);
    expect(said.join()).toContain('Corrigez les coordonnées ou la commune.');
  });

  it('of a rule on one column of a table are one with its lines', async () => {
    write('towns.csv', 'Structure;Ville\nLes Jardins;Qimper\nLa Coop;Brest\nUne Mutuelle;Lorien\nUn Fonds;Qimper\n');
    const { findings } = await checked('towns.csv --only town-names --communes @ess-widgets/bretagne');
    expect(findings.map(({ rule, where: { id, line, lines, field } }) => [rule, id, line, lines, field])).toEqual([
      ['town-names', undefined, 2, [2, 4, 5], 'Ville'],
    ]);
    expect(findings[0]?.message.fr).toMatch(/^lignes 2, 4, 5 :\n/);
    expect(findings[0]?.message.fr).toContain('Lorient');
  });

  it('may be asked for by every rule that reading reports', async () => {
    const folders = ['packages/core/src/data/sources', 'packages/cli/src/check'].map((name) => new URL(name, ROOT));
    const files = folders.flatMap((home) =>
      readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => new URL(`${home.href}/${name}`)),
    );
    const written = files
      .filter(({ pathname }) => /(?<!\.test)\.ts$/.test(pathname))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:\brule: |\btell\()'([a-z-]+)'/g)]);
    // The finding that counts the further ones is reported with them, and belongs to no rule.
    const rules = new Set(written.flatMap(([, rule]) => (rule === undefined || rule === 'more' ? [] : rule)));
    expect(rules.size).toBeGreaterThan(25);
    expect((await checked(`good.json --only ${[...rules].join(',')}`)).status).toBe(0);
  });

  it('of towns that no table places say with which option a terminal names one', async () => {
    write('elsewhere.csv', 'Nom;Commune\nAtelier;Arles\nCoop;Gap\n');
    const { findings } = await checked('elsewhere.csv --only communes-missing');
    expect(findings.map(({ message }) => message.fr)).toEqual([expect.stringContaining('« --communes »')]);
  });

  it('of towns of any region are none where the communes of France place them', async () => {
    write('elsewhere.csv', 'Nom;Commune;CP\nAtelier;Arles;13200\nCoop;Gap;05000\n');
    const asked: string[] = [];
    const shard = (name: string, insee: number, names: string, postal: string) => ({
      format: 'ess-departement/1',
      name,
      insee: [insee],
      names,
      from: [5000, 44000],
      points: '0000',
      postal,
      epci: '-',
      groups: '',
      former: { insee: [], names: '', commune: [] },
      shared: { postal: {}, epci: {} },
    });
    const france = async (path: string): Promise<unknown> => {
      asked.push(path);
      return path === 'communes/13.json'
        ? shard('Bouches-du-Rhône', 4, 'Arles', '200')
        : shard('Hautes-Alpes', 61, 'Gap', '000');
    };
    expect((await checked('elsewhere.csv', { france })).findings).toEqual([]);
    expect([...new Set(asked)].sort()).toEqual(['communes/05.json', 'communes/13.json']);
  });

  it('of a sum under a list, or of a workbook in the place of a collection, may be asked for', async () => {
    write('sum.csv', 'Nom;Commune\nAtelier;Brest\nTOTAL;\n');
    expect((await checked('sum.csv --only total')).findings).toMatchObject([{ rule: 'total', where: { line: 3 } }]);
    write('book/manifest.json', dataset({ events: { href: 'events.json', count: 1, hash: '' } }));
    write('book/events.json', 'PK\u0003\u0004');
    expect((await checked('book --only format')).findings).toMatchObject([{ rule: 'format' }]);
  });

  it('are coloured on a terminal only, and not where no colour is wanted', async () => {
    const colour = '\u001b[31m';
    expect((await ess('check list.csv', { cwd: folder })).out).not.toContain('\u001b');
    const terminal = await ess('check list.csv', { cwd: folder, terminal: true });
    expect(terminal.out).toContain(colour);
    expect(terminal.err).toMatch(/^Lecture des données….*\u001b\[K$/s);
    const plain = await ess('check list.csv', { cwd: folder, terminal: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
    expect((await ess('check list.csv --json', { cwd: folder, terminal: true })).out).not.toContain('\u001b');
  });
});

describe('the rules of consistency', () => {
  const total = observation('members-stock', 10);
  const parts = ['a', 'b'].map((college) =>
    observation('members-stock', 8, 'members', {
      id: college,
      dimensions: { college },
      source: { ...total.source, section: 'I.1' },
    }),
  );

  it('are run over what could be read, and their findings have file and line', async () => {
    write('sums/observations.json', `[\n${[total, ...parts].map((each) => JSON.stringify(each)).join(',\n')}\n]`);
    write('sums/manifest.json', dataset({ observations: { href: 'observations.json', count: 3, hash: '' } }));
    const { status, findings } = await checked('sums');
    expect(status).toBe(1);
    expect(findings.find(({ rule }) => rule === 'parts-and-totals')).toMatchObject({
      severity: 'error',
      where: { file: 'sums/observations.json', line: 2, collection: 'observations', id: 'members-stock' },
    });
    expect(new Set((await checked('sums --only parts-and-totals')).findings.map(({ rule }) => rule))).toEqual(
      new Set(['parts-and-totals']),
    );
    expect((await checked('sums --only duplicates')).status).toBe(0);
  });

  it('compare names of towns with the commune table that is given', async () => {
    write('town.json', dataset({ events: [event('a', { place: 'St Briec' })] }));
    expect((await checked('town.json --only town-names')).findings).toEqual([]);
    const { findings } = await checked('town.json --only town-names --communes @ess-widgets/bretagne');
    expect(findings).toMatchObject([{ rule: 'town-names', where: { id: 'a', field: 'place' } }]);
    expect(findings[0]?.message.fr).toContain('Saint-Brieuc');
  });

  it('read the text of a document that is given, and say which documents there are', async () => {
    write('report.txt', 'Réunion du lundi 18 juin 2024.\n');
    const { findings } = await checked('good.json --text report=report.txt');
    expect(findings.map(({ rule }) => rule)).toContain('weekdays');
    const { status, err } = await ess('check good.json --text other=report.txt', { cwd: folder });
    expect([status, err]).toEqual([2, expect.stringContaining('attendu <document>=<fichier>. Documents : report.')]);
  });
});

describe('the commune table that is installed with the command', () => {
  const town = (territories: readonly string[]) =>
    dataset({ organisations: [{ id: 'a', name: 'Le Fournil', town: 'St Briec', territories }] });

  it('is used where the data are about places that it has', async () => {
    write('breton.json', town(['departement-22']));
    expect((await checked('breton.json --only town-names')).findings).toMatchObject([
      { found: 'St Briec', expected: 'Saint-Brieuc (22278)' },
    ]);
  });

  it('says nothing of other places', async () => {
    write('elsewhere.json', town(['departement-69']));
    expect((await checked('elsewhere.json --only town-names')).findings).toEqual([]);
  });
});

describe('the hashes of a manifest', () => {
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const events = JSON.stringify([event('a')]);
  const entry = (name: string, hash: string) => ({ [name]: { href: `${name}.json`, count: 1, hash } });
  const hashed = (own: string, other: string) => {
    write('hashed/events.json', events);
    write('hashed/observations.json', JSON.stringify([observation('members-joined', 12)]));
    write('hashed/manifest.json', dataset({ ...entry('events', own), ...entry('observations', other) }));
    return checked('hashed --only hash');
  };
  const right = hashOf(JSON.stringify([observation('members-joined', 12)]));

  it('are those of the files', async () => {
    expect((await hashed(hashOf(events), right)).findings).toEqual([]);
    expect((await hashed('0123456789abcdef', right)).findings).toMatchObject([
      {
        severity: 'warning',
        where: { file: 'hashed/manifest.json', field: 'collections.events.hash' },
        found: '0123456789abcdef',
        expected: hashOf(events),
      },
    ]);
  });

  it('may be made in a way that nobody else knows', async () => {
    expect((await hashed('0123456789abcdef', 'fedcba9876543210')).findings).toEqual([]);
  });
});

/** What is found in the Breton data: read once, since all of its checks take as long as one of them. */
const BRETAGNE = checked('@ess-widgets/bretagne');
const inBretagne = async (...rules: readonly string[]) =>
  (await BRETAGNE).findings.filter(({ rule }) => rules.includes(rule));

describe('the Breton data set', () => {
  it('has no error', async () => {
    const report = await BRETAGNE;
    expect(report.findings.filter(({ severity, rule }) => severity === 'error' && rule === 'schema')).toEqual([]);
    expect(report.summary.collections).toBeGreaterThan(15);
  });
});

describe('the report document of a data set', () => {
  const small = (sections: readonly object[], more: object = {}) => ({
    format: 'ess-report/1',
    id: 'r',
    title: { fr: 'R' },
    period: '2024',
    language: 'fr',
    chapters: [{ id: 'I', title: { fr: 'I' }, sections }],
    ...more,
  });
  const section = (blocks: readonly object[]) => ({ id: 'I.1', title: { fr: 'A' }, blocks });
  const data = (report: string) =>
    dataset({ observations: [observation('members-joined', 12)], events: [event('a')] }, { report });

  it('is checked with it: what it names and is not there, with its line', async () => {
    const blocks = [{ type: 'agenda' }, { type: 'trend', indicators: ['boats'] }, { type: 'gantt' }];
    write('named.json', JSON.stringify(small([section(blocks)]), null, 2));
    write('names.json', data('named.json'));
    const { status, findings } = await checked('names.json');
    expect([status, ...findings.map(({ rule, found, where }) => [rule, found, where])]).toEqual([
      1,
      [
        'report-indicator',
        'boats',
        { file: 'named.json', line: 25, section: 'I.1', field: 'chapters.0.sections.0.blocks.1' },
      ],
      [
        'report-block',
        'gantt',
        { file: 'named.json', line: 31, section: 'I.1', field: 'chapters.0.sections.0.blocks.2' },
      ],
    ]);
    expect((await checked('names.json --only report-block')).findings).toHaveLength(1);
  });

  it('has a short label for each of its tiles', async () => {
    const figures = [{ indicator: 'members-stock' }, { indicator: 'members-stock', where: 'college=associations' }];
    write('tiles.json', JSON.stringify(small([section([{ type: 'indicators', figures }])]), null, 2));
    write('labels.json', data('tiles.json'));
    const { status, findings } = await checked('labels.json --only label-short');
    expect([status, ...findings.map(({ found, where }) => [found, where.section, where.field])]).toEqual([
      1,
      ['members-stock college=associations', 'I.1', 'chapters.0.sections.0.blocks.0'],
    ]);
    expect(await inBretagne('label-short')).toEqual([]);
  });

  it('has every section that a record names as its source: one finding for each that it lacks, with its line', async () => {
    write('outline.json', JSON.stringify(small([section([{ type: 'agenda' }])])));
    const cited = (id: string, at: string, document = 'report') => ({
      ...event(id),
      source: { document, section: at },
    });
    const events = [cited('a', 'I.1'), cited('b', 'i'), cited('c', 'I.7'), cited('d', 'I.7'), cited('e', 'X', 'other')];
    const told = { ...event('f'), sections: ['I.1', 'II.4'] };
    const about = { report: 'outline.json' };
    write('cites.json', JSON.stringify(dataset({ events: [...events, told] }, about), null, 2));
    const { status, findings } = await checked('cites.json --only report-section');
    expect([status, ...findings.map(({ found, where }) => [found, where.id, where.field])]).toEqual([
      1,
      ['I.7', 'c', 'source.section'],
      ['II.4', 'f', 'sections.1'],
    ]);
    expect(findings[0]?.where.line).toBeGreaterThan(1);
    expect(findings[0]?.message).toEqual({
      fr: 'events : 2 fiches (c, d) citent la section I.7, que le rapport n’a pas. Corrigez la section.',
      en: 'events: 2 records (c, d) name section I.7, which the report does not have. Correct the section.',
    });
    expect(await inBretagne('report-section')).toEqual([]);
  });

  it('speaks of its period in words: a year that it writes out is found, with its line', async () => {
    const table = { type: 'table', collection: 'events', where: 'date=2024' };
    write('pinned.json', JSON.stringify(small([section([table, { ...table, where: 'date=@period' }])]), null, 2));
    write('pins.json', data('pinned.json'));
    const { status, findings } = await checked('pins.json --only pinned-years');
    expect([status, ...findings]).toMatchObject([
      0,
      {
        severity: 'info',
        where: { file: 'pinned.json', line: 25, section: 'I.1', field: 'chapters.0.sections.0.blocks.0.where' },
        found: 'date=2024',
        expected: 'date=@period',
      },
    ]);
    expect(await inBretagne('pinned-years')).toEqual([]);
  });

  it.each([
    ['is not there', undefined, 'missing-file', {}],
    ['is no JSON', '{', 'syntax', { line: 1 }],
    ['is of a later version', small([], { format: 'ess-report/2' }), 'format', {}],
    ['has another shape', small([section([])], { title: 3 }), 'schema', { field: 'title' }],
    [
      'has a malformed block',
      small([section([{ type: 'list' }])]),
      'report-malformed',
      { section: 'I.1', field: 'chapters.0.sections.0.blocks.0.collection' },
    ],
  ])('that %s is a finding, and costs nothing else', async (_title, body, rule, where) => {
    if (body !== undefined) write(`${rule}.json`, body);
    write('refers.json', data(`${rule}.json`));
    const { findings, summary } = await checked('refers.json');
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.where).toMatchObject({ file: `${rule}.json`, ...where });
    expect(summary.records).toBe(2);
  });
});

describe('the story of a report', () => {
  const report = {
    format: 'ess-report/1',
    id: 'r',
    title: { fr: 'R' },
    period: '2024',
    language: 'fr',
    chapters: [
      { id: 'I', title: { fr: 'I' }, sections: [{ id: 'I.1', title: { fr: 'A' }, blocks: [{ type: 'agenda' }] }] },
    ],
  };
  const door = (id: string) => ({
    id,
    title: { fr: id },
    sections: Array.from({ length: 5 }, () => 'I.1'),
    figures: [{ indicator: 'members-joined' }],
  });
  const small = (title: string, claims: readonly object[] = []) => ({
    format: 'ess-story/1',
    period: '2024',
    cover: { title: { fr: title }, standfirst: { fr: 'Douze mois.' }, claims },
    messages: [],
    doors: ['elu', 'financeur', 'journaliste', 'adherent'].map(door),
    chapters: [{ id: 'I', thesis: { fr: 'Rien à dire.' }, steps: [] }],
  });
  const data = (more: object) =>
    dataset({ observations: [observation('members-joined', 12)], events: [event('a')] }, more);
  const told = async (story: object) => {
    write('report.json', JSON.stringify(report));
    write('story.json', JSON.stringify(story, null, 2));
    write('told.json', data({ report: 'report.json', story: 'story.json' }));
    return checked('told.json --only story-slots,story-claims,story-shape,schema');
  };

  it('is checked with it: what its words say must be claimed and true, with the line', async () => {
    const { status, findings } = await told(small('12 événements, en hausse', [{ says: 'sourced', of: 'I.9' }]));
    expect(status).toBe(1);
    expect(findings.map(({ rule, found, where }) => [rule, found, where.field])).toEqual(
      expect.arrayContaining([
        ['story-slots', '12', 'cover.title.fr'],
        ['story-slots', 'douze', 'cover.standfirst.fr'],
        ['story-claims', 'en hausse', 'cover.title.fr'],
        ['story-claims', 'I.9', 'cover.claims.0'],
        ['story-shape', '0', 'messages'],
      ]),
    );
    expect(findings.find(({ found }) => found === '12')?.where).toMatchObject({ file: 'story.json', line: 6 });
  });

  it('that has no report beside it, or that cannot be read, is a finding', async () => {
    write('alone.json', data({ story: 'story.json' }));
    write('story.json', JSON.stringify(small('Une année')));
    expect((await checked('alone.json')).findings.map(({ rule, expected }) => [rule, expected])).toEqual([
      ['story-shape', 'report'],
    ]);
    const { findings } = await told({ ...small('Une année'), messages: 'six' });
    expect(findings.map(({ rule, where }) => [rule, where.file, where.field])).toEqual([
      ['schema', 'story.json', 'messages'],
    ]);
  });

  it('of Bretagne says nothing that its data do not say', async () => {
    const findings = await inBretagne('story-slots', 'story-claims', 'story-shape');
    expect(findings).toEqual([]);
  });
});
