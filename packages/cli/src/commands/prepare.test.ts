import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { datasetHash, type Measure } from '@ess-widgets/core/model';
import { contentHash } from '@ess-widgets/core/prepare';
import { withTexts } from '@ess-widgets/core/workbook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset, temporaryFolder } from '../testing/data.ts';
import { ess, ROOT } from '../testing/io.ts';
import { type FillableBook, openBook } from '../testing/workbook.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;
const BRETAGNE = path.join(decodeURIComponent(ROOT.pathname), 'packages/bretagne/data');
const today = '2026-02-03';

const jsonAt = (...names: string[]) => JSON.parse(readFileSync(path.join(...names), 'utf8'));
const recordIn = (out: string, name: string, id: string) =>
  jsonAt(cwd, out, `${name}.json`).find((record: { id: string }) => record.id === id);
const measuresIn = (data: string): readonly Measure[] => jsonAt(data, 'measures.json').measures;
const measureIn = (out: string, indicator: string, period: string, by?: string): Measure | undefined =>
  measuresIn(path.join(cwd, out)).find(
    (each) =>
      each.indicator === indicator && each.period === period && each.by === by && !each.where && !each.territory,
  );
const valueIn = (out: string, indicator: string, period = '2025'): number | undefined =>
  measureIn(out, indicator, period)?.quantity?.value;

/** Makes the workbook of some data, fills it in, and prepares it into a folder of that name. */
async function prepared(name: string, from: string, fill: (book: FillableBook) => void) {
  await ess(`year 2025 --from ${from} --out ${name}`, { cwd });
  const file = path.join(cwd, name, 'annee-2025.xlsx');
  const book = await openBook(file);
  fill(book);
  await book.save(file);
  const ran = await ess(`prepare ${name}/annee-2025.xlsx --out ${name}-2025`, { cwd, today });
  return { ...ran, out: `${name}-2025`, printed: ran.out };
}

