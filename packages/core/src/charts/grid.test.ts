import { describe, expect, it } from 'vitest';
import { type IndicatorTexts, type Measure, quantity } from '../model/index.ts';
import { quantityRange } from '../model/quantity.ts';
import { makeDataset } from '../model/testing.ts';
import { type Grid, type GridCell, sortRows } from './grid.ts';
import { gridCsv } from './grid-csv.ts';
import { figuresGrid, partsGrid } from './measure-grid.ts';
import { columnsAsked, recordGrid } from './record-grid.ts';

const text = (words: string): GridCell => ({ kind: 'text', text: { text: words, lang: 'fr' } });
const number = (n: number): GridCell => ({ kind: 'number', quantity: quantity(n, 'members') });
const grid: Grid = {
  columns: [
    { id: 'label', kind: 'text' },
    { id: 'value', kind: 'number' },
    { id: 'date', kind: 'date' },
  ],
  rows: [
    { id: 'a', cells: [text('Étable'), number(2), { kind: 'date', date: '2024-06' }] },
    { id: 'b', cells: [text('zèbre'), null, null] },
    { id: 'c', cells: [text('arbre 10'), number(10), { kind: 'date', date: '2024-06-01' }] },
    { id: 'd', cells: [text('Arbre 9'), number(2), { kind: 'date', date: '2023' }] },
  ],
};
const ids = (column: string, descending = false) => sortRows(grid, { column, descending }, 'fr').map(({ id }) => id);

