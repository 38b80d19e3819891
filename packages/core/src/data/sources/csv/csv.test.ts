import { describe, expect, it, vi } from 'vitest';
import { EssError } from '../../../errors.ts';
import { createPlacer, parseCommunes } from '../../../geo/index.ts';
import { measureOf } from '../../../indicators/derive.ts';
import type { CommuneLocator } from '../../../model/index.ts';
import { named } from '../../../testing/bretagne.ts';
import { csv } from './csv.ts';

const membersStock = named('members-stock');

const SRC = 'https://data.example/dossier/membres_2025.csv';

interface LoadOptions {
  readonly placer?: CommuneLocator | null;
  readonly headers?: Record<string, string>;
  readonly src?: string;
  readonly options?: Readonly<Record<string, string>>;
}

async function load(
  body: string | Uint8Array<ArrayBuffer>,
  { placer = null, headers, src = SRC, options = {} }: LoadOptions = {},
) {
  const answer = new Response(body, { headers: { 'last-modified': 'Wed, 05 Mar 2025 08:00:00 GMT', ...headers } });
  const context = { fetch: async () => answer, signal: new AbortController().signal, placer: async () => placer };
  const { dataset, issues, rows } = await csv.load({ src, need: ['organisations'], options }, context);
  const { organisations = [], memberships = [], colleges = [], territories = [] } = dataset.collections;
  // Remarks on the whole file are of no interest to most tests.
  const ONCE = ['columns', 'communes-missing', 'place-columns', 'personal-columns'];
  const remarks = issues.filter(({ rule }) => !ONCE.includes(rule));
  return { dataset, issues, rows, remarks, organisations, memberships, colleges, territories };
}

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
const said = (list: readonly { readonly message: { readonly fr: string } }[]) => list.map(({ message }) => message.fr);

/** Bytes of a text in Windows-1252, as far as Latin-1 agrees with it; `€` and `’` do not. */
const cp1252 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((c) => ({ '€': 0x80, '’': 0x92, Ž: 0x8e, ž: 0x9e })[c] ?? c.charCodeAt(0)));