describe('a workbook that nobody has filled in', () => {
  const name = 'empty';
  /** What the command says of either form: the workbook, the folder of its sheets as CSV. */
  let said: readonly Awaited<ReturnType<typeof ess>>[] = [];
  beforeAll(async () => {
    await ess(`year 2025 --from ${BRETAGNE} --out ${name}`, { cwd });
    const book = await ess(`prepare ${name}/annee-2025.xlsx --out ${name}-2025`, { cwd, today });
    said = [book, await ess(`prepare ${name}/annee-2025 --out ${name}-csv`, { cwd, today })];
  }, 120_000);

  it('gives last year’s data and nothing of the year', async () => {
    const { status, out, err } = said[0]!;
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('0 fiche nouvelle, 0 modifiée');
    for (const file of readdirSync(BRETAGNE)) {
      // A folder of what a build has written.
      if (file === 'stills') continue;
      // The report is that of the year, its words for periods being what they are.
      if (file === 'report-2024.json') continue;
      // Its findings are of last year: another one tells its own.
      if (file === 'story-2024.json') continue;
      const isDerived = /^(manifest|measures.*)\.json$/.test(file);
      const [was, is] = [BRETAGNE, path.join(cwd, `${name}-2025`)].map((at) =>
        readFileSync(path.join(at, file), 'utf8'),
      );
      if (!isDerived) expect(is === was, file).toBe(true);
    }
    const [before, after] = [measuresIn(BRETAGNE), measuresIn(path.join(cwd, `${name}-2025`))];
    const of = (list: readonly Measure[], ...periods: string[]) =>
      list.filter(({ period }) => periods.includes(period));
    // The report of the new year shows some of them too, which last year's did not.
    expect(of(after, '2024', '2023-SY')).toEqual(expect.arrayContaining(of(before, '2024', '2023-SY')));
    const counted = of(after, '2025').filter(({ quantity, parts = [] }) =>
      [quantity, ...parts.map((part) => part.quantity)].some((each) => each?.value === 0),
    );
    expect(counted).toEqual([]);
    for (const indicator of ['members-joined', 'members-left', 'events-held', 'attendance-total', 'body-meetings']) {
      expect(measureIn(`${name}-2025`, indicator, '2025')?.quantity ?? null, indicator).toBeNull();
    }
    // Members that nobody says have left are still listed, and the list is not complete.
    expect(measureIn(`${name}-2025`, 'members-stock', '2025')).toMatchObject({
      basis: 'listed',
      quantity: { op: '>=' },
    });
    // Its titles and blocks are those of last year's; a text is none of the year until somebody has read it again.
    expect(jsonAt(cwd, `${name}-2025`, 'report-2025.json')).toEqual({
      ...withTexts(jsonAt(BRETAGNE, '', 'report-2024.json'), () => undefined),
      ...{ id: 'rapport-2025', period: '2025' },
    });
    expect(out).toContain('69 textes de 2024 ne sont pas relus, ni publiés');
    const { periods, updated, documents, report, story } = jsonAt(cwd, `${name}-2025`, 'manifest.json');
    expect([periods, updated]).toEqual([['2023-SY', '2024', '2024-SY', '2025'], '2025-03-05']);
    expect([report, story]).toEqual(['report-2025.json', undefined]);
    expect(readdirSync(path.join(cwd, `${name}-2025`)).filter((file) => file.startsWith('story'))).toEqual([]);
    expect(out).toContain('Le récit story-2024.json est celui de l’an dernier : il n’est pas repris.');
    expect(Object.keys(documents)).toEqual(['rapport-2024', 'insee-populations-2023']);
    expect((await ess(`check ${name}-2025 --severity error --only schema,hash,count,references`, { cwd })).status).toBe(
      0,
    );
  });

  it('gives the same from the folder of its sheets as CSV', () => {
    const files = (folder: string) =>
      readdirSync(path.join(cwd, folder)).map((file) => [file, readFileSync(path.join(cwd, folder, file), 'utf8')]);
    expect(said[1]).toMatchObject({ status: 0, out: expect.stringContaining('0 fiche nouvelle, 0 modifiée'), err: '' });
    expect(files(`${name}-csv`).length).toBeGreaterThan(20);
    expect(files(`${name}-csv`)).toEqual(files(`${name}-2025`));
  });
});

