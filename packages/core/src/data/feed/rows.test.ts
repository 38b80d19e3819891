import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { rows } from './formats.ts';

/** Serves JSON, or text, by address; what is not there answers 404. */
function site(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) return new Response('{"error":"not found"}', { status: 404 });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
  return { asked, context: { fetch, signal: new AbortController().signal } };
}

async function load(
  src: string,
  answers: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, string>> = {},
) {
  const { asked, context } = site(answers);
  const { dataset, issues } = await rows.load({ src, need: ['organisations'], options }, context);
  const { organisations = [], events = [] } = dataset.collections;
  return { asked, dataset, issues, organisations, events };
}

const failure = async (src: string, answers: Readonly<Record<string, unknown>>, table?: string): Promise<EssError> => {
  const error: unknown = await load(src, answers, table === undefined ? {} : { table }).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof EssError)) throw new Error(`expected an EssError, received ${String(error)}`);
  return error;
};

const gristColumn = (id: string, label: string, type = 'Text', colRef = 0, visibleCol = 0) => ({
  id,
  fields: { label, type, colRef, visibleCol },
});
const DOC = 'https://grist.example/api/docs/abcdefghijkl/tables';
const GRIST = {
  [DOC]: {
    tables: [
      { id: 'Adherents', fields: { summarySourceTable: 0 } },
      { id: 'Adherents_summary', fields: { summarySourceTable: 1 } },
    ],
  },
  [`${DOC}/Adherents/columns`]: {
    columns: [
      gristColumn('A', 'Nom de la structure'),
      gristColumn('B', 'Commune', 'Ref:Communes', 3, 9),
      gristColumn('C', 'Secteurs', 'ChoiceList'),
      gristColumn('D', "Date d'adhésion", 'Date'),
      gristColumn('E', 'Logo', 'Attachments'),
    ],
  },
  [`${DOC}/Adherents/records`]: {
    records: [
      { id: 1, fields: { A: 'Kerhea', B: 2, C: ['L', 'Culture', 'Réemploi'], D: 1547424000, E: ['L', 4] } },
      { id: 2, fields: { A: 'Xylm', B: 0, C: null, D: 'mars 2020' }, errors: { B: 'ZeroDivisionError' } },
      { id: 3, fields: { A: 'Tag', B: 1, C: ['L'], D: null } },
    ],
  },
  [`${DOC}/Communes/columns`]: { columns: [gristColumn('Code', 'Code'), gristColumn('Nom', 'Nom', 'Text', 9)] },
  [`${DOC}/Communes/records`]: {
    records: [
      { id: 1, fields: { Nom: 'Brest', Code: '29019' } },
      { id: 2, fields: { Nom: 'Rennes', Code: '35238' } },
    ],
  },
};

describe('a Grist document', () => {
  it('gives its one table, by the titles of its columns, with the names of what cells refer to', async () => {
    const { organisations, dataset } = await load(DOC, GRIST);
    expect(organisations.map(({ name, town, activities }) => [name, town, activities])).toEqual([
      ['Kerhea', 'Rennes', ['Culture', 'Réemploi']],
      ['Xylm', null, []],
      ['Tag', 'Brest', []],
    ]);
    expect(dataset.collections.memberships?.map(({ start }) => start)).toEqual(['2019-01-14', '2020-03', null]);
    expect(dataset.manifest.title).toEqual({ fr: 'Adherents' });
  });

  it('of several tables asks which one, by name, and takes the one that was chosen', async () => {
    const several = {
      ...GRIST,
      [DOC]: {
        tables: [
          { id: 'Adherents', fields: {} },
          { id: 'Communes', fields: {} },
        ],
      },
    };
    const { code, details } = await failure(DOC, several);
    expect(code).toBe('config');
    expect(details.remedy?.fr).toContain('Adherents, Communes');
    expect((await load(DOC, several, { table: 'adherents' })).organisations).toHaveLength(3);
    expect((await failure(DOC, several, 'Membres')).details.remedy?.fr).toContain('#table=Adherents');
  });

  it('is read from the address of its records too', async () => {
    expect((await load(`${DOC}/Adherents/records`, GRIST)).organisations).toHaveLength(3);
  });
});

