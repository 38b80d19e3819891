import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { createEntryFilter, type EntriesRequest, entriesNeed, entriesOf } from './entries.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const people = (value: number, op = '=') => ({ value, op, unit: 'people' });
const made = makeDataset({
  observations: [
    {
      ...{ id: 'stock', indicator: 'members-stock', label: { fr: 'Adhérents' }, period: '2024-12-31', source },
      ...{ quantity: { value: 1500, op: '=', unit: 'members' }, printed: 'mille cinq cents' },
    },
    {
      ...{ id: 'founded', label: { fr: 'Création de la Cress' }, period: '1995', source },
      quantity: { value: 1995, op: '=', unit: 'year' },
    },
    {
      ...{ id: 'share', label: { fr: 'Part des voix' }, period: '2025', source: { ...source, section: 'II.4' } },
      ...{ quantity: { value: 96.4, op: '=', unit: 'percent' }, status: 'planned' },
      dimensions: { departement: 'dep-29' },
    },
  ],
  events: [
    {
      ...{ id: 'a', title: { fr: 'Fête', en: 'Fair' }, date: '2024-03-30', status: 'planned', sections: ['I.4'] },
      ...{
        place: 'Morlaix',
        attendance: { ...people(40), partial: 'incomplet' },
        edition: 17,
        count: 1,
        printed: { place: 'Mrlx' },
      },
    },
  ],
  memberships: [
    { id: 'm', organisation: 'adess', network: 'cress', start: '2024-03-19', end: '2024-12', source },
    { id: 'left', organisation: 'adess', network: 'cress', start: null, end: '2023', exitReason: 'withdrawal' },
  ],
  networks: [{ id: 'cress', name: { fr: 'La Cress' } }],
  organisations: [{ id: 'adess', name: 'Adess du Léon', town: 'Morlaix', territories: ['dep-29'], aliases: ['ALC'] }],
  territories: [{ id: 'dep-29', name: { fr: 'Finistère' }, kind: 'departement' }],
  movements: [{ id: 'x', direction: 'in', period: '2024', count: { value: 1, op: '=', unit: 'people' } }],
  tallies: [{ id: 't', of: 'a', total: people(23), by: { gender: { men: people(12), women: people(11) } } }],
  calls: [{ id: 'call', name: { fr: 'Un appel' } }],
  applications: [
    { id: 'first', call: 'call', organisation: null, result: 'other', source: { ...source, document: 'earlier' } },
  ],
});
const figure = { population: null, missing: null, notes: [], sources: [], basis: 'computed' } as const;
const dataset = {
  ...made,
  measures: {
    ...{ format: 'ess-measures/1', hashes: {}, doubted: ['stock'] },
    indicators: {
      rate: {
        ...{ label: { fr: 'Taux' }, definition: { fr: 'Retenues sur candidatures' }, kind: 'rate' as const },
        ...{ unit: 'percent', dimensions: [] },
      },
    },
    measures: [
      {
        ...figure,
        indicator: 'rate',
        period: '2024',
        where: 'call=call',
        quantity: { value: 25, op: '=', unit: 'percent' } as const,
      },
      {
        ...figure,
        indicator: 'rate',
        period: '2024',
        where: 'call=call',
        by: 'departement',
        quantity: { value: 25, op: '=', unit: 'percent' } as const,
      },
      { ...figure, indicator: 'rate', period: '2023', quantity: null },
      { ...figure, indicator: 'rate', period: '2022', observations: ['stock'], quantity: people(1) as never },
    ],
  },
};
const request = (lang: string): EntriesRequest => ({
  ...{ lang, report: { document: 'rapport' } },
  kindWord: (kind) => `kind ${kind}`,
  place: (section, page) => [section, page ?? ''].join(' ').trim(),
  href: (section) => `#${section}`,
  sectionOf: () => 'II.4.f',
  part: (_dimension, id) => `named ${id}`,
  word: (value) => (/^[a-z-]+$/.test(value) ? `«${value}»` : undefined),
  under: (field, value) => `${field} = ${value}`,
  printed: (words) => `printed ${words}`,
  amount: ({ value, unit }) => `${value === 1500 ? '1\u202f500' : String(value).replace('.', ',')} ${unit}`,
  day: (period) => period,
});
const rows = (lang = 'fr') => entriesOf(dataset, request(lang)).rows;
const row = (id: string, lang?: string) => rows(lang).find((each) => each.id === id);
const cells = (id: string, lang?: string) => row(id, lang)?.cells;
const textOf = (cell: unknown) => (cell as { text: { text: string } } | null)?.text.text ?? null;
const found = (query: string) =>
  rows()
    .filter(createEntryFilter(query))
    .map(({ id }) => id);