describe('a filled workbook', () => {
  const made = prepared('full', BRETAGNE, (book) => {
    const members = book.sheet('Entrées et sorties');
    members.add({
      Structure: 'La Fabrique du port',
      Collège: 'Coopératives',
      'Entrée le': '18/03/2025',
      Commune: 'Quimper',
      SIREN: '552100554',
    });
    members.add({ Structure: 'Atelier des marées', Collège: 'associations', 'Entrée le': 'mars 2025' });
    members.edit('Structure', 'CASDEN', { 'Sortie le': '30/06/2025', 'Raison de la sortie': 'non-renouvellement' });
    members.complete();
    const events = book.sheet('Événements');
    events.edit('Titre', 'Assemblée générale 2025', { État: 'tenu', Participants: 'env. 90', Commune: 'Vannes' });
    events.add({
      Titre: 'Forum du réemploi',
      Date: '12/09/2025',
      État: 'tenu',
      Commune: 'Brest',
      Thèmes: 'Mer ; Économie circulaire',
      Organisateurs: 'Cress Bretagne ; Atelier des marées',
      Participants: '64',
      Femmes: 35,
      Hommes: 29,
      Section: 'II.1',
      Page: 12,
    });
    events.add({ Titre: 'Salon annulé', Date: '2025', État: 'annulé' });
    events.complete();
    const meetings = book.sheet('Réunions et présences');
    meetings.add({ Instance: 'Conseil d’administration', Date: new Date('2025-02-11'), État: 'tenue', Présents: 17 });
    meetings.edit('Date', '22/05/2025', { État: 'tenue', Présents: '90' });
    meetings.add({
      Instance: 'Comité des ports',
      Date: 45_901,
      État: 'tenue',
      Présents: '12',
      Femmes: '7',
      Hommes: '5',
    });
    meetings.complete();
    book.sheet('Instances').add({ Nom: 'Comité des ports', Sorte: 'comité', Sièges: 15 });
    book.sheet('Votes').add({
      Sujet: 'Budget 2026',
      Instance: 'Assemblée générale',
      Date: '22/05/2025',
      Pour: 71,
      Contre: '3',
      Abstention: 1,
      'Majorité requise': '1/2',
    });
    const figures = book.sheet('Chiffres');
    figures.edit('D’après', 'members-total-2024', { 2025: '118', Page: 4, Section: 'I.1.a' });
    figures.edit('D’après', 'new-members-2024', { 2025: 2, Imprimé: 'deux' });
    figures.edit('D’après', 'dla-engineering-missions', { '2024 corrigé': '87' });
    figures.add({
      Chiffre: 'Adhérents, collège Fondations',
      Indicateur: 'Adhérents',
      Part: 'collège = Fondations',
      Période: '31/12/2025',
      2025: 5,
    });
    book
      .sheet('Programmes')
      .add({ Nom: 'Ports solidaires', Période: '2025 au 2027', Territoires: 'Finistère ; Morbihan' });
    book.sheet('Missions').edit('Titre', 'Stratégie de communication', { Période: '2024 au 2025', État: 'terminée' });
    book.sheet('Projets').add({
      Programme: 'Mon ESS à l’École',
      Période: '2024-2025',
      État: 'réalisé',
      Lieu: 'Lycée des quais',
      Commune: '29019',
    });
    book.sheet('Appels').add({ Nom: 'Appel des ports', 'Porté par': 'La Fabrique du port', Période: '2025' });
    book.sheet('Candidatures').add({ Appel: 'Appel des ports', Structure: 'Batylab', Résultat: 'retenue' });
    book.sheet('Publications').add({ Titre: 'Cahier des quais', Thème: 'Mer', Date: '06/2025' });
    book.sheet('Audiences').edit('Canal', 'Facebook', { Abonnés: '3 900', Évolution: '292' });
    book.sheet('Participations').add({
      Structure: 'Batylab',
      'Événement ou programme': 'Forum du réemploi',
      Rôle: 'expose',
    });
    book.sheet('Équipe').edit('D’après', 'in/permanent', { Combien: 4 });
    book.sheet('Emplois').edit('D’après', 'dla-2024/permanent', { Emplois: 'env. 1 800' });
    book.sheet('Financements').add({ Fonds: 'FEDER', Étape: 'solde', Période: '2025', 'Année concernée': '2024' });
    book.sheet('Séries').add({ Nom: 'Forums des quais', 'Année de la première édition': 2025 });
    book.sheet('Missions').add({
      Titre: 'Étude des quais',
      Programme: 'Ports solidaires',
      Sorte: 'collective',
      Structures: 'La Fabrique du port ; Cress Bretagne',
      Période: '2025',
      État: 'terminée',
    });
  });

  it('is written, with the new findings of the checks', async () => {
    const { status, printed, err } = await made;
    expect(err).toBe('');
    // A plan of last year speaks of two committees, of which a list that is said to be complete has none.
    expect([status, printed.match(/\[\S+-\S+, probable\]/g)]).toEqual([1, ['[announced-and-listed, probable]']]);
    expect(printed).toContain('Complet pour 2025 : Entrées et sorties, Événements, Réunions et présences');
    expect(jsonAt(cwd, (await made).out, 'manifest.json').documents['rapport-2025'].title.fr).toBe(
      'Rapport d’activité 2025',
    );
  });

  it('counts the members, those that came and those that left', async () => {
    const { out } = await made;
    expect(valueIn(out, 'members-stock')).toBe(118);
    expect(measureIn(out, 'members-joined', '2025')).toMatchObject({
      basis: 'both',
      quantity: { value: 2, op: '=' },
      agreement: { agrees: true },
    });
    expect(measureIn(out, 'members-left', '2025')).toMatchObject({ basis: 'computed', quantity: { value: 1 } });
    expect(recordIn(out, 'memberships', 'cress/casden')).toMatchObject({ end: '2025-06-30', exitReason: 'lapse' });
    expect(recordIn(out, 'memberships', 'cress/atelier-des-marees')).toMatchObject({ start: '2025-03' });
    expect(recordIn(out, 'organisations', 'la-fabrique-du-port')).toMatchObject({
      town: 'Quimper',
      siren: '552100554',
      territories: ['commune-29232'],
      position: { precision: 'commune', territory: 'commune-29232' },
    });
    expect(measureIn(out, 'members-left', '2024')?.quantity).toMatchObject({ value: 6 });
    expect(measureIn(out, 'dla-missions', '2024')?.quantity).toMatchObject({ value: 87 });
  });

  it('counts what was held, and keeps what was planned', async () => {
    const { out } = await made;
    expect(measureIn(out, 'events-held', '2025')).toMatchObject({ basis: 'computed', quantity: { value: 2 } });
    expect(recordIn(out, 'events', 'assemblee-generale-2025')).toMatchObject({ status: 'planned' });
    expect(recordIn(out, 'events', 'assemblee-generale-2025-2')).toMatchObject({
      status: 'held',
      plan: 'assemblee-generale-2025',
      attendance: { value: 90, op: '~', unit: 'people' },
      source: { document: 'rapport-2025' },
    });
    expect(recordIn(out, 'events', 'forum-du-reemploi-2025')).toMatchObject({
      date: '2025-09-12',
      themes: ['mer', 'economie-circulaire'],
      organisers: ['cress-bretagne', 'atelier-des-marees'],
      territories: ['commune-29019'],
      sections: ['II.1'],
      source: { document: 'rapport-2025', section: 'II.1', page: 12 },
    });
    expect(recordIn(out, 'tallies', 'forum-du-reemploi-2025')).toMatchObject({
      of: 'forum-du-reemploi-2025',
      total: { value: 64 },
      by: { gender: { women: { value: 35 }, men: { value: 29 } } },
    });
  });

  it('counts meetings, and those who came, each typed once', async () => {
    const { out } = await made;
    expect(valueIn(out, 'body-meetings')).toBe(3);
    expect(recordIn(out, 'meetings', 'comite-des-ports/2025-09-01')).toMatchObject({ body: 'comite-des-ports' });
    expect(measureIn(out, 'attendance-total', '2025')).toMatchObject({
      basis: 'computed',
      quantity: { value: 273, op: '~', unit: 'people' },
    });
    expect(measureIn(out, 'attendance-parity', '2025')?.quantity?.value).toBeCloseTo((42 / 76) * 100, 6);
  });

  it('has the votes, the parts of figures, programmes and missions', async () => {
    const { out } = await made;
    const share = measureIn(out, 'vote-share', '2025', 'vote')?.parts?.find(({ id }) => id === 'budget-2026-2025');
    expect(share?.quantity?.value).toBeCloseTo((71 / 75) * 100, 6);
    expect(measureIn(out, 'members-stock', '2025', 'college')?.parts).toMatchObject([
      { id: 'fondations', quantity: { value: 5 } },
    ]);
    expect(recordIn(out, 'programmes', 'ports-solidaires')).toMatchObject({
      period: '2025/2027',
      territories: ['departement-29', 'departement-56'],
    });
    expect(recordIn(out, 'missions', 'etude-des-quais-2025')).toMatchObject({
      programme: 'ports-solidaires',
      organisations: ['la-fabrique-du-port', 'cress-bretagne'],
    });
  });

  it('has a record of each other sheet, after that of last year where it is the same thing', async () => {
    const { out } = await made;
    expect(recordIn(out, 'missions', 'dla-regional/coherence')).toMatchObject({ period: '2024/2025', status: 'held' });
    expect(recordIn(out, 'projects', 'mon-ess-a-l-ecole-2025/lycee-des-quais')).toMatchObject({
      period: '2024-SY',
      place: 'Lycée des quais',
      position: { territory: 'commune-29019' },
    });
    expect(recordIn(out, 'calls', 'appel-des-ports-2025')).toMatchObject({ owner: 'la-fabrique-du-port' });
    expect(recordIn(out, 'applications', 'appel-des-ports-2025/batylab')).toMatchObject({
      result: 'selected',
      period: '2025',
    });
    expect(recordIn(out, 'publications', 'cahier-des-quais-2025')).toMatchObject({ theme: 'mer', date: '2025-06' });
    expect(recordIn(out, 'audiences', 'facebook/2025')).toMatchObject({
      channel: 'facebook',
      date: '2025-12-31',
      followers: { value: 3900, unit: 'subscribers' },
      change: { value: 292 },
    });
    expect(recordIn(out, 'participations', 'forum-du-reemploi-2025/batylab')).toMatchObject({ role: 'exhibitor' });
    expect(recordIn(out, 'movements', 'in/permanent-2025')).toMatchObject({ period: '2025', count: { value: 4 } });
    expect(recordIn(out, 'jobs', 'dla-2025/permanent')).toMatchObject({ jobs: { value: 1800, op: '~', unit: 'jobs' } });
    expect(recordIn(out, 'filings', 'feder-2025/balance')).toMatchObject({ fund: { fr: 'FEDER' }, year: '2024' });
    expect(recordIn(out, 'series', 'forums-des-quais')).toMatchObject({ firstEdition: 2025 });
    expect(measureIn(out, 'audience-followers', '2025', 'channel')?.parts).toMatchObject([
      { id: 'facebook', quantity: { value: 3900 } },
    ]);
  });

  it('is a data set like another: check, indicators and report read it', async () => {
    const { out } = await made;
    const { out: shown } = await ess(`indicators ${out} members-stock --period 2025`, { cwd });
    expect(shown).toMatch(/118\sadhérents/);
    expect((await ess(`check ${out} --only schema,hash,count,measures,references`, { cwd })).out).toContain(
      'Rien à signaler',
    );
    expect((await ess(`indicators ${out} --chapter I`, { cwd })).status).toBe(0);
  });
});