const VIEW = 'https://api.baserow.example/api/database/views/SLUG/public/info/';
const VIEW_ROWS = 'https://api.baserow.example/api/database/views/grid/SLUG/public/rows/';
const BASEROW = {
  [VIEW]: {
    fields: [
      { id: 12, name: 'Nom', type: 'text' },
      { id: 13, name: 'Ville', type: 'link_row' },
      { id: 14, name: 'Collège', type: 'single_select' },
      { id: 15, name: 'Suivi par', type: 'multiple_collaborators' },
      { id: 16, name: 'Site', type: 'url' },
    ],
    view: { name: 'Adhérents publics' },
  },
  [`${VIEW_ROWS}?size=200&page=1`]: {
    count: 3,
    // A service behind another server names itself by an address of its own.
    next: 'http://backend:8000/api/database/views/grid/SLUG/public/rows/?page=2&size=200',
    results: [
      {
        id: 1,
        field_12: 'Kerhea',
        field_13: [{ id: 3, value: 'Brest', order: '1.0' }],
        field_14: { id: 2, value: 'Associations', color: 'blue' },
        field_15: [{ id: 1, name: 'somebody' }],
        field_16: 'https://kerhea.example',
      },
    ],
  },
  [`${VIEW_ROWS}?page=2&size=200`]: {
    count: 3,
    next: null,
    results: [
      { id: 2, field_12: 'Xylm', field_13: [], field_14: null, field_15: [], field_16: '' },
      { id: 3, field_12: 'Tag', field_13: [{ id: 4, value: 'Vannes' }], field_14: null, field_15: [], field_16: '' },
    ],
  },
};

describe('a public view of Baserow', () => {
  it('gives the rows of all pages under the names of its fields, without its people', async () => {
    const { organisations, dataset, issues } = await load(VIEW, BASEROW);
    expect(organisations.map(({ name, town }) => [name, town])).toEqual([
      ['Kerhea', 'Brest'],
      ['Xylm', null],
      ['Tag', 'Vannes'],
    ]);
    expect(dataset.collections.memberships?.[0]?.college).toBe('associations');
    expect(dataset.manifest.title).toEqual({ fr: 'Adhérents publics' });
    expect(JSON.stringify([dataset, issues])).not.toContain('somebody');
  });

  it('fails whole where one page does', async () => {
    const { [`${VIEW_ROWS}?page=2&size=200`]: _lost, ...rest } = BASEROW;
    expect((await failure(VIEW, rest)).code).toBe('http');
  });
});

describe('a shared view of NocoDB', () => {
  const META = 'https://noco.example/api/v2/public/shared-view/UUID/meta';
  const page = (offset: number) =>
    `https://noco.example/api/v2/public/shared-view/UUID/rows?limit=100&offset=${offset}`;
  const column = (title: string, uidt = 'SingleLineText', system = 0) => ({ title, uidt, system });

  it('gives the rows of all pages, by its columns', async () => {
    const { organisations } = await load(META, {
      [META]: {
        fk_model_id: 'm',
        title: 'Adhérents',
        columns: [
          column('Id', 'ID'),
          column('Nom'),
          column('Commune', 'LinkToAnotherRecord'),
          column('Position', 'GeoData'),
          column('Logo', 'Attachment'),
          column('CreatedAt', 'CreatedTime', 1),
        ],
      },
      [page(0)]: {
        list: [
          {
            Id: 1,
            Nom: 'Kerhea',
            Commune: { Id: 3, Nom: 'Brest' },
            Position: '48.39;-4.49',
            Logo: [{ path: 'x.png' }],
          },
        ],
        pageInfo: { isLastPage: false, page: 1, pageSize: 1 },
      },
      [page(1)]: { list: [{ Id: 2, Nom: 'Xylm', Commune: null, Position: null }], pageInfo: { isLastPage: true } },
    });
    expect(organisations.map(({ name, town, position }) => [name, town, position?.lat ?? null])).toEqual([
      ['Kerhea', 'Brest', 48.39],
      ['Xylm', null, null],
    ]);
  });
});

