/**
 * One `where` for every widget: what each type of block shows of the shipped data is what predicates written by hand keep,
 * for every key that its collections have.
 */
import { readFileSync } from 'node:fs';
import {
  agendaOf,
  columnsOf,
  lightStill,
  recordGrid,
  tableCollections,
  timelineCollections,
  timelineOf,
} from '@ess-widgets/core/charts';
import { directoryOf, ListStore } from '@ess-widgets/core/directory';
import {
  type Block,
  blocksOf,
  type CollectionName,
  DIRECTORY_LAYERS,
  keysOf,
  lineageIn,
  sectionsOf,
} from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { readDataset } from './dataset.ts';
import { readReportDocument, readStoryDocument } from './report.ts';

interface Raw {
  readonly id: string;
  readonly [field: string]: unknown;
}

const dataset = await readDataset();
const report = await readReportDocument(dataset);
const story = await readStoryDocument(dataset, report);

/** The records as they are written, with what a schema fills in. */
const raw = (name: CollectionName): readonly Raw[] => {
  const { href = '' } = dataset.manifest.collections[name] ?? {};
  const file: unknown = JSON.parse(readFileSync(new URL(`../data/${href}`, import.meta.url), 'utf8'));
  const list = (Array.isArray(file) ? file : (file as { records: unknown }).records) as Raw[];
  return list.filter(({ audience }) => audience !== 'internal');
};

const parents = new Map(raw('territories').map(({ id, parents: own = [] }) => [id, own as string[]]));
const around = (id: string): string[] => [id, ...(parents.get(id) ?? []).flatMap(around)];
const territoriesOf = ({ territories = [], territory }: Raw): string[] => [
  ...(territories as string[]),
  ...(typeof territory === 'string' ? [territory] : []),
];
const LISTS: Readonly<Record<string, string>> = {
  activity: 'activities',
  alias: 'aliases',
  theme: 'themes',
  organiser: 'organisers',
  overlap: 'overlaps',
  parent: 'parents',
  correct: 'corrects',
};
const FILLED: Readonly<Record<string, unknown>> = { online: false, count: 1, order: 0 };

/** The values by which somebody would look for a record under a key. */
function valuesOf(record: Raw, key: string, name: CollectionName): readonly string[] {
  if (key === 'territory') return territoriesOf(record).flatMap(around);
  if (key === 'departement') {
    const codes = territoriesOf(record).flatMap((id) => /^commune-(\d\d)/.exec(id)?.[1] ?? []);
    const named = territoriesOf(record)
      .flatMap(around)
      .filter((id) => id.startsWith('departement-'));
    return [...named, ...codes.map((code) => `departement-${code}`)];
  }
  if (key === 'section') {
    const { sections, source } = record as { sections?: string[]; source?: { section?: string } };
    const told = sections?.length ? sections : [source?.section ?? ''];
    // "I.1.a" is in "I.1" and in "I".
    return told.flatMap((id) => id.split('.').map((_, at, all) => all.slice(0, at + 1).join('.')));
  }
  const plural = name === 'missions' && key === 'organisation' ? 'organisations' : LISTS[key];
  const value = record[key] ?? (plural ? record[plural] : FILLED[key]);
  return [value].flat().flatMap((each) => {
    if (each === undefined || each === null) return [];
    if (typeof each !== 'object') return [String(each)];
    return 'unit' in each ? [String((each as { value?: number }).value)] : Object.values(each).map(String);
  });
}

/** Dates and other values that lie in another are kept by it too; the test asks for the narrowest ones alone. */
const isKept = (record: Raw, key: string, value: string, name: CollectionName): boolean =>
  valuesOf(record, key, name).includes(value);

/** Up to four values of a key that are one word, and one that no record has. */
function asked(name: CollectionName, key: string): readonly string[] {
  const values = [...new Set(raw(name).flatMap((record) => valuesOf(record, key, name)))].filter(
    // A year would be met by its months, which the hand-written predicate does not read.
    (value) => /^\S+$/.test(value) && !/^\d{4}(-(SY|Q\d|H\d|\d\d))?$/.test(value) && !value.includes('/'),
  );
  return [...values.slice(0, 4), 'personne'];
}

/** Shown and expected ids, sorted, of each key and value. */
function compared(name: CollectionName, show: (where: string) => readonly string[], isShown = (_: Raw) => true) {
  for (const key of keysOf(name)) {
    for (const value of asked(name, key)) {
      const wanted = raw(name).filter((record) => isShown(record) && isKept(record, key, value, name));
      const ids = [...new Set(show(`${key}=${value}`))].sort();
      expect(ids, `${name} ${key}=${value}`).toEqual([...new Set(wanted.map(({ id }) => id))].sort());
    }
  }
}