/** A network that is none of Brittany, in a single file. */
const SMALL = dataset(
  {
    networks: [{ id: 'reseau', name: { fr: 'Réseau des vallées' } }],
    colleges: [{ id: 'assos', network: 'reseau', label: { fr: 'Associations' }, order: 1 }],
    organisations: [
      { id: 'jardin', name: 'Le Jardin', town: 'Aubenas' },
      { id: 'velo', name: 'L’Atelier du vélo' },
    ],
    memberships: [
      { id: 'jardin', organisation: 'jardin', network: 'reseau', college: 'assos', start: '2022', end: null },
      { id: 'velo', organisation: 'velo', network: 'reseau', college: 'assos', start: '2024-03-02', end: null },
    ],
    bodies: [{ id: 'ca', name: { fr: 'Conseil' }, kind: 'governance', seats: 9 }],
    meetings: [{ id: 'ca/2024-02', body: 'ca', date: '2024-02', status: 'held' }],
    observations: [
      {
        id: 'adherents-2024',
        indicator: 'members-stock',
        label: { fr: 'Adhérents' },
        period: '2024-12-31',
        quantity: { value: 2, op: '=', unit: 'members' },
        source: { document: 'report' },
      },
    ],
  },
  { network: 'reseau', updated: '2025-02-01', periods: ['2023', '2024'] },
);
const withCoverage = (entries: object) => ({ ...SMALL, collections: { ...SMALL.collections, ...entries } });