describe('an EtherCalc', () => {
  const SHEET = 'https://calc.example/agenda.csv.json';

  it('gives its lines, of events where they have a title and a date', async () => {
    const { events, organisations } = await load(SHEET, {
      [SHEET]: [
        ['Titre', 'Date', 'Heure'],
        ['Café', '30/03/2026', '18:00'],
        ['', '', ''],
        ['Bilan', '46112', '0.75'],
      ],
    });
    expect(organisations).toEqual([]);
    expect(events.map(({ date, startsAt }) => [date, startsAt])).toEqual([
      ['2026-03-30', '2026-03-30T18:00'],
      ['2026-03-31', '2026-03-31T18:00'],
    ]);
  });

  it('of several sheets asks which one, and reads it', async () => {
    const CONTENTS = 'https://calc.example/=pole.csv.json';
    const answers = {
      [CONTENTS]: [
        ['#url', '#title'],
        ['/pole.1', 'Agenda'],
        ['/pole.2', 'Adhérents'],
      ],
      'https://calc.example/pole.2.csv.json': [
        ['Nom', 'Ville'],
        ['Kerhea', 'Brest'],
      ],
    };
    expect((await failure(CONTENTS, answers)).details.remedy?.fr).toContain('Agenda, Adhérents');
    expect((await load(CONTENTS, answers, { table: 'Adhérents' })).organisations).toHaveLength(1);
  });

  it('that is empty is said to be', async () => {
    expect((await failure(SHEET, { [SHEET]: [] })).message).toContain('is empty');
  });
});

describe('a dataset of data.gouv.fr', () => {
  const SET = 'https://www.data.gouv.fr/api/1/datasets/adherents/';
  const table = (id: string) => `https://tabular-api.data.gouv.fr/api/resources/${id}/data/csv/`;

  it('gives its one table, of those that it has', async () => {
    const { organisations } = await load(SET, {
      [SET]: {
        resources: [
          { id: 'r1', title: 'Liste', format: 'csv' },
          { id: 'r2', title: 'Notice', format: 'pdf' },
        ],
      },
      [table('r1')]: 'nom,commune\nKerhea,Brest\n',
    });
    expect(organisations).toMatchObject([{ name: 'Kerhea', town: 'Brest' }]);
  });
});

describe('a list in JSON', () => {
  const LIST = 'https://data.example/liste.json';
  const PAGED = 'https://tabular-api.data.gouv.fr/api/resources/r1/data/';

  it('is read by its properties, in pages where its service gives these', async () => {
    const { organisations } = await load(PAGED, {
      [PAGED]: {
        data: [{ __id: 1, nom: 'Kerhea', latitude: '48.39', longitude: '-4.49' }],
        links: { next: `${PAGED}?page=2` },
      },
      [`${PAGED}?page=2`]: { data: [{ __id: 2, nom: 'Xylm' }], links: { next: null } },
    });
    expect(organisations.map(({ name, position }) => [name, position?.lon ?? null])).toEqual([
      ['Kerhea', -4.49],
      ['Xylm', null],
    ]);
  });

  it('ends at 10,000 records, and says so', async () => {
    const many = (from: number) =>
      Array.from({ length: 5_000 }, (_, index) => ({ nom: `Structure ${from + index}`, ville: 'Brest' }));
    const { organisations, issues } = await load(PAGED, {
      [PAGED]: { data: many(0), links: { next: '?page=2' } },
      [`${PAGED}?page=2`]: { data: many(5_000), links: { next: '?page=3' } },
    });
    expect(organisations).toHaveLength(10_000);
    expect(issues.map(({ rule }) => rule)).toContain('truncated');
  });

  it('stops at an empty page, even where a next one is named', async () => {
    const { organisations, asked } = await load(PAGED, {
      [PAGED]: { data: [{ nom: 'Kerhea', ville: 'Brest' }], links: { next: '?page=2' } },
      [`${PAGED}?page=2`]: { data: [], links: { next: '?page=3' } },
    });
    expect([organisations.length, asked.length]).toEqual([1, 2]);
  });

  it.each([
    ['what a service says in place of data', { error: 'No view access' }, 'No view access'],
    ['nothing', {}, 'nothing'],
    ['a number', 5, 'nothing'],
  ])('is none in %s', async (_what, answer, said) => {
    const error = await failure(LIST, { [LIST]: JSON.stringify(answer) });
    expect([error.code, error.message]).toEqual(['format', expect.stringContaining(said)]);
  });
});