describe('what is shown is what is kept', () => {
  it.each(tableCollections)('in a table or a list of %s', (name) => {
    const table = { collection: name, columns: columnsOf(name).slice(0, 1), lang: 'fr', word: () => undefined };
    compared(name, (where) => recordGrid(dataset, { ...table, where }).rows.map(({ id }) => id));
  });

  it.each(timelineCollections)('in a timeline of %s', (name) => {
    const plans = new Set(raw(name).flatMap(({ plan }) => (typeof plan === 'string' ? [plan] : [])));
    compared(
      name,
      (where) =>
        timelineOf(dataset, { collections: [name], today: '2025-01-01', where })
          .groups.flatMap(({ items }) => items)
          .map(({ id }) => id.slice(name.length + 1, id.lastIndexOf('/'))),
      ({ id, start, end }) => !plans.has(id) && (name !== 'memberships' || Boolean(start ?? end)),
    );
  });

  it('in an agenda', () => {
    const plans = new Set(raw('events').flatMap(({ plan }) => (typeof plan === 'string' ? [plan] : [])));
    const events = dataset.collections.events ?? [];
    compared(
      'events',
      (where) => {
        const agenda = agendaOf(events, { today: '2025-01-01', where, lineage: lineageIn(dataset) });
        return [agenda.upcoming, agenda.unconfirmed, agenda.past].flat().map(({ event }) => event.id);
      },
      ({ id }) => !plans.has(id),
    );
  });

  it.each(['events', 'projects'] as const)('on a map of %s', (layer) => {
    compared(
      layer,
      (where) => directoryOf(dataset, { layers: [layer], where }).map(({ id }) => id),
      ({ count }) => count !== 0,
    );
  });

  it('on a map of programmes, each in each of its territories', () => {
    for (const key of keysOf('programmes')) {
      for (const value of asked('programmes', key)) {
        const wanted = raw('programmes').flatMap((one) =>
          territoriesOf(one)
            .map((id) => ({ ...one, territories: [id] }))
            .filter((each) => isKept(each, key, value, 'programmes'))
            .map(({ id, territories }) => `${id}/${territories[0]}`),
        );
        const shown = directoryOf(dataset, { layers: ['programmes'], where: `${key}=${value}` });
        expect(shown.map(({ id }) => id).sort(), `${key}=${value}`).toEqual(wanted.sort());
      }
    }
  });

  it('on a map of members, by the fields of an organisation and of its membership', () => {
    const organisations = new Map(raw('organisations').map((one) => [one.id, one]));
    const ours = raw('memberships').flatMap((membership) => {
      const organisation = organisations.get(String(membership['organisation']));
      return organisation && membership['network'] === dataset.manifest.network && !membership['end']
        ? [{ membership, organisation }]
        : [];
    });
    const show = (where: string) =>
      directoryOf(dataset, { layers: ['members'], where })
        .map(({ id }) => id)
        .sort();
    expect(show('')).toEqual(ours.map(({ organisation }) => organisation.id).sort());
    for (const [name, keys] of [
      ['organisations', ['activity', 'id', 'kind', 'town', 'territory', 'departement', 'section', 'legalForm']],
      ['memberships', ['college', 'start', 'network']],
    ] as const) {
      for (const key of keys) {
        for (const value of asked(name, key)) {
          if (key === 'network' && value !== dataset.manifest.network && value !== 'personne') continue;
          const wanted = ours.filter(
            ({ membership, organisation }) =>
              isKept(name === 'memberships' ? membership : organisation, key, value, name) ||
              (key === 'section' && isKept(membership, key, value, 'memberships')),
          );
          expect(show(`${key}=${value}`), `${key}=${value}`).toEqual(
            wanted.map(({ organisation }) => organisation.id).sort(),
          );
        }
      }
    }
  });
});

describe('a still', () => {
  const still = (tag: string, attributes: Readonly<Record<string, string>>) =>
    lightStill(dataset, { tag, attributes, lang: 'fr', today: '2025-01-01' })?.html ?? null;

  it('names what its widget keeps, and is none where a key says nothing of all of its records', () => {
    const text = still('ess-member-map', { layers: 'projects events', where: 'section=III' });
    expect(text).toContain('Événements <span>29<');
    expect(text).toContain('Projets <span>18<');
    for (const [tag, attributes] of [
      ['ess-member-map', { layers: 'events' }],
      ['ess-event-agenda', {}],
      ['ess-table', { collection: 'events' }],
      ['ess-timeline', { collections: 'memberships events' }],
    ] as const) {
      expect(still(tag, attributes), tag).not.toBeNull();
      expect(still(tag, { ...attributes, where: 'college=associations' }), tag).toBeNull();
    }
  });
});