describe('a small network', () => {
  folder.write('small.json', SMALL);

  it('has a workbook that gives the members of the year, counted where the list is complete', async () => {
    const { status, out, printed } = await prepared('small', 'small.json', (book) => {
      const members = book.sheet('Entrées et sorties');
      members.add({ Structure: 'La Scierie', 'Entrée le': '01/02/2025', Commune: 'Privas' });
      members.edit('Structure', 'Le Jardin', { 'Sortie le': '2025' });
      members.complete('x');
      book
        .sheet('Réunions et présences')
        .add({ Instance: 'Conseil', Date: '4/2/2025', État: 'Tenue', Femmes: 4, Hommes: 3 });
    });
    expect([status, printed]).toEqual([0, expect.stringContaining('4 fiches nouvelles, 1 modifiée')]);
    expect([valueIn(out, 'members-joined'), valueIn(out, 'members-left')]).toEqual([1, 1]);
    expect(measureIn(out, 'members-stock', '2025')).toMatchObject({
      basis: 'listed',
      quantity: { value: 2, op: '>=' },
    });
    expect(recordIn(out, 'memberships', 'la-scierie')).toMatchObject({ network: 'reseau', start: '2025-02-01' });
    expect(jsonAt(cwd, out, 'categories.json')).toMatchObject([{ id: 'women' }, { id: 'men' }]);
    expect(jsonAt(cwd, out, 'manifest.json').periods).toEqual(['2023', '2024', '2025']);
  });

  it('counts nothing as nought because its list was once declared complete', async () => {
    const { collections } = SMALL;
    folder.write('whole/organisations.json', (collections as { organisations: object }).organisations);
    folder.write('whole/memberships.json', (collections as { memberships: object }).memberships);
    const { organisations: _, memberships: __, ...others } = collections as Record<string, object>;
    const entry = (name: string) => ({ href: `${name}.json`, count: 2, hash: '', coverage: [{ complete: true }] });
    folder.write('whole/manifest.json', {
      ...withCoverage({}),
      collections: { ...others, organisations: entry('organisations'), memberships: entry('memberships') },
    });
    const { out } = await prepared('whole-year', 'whole', () => undefined);
    expect(valueIn(out, 'members-joined', '2024')).toBe(1);
    expect(measureIn(out, 'members-joined', '2025')).toBeUndefined();
    const answered = await prepared('whole-answered', 'whole', (book) => {
      book.sheet('Listes complètes').edit('Feuille', 'Entrées et sorties', { 'Complète\u202f?': 'oui' });
    });
    expect(valueIn(answered.out, 'members-joined')).toBe(0);
    expect(valueIn(answered.out, 'members-stock')).toBe(2);
  });

  it('loses nothing where a column is taken away, and no translation stays of a text that is typed anew', async () => {
    const { collections } = SMALL as { collections: { observations: object[] } };
    const [figure] = collections.observations;
    const label = { fr: 'Adhérents en 2024', en: 'Members in 2024' };
    const bodies = [{ id: 'ca', name: { fr: 'Conseil', en: 'Board' }, kind: 'governance', seats: 9 }];
    folder.write('texts.json', withCoverage({ bodies, observations: [{ ...figure, label }] }));
    const { status, out, printed } = await prepared('texts', 'texts.json', (book) => {
      book.sheet('Instances').edit('Nom', 'Conseil', { Nom: 'Conseil élargi' });
      book.sheet('Instances').remove('Sièges');
      book.sheet('Chiffres').edit('D’après', 'adherents-2024', { 2025: 3 });
      book.sheet('Chiffres').remove('Indicateur');
      book.sheet('Votes').cells[1]?.push('Autre chose');
    });
    expect([status, printed]).toEqual([0, expect.stringContaining('Votes (Autre chose)')]);
    expect(recordIn(out, 'bodies', 'ca')).toEqual({
      id: 'ca',
      name: { fr: 'Conseil élargi' },
      kind: 'governance',
      seats: 9,
    });
    expect(recordIn(out, 'observations', 'adherents-2025')).toMatchObject({
      indicator: 'members-stock',
      label: { fr: 'Adhérents en 2025', en: 'Members in 2025' },
      period: '2025-12-31',
    });
  });

  it('shows a typed figure that the records contradict, and writes it as it is published', async () => {
    const { status, out, printed } = await prepared('against', 'small.json', (book) => {
      book.sheet('Entrées et sorties').complete();
      book.sheet('Chiffres').add({
        Chiffre: 'Nouvelles adhésions',
        Indicateur: 'members-joined',
        Période: '2025',
        2025: 4,
      });
    });
    expect(status, printed).toBe(1);
    expect(printed).toContain('[agreements, probable]');
    expect(valueIn(out, 'members-joined')).toBe(4);
  });
});