describe('the entries of a data set', () => {
  it('are its published figures, each with its value, its period and where it is published', () => {
    const [what, value, date, , kind, place] = cells('observations stock') ?? [];
    expect([textOf(what), textOf(kind), textOf(place)]).toEqual(['Adhérents', 'kind observations', 'I.1.a 4']);
    expect(value).toMatchObject({ quantity: { value: 1500 }, withUnit: true });
    expect(date).toMatchObject({ date: '2024-12-31' });
    expect(place).toMatchObject({ href: '#I.1.a' });
    expect(row('observations stock')?.note).toBe('printed mille cinq cents');
    expect(row('observations stock')?.doubts).toEqual(['check']);
  });

  it('say what is printed, unless it is the value with other spaces or less of its unit', () => {
    const printedAs = (printed: string) => {
      const [stock] = dataset.collections.observations ?? [];
      const observations = [{ ...stock, printed }] as never;
      return entriesOf({ ...dataset, collections: { ...dataset.collections, observations } }, request('fr')).rows[0]
        ?.note;
    };
    for (const printed of ['1500', '1 500', '1500 mem']) expect(printedAs(printed), printed).toBe('');
    for (const printed of ['1', '150', '1500*']) expect(printedAs(printed), printed).toBe(`printed ${printed}`);
  });

  it('have a date for a figure that is one, and no number; what was only planned says so', () => {
    const [, value, date] = cells('observations founded') ?? [];
    expect([value, date]).toEqual([null, { kind: 'date', date: '1995' }]);
    expect(row('observations share')?.note).toBe('«planned»');
  });

  it('are the figures that are computed and not published, each once, with what it is kept to', () => {
    const computed = rows().filter(({ kind }) => kind === 'measures');
    expect(computed.map(({ cells: [name] }) => textOf(name))).toEqual(['Taux, named call']);
    expect(computed[0]?.sections).toEqual(['II.4.f']);
  });

  it('are its records, by their names in the language, or by what they are about', () => {
    expect(textOf(cells('events a')?.[0])).toBe('Fête');
    expect(textOf(cells('events a', 'en')?.[0])).toBe('Fair');
    expect(textOf(cells('memberships m')?.[0])).toBe('Adess du Léon');
    expect(textOf(cells('organisations adess')?.[3])).toBe('Finistère, Morlaix');
    expect(textOf(cells('applications first')?.[0])).toBe('Un appel');
  });

  it('say the rest of a record: words of the model, dates, numbers, parts, each under its name', () => {
    expect(row('events a')?.note).toBe('«planned» · edition = 17 edition · «partial»');
    expect(row('memberships m')?.note).toBe('network = La Cress · end = 2024-12');
    expect(row('memberships left')?.note).toBe('network = La Cress · exitReason = «withdrawal»');
    expect(row('memberships left')?.date).toBe('2023');
    expect(row('tallies t')?.note).toBe('named men (12 people) · named women (11 people)');
    expect(row('tallies t')?.date).toBe('2024-03-30');
  });

  it('stand in the sections of the document of the report only', () => {
    expect(row('applications first')?.sections).toEqual([]);
    expect(row('events a')?.sections).toEqual(['I.4']);
  });

  it('have the territories that they are about', () => {
    expect(row('observations share')?.territories).toEqual(['dep-29']);
    expect(row('territories dep-29')?.territories).toEqual(['dep-29']);
  });

  it('are found by words without accents, by other names, by what is printed', () => {
    expect(found('leon')).toEqual(['organisations adess', 'memberships m', 'memberships left']);
    expect(found('ALC')).toEqual(['organisations adess']);
    expect(found('mille cinq')).toEqual(['observations stock']);
    expect(found('mrlx')).toEqual(['events a']);
    expect(found('léon cress')).toEqual(['memberships m', 'memberships left']);
  });

  it('are found by numbers as they are printed, and not by the end of one', () => {
    for (const query of ['1 500', '1500', '1\u202f500 members'])
      expect(found(query), query).toEqual(['observations stock']);
    for (const query of ['96,4', '96.4', '96,4 %']) expect(found(query), query).toEqual(['observations share']);
    expect(found('500')).toEqual([]);
  });

  it('are found by the section that they stand in, or by one around it', () => {
    expect(found('I.1.a')).toEqual(['observations stock', 'observations founded', 'memberships m']);
    expect(found('ii.4').sort()).toEqual(['measures rate 2024 call=call ', 'observations share']);
    expect(found('I.4')).toEqual(['events a']);
  });

  it('need all collections', () => {
    expect(entriesNeed()).toEqual(
      expect.arrayContaining(['observations', 'events', 'colleges', 'territories', 'jobs']),
    );
  });
});

describe('a majority that is printed as a fraction', () => {
  it('is written as it is printed, as a figure and as the threshold of a vote', () => {
    const printed = makeDataset({
      observations: [
        {
          ...{ id: 'majority', label: { fr: 'Majorité' }, period: '2024', source, printed: '4/5ème' },
          quantity: { value: 0.8, op: '=', unit: 'ratio' },
        },
      ],
      votes: [{ id: 'v', subject: { fr: 'Vote' }, threshold: 0.8, printed: { threshold: '4/5ème' }, source }],
    });
    const { rows } = entriesOf(printed, request('fr'));
    expect(rows.map(({ cells, note }) => [cells[1], note])).toEqual([
      [{ kind: 'text', text: { text: '4/5', lang: 'fr' } }, ''],
      [null, 'threshold = 4/5'],
    ]);
  });
});