describe('sorting rows', () => {
  it('reads words as people do, numbers by size, dates by their first day', () => {
    expect(ids('label')).toEqual(['d', 'c', 'a', 'b']);
    expect(ids('value')).toEqual(['a', 'd', 'c', 'b']);
    expect(ids('date')).toEqual(['d', 'c', 'a', 'b']);
  });

  it('leaves equal rows as they came and what is unknown last, whichever way', () => {
    expect(ids('value', true)).toEqual(['c', 'a', 'd', 'b']);
    expect(ids('date', true)).toEqual(['a', 'c', 'd', 'b']);
    expect(ids('nothing')).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('sorting rows by their change', () => {
  const changed = (id: string, absolute: number, relative?: number) => ({
    id,
    cells: [
      text(id),
      {
        kind: 'change',
        change: {
          absolute: quantity(absolute, 'members'),
          ...(relative === undefined ? {} : { relative: quantity(relative, 'percent') }),
        },
      } as const,
    ],
  });
  const changes: Grid = {
    columns: [
      { id: 'label', kind: 'text' },
      { id: 'change', kind: 'change' },
    ],
    rows: [changed('many', 50, 2), changed('few', 3, 30), changed('points', 10), changed('fall', -9, -4)],
  };

  it('goes by the percentage, which is written first, and by the number where there is none', () => {
    const sorted = sortRows(changes, { column: 'change', descending: true }, 'fr');
    expect(sorted.map(({ id }) => id)).toEqual(['few', 'points', 'many', 'fall']);
  });

  it('is in a spreadsheet how many more or fewer', () => {
    const { header, rows } = gridCsv(changes, changes.rows);
    expect(header).toEqual(['label', 'change']);
    expect(rows.map((row) => row[1])).toEqual([50, 3, 10, -9]);
  });
});

const texts: IndicatorTexts = {
  label: { fr: 'Adhérents', en: 'Members' },
  definition: { fr: '' },
  kind: 'stock',
  unit: 'members',
  dimensions: [{ id: 'college', label: { fr: 'collège' }, exclusive: true }],
};
const measure = (extra: Partial<Measure>): Measure => ({
  indicator: 'members-stock',
  period: '2024',
  quantity: quantity(10, 'members'),
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
  ...extra,
});
const parts = [
  { id: 'p', label: { fr: 'Petits', en: 'Small' }, quantity: quantity(3, 'members', '~') },
  { id: 'g', label: { fr: 'Grands' }, quantity: quantity(7, 'members'), previous: quantity(6, 'members') },
];

describe('figures as rows', () => {
  it('are the parts of one, largest first, with the whole under them where they are exclusive', () => {
    const one = partsGrid([{ measure: measure({ by: 'college', parts }), texts }], 'fr');
    expect(one.columns.map(({ id }) => id)).toEqual(['label', 'value', 'previous', 'change']);
    expect(one.rows.map(({ id, doubts }) => [id, doubts])).toEqual([
      ['g', []],
      ['p', ['approx']],
    ]);
    expect(one.total?.[1]).toMatchObject({ quantity: { value: 10 } });
    const multiple = { ...texts, dimensions: [{ id: 'college', label: { fr: 'collège' }, exclusive: false }] };
    expect(partsGrid([{ measure: measure({ by: 'college', parts }), texts: multiple }], 'fr').total).toBeUndefined();
  });

  it('say each its unit where they have several, and how they were counted', () => {
    const shops = { id: 's', label: { fr: 'Lieux' }, quantity: quantity(2, 'sites', '=', { partial: 'un trimestre' }) };
    const shown = (list: Measure['parts']) =>
      partsGrid([{ measure: measure({ by: 'college', quantity: null, parts: list ?? [] }), texts }], 'fr').rows;
    const haveUnits = (rows: Grid['rows']) =>
      rows.map(({ cells }) => cells[1]?.kind === 'number' && cells[1].withUnit === true);
    expect(haveUnits(shown([...parts, shops]))).toEqual([true, true, true]);
    expect(haveUnits(shown(parts))).toEqual([false, false]);
    expect(shown([shops])[0]?.doubts).toEqual(['partial']);
    const before = { ...shops, previous: quantity(1, 'members') };
    expect(shown([before])[0]?.cells.some((cell) => cell?.kind === 'change')).toBe(false);
  });

  it('keep the order that the data give them, which decides their colour', () => {
    const ordered = parts.map((part, at) => ({ ...part, order: at }));
    const one = { measure: measure({ by: 'college', parts: ordered }), texts };
    for (const grid of [partsGrid([one], 'fr'), partsGrid([one, one], 'fr')])
      expect(grid.rows.map(({ order }) => order)).toEqual([1, 0]);
  });

  it('are a column each where several are split alike', () => {
    const second = measure({ indicator: 'joined', by: 'college', parts: [parts[0]!] });
    const both = partsGrid(
      [
        { measure: measure({ by: 'college', parts }), texts },
        { measure: second, texts },
      ],
      'fr',
    );
    expect(both.columns.map(({ id }) => id)).toEqual(['label', 'members-stock', 'joined']);
    expect(both.rows.map(({ cells }) => cells.map((cell) => cell?.kind ?? null))).toEqual([
      ['text', 'number', null],
      ['text', 'number', 'number'],
    ]);
  });

  it('are a row each where they are not split, in the language asked for, with their doubts', () => {
    const listed = measure({ indicator: 'listed', basis: 'listed', quantity: quantity(2, 'members', '>=') });
    const two = figuresGrid(
      [
        { measure: measure({}), texts },
        { measure: listed, texts },
      ],
      'en',
    );
    expect(two.columns.map(({ id }) => id)).toEqual(['label', 'value']);
    const earlier = figuresGrid(
      [
        { measure: measure({}), texts },
        { measure: measure({ period: '2022' }), texts },
      ],
      'en',
    );
    expect(earlier.columns.map(({ id }) => id)).toEqual(['label', 'value', 'period']);
    expect(two.rows[0]?.cells[0]).toMatchObject({ text: { text: 'Members', lang: 'en' } });
    expect(two.rows.map(({ doubts }) => doubts)).toEqual([[], ['approx', 'partial']]);
  });
});

describe('records as rows', () => {
  const dataset = makeDataset({
    categories: [
      { id: 'mer', dimension: 'theme', label: { fr: 'Mer', en: 'Sea' } },
      { id: 'mer', dimension: 'format', label: { fr: 'autre chose' } },
    ],
    publications: [
      { id: 'a', title: { fr: '<b>Titre</b>' }, theme: 'mer', date: '2024-03', url: 'https://example.org/a' },
      { id: 'b', title: { fr: 'Sans thème' }, date: '2024' },
      { id: 'c', title: { fr: 'Autre' }, theme: 'inconnu', date: '2023' },
    ],
    events: [{ id: 'e', title: { fr: 'E' }, date: '2024', status: 'cancelled', themes: ['mer', 'x'], count: 3 }],
  });
  const ask = (collection: 'publications' | 'events', columns: readonly string[], where?: string) =>
    recordGrid(dataset, {
      collection,
      columns,
      where,
      lang: 'en',
      word: (w) => (w === 'cancelled' ? 'Cancelled' : undefined),
    });
  const plain = ({ rows }: Grid) =>
    rows.map(({ cells }) =>
      cells.map((cell) =>
        cell?.kind === 'text' ? cell.text.text : cell?.kind === 'date' ? cell.date : (cell?.kind ?? null),
      ),
    );

  it('name ids as the data set does, keep an unknown id as it is and an empty field unknown', () => {
    expect(plain(ask('publications', ['date', 'title', 'theme']))).toEqual([
      ['2024-03', '<b>Titre</b>', 'Sea'],
      ['2024', 'Sans thème', null],
      ['2023', 'Autre', 'inconnu'],
    ]);
  });

  it('say the language of a name that had to fall back', () => {
    const bare = makeDataset({
      categories: [{ id: 'mer', dimension: 'theme', label: { fr: 'Mer' } }],
      publications: [{ id: 'a', title: { fr: 'A' }, theme: 'mer', date: '2024' }],
    });
    const asked = { collection: 'publications', columns: ['theme'], lang: 'en', word: () => undefined } as const;
    expect(recordGrid(bare, asked).rows[0]?.cells[0]).toMatchObject({ text: { text: 'Mer', lang: 'fr' } });
  });

  it('link the title to the page of the record, and keep the pairs asked for', () => {
    const [row, ...others] = ask('publications', ['date', 'title'], 'theme=mer').rows;
    expect(others).toEqual([]);
    expect(row?.cells[1]).toMatchObject({ href: 'https://example.org/a' });
    expect(ask('events', ['title'], 'themes=x').rows).toHaveLength(1);
    expect(ask('events', ['title'], 'themes=y').rows).toHaveLength(0);
  });

  it('read lists, the words of the model and numbers', () => {
    expect(plain(ask('events', ['status', 'themes', 'count']))).toEqual([['Cancelled', 'Sea, x', 'number']]);
  });

  it('say a name that several have once, with their number', () => {
    const organisations = ['a', 'b', 'c'].map((id) => ({ id, name: id === 'c' ? 'Le Rab' : 'Maison Sports Santé' }));
    const mission = {
      id: 'm',
      title: { fr: 'Réseau' },
      programme: 'dla',
      mode: 'collective',
      status: 'held',
      period: '2024',
      organisations: ['a', 'c', 'b'],
    };
    const asked = { collection: 'missions', columns: ['organisations'], lang: 'fr', word: () => undefined } as const;
    const made = recordGrid(makeDataset({ organisations, missions: [mission] }), asked);
    expect(plain(made)).toEqual([['Maison Sports Santé (2), Le Rab']]);
  });

  it('name the kinds of programmes after their category, never by its id; other kinds are words of the model', () => {
    const categories = [{ id: 'committee', dimension: 'programme-kind', label: { fr: 'Filière' }, order: 1 }];
    const kinds = { name: { fr: 'Mer' }, kind: 'committee' };
    const made = makeDataset({ categories, programmes: [{ id: 'mer', ...kinds }], bodies: [{ id: 'mer', ...kinds }] });
    const asked = {
      columns: ['kind'],
      lang: 'fr',
      word: (word: string) => (word === 'committee' ? 'comité' : undefined),
    };
    expect(plain(recordGrid(made, { collection: 'programmes', ...asked }))).toEqual([['Filière']]);
    expect(plain(recordGrid(made, { collection: 'bodies', ...asked }))).toEqual([['comité']]);
  });

  it('keep what falls in a period and lies in a territory, where records can say so', () => {
    const asked = { collection: 'publications', columns: ['title'], lang: 'fr', word: () => undefined } as const;
    expect(recordGrid(dataset, { ...asked, period: '2024-03' }).rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(recordGrid(dataset, { ...asked, period: '2023' }).rows.map(({ id }) => id)).toEqual(['c']);
    const nowhere = { ...asked, within: () => false };
    expect(recordGrid(dataset, nowhere).rows).toHaveLength(3);
    expect(recordGrid(dataset, { ...nowhere, collection: 'events' }).rows).toEqual([]);
  });

  it('have the first columns of their collection where none is asked for', () => {
    expect(columnsAsked('publications', '')).toEqual(['title', 'theme', 'format', 'date']);
    expect(columnsAsked('publications', ' date  title ')).toEqual(['date', 'title']);
  });

  it('of ten thousand are made and sorted', () => {
    const events = [...Array(10_000).keys()].map((n) => ({
      id: `e${n}`,
      title: { fr: `Titre ${(n * 7919) % 10_000}` },
      date: '2024',
      status: 'held',
    }));
    const many = makeDataset({ events });
    const made = recordGrid(many, {
      collection: 'events',
      columns: ['title', 'date'],
      lang: 'fr',
      word: () => undefined,
    });
    const sorted = sortRows(made, { column: 'title', descending: false }, 'fr');
    expect(sorted[9]?.cells[0]).toMatchObject({ text: { text: 'Titre 9' } });
  });
});

describe('a grid as a file', () => {
  it('has an operator and a unit beside each number, and empty cells for what is unknown', () => {
    const range: GridCell = { kind: 'number', quantity: quantityRange(1, 2, 'members') };
    const { header, rows } = gridCsv(grid, [...grid.rows.slice(0, 2), { id: 'r', cells: [text('r'), range, null] }]);
    expect(header).toEqual(['label', 'value', 'value_operator', 'value_unit', 'date']);
    expect(rows).toEqual([
      ['Étable', 2, 'exact', 'members', '2024-06'],
      ['zèbre', null, null, null, null],
      ['r', '1/2', 'range', 'members', null],
    ]);
  });
});

describe('changes in a table', () => {
  const channel = { id: 'channel', label: { fr: 'canal' }, exclusive: false };
  const own: IndicatorTexts = { ...texts, kind: 'flow', dimensions: [channel], signed: true };
  const part = { id: 'linkedin', label: { fr: 'LinkedIn' }, quantity: quantity(12, 'subscribers') };
  const changes = {
    measure: measure({ quantity: quantity(12, 'subscribers'), by: 'channel', parts: [part] }),
    texts: own,
  };
  const isSigned = (cell: GridCell | undefined): unknown => cell?.kind === 'number' && cell.signed;

  it('wear their sign: the parts of one, several side by side, several one under the other', () => {
    const count = { ...changes, texts: { ...texts, dimensions: [channel] } };
    expect(isSigned(partsGrid([changes], 'fr').rows[0]?.cells[1])).toBe(true);
    expect(partsGrid([count, changes], 'fr').rows[0]?.cells.slice(1).map(isSigned)).toEqual([undefined, true]);
    expect(figuresGrid([count, changes], 'fr').rows.map(({ cells }) => isSigned(cells[1]))).toEqual([undefined, true]);
  });
});

describe('a table of figures as a file', () => {
  const part = (id: string) => ({ id, label: { fr: id }, quantity: quantity(1, 'members') });
  const columnOf = (grid: Grid, of: Measure): unknown => {
    const { header, rows } = gridCsv(grid, grid.rows, of);
    return rows.map((cells) => cells[header.indexOf('to_check')]);
  };

  it('says of each row whether it is to be checked, as the file of a figure does', () => {
    const doubted = { measure: measure({ by: 'college', parts: [part('a'), part('b')], checks: ['shares'] }), texts };
    const sure = { measure: measure({ indicator: 'other', by: 'college', parts: [part('b'), part('c')] }), texts };
    const both = { ...doubted.measure, combines: [doubted.measure, sure.measure] };
    expect(columnOf(partsGrid([doubted], 'fr'), doubted.measure)).toEqual(['yes', 'yes']);
    expect(columnOf(partsGrid([doubted, sure], 'fr'), both)).toEqual(['yes', 'yes', '']);
    expect(columnOf(figuresGrid([doubted, sure], 'fr'), both)).toEqual(['yes', '']);
    const partly = {
      measure: measure({ by: 'college', parts: [{ ...part('a'), checks: ['shares'] }, part('b')] }),
      texts,
    };
    expect(columnOf(partsGrid([partly], 'fr'), partly.measure)).toEqual(['yes', '']);
    expect(partsGrid([partly], 'fr').rows.map(({ doubts }) => doubts)).toEqual([['check'], []]);
    expect(gridCsv(grid, grid.rows).header).not.toContain('to_check');
  });
});