describe('a workbook with mistakes', () => {
  const wrong = async (name: string, fill: (book: FillableBook) => void, options = '') => {
    await ess(`year 2025 --from small.json --out ${name}`, { cwd });
    const file = path.join(cwd, name, 'annee-2025.xlsx');
    const book = await openBook(file);
    fill(book);
    await book.save(file);
    const ran = await ess(`prepare ${name}/annee-2025.xlsx --out ${name}-2025 ${options}`, { cwd, today });
    expect([ran.status, existsSync(path.join(cwd, `${name}-2025`))], ran.err + ran.out).toEqual([2, false]);
    return ran.err;
  };

  it('is told sheet, row, column, value and what is allowed, and nothing is written', async () => {
    const lines: number[] = [];
    const err = await wrong('mistakes', (book) => {
      const members = book.sheet('Entrées et sorties');
      lines.push(members.add({ Structure: 'X', 'Entrée le': '31/02/2025' }));
      lines.push(members.add({ Structure: 'Y', Collège: 'Assocation' }));
      lines.push(members.add({ 'Entrée le': '2025' }));
      lines.push(
        book.sheet('Événements').add({ Titre: 'Forum', Date: '2025', État: 'tenue', Participants: 'beaucoup' }),
      );
      lines.push(book.sheet('Chiffres').add({ Chiffre: 'Part', Unité: '%', Période: '2025', 2025: 0.44 }));
      lines.push(book.sheet('Chiffres').edit('D’après', 'adherents-2024', { 2025: '1.234' }));
      members.complete('peut-être');
    });
    expect(err).toContain('8 cellules à corriger, rien n’est écrit');
    expect(err).toContain(
      `Entrées et sorties, ligne ${lines[0]}, colonne « Entrée le » (D${lines[0]}) : « 31/02/2025 »`,
    );
    expect(err).toContain(`Entrées et sorties, ligne ${lines[1]}, colonne « Collège » (C${lines[1]}) : « Assocation »`);
    expect(err).toContain('« Associations »');
    expect(err).toContain(`Entrées et sorties, ligne ${lines[2]}, colonne « Structure » (A${lines[2]})`);
    expect(err).toContain(`Événements, ligne ${lines[3]}, colonne « Participants »`);
    expect(err).toContain('est-ce 44 % ou 0,44 %');
    expect(err).toContain(`Chiffres, ligne ${lines[5]}, colonne « 2025 » (G${lines[5]}) : « 1.234 »`);
    expect(err).toContain('« peut-être »');
  });

  it('is told in English where the terminal is', async () => {
    const err = await wrong(
      'english',
      (book) => void book.sheet('Votes').add({ Sujet: 'Budget', Date: 'demain' }),
      '--lang en',
    );
    expect(err).toContain('Votes, row 3, column “Date” (C3): “demain”: expected: a date (12/03/2025)');
  });

  it('is told of a row that was copied with its id, and of a heading that is gone', async () => {
    const copied = await wrong('copied', (book) => {
      const [first] = book.sheet('Entrées et sorties').rows();
      book.sheet('Entrées et sorties').add(first ?? {});
    });
    expect(copied).toContain('ce repère est déjà celui de la ligne 3');
    const followed = await wrong('followed', (book) => {
      const [first] = book.sheet('Chiffres').rows();
      book.sheet('Chiffres').add({ ...first, Chiffre: 'Autre chose', 2025: 3 });
    });
    expect(followed).toContain('la ligne 2 suit déjà cette fiche de l’an dernier');
    const renamed = await wrong('renamed', (book) => {
      book.sheet('Instances').rename('Nom', 'Nom de l’instance');
    });
    expect(renamed).toContain('Instances, ligne 1 : colonne introuvable : Nom');
  });

  it('of other data, of a day to come, or of no workbook is refused', async () => {
    await ess('year 2025 --from small.json --out other', { cwd });
    folder.write('else.json', { ...SMALL, id: 'else' });
    const other = await ess('prepare other/annee-2025.xlsx --from else.json --out x', { cwd, today });
    expect([other.status, other.err]).toEqual([2, expect.stringContaining('« small »')]);
    expect(
      await wrong('future', (book) => void book.sheet('Lisez-moi').edit('Réglage', SETTING, { Valeur: '31/12/2026' })),
    ).toContain('au plus tard aujourd’hui, 2026-02-03');
    folder.write('text.xlsx', 'no workbook');
    expect((await ess('prepare text.xlsx --out x', { cwd })).err).toContain('n’est pas un classeur .xlsx');
    writeFileSync(path.join(cwd, 'broken.xlsx'), 'PK\u0003\u0004 and then nothing');
    expect((await ess('prepare broken.xlsx --out x', { cwd })).err).toContain('ne s’ouvre pas');
    expect((await ess('prepare nowhere.xlsx --out x', { cwd })).err).toContain('fichier introuvable');
    mkdirSync(path.join(cwd, 'nothing'));
    expect((await ess('prepare nothing --out x', { cwd })).err).toContain('aucune feuille');
  });

  it('is not written over the data that it was made from', async () => {
    folder.write('own/organisations.json', []);
    folder.write('own/manifest.json', {
      ...SMALL,
      collections: { organisations: { href: 'organisations.json', count: 0, hash: '' } },
    });
    await ess('year 2025 --from own --out own-book', { cwd });
    const { status, err } = await ess('prepare own-book/annee-2025.xlsx --out own', { cwd, today });
    expect([status, err]).toEqual([2, expect.stringContaining('est lu par cette commande')]);
  });
});