describe('the maps and lists of the report and of its story', () => {
  const inSection = (record: Raw, wanted: string, name: CollectionName) => isKept(record, 'section', wanted, name);
  const blocks: readonly Block[] = [
    ...sectionsOf(report).flatMap(({ section }) => section.blocks),
    ...blocksOf(story).map(({ block }) => block),
  ];

  it('count what a hand counts, map, list and numbers above them alike', () => {
    const sectors = raw('events').filter((event) => inSection(event, 'III', 'events'));
    expect(sectors).toHaveLength(31);
    const school = raw('projects').filter(({ programme }) => programme === 'mon-ess-a-l-ecole');
    const collective = raw('memberships').filter(({ network }) => network === 'collectif-cress-poles-tag');
    const placesOf = (programme: string) => territoriesOf(raw('programmes').find(({ id }) => id === programme)!).length;
    const byHand: Readonly<Record<string, Readonly<Record<string, number>>>> = {
      'section=III 2023/2024': {
        events: sectors.filter(({ count }) => count !== 0).length,
        projects: raw('projects').filter((one) => inSection(one, 'III', 'projects')).length,
      },
      'programme=mon-ess-a-l-ecole 2023-SY': { projects: school.filter(({ period }) => period === '2023-SY').length },
      'programme=mon-ess-a-l-ecole 2024-SY': { projects: school.filter(({ period }) => period === '2024-SY').length },
      'network=collectif-cress-poles-tag 2024': {
        members: collective.filter(({ end }) => typeof end !== 'string' || end > '2024-12-31').length,
      },
      'id=traits-d-unions 2024': { programmes: placesOf('traits-d-unions') },
      'id=rh-tres-petites-structures 2024': { programmes: placesOf('rh-tres-petites-structures') },
      'id=les-gouvernails 2024': { programmes: placesOf('les-gouvernails') },
    };
    expect(byHand['section=III 2023/2024']).toEqual({ events: 29, projects: 18 });
    expect([byHand['programme=mon-ess-a-l-ecole 2023-SY'], byHand['programme=mon-ess-a-l-ecole 2024-SY']]).toEqual([
      { projects: 16 },
      { projects: 15 },
    ]);
    const seen = new Set<string>();
    for (const block of blocks) {
      if (block.type !== 'map') continue;
      const { where = '', period = report.period } = block;
      const layers = DIRECTORY_LAYERS.filter((layer) => block.layers.includes(layer));
      const entries = directoryOf(dataset, { layers, where, period });
      const { kinds, counts } = new ListStore(entries).select({});
      const name = `${where} ${period}`;
      seen.add(name);
      const numbers = Object.fromEntries(
        layers.map((layer) => [layer, kinds.filter((kind) => kind.layer === layer).reduce((sum, { n }) => sum + n, 0)]),
      );
      expect(numbers, name).toEqual(byHand[name]);
      expect(counts.all.n, name).toBe(entries.length);
    }
    expect([...seen].sort()).toEqual(Object.keys(byHand).sort());
  });

  it('keep to the period of the report where they name none', () => {
    const ids = (period: string | undefined) =>
      directoryOf(dataset, { layers: ['events'], where: 'section=III.6', period }).map(({ id }) => id);
    expect(ids(undefined)).toContain('evenement-regional-mer-ess');
    expect(ids(report.period)).not.toContain('evenement-regional-mer-ess');
  });

  it('show as many records in each table, list and timeline as a hand counts', () => {
    for (const block of blocks) {
      if (!('where' in block) || !block.where || block.type === 'map') continue;
      const names =
        block.type === 'timeline' ? block.collections : 'collection' in block ? [block.collection ?? ''] : [];
      for (const name of names as readonly CollectionName[]) {
        const pairs = block.where.split(' ').map((pair) => pair.split('=') as [string, string]);
        const wanted = raw(name).filter((record) =>
          pairs.every(([key, value]) =>
            /^\d{4}$/.test(value)
              ? valuesOf(record, key, name).some((each) => each.startsWith(value))
              : isKept(record, key, value, name),
          ),
        );
        const grid = recordGrid(dataset, {
          collection: name as (typeof tableCollections)[number],
          columns: [],
          where: block.where,
          lang: 'fr',
          word: () => undefined,
        });
        expect(
          grid.rows.map(({ id }) => id),
          `${name} ${block.where}`,
        ).toEqual(wanted.map(({ id }) => id));
        expect(wanted.length, `${name} ${block.where}`).toBeGreaterThan(0);
      }
    }
  });
});