describe('a spreadsheet’s export', () => {
  it.each([
    ['semicolons', 'nom;commune\nKerhea;Brest\nXylm, SCIC;Rennes'],
    ['commas', 'nom,commune\nKerhea,Brest\n"Xylm, SCIC",Rennes'],
    ['tabs', 'nom\tcommune\nKerhea\tBrest\nXylm, SCIC\tRennes'],
    ['Windows line ends', 'nom;commune\r\nKerhea;Brest\r\nXylm, SCIC;Rennes\r\n'],
    ['a byte order mark', '\ufeffnom;commune\nKerhea;Brest\nXylm, SCIC;Rennes'],
    ['Excel’s own hint', 'sep=;\r\nnom;commune\r\nKerhea;Brest\r\nXylm, SCIC;Rennes'],
    ['blank lines', '\nnom;commune\n;\nKerhea;Brest\n\nXylm, SCIC;Rennes\n;\n'],
    ['a title above its header', 'Liste des adhérents, 2025;\n;\nnom;commune\nKerhea;Brest\nXylm, SCIC;Rennes'],
    ['everything quoted', '"nom";"commune"\n"Kerhea";"Brest"\n"Xylm, SCIC";"Rennes"'],
  ])('is read with %s', async (_title, text) => {
    const { organisations, remarks } = await load(text);
    expect(names(organisations)).toEqual(['Kerhea', 'Xylm, SCIC']);
    expect(organisations.map(({ town }) => town)).toEqual(['Brest', 'Rennes']);
    expect(remarks).toEqual([]);
  });

  it('of events is said to be one, by a title and a date and nothing of members', async () => {
    const found = async (text: string, options = {}) =>
      (await load(text, { options })).issues.filter(({ rule }) => rule === 'events-list');
    expect(await found('Titre;Date;Heure;Lieu\nApéro;3/12/26;18h30;Luçon')).toMatchObject([
      { severity: 'info', certainty: 'certain', found: 'Titre, Date' },
    ]);
    expect(await found('Name;Start date;City\nFair;2026-12-03;Brest')).toHaveLength(1);
    expect(await found('Titre;Date\nApéro;3/12/26', { kind: 'events' })).toEqual([]);
    expect(await found('Nom;Collège;Ville;Date\nKerhea;Associations;Brest;2024')).toEqual([]);
    expect(await found('Nom;Ville;Cotisation\nKerhea;Brest;80')).toEqual([]);
  });

  it('has its totals left out, and a member that is only called so kept', async () => {
    const { organisations, remarks } = await load(
      'nom;commune;cotisation\nKerhea;Brest;100\nSous-total;;100\nTotal Accueil;Brest;20\nTOTAL\u00a0:;;120\nTotalement vélo;;5',
    );
    expect(names(organisations)).toEqual(['Kerhea', 'Total Accueil', 'Totalement vélo']);
    expect(said(remarks.filter(({ rule }) => rule === 'total'))).toEqual([
      'lignes 3, 5\u202f: sans doute un total, non compté parmi les adhérents',
    ]);
    expect(names((await load('nom\nTotal')).organisations)).toEqual(['Total']);
  });

  it('has a total left out whose count stands in a column of words', async () => {
    const { organisations } = await load(
      'nom;collège;commune;cp\nKerhea;Associations;Brest;29200\nTOTAL;9;;\nTotal adhérents;9 adhérents;2 communes;\nTotal Vélo;2;;\nTotal;Associations;;\nTotaux;1;;29200',
    );
    expect(names(organisations)).toEqual(['Kerhea', 'Total Vélo', 'Total', 'Totaux']);
  });

  it('is read in Windows-1252 where it is no UTF-8', async () => {
    const { organisations } = await load(cp1252('nom;activité\nL’Été à 5 €;Énergie'));
    expect(organisations[0]).toMatchObject({ name: 'L’Été à 5 €', activities: ['Énergie'] });
    // The bytes of Ž and ž are é and û in the encoding of a Mac: so few of them do not make the file one of a Mac.
    expect(names((await load(cp1252('nom;activité\nCafé Žižek;Énergie'))).organisations)).toEqual(['Café Žižek']);
  });

  it.each([
    ['little', 0],
    ['big', 1],
  ])('is read in UTF-16, which Excel calls Unicode text, of %s end', async (_name, first) => {
    const pairs = [...'\ufeffnom\tcommune\r\nKêr Vro\tBrest\r\n'].map((char) => {
      const pair = [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8];
      return first ? pair.reverse() : pair;
    });
    expect(names((await load(new Uint8Array(pairs.flat()))).organisations)).toEqual(['Kêr Vro']);
  });

  it('is read as Excel writes it on a Mac, line ends and all', async () => {
    const MAC: Readonly<Record<string, number>> = { É: 0x83, é: 0x8e, è: 0x8f, ê: 0x90, à: 0x88, ç: 0x8d, '’': 0xd5 };
    const text = 'nom;activité\rL’Été à Kêr Vro;Énergie, reçue\rCrèche;\r';
    const bytes = [...text].map((char) => MAC[char] ?? char.charCodeAt(0));
    const { organisations } = await load(new Uint8Array(bytes));
    expect(organisations.map(({ name, activities }) => [name, activities])).toEqual([
      ['L’Été à Kêr Vro', ['Énergie', 'reçue']],
      ['Crèche', []],
    ]);
  });

  it('may hold quotes and line ends in its cells, and lines are counted as an editor counts them', async () => {
    const text = 'nom;description;commune\n"Le ""Kerhea""";"une\r\ndeux\ntrois";Brest\n;sans nom;Rennes\n';
    const { organisations, remarks } = await load(text);
    expect(organisations[0]).toMatchObject({ name: 'Le "Kerhea"', description: 'une\r\ndeux\ntrois' });
    expect(said(remarks)).toEqual(['ligne 5\u202f: nom manquant, ligne laissée de côté']);
    expect(remarks[0]?.where).toEqual({ file: SRC, line: 5, field: 'nom', column: 'A' });
  });

  it('whose quote is never closed says on which line, which is counted, and that those after it may be missing', async () => {
    const { issues, organisations } = await load('nom;commune\nKerhea;Brest\n"Xylm;Rennes\nTag;Quimper\n');
    expect(organisations).toHaveLength(2);
    // An error would say that the line is not counted, and visitors see the number of such lines.
    expect(issues.map(({ severity }) => severity)).not.toContain('error');
    expect(issues[0]).toMatchObject({ rule: 'quote', severity: 'warning', where: { line: 3 } });
    expect(issues[0]?.message.fr).toContain('la ligne est gardée');
  });

  it('that has a header and nothing under it says so, and names the columns that it has', async () => {
    const { organisations, issues } = await load('nom;commune\n;\n');
    expect(organisations).toEqual([]);
    expect(issues).toMatchObject([
      {
        rule: 'no-rows',
        severity: 'warning',
        found: 'nom, commune',
        message: { en: expect.stringContaining('No member in this file') },
      },
    ]);
  });

  it.each([
    ['no line', 'nom;commune\n'],
    ['no line that names anybody', 'nom;commune\n;Brest\n'],
  ])('that has a header and %s does not say that there are no members: how many is not known', async (_title, text) => {
    const { dataset } = await load(text);
    expect(
      measureOf(membersStock, { dataset, period: '2025-03-05', territory: undefined, where: {} }).quantity,
    ).toBeNull();
  });

  it.each([
    ['commas', 'semicolons', 'nom,code postal,commune\nKerhea;29200;Brest\n\nAn Oaled;29000;"Quimper"\n'],
    [
      'semicolons',
      'tabulations',
      'Liste 2024;;\nnom;code postal;commune\nKerhea\t29200\tBrest\nAn Oaled\t29000\tQuimper\n',
    ],
    ['semicolons', 'commas', 'sep=;\nnom;code postal;commune\nKerhea,29200,Brest\nAn Oaled,29000,Quimper\n'],
  ])('with a header of %s above lines of %s is read, and says so', async (_header, _lines, text) => {
    const { organisations, remarks } = await load(text);
    expect(organisations.map(({ name, town }) => [name, town])).toEqual([
      ['Kerhea', 'Brest'],
      ['An Oaled', 'Quimper'],
    ]);
    expect(remarks).toMatchObject([{ rule: 'delimiter', severity: 'warning' }]);
    expect(remarks[0]?.message.fr).toMatch(/^L’en-tête est séparé par «\u202f[;,]\u202f», les lignes par/);
  });

  it('whose lines have one cell in common with no delimiter is read by that of its header', async () => {
    const { organisations, remarks } = await load('nom;commune\nKerhea\nAn Oaled, Quimper et Brest\n');
    expect(organisations.map(({ name }) => name)).toEqual(['Kerhea', 'An Oaled, Quimper et Brest']);
    expect(remarks.map(({ rule }) => rule)).not.toContain('delimiter');
  });

  it('with more cells than columns says that values may be shifted', async () => {
    const { remarks, organisations } = await load('nom;commune\nKerhea;29;Brest\n');
    expect(organisations).toHaveLength(1);
    expect(remarks).toMatchObject([{ rule: 'cells', where: { line: 2 }, found: 'Brest' }]);
  });

  it.each([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), 'format', 'save the sheet as CSV (UTF-8)'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'format', 'choose “File › Save as › .xlsx”'],
    ['a PDF', '%PDF-1.7 nom;commune', 'format', 'PDF'],
    ['bytes', Uint8Array.from([1, 0, 2, 0, 3]), 'format', 'binary'],
    ['nothing', ' \r\n', 'schema', 'empty'],
    ['no column of names', 'colonne;commune\nKerhea;Brest', 'schema', 'Expected one of: nom, raison sociale'],
    ['the names of people only', 'Nom;Prénom;Commune\nX;Y;Brest', 'schema', 'Found: Nom, Prénom, Commune'],
    [
      'people under a title',
      'Liste\nNom ;Prénoms\nX;Y',
      'schema',
      'call the column of the organisations’ names “Structure”',
    ],
  ])('of %s is refused, saying what it is', async (_title, body, code, message) => {
    await expect(load(body)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('a header', () => {
  const FIELDS = 'Nom;Collège;Commune;CP;Tél;Mail';
  const ROWS = 'Kerhea;Associations;Brest;29200;0298000000;a@b.example\nXylm;Associations;Rennes;35000;;';
  const read = async (header: string, rows = ROWS) => {
    const { organisations, memberships, remarks } = await load(cp1252(`${header}\n${rows}`));
    return {
      members: organisations.map(({ name, town }) => `${name}, ${town}`),
      colleges: memberships.map(({ college }) => college),
      links: organisations[0]?.links.map(({ kind }) => kind),
      remarks,
    };
  };
  const whole = {
    members: ['Kerhea, Brest', 'Xylm, Rennes'],
    colleges: ['associations', 'associations'],
    links: ['email', 'phone'],
    remarks: [],
  };

  it.each([
    ['alone', FIELDS],
    ['titles of groups', `Structure;;Localisation;;Contact;\n${FIELDS}`],
    ['other titles of groups', `Adhérent;;Adresse;;Contact;\n${FIELDS}`],
    ['titles of groups that are no columns', `Identité;;;Localisation;;\n${FIELDS}`],
    [
      'a title, a note and titles of groups',
      `Liste des adhérents;;;;;\nNom du fichier;2025\nStructure;;Lieu;;;\n${FIELDS}`,
    ],
    ['a cell that is merged over two lines', 'Organisme;;Localisation;;Contact;\n;Catégorie;Commune;CP;Tél;Mail'],
  ])('is the line of the most known columns: %s', async (_title, header) => {
    expect(await read(header)).toEqual(whole);
  });

  it('is the first of two that are as good, and the second is said to read as one', async () => {
    const { members, remarks } = await read(FIELDS, `Xylm;;Rennes;;;\n${FIELDS}`);
    expect(members).toEqual(['Xylm, Rennes', 'Nom, Commune']);
    const [told, ...others] = remarks.filter(({ rule }) => rule === 'header');
    expect(others).toEqual([]);
    expect(told).toMatchObject({ severity: 'warning', where: { line: 3 }, found: FIELDS.replaceAll(';', ', ') });
    expect(Object.keys(told?.message ?? {}).sort()).toEqual(['br', 'en', 'fr']);
    expect(told?.message.fr).toContain('ligne 3\u202f: sans doute un en-tête');
  });

  it('costs as much above many lines as above few: each is only glanced at, to see if it is another', async () => {
    const text = (lines: number): string =>
      `nom;commune;adresse\n${Array.from({ length: lines }, (_, n) => `Kerhea ${n};Brest;quai ${n}`).join('\n')}`;
    const steps = async (lines: number): Promise<number> => {
      const replaced = vi.spyOn(String.prototype, 'replaceAll');
      await load(text(lines));
      const { length } = replaced.mock.calls;
      replaced.mockRestore();
      return length;
    };
    const few = await steps(20);
    expect(((await steps(120)) - few) / 100).toBeLessThan(10);
  });

  it('is not what a member is called or does', async () => {
    const { members, remarks } = await read(
      'Nom;Type;Ville',
      'Commune de Brest;Association;Brest\nSite;Structure;Rennes',
    );
    expect(members).toEqual(['Commune de Brest, Brest', 'Site, Rennes']);
    expect(remarks).toEqual([]);
  });
});

describe('a column', () => {
  it.each([
    'Nom',
    'NOM DE LA STRUCTURE',
    'raison sociale',
    'Raison_Sociale',
    'Dénomination',
    'Structure',
    'name',
    'nom_',
    'Nomdelastructure',
    'Nom de l’organisme',
    'lib_fs',
    'Adhérent',
    'Organization',
  ])('"%s" holds names', async (header) => {
    expect(names((await load(`${header};x\nKerhea;1`)).organisations)).toEqual(['Kerhea']);
  });

  it.each([
    ['Commune', 'town'],
    ['VILLE', 'town'],
    ['Town', 'town'],
    ['city', 'town'],
    ['ville_du_premier_local', 'town'],
    ['Descriptif ', null],
    ['Description complète', 'description'],
    ['Présentation', 'description'],
    ['Forme juridique', 'legalForm'],
    ['Type de structure', 'kind'],
  ])('"%s" holds %s', async (header, field) => {
    const [organisation] = (await load(`nom;${header}\nKerhea;Brest`)).organisations;
    const holding = ['town', 'description', 'legalForm', 'kind'].filter(
      (key) => organisation?.[key as 'town'] === 'Brest',
    );
    expect(holding).toEqual(field === null ? [] : [field]);
  });

  it.each([
    ['SCIC', ['SCIC', 'Association loi 1901', '', 'SARL SCOP', 'autre']],
    ['Mutuelle', ['Mutuelle', 'Fondation']],
  ])('called "Statut" is the legal form where its values are (%s…)', async (first, values) => {
    const lines = values.map((value, index) => `Kerhea ${index};${value}`);
    const { organisations, remarks } = await load(`nom;Statut\n${lines.join('\n')}`);
    expect(organisations[0]?.legalForm).toBe(first);
    expect(remarks).toEqual([]);
  });

  it('called "Statut" that says how members stand is not read, and is said with its values', async () => {
    const values = ['Adhérent', 'à jour', '', 'ancien', 'Adhérent', 'Association partenaire'];
    const lines = values.map((value, index) => `Kerhea ${index};${value}`);
    const { organisations, remarks, issues } = await load(`nom;Statut\n${lines.join('\n')}`);
    expect(organisations.map(({ legalForm }) => legalForm)).toEqual(values.map(() => null));
    expect(remarks).toMatchObject([
      { rule: 'status-column', where: { file: SRC, field: 'Statut' }, found: 'Adhérent, à jour, ancien' },
    ]);
    expect(said(remarks)[0]).toMatch(
      /La colonne «\sStatut\s» \(«\sAdhérent\s», .*chaque ligne compte comme un adhérent/,
    );
    // It has its own remark, so it is not also listed as an unknown column.
    expect(issues.map(({ rule }) => rule)).not.toContain('columns');
  });

  it('called "Statut" beside the legal form is one that is not used', async () => {
    const { organisations, remarks } = await load('nom;Statut;Forme juridique\nKerhea;ancien;SCIC');
    expect(organisations[0]?.legalForm).toBe('SCIC');
    expect(remarks).toEqual([]);
  });

  it('about a person is never taken for the organisation’s', async () => {
    const text = 'structure;Nom;Prénom;Nom du président;Courriel du contact\nKerhea;A;B;C;d@example.org';
    const { organisations, issues } = await load(text);
    expect(JSON.stringify(organisations)).not.toMatch(/"[ABC]"|example\.org/);
    const columns = issues.find(({ rule }) => rule === 'columns');
    expect(columns?.severity).toBe('info');
    expect(columns?.found).toBe('Nom, Prénom, Nom du président, Courriel du contact');
  });

  it('leaves out what the SIRENE register says is closed, and says so', async () => {
    const register = 'denominationUniteLegale,etatAdministratifEtablissement\nKerhea,A\nXylm,F\nDorna,';
    const { organisations, remarks } = await load(register);
    expect(organisations.map(({ name }) => name)).toEqual(['Kerhea', 'Dorna']);
    expect(remarks).toMatchObject([
      { rule: 'closed', where: { line: 3, field: 'etatAdministratifEtablissement' }, severity: 'warning' },
    ]);
    const both = await load(
      'denominationUniteLegale,etatAdministratifUniteLegale,etatAdministratifEtablissement\nKerhea,A,A\nXylm,A,F\nDorna,C,A',
    );
    expect(both.organisations.map(({ name }) => name)).toEqual(['Kerhea']);
    const database = await load('denominationunitelegale,etatadministratifetablissement\nKerhea,A\nXylm,F');
    expect(database.organisations.map(({ name }) => name)).toEqual(['Kerhea']);
    const portal = await load('Dénomination;État administratif de l’établissement\nKerhea;Actif\nXylm;Fermé');
    expect(portal.organisations.map(({ name }) => name)).toEqual(['Kerhea']);
  });

  it('of names may be called “Établissement”, which is the end of what the register calls others', async () => {
    const { organisations } = await load('Établissement;Ville\nKerhea;Brest');
    expect(organisations).toMatchObject([{ name: 'Kerhea', town: 'Brest' }]);
  });

  it('of names is the organisation’s in the SIRENE register too, where a sole trader has none', async () => {
    const text = [
      'siren,denominationUniteLegale,nomUniteLegale,prenom1UniteLegale,enseigne1Etablissement',
      '123456789,KERHEA,,,Le Fournil',
      '223456789,[ND],A,B,',
    ].join('\n');
    const { organisations, remarks } = await load(text);
    expect(organisations.map(({ name, aliases }) => [name, aliases])).toEqual([['KERHEA', ['Le Fournil']]]);
    expect(remarks).toMatchObject([{ rule: 'name-missing', where: { line: 3 } }]);
    await expect(load('siren,nomUniteLegale,prenom1UniteLegale\n123456789,A,B')).rejects.toThrow('“Prénom”');
  });

  it('called "Position" that says words is one that is not used', async () => {
    const { remarks, issues } = await load('nom;position\nKerhea;A\nXylm;A');
    expect(remarks).toEqual([]);
    expect(issues.find(({ rule }) => rule === 'columns')?.found).toBe('position');
  });

  it('gives activities, aliases, numbers and links in their usual spellings', async () => {
    const text = [
      'nom;sigle;secteurs d’activité;SIRET;site internet;e-mail;téléphone',
      'Kerhea;KRH | Ker Hea;Énergie, Bois;123 456 789 00012;www.kerhea.example/accueil;Courriel\u00a0: contact@kerhea.example;02 98 00 00 00',
    ].join('\n');
    const { organisations, remarks } = await load(text);
    expect(organisations[0]).toMatchObject({
      aliases: ['KRH', 'Ker Hea'],
      activities: ['Énergie', 'Bois'],
      siren: '123456789',
      links: [
        { kind: 'site', url: 'https://www.kerhea.example/accueil' },
        { kind: 'email', url: 'mailto:contact@kerhea.example' },
        { kind: 'phone', url: 'tel:0298000000' },
      ],
    });
    expect(remarks).toEqual([]);
  });

  it('has the names that lists in English and exports of GoGoCarto give it', async () => {
    const text = [
      'Name;Company name;Membership type;Post code;City / Town;Web site;Phone number;E-mail address;categories;Joined on',
      'A;Kerhea;Associations;29200;Brest;kerhea.example;0298000000;a@kerhea.example;Wood, Energy;2021-03-04',
    ].join('\n');
    const { organisations, memberships, issues } = await load(text);
    expect(organisations[0]).toMatchObject({
      name: 'Kerhea',
      town: 'Brest',
      activities: ['Wood', 'Energy'],
      links: [{ kind: 'site' }, { kind: 'email' }, { kind: 'phone' }],
    });
    expect(memberships[0]).toMatchObject({ college: 'associations', start: '2021-03-04' });
    expect(issues.find(({ rule }) => rule === 'columns')?.found).toBe('Name');
  });

  it('that OpenStreetMap writes in two ways is one; the contact of a person is none', async () => {
    const lines = ['name,phone,contact:phone,contact:email,Contact', 'Kerhea,,+33 2 98 00 00 00,a@kerhea.example,A'];
    const { organisations, issues } = await load(lines.join('\n'));
    expect(organisations[0]?.links.map(({ url }) => url)).toEqual(['mailto:a@kerhea.example', 'tel:+33298000000']);
    expect(issues.find(({ rule }) => rule === 'columns')?.found).toBe('Contact');
    const own = await load('name,contact:website,website\nKerhea,,kerhea.example\nXylm,xylm.example,');
    expect(own.organisations.map(({ links }) => links[0]?.url)).toEqual([
      'https://kerhea.example',
      'https://xylm.example',
    ]);
  });

  it('is read where a tool for data has made decimals of whole numbers', async () => {
    const text = 'nom;id;code insee;siret;tel\nKerhea;12.0;29019.0;12345678900012.0;298000000.0';
    const { organisations, remarks } = await load(text);
    expect(organisations[0]).toMatchObject({ id: '12', siren: '123456789', territories: ['commune-29019'] });
    expect(organisations[0]?.links).toEqual([{ kind: 'phone', url: 'tel:0298000000' }]);
    expect(remarks).toEqual([]);
  });

  it('with what is no link leaves it out and says so', async () => {
    const text = 'nom;site;email;tel;siren\nKerhea;javascript:alert(1);personne;sur demande;8,01E+08\nXylm;-;–;-;';
    const { organisations, remarks } = await load(text);
    expect(organisations[0]?.links).toEqual([]);
    expect(remarks.map(({ rule, where }) => `${rule} ${where.field}`)).toEqual([
      'siren siren',
      'link site',
      'link email',
      'link tel',
    ]);
  });
});

describe('coordinates', () => {
  const place = async (header: string, cells: string) => {
    const { organisations, remarks } = await load(`nom;${header}\nKerhea;${cells}\n`);
    return { position: organisations[0]?.position, remarks, fr: said(remarks)[0], count: organisations.length };
  };
  const at = { lat: 48.39, lon: -4.486, precision: 'address' };

  it.each([
    ['latitude;longitude', '48.39;-4.486'],
    ['Latitude;Longitude', '48,39;-4,486'],
    ['lat;lng', '48,39°;−4,486'],
    ['Y;X', '48.39;-4.486'],
    ['geom', '48.39,-4.486'],
    ['Coordonnées GPS', '48.39, -4.486'],
    ['geo_point_2d', '48,39, -4,486'],
    ['geom', '48,39 -4,486'],
    ['geom', 'POINT(-4.486 48.39)'],
    ['WKT', 'POINT (-4.486 48.39)'],
    ['geom', '(48.39, -4.486)'],
    ['latitude;longitude', '48°23’24"N;4°29’9.6"W'],
    ['latitude;longitude', "48° 23′ 24″;-4° 29' 9,6''"],
    ['latitude;longitude', 'N 48° 23.4′;O 4° 29.16′'],
    ['latitude;longitude', '48,39 N;4,486 O'],
    ['Coordonnées GPS', '48°23\'24.0"N 4°29\'09.6"W'],
    ['Coordonnées GPS', '48° 23′ 24″ N, 4° 29′ 9,6″ O'],
    ['Coordonnées GPS', '48.39° N,4.486° W'],
  ])('are read from %s: %s', async (header, cells) => {
    expect(await place(header, cells)).toMatchObject({ position: at, remarks: [] });
  });

  it('of which one is missing are named, with their line and column', async () => {
    const lat = await place('latitude;longitude', ';-4.486');
    expect(lat.fr).toBe('ligne 2\u202f: latitude manquante');
    expect(lat.remarks[0]).toMatchObject({ rule: 'coordinates', where: { file: SRC, line: 2, field: 'latitude' } });
    expect((await place('latitude;longitude', '48.39;')).fr).toBe('ligne 2\u202f: longitude manquante');
    expect((await place('latitude;longitude', '48.39;ouest')).fr).toContain(
      'longitude illisible\u202f: «\u202fouest\u202f»',
    );
    expect((await place('geom', '48,39,-4')).fr).toContain('coordonnées illisibles');
  });

  it('that look swapped are not moved: the other reading is proposed', async () => {
    const { position, remarks, count, fr } = await place('latitude;longitude', '-4.486;48.39');
    expect(count).toBe(1);
    expect(position).toBeNull();
    expect(remarks).toMatchObject([
      { rule: 'coordinates', certainty: 'likely', found: '-4.486 48.39', expected: '48.39, -4.486' },
    ]);
    expect(fr).toContain('latitude et longitude semblent inversées, gardé sans position');
    expect(remarks[0]?.message['en']).toContain('proposal: latitude 48.39, longitude -4.486');
  });

  it('that cannot be leave the record without a position', async () => {
    expect(await place('latitude;longitude', '0;0')).toMatchObject({
      position: null,
      fr: expect.stringContaining('0, 0'),
    });
    expect(await place('latitude;longitude', '148;4')).toMatchObject({
      position: null,
      fr: expect.stringContaining('hors du globe'),
    });
    // Metres of La Réunion, which could be of many places.
    expect(await place('y;x', '7690000;340000')).toMatchObject({
      position: null,
      fr: expect.stringContaining('en mètres, mais pas en Lambert'),
    });
  });

  it.each([
    ['y;x', '6845460;310449'],
    ['X_L93;Y_L93', '310449,0;6845460,0'],
    ['X_L93;Y_L93', '310 449,0;6\u202f845\u202f460,0'],
    ['geom', '310449.0 6845460.0'],
    ['coordonneeLambertAbscisseEtablissement;coordonneeLambertOrdonneeEtablissement', '310449.0;6845460.0'],
  ])('in Lambert-93 metres (%s) are read as what they are', async (header, cells) => {
    const { position, remarks } = await place(header, cells);
    expect(position).toEqual({ lat: 48.59195, lon: -2.28625, precision: 'address' });
    expect(remarks).toEqual([]);
  });

  it('far from metropolitan France bring no remark', async () => {
    expect((await place('latitude;longitude', '-20.88;55.45')).remarks).toEqual([]);
  });
});

describe('a town', () => {
  const asked: unknown[] = [];
  const placer: CommuneLocator = (town) => {
    asked.push(town);
    if (town.commune === 'Brest' || town.insee === '29019') {
      const position = { lon: -4.5, lat: 48.4, precision: 'commune', territory: 'commune-29019' } as const;
      return { kind: 'found', insee: '29019', name: 'Brest', position };
    }
    if (town.commune === 'Rennes') {
      const parents = ['departement-35'];
      const within = [
        { id: 'epci-243500139', kind: 'epci', name: { fr: 'Rennes Métropole' }, parents },
        { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: [] },
      ] as const;
      return { kind: 'found', insee: '35238', name: 'Rennes', position: null, within: within as never };
    }
    if (town.commune === 'Saint-Malo')
      return { kind: 'ambiguous', candidates: ['Saint-Malo (35288)', 'Saint-Malô-du-Bois (85240)'] };
    return { kind: 'unknown', ...(town.commune === 'Bresst' ? { suggestion: 'Brest (29019)' } : {}) };
  };
  const place = async (text: string) => {
    asked.length = 0;
    return load(text, { placer });
  };

  it('places what has no coordinates, at the precision of a commune', async () => {
    const { organisations, territories, remarks } = await place('nom;ville\nKerhea;Brest');
    expect(organisations[0]).toMatchObject({
      town: 'Brest',
      territories: ['commune-29019'],
      position: { precision: 'commune', territory: 'commune-29019' },
    });
    expect(territories).toMatchObject([
      { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, position: { lon: -4.5 } },
      { id: 'departement-29' },
    ]);
    expect(remarks).toEqual([]);
  });

  it('comes with the territories that contain it, each once; a département is known by its communes’ codes', async () => {
    const { territories, remarks } = await place('nom;ville\nKerhea;Rennes\nXylm;Brest\nZiz;Rennes');
    expect(said(remarks)).toEqual([
      'lignes 2, 4\u202f: la table des communes n’a pas de position pour «\u202fRennes\u202f», gardé sans position',
    ]);
    expect(territories.map(({ id, name, parents }) => [id, name.fr, parents])).toEqual([
      ['commune-35238', 'Rennes', ['epci-243500139', 'departement-35']],
      ['epci-243500139', 'Rennes Métropole', ['departement-35']],
      ['departement-35', 'Ille-et-Vilaine', []],
      ['commune-29019', 'Brest', ['departement-29']],
      ['departement-29', 'Département 29', []],
    ]);
  });

  it('is asked for with its codes, whose leading zero a spreadsheet may have eaten', async () => {
    const written = { postcode: '1000', insee: '1053' };
    await place('nom;ville;cp;code insee\nKerhea;Bourg;1000;1053');
    expect(asked).toEqual([{ commune: 'Bourg', postcode: '01000', insee: '01053', written }]);
    await place('nom;ville;cp;code insee\nKerhea;Bourg;1\u202f000;1 053');
    expect(asked).toEqual([{ commune: 'Bourg', postcode: '01000', insee: '01053', written }]);
  });

  it('is asked for with codes of another form as they stand there, and said so where it is unknown', async () => {
    const { remarks } = await place('nom;ville;cp\nKerhea;Genève;1201\nXylm;;h2x 1y4\nHalg;Liège;B-4000');
    expect(asked).toEqual([
      { commune: 'Genève', postcode: '01201', written: { postcode: '1201' } },
      { written: { postcode: 'H2X 1Y4' } },
      { commune: 'Liège', written: { postcode: 'B-4000' } },
    ]);
    expect(said(remarks)).toEqual([
      'lignes 2, 4\u202f: commune inconnue «\u202f1201 Genève\u202f»\u202f; commune inconnue «\u202fB-4000 Liège\u202f»',
      'ligne 3\u202f: commune inconnue «\u202fH2X 1Y4\u202f»',
    ]);
  });

  it('of another country lies in what its table says, and in no département of France by its code', async () => {
    const abroad = { abroad: true } as const;
    const geneva = { kind: 'found', insee: '6621', name: 'Genève', position: null, ...abroad } as const;
    const table: CommuneLocator = ({ commune }) => (commune === 'Genève' ? geneva : { kind: 'unknown', ...abroad });
    const { organisations, territories } = await load('nom;ville;insee\nKerhea;Genève;\nXylm;Thônex;6640', {
      placer: table,
    });
    expect(territories.map(({ id, parents }) => [id, parents])).toEqual([['commune-6621', []]]);
    expect(organisations.map((one) => one.territories)).toEqual([['commune-6621'], []]);
  });

  describe('of a name that several communes have', () => {
    // Moulins of Ille-et-Vilaine and Boussac of Lot; those of Allier and of Creuse are not in the table.
    const columns = {
      insee: ['35198', '46035', '35200'],
      name: ['Moulins', 'Boussac', 'Boussac'],
      lon: [-1.37, 1.9, -1.5],
      lat: [47.99, 44.6, 48],
      postal: [['35680'], ['46100'], ['35120']],
      epci: [null, null, null],
    };
    const departements = [
      { code: '35', name: { fr: 'Ille-et-Vilaine' } },
      { code: '46', name: { fr: 'Lot' } },
    ];
    const attribution = { fr: 'x' };
    const table = parseCommunes({
      format: 'ess-communes/1',
      columns,
      epci: [],
      departements,
      attribution,
      licences: [],
    });
    const members = (text: string) => load(text, { placer: createPlacer(table) });

    it('is told apart by its département, its postal code or its INSEE code', async () => {
      const rows = ['A;Boussac;46;;', 'B;Boussac;Ille-et-Vilaine;;', 'C;Boussac;;46100;', 'D;Moulins;;;35198'];
      const { organisations, remarks } = await members(`nom;ville;département;cp;insee\n${rows.join('\n')}`);
      const communes = ['46035', '35200', '46035', '35198'].map((insee) => [`commune-${insee}`]);
      expect(organisations.map(({ territories }) => territories)).toEqual(communes);
      expect(remarks).toEqual([]);
    });

    it('is no unknown commune where its codes are those of a département without any in the table', async () => {
      const rows = ['A;Moulins;;03000;03190', 'B;Boussac;;;23031', 'C;Moulins;03;;', 'D;Moulins;Allier;;'];
      const { organisations, territories, remarks } = await members(
        `nom;ville;département;cp;insee\n${rows.join('\n')}`,
      );
      expect(organisations.map((one) => one.territories)).toEqual([
        ['commune-03190'],
        ['commune-23031'],
        ['departement-03'],
        [],
      ]);
      expect(organisations.map(({ position }) => position)).toEqual([null, null, null, null]);
      expect(territories.map(({ id }) => id)).toContain('departement-03');
      expect(remarks.map(({ rule, severity, where }) => [rule, severity, where.lines])).toEqual([
        ['town-position', 'info', [2, 3, 4, 5]],
      ]);
    });

    it('is told apart by the code in brackets after it', async () => {
      const rows = ['A;Boussac (46)', 'B;Boussac (35)', 'C;Moulins (03)'];
      const { organisations, remarks } = await members(`nom;ville\n${rows.join('\n')}`);
      expect(organisations.map(({ territories, town }) => [territories, town])).toEqual([
        [['commune-46035'], 'Boussac (46)'],
        [['commune-35200'], 'Boussac (35)'],
        [['departement-03'], 'Moulins (03)'],
      ]);
      expect(remarks.map(({ rule, found }) => [rule, found])).toEqual([['town-position', 'Moulins (03)']]);
    });

    it('is silent where its coordinates say more', async () => {
      const { remarks } = await members('nom;ville;insee;latitude;longitude\nA;Moulins;03190;46.56;3.33');
      expect(remarks).toEqual([]);
    });

    it('has members of one name of its own: no duplicates', async () => {
      const said = async (rows: string) => (await members(`nom;ville;département;cp;insee\n${rows}`)).remarks;
      const rules = (remarks: readonly { readonly rule: string }[]) => remarks.map(({ rule }) => rule);
      expect(rules(await said('A;Boussac;46;;\nA;Boussac;35;;'))).toEqual([]);
      expect(rules(await said('A;Boussac;;46100;\nA;Boussac;;35120;'))).toEqual([]);
      expect(rules(await said('A;Boussac;;;46035\nA;Boussac;;;35200'))).toEqual([]);
      expect(rules(await said('A;Boussac;46;;\nA;Boussac;46;;'))).toEqual(['duplicate']);
    });
  });

  it('is found at the end of an address where it has no column', async () => {
    await place('nom;adresse\nKerhea;12 rue des Forges, 29200 Brest');
    expect(asked).toEqual([{ commune: 'Brest', postcode: '29200' }]);
    await place('nom;adresse\nKerhea;12 rue des Forges, BP 34, 29609 Brest Cedex 9');
    expect(asked).toEqual([{ commune: 'Brest Cedex 9', postcode: '29609' }]);
  });

  it('that may be several is listed with its candidates, without a position', async () => {
    const { organisations, remarks } = await place('nom;ville\nKerhea;Saint-Malo');
    expect(organisations[0]).toMatchObject({ position: null, town: 'Saint-Malo', territories: [] });
    expect(remarks).toMatchObject([
      { rule: 'town-ambiguous', severity: 'warning', where: { line: 2, field: 'ville' } },
    ]);
    expect(said(remarks)[0]).toContain('Saint-Malo (35288), Saint-Malô-du-Bois (85240)');
  });

  it('that is unknown is listed with its nearest name', async () => {
    const { organisations, remarks } = await place('nom;ville\nKerhea;Bresst\nXylm;Nulle Part');
    expect(organisations.map(({ position }) => position)).toEqual([null, null]);
    expect(said(remarks)).toEqual([
      'lignes 2, 3\u202f: commune inconnue «\u202fBresst\u202f» (peut-être Brest (29019))\u202f; commune inconnue «\u202fNulle Part\u202f»',
    ]);
  });

  it.each([
    ['SIRENE', 'denominationUniteLegale,libelleCommuneEtablissement,codePostalEtablissement,codeCommuneEtablissement'],
    [
      'SIRENE as databases write it',
      'denominationunitelegale,libellecommuneetablissement,codepostaletablissement,codecommuneetablissement',
    ],
    [
      'SIRENE of an open data portal',
      'Dénomination de l’unité légale,Commune de l’établissement,Code postal,Code commune',
    ],
    ['the register of associations', 'titre,adrs_libcommune,adrs_codepostal,adrs_codeinsee'],
    ['OpenStreetMap', 'name,addr:city,addr:postcode,ref:INSEE'],
    ['GoGoCarto', 'name,addressLocality,postalCode,status'],
  ])('is found in a file of %s', async (_title, header) => {
    const { organisations } = await place(`${header}\nKERHEA,BREST,29200,29019`);
    expect(organisations[0]).toMatchObject({ name: 'KERHEA', town: 'BREST' });
    expect(asked).toMatchObject([{ commune: 'BREST', postcode: '29200' }]);
  });

  it('does not replace coordinates, and gives its commune beside them', async () => {
    const { organisations, remarks } = await place(
      'nom;ville;lat;lon\nKerhea;Brest;48.39;-4.486\nXylm;Bresst;48.39;-4.486',
    );
    expect(organisations[0]).toMatchObject({
      position: { lat: 48.39, precision: 'address' },
      territories: ['commune-29019'],
    });
    expect(organisations[1]?.position).toMatchObject({ precision: 'address' });
    expect(remarks).toMatchObject([{ rule: 'town-unknown', severity: 'info' }]);
  });

  it('does not stand in for coordinates that cannot be', async () => {
    const { organisations } = await place('nom;ville;lat;lon\nKerhea;Brest;-4.486;48.39');
    expect(organisations[0]).toMatchObject({ position: null, territories: ['commune-29019'] });
  });

  it('stands in for a coordinate that is missing', async () => {
    const { organisations, remarks } = await place('nom;ville;lat;lon\nKerhea;Brest;;-4.486');
    expect(organisations[0]?.position).toMatchObject({ precision: 'commune' });
    expect(said(remarks)).toEqual(['ligne 2\u202f: latitude manquante']);
  });

  it('that nothing names is said, once where the file has no such column', async () => {
    expect((await place('nom;ville\nKerhea;')).remarks).toMatchObject([{ rule: 'place-missing', where: { line: 2 } }]);
    expect((await place('nom;objet\nKerhea;a\nXylm;b')).issues).toMatchObject([
      { rule: 'place-columns', severity: 'info' },
    ]);
  });

  it('needs no commune table where every line has coordinates and a code', async () => {
    await place('nom;ville;insee;lat;lon\nKerhea;Brest;29019;48.39;-4.486');
    expect(asked).toEqual([]);
  });

  it('without a commune table is kept as written, which is said once', async () => {
    const { organisations, issues } = await load('nom;ville\nKerhea;Brest\nXylm;Rennes');
    expect(organisations.map(({ town, position }) => [town, position])).toEqual([
      ['Brest', null],
      ['Rennes', null],
    ]);
    expect(issues).toMatchObject([{ rule: 'communes-missing', severity: 'info', found: '2' }]);
    expect(issues[0]?.message.fr).toContain('2 lignes ne sont pas rapprochées de leur commune');
  });

  it('of a single line is said in the singular, with what to do', async () => {
    const { issues } = await load('nom;ville\nKerhea;Brest');
    expect(issues[0]?.message.fr).toContain('1 ligne n’est pas rapprochée de sa commune');
    expect(issues[0]?.message.fr).toContain('«\u202fdata-reference\u202f»');
  });

  it('is kept as written when the commune table cannot be had', async () => {
    const context = {
      fetch: async () => new Response('nom;ville\nKerhea;Brest'),
      signal: new AbortController().signal,
      placer: () => Promise.reject(new EssError('network', 'offline')),
    };
    const { dataset } = await csv.load({ src: SRC, need: [] }, context);
    expect(dataset.collections.organisations).toHaveLength(1);
  });
});

describe('collèges', () => {
  const list = async (...labels: readonly string[]) => {
    const { colleges, memberships, remarks } = await load(
      `nom;Collège\n${labels.map((label, n) => `N${n};${label}`).join('\n')}`,
    );
    return {
      colleges: colleges.map(({ id, order }) => `${order} ${id}`),
      labels: colleges.map(({ label }) => label.fr),
      ids: memberships.map(({ college }) => college),
      remarks,
    };
  };

  it('that are others are called as they are written first', async () => {
    const { colleges, labels } = await list('Partenaires', 'PARTENAIRE');
    expect([colleges, labels]).toEqual([['1 partenaires'], ['Partenaires']]);
  });

  it('of the seven are recognised in any spelling, in their order', async () => {
    const { colleges, ids } = await list(
      'Pôles ESS',
      'ASSOCIATION',
      'Collège des coopératives',
      'associations',
      'Entreprise sociale',
    );
    expect(colleges).toEqual(['1 cooperatives', '3 associations', '4 entreprises-sociales', '7 poles-ess']);
    expect(ids).toEqual(['poles-ess', 'associations', 'cooperatives', 'associations', 'entreprises-sociales']);
  });

  it('of another region come in the order of the file', async () => {
    const { colleges } = await list('Réseaux', 'Personnes morales', 'réseau', 'Partenaires');
    // "Réseaux" is no plain plural of "réseau": two labels stay two, rather than be guessed to be one.
    expect(colleges).toEqual(['1 reseaux', '2 personnes-morales', '3 reseau', '4 partenaires']);
  });

  it('beside the seven come after them', async () => {
    expect((await list('Partenaires', 'Fondation')).colleges).toEqual(['5 fondations', '8 partenaires']);
  });

  it('of which one cell names two are neither of them, where each is another member’s: the line is told', async () => {
    const found = await list(
      'SCIC',
      'Mutuelles',
      'SCIC / mutuelle',
      'SCIC + SCIC',
      'Jeunesse, culture',
      'Mutuelles/scic',
    );
    expect(found.labels).toEqual(['Mutuelles', 'SCIC', 'Jeunesse, culture']);
    expect(found.ids).toEqual(['scic', 'mutuelles', null, 'scic', 'jeunesse-culture', null]);
    const several = found.remarks.filter(({ rule }) => rule === 'college-several');
    expect(said(several)[0]).toContain(
      'lignes 4, 7\u202f: deux collèges en un («\u202fSCIC / mutuelle\u202f»), compté sans collège\u202f; n’écrivez que le sien',
    );
    expect(several).toMatchObject([{ where: { lines: [4, 7] } }]);
  });

  it('that are missing are said line by line, and only where there is a column', async () => {
    expect(said((await list('Associations', '')).remarks).filter((text) => text.includes('collège'))).toEqual([
      'ligne 3\u202f: collège manquant',
    ]);
    const { memberships, colleges, remarks } = await load('nom;ville\nKerhea;Brest');
    expect([memberships[0]?.college, colleges, remarks]).toEqual([null, [], []]);
  });
});

describe('members', () => {
  it('are a complete stock of one network at the day of the file, and say nothing of joins and exits', async () => {
    const { dataset } = await load('nom;ville\nKerhea;Brest\nXylm;Rennes');
    const { manifest } = dataset;
    expect(manifest).toMatchObject({
      id: 'membres-2025',
      title: { fr: 'membres 2025' },
      updated: '2025-03-05',
      network: 'members',
      periods: ['2025-03-05'],
      publisher: { name: 'membres_2025.csv' },
    });
    expect(manifest.collections['memberships']).toMatchObject({
      count: 2,
      coverage: [{ where: 'flow=stock', period: '2025-03-05', complete: true }],
    });
    expect(dataset.collections.networks).toMatchObject([{ id: 'members' }]);
    expect(dataset.collections.memberships).toMatchObject([
      { organisation: 'kerhea', network: 'members', start: null, end: null },
      { organisation: 'xylm', network: 'members', start: null, end: null },
    ]);
  });

  it('are dated by our copy where the server says nothing of the file', async () => {
    const answer = new Response('nom\nKerhea', { headers: { date: 'Fri, 02 Jan 2026 08:00:00 GMT' } });
    const context = { fetch: async () => answer, signal: new AbortController().signal };
    const { dataset } = await csv.load({ src: 'https://sheets.example/export?format=csv', need: [] }, context);
    expect(dataset.manifest).toMatchObject({ updated: '2026-01-02', id: 'adherents', title: { fr: 'Adhérents' } });
  });

  it('have the dates of the file, in the ways that they are typed', async () => {
    const dates = ['12/03/2021', '2021-03-12', '03/2021', '2021', '12-3-2021', '2021-03-12 10:00:00'];
    const { memberships, remarks } = await load(
      `nom;date d'adhésion\n${dates.map((date, n) => `N${n};${date}`).join('\n')}`,
    );
    expect(memberships.map(({ start }) => start)).toEqual([
      '2021-03-12',
      '2021-03-12',
      '2021-03',
      '2021',
      '2021-03-12',
      '2021-03-12',
    ]);
    expect(remarks.filter(({ rule }) => rule === 'date')).toEqual([]);
  });

  it('have columns that a federation and a network abroad call so', async () => {
    const { organisations, memberships, remarks } = await load(
      'N° adhérent;Libellé structure;Localité;NPA;Domaines d’intervention;Membre depuis\nF12;Coop du Léman;Lausanne;1003;réemploi;01.05.2024',
    );
    expect(organisations).toMatchObject([{ id: 'F12', town: 'Lausanne', activities: ['réemploi'] }]);
    expect(memberships).toMatchObject([{ start: '2024-05-01' }]);
    expect(remarks.filter(({ rule }) => rule === 'columns')).toEqual([]);
  });

  it('whose date cannot be read are told how to write it', async () => {
    const { remarks } = await load('nom;membre depuis\nXylm;3-1-25');
    expect(said(remarks)).toContain(
      'ligne 2\u202f: date illisible «\u202f3-1-25\u202f», laissée vide\u202f; écrivez jour, mois, année\u202f: 12/03/2021',
    );
  });

  it('whose date has its month first stay without a date: the other reading is proposed', async () => {
    const { memberships, remarks } = await load('nom;adhérent depuis\nXylm;10/15/2024\nKerhea;jadis');
    expect(memberships.map(({ start }) => start)).toEqual([null, null]);
    const dates = remarks.filter(({ rule }) => rule === 'date');
    expect(dates).toMatchObject([{ found: '10/15/2024, jadis', expected: '2024-10-15', where: { lines: [2, 3] } }]);
  });

  it('who left have an end', async () => {
    expect((await load('nom;date de sortie\nKerhea;31/12/2024')).memberships[0]?.end).toBe('2024-12-31');
  });

  it('that appear twice in one town are kept and reported', async () => {
    const { organisations, remarks } = await load(
      'nom;ville\nKêr Héa;Brest\nXylm;Brest\nKER-HEA;brest\nKêr Héa;Rennes',
    );
    expect(organisations).toHaveLength(4);
    expect(new Set(organisations.map(({ id }) => id)).size).toBe(4);
    expect(remarks).toMatchObject([{ rule: 'duplicate', certainty: 'likely', where: { line: 4 } }]);
    expect(said(remarks)[0]).toContain('figure déjà ligne 2');
  });

  it('are namesakes where their numbers tell them apart, and one where a number is missing or cannot be read', async () => {
    const twice = async (one: string, other: string) =>
      (await load(`nom;ville;siret\nXylm;Brest;${one}\nXylm;Brest;${other}`)).remarks.filter(
        ({ rule }) => rule === 'duplicate',
      );
    expect(await twice('732829320', '404833048')).toEqual([]);
    expect(await twice('732 829 320 00074', '73282932000082')).toEqual([]);
    expect(await twice('732829320', '732 829 320')).toHaveLength(1);
    expect(await twice('732829320', '')).toHaveLength(1);
    expect(await twice('732829320', '40483')).toHaveLength(1);
  });

  it('stand on a line each, in columns with a header', async () => {
    const { rows } = await load('Structure;Ville;Date d’adhésion;Latitude\nXylm;Brest;2020;48\n\n;;;\nKerhea;;;');
    expect([...(rows?.lines ?? [])]).toEqual([
      ['xylm', 2],
      ['kerhea', 5],
    ]);
    expect(rows?.columns).toEqual({ name: 'Structure', town: 'Ville', start: 'Date d’adhésion', position: 'Latitude' });
  });

  it('have the ids of the file; one that comes twice is given another, and both lines are named', async () => {
    const { organisations, remarks } = await load('id;nom\n7;Kerhea\n7;Xylm\n;Tag');
    expect(organisations.map(({ id }) => id)).toEqual(['7', 'xylm', 'tag']);
    expect(remarks).toMatchObject([
      { rule: 'duplicate-id', severity: 'warning', where: { line: 3, field: 'id' }, found: '7' },
    ]);
    expect(said(remarks)).toEqual([
      'ligne 3\u202f: l’identifiant «\u202f7\u202f» est déjà pris ligne 2\u202f; cette ligne est gardée sous «\u202fxylm\u202f»',
    ]);
  });

  it('whose name is the id of another are no fault of the file', async () => {
    expect((await load('id;nom;ville\n7;Kerhea;Brest\n;7;Vannes')).remarks).toEqual([]);
  });

  it('that lack the same thing are one remark with their lines, and what is said once of the file is beside it', async () => {
    const rows = [...Array(33).keys()].map((n) => `N${n};;Brest;vert`);
    const { issues, organisations } = await load(
      `nom;collège;ville;couleur\n${rows.join('\n')}\n;Associations;Brest;\n;Associations;Vannes;`,
    );
    expect(organisations).toHaveLength(33);
    expect(issues.map(({ rule }) => rule)).toEqual(['name-missing', 'college-missing', 'columns', 'communes-missing']);
    const [nameless, collegeless] = issues;
    expect(nameless?.message.fr).toBe('lignes 35, 36\u202f: nom manquant, ligne laissée de côté');
    expect(collegeless?.message.fr).toBe('33 lignes (2, 3, 4, 5, 6, 7, 8, 9, 10, 11…)\u202f: collège manquant');
    expect(collegeless?.message.en).toBe('33 lines (2, 3, 4, 5, 6, 7, 8, 9, 10, 11…): collège missing');
    expect(collegeless?.where).toMatchObject({ line: 2, field: 'collège' });
    expect(collegeless?.where.lines).toHaveLength(33);
  });

  it('that are a total under the numbers, not under the names, are no members', async () => {
    const { organisations, remarks } = await load(
      'N° adhérent;nom;commune\n1;Kerhea;Brest\n2;Xylm;Rennes\nTOTAL;2;\nGrand total;;2',
    );
    expect(names(organisations)).toEqual(['Kerhea', 'Xylm']);
    expect(said(remarks)).toEqual(['lignes 4, 5\u202f: sans doute un total, non compté parmi les adhérents']);
  });
});

describe('a cell of more characters than are read', () => {
  const COLUMNS = [
    ...['id', 'nom', 'sigle', 'collège', 'siren', 'forme juridique', 'adresse', 'code postal', 'ville', 'insee'],
    ...['latitude', 'longitude', 'email', 'téléphone', 'site', 'activités', 'description', 'adhérent depuis', 'autre'],
  ];
  const LONG = { letters: 'ab', digits: '12', blanks: ' ', signs: '@' };

  it.each(Object.entries(LONG))('is cut in each column, and told once a column: %s', async (_kind, sign) => {
    for (const [at, column] of COLUMNS.entries()) {
      const cell = `x${sign.repeat(20_000)}x`;
      const row = COLUMNS.map((_, index) => (index === at ? cell : index === 1 ? 'Kerhea' : ''));
      const { issues, organisations } = await load(`${COLUMNS.join(';')}\n${row.join(';')}\n${row.join(';')}`);
      const told = issues.filter(({ rule }) => rule === 'cell-length');
      expect(told, column).toMatchObject([{ where: { field: column, line: 2, lines: [2, 3] }, found: column }]);
      expect(told[0]?.message.fr).toContain('texte de plus de 2\u202f000 signes');
      const longest = Math.max(...(JSON.stringify(organisations).match(/[^"]+/g) ?? []).map(({ length }) => length));
      expect(longest, column).toBeLessThanOrEqual(2_010);
    }
  });

  it('is not told of one that has as many, or blanks around it', async () => {
    const { issues } = await load(`nom;description\nKerhea;"${' '.repeat(3_000)}${'a'.repeat(2_000)}"`);
    expect(issues.filter(({ rule }) => rule === 'cell-length')).toEqual([]);
  });

  it('is never cut inside a character', async () => {
    const { organisations } = await load(`nom;description\nKerhea;${'a'.repeat(1_999)}😀😀`);
    expect(organisations[0]?.description).toBe('a'.repeat(1_999));
  });
});