const SETTING = 'Données arrêtées au (vide\u202f: aujourd’hui)';

describe('a data set in the place of a workbook', () => {
  it('keeps its records, and has its hashes and measures made anew', async () => {
    const { status, out } = await ess(`prepare ${BRETAGNE} --out again`, { cwd, today });
    expect([status, out]).toEqual([0, expect.stringContaining('empreintes, indicateurs et extraits de')]);
    for (const file of readdirSync(BRETAGNE).filter((name) => name.endsWith('.json'))) {
      const [was, is] = [BRETAGNE, path.join(cwd, 'again')].map((at) => jsonAt(at, file));
      // Stills are made of a data set where it is published, so the hash of its manifest is another one.
      if (file === 'manifest.json') [was.stills, was.judged.seal] = [undefined, is.judged.seal];
      expect(is, file).toEqual(was);
    }
  });

  it('written by hand gets the hashes that it lacks', async () => {
    const { out } = await ess('prepare small.json --out by-hand', { cwd, today });
    expect(out).toContain('by-hand/manifest.json');
    const { hash, collections } = jsonAt(cwd, 'by-hand', 'manifest.json');
    expect(hash).toBe(datasetHash(collections, contentHash));
    expect(collections.memberships).toMatchObject({
      count: 2,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect((await ess('check by-hand --only hash,count,measures,schema', { cwd })).out).toContain('Rien à signaler');
  });
});
