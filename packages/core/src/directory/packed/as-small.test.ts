/** A packed directory answers as a small one does: the same counts, rows and results, whatever is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, entriesAround } from '../../geo/near.ts';
import type { DirectoryEntry } from '../directory.ts';
import { countEntries, filterDirectory } from '../directory-filter.ts';
import { createSearchIndex } from '../search.ts';
import type { Wish } from './contract.ts';
import { createEngine } from './engine.ts';
import { packEntries } from './pack.ts';
import { folderStore, memoryStore, openColumns } from './stores.ts';
import { at, entry, folderOf } from './testing.ts';

const COLLEGES = ['associations', 'mutuelles', 'scop'];
const LABELS = { associations: ['Associations'], mutuelles: ['Mutuelles'], scop: ['Coopératives'] };
const NAMES = [
  'Atelier Vélo',
  'Café associatif',
  'Mutuelle de l’Ouest',
  'Vélorution',
  'Théâtre du Roseau',
  '<b>Gras</b> & fils',
  '🌱 Le Potager 🥕',
  'مركز التعاون',
  'L’éco-lieu des Coopérateurs',
  'S.C.I.C. Énergies',
];
const TOWNS = ['Brest', 'Saint-Brieuc', 'Plœmeur', 'Rennes'];
const WORDS = [
  'atelier',
  'velo',
  'vélor',
  'cafe asso',
  'mutuele',
  'saint brieuc',
  'st brieuc',
  'ploemeur',
  'theatte',
  'cooperative',
  'asociations',
  'scic',
  'ecolieu',
  'gras',
  'التعاون',
  'energie',
  'panneaux',
  '🌱',
  '& ',
  '§',
  'rien du tout',
  'de la',
  'brest velo',
];

const position = fc.option(
  fc.record({
    lon: fc.integer({ min: -50_000, max: -10_000 }),
    lat: fc.integer({ min: 472_000, max: 488_000 }),
    precision: fc.constantFrom('address', 'commune', 'departement'),
  }),
);
const one = fc.record({
  name: fc.constantFrom(...NAMES),
  town: fc.option(fc.constantFrom(...TOWNS.keys())),
  college: fc.option(fc.constantFrom(...COLLEGES)),
  position,
  activity: fc.constantFrom(null, 'Énergie', 'Culture'),
  description: fc.constantFrom(null, 'Des panneaux sur les toits'),
});
const list = fc.array(one, { maxLength: 30 }).map((all) =>
  all.map(({ name, town, college, position: where, activity, description }, n): DirectoryEntry => {
    const departement = town === null ? null : `departement-${22 + (town % 2)}`;
    return entry(`o${n}`, {
      name: { fr: name },
      place: town === null ? null : { fr: TOWNS[town] ?? '' },
      departement,
      lineage: departement ? [`commune-${town}`, departement] : [],
      college,
      position: where ? at(where.lon / 10_000, where.lat / 10_000, where.precision) : null,
      activities: activity ? [activity] : [],
      description,
    });
  }),
);
const wish = fc.record({
  words: fc.constantFrom('', ...WORDS),
  college: fc.subarray(COLLEGES),
  departement: fc.subarray(['departement-22', 'departement-23'], { maxLength: 1 }),
  territory: fc.constantFrom(undefined, 'commune-1', 'departement-22'),
  where: fc.constantFrom(undefined, 'college=scop', 'departement=departement-22'),
  near: fc.constantFrom(null, null, { lon: -2.76, lat: 48.1, km: 50 }, { lon: -2.76, lat: 48.1, km: null }),
});

type Asked = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** What a small directory shows. */
async function small(entries: readonly DirectoryEntry[], asked: Asked) {
  const { words, college, departement, territory, where, near } = asked;
  const all = filterDirectory(entries, { where, territory });
  const index = await createSearchIndex(
    entries.map(({ id, name, place, college: kind, activities, description }) => ({
      id,
      name: name.fr,
      places: place ? [place.fr] : [],
      activities: [...activities, description ?? ''],
      category: LABELS[kind as keyof typeof LABELS]?.[0] ?? '',
    })),
  );
  // Signs alone are looked for as the search of a small directory does, in the elements.
  const withSigns = () => entries.filter(({ name }) => name.fr.includes(words.trim())).map(({ id }) => id);
  const found = words ? new Set(/[\p{L}\p{N}]/u.test(words) ? index.search(words) : withSigns()) : null;
  const around = (kept: readonly DirectoryEntry[]) => (near ? entriesAround(kept, near).kept : kept);
  const matching = filterDirectory(all, { facets: { college, departement }, found });
  const here = around(filterDirectory(all, { facets: { departement }, found }));
  return {
    all,
    shown: around(matching),
    counts: countEntries(here),
    beyond: near ? entriesAround(matching, near).beyond : { nearest: null, unplaced: 0 },
  };
}

/** Steps of a packed position are 5.6 m: what lies at the very edge of a radius may change sides. */
const isAtEdge = (entries: readonly DirectoryEntry[], { near }: Asked): boolean =>
  near?.km != null &&
  entries.some((each) => each.position && Math.abs(distanceKm(near, each.position) - (near.km ?? 0)) < 0.02);

describe.each([
  [
    'packed in a folder',
    async (entries: readonly DirectoryEntry[]) => {
      const folder = folderOf(entries);
      const columns = await openColumns(folder.href, folder.read);
      return createEngine(columns, folderStore(columns, folder.read), LABELS);
    },
  ],
  [
    'packed in memory',
    async (entries: readonly DirectoryEntry[]) => {
      const packed = packEntries(entries);
      return createEngine(
        packed.columns,
        memoryStore(packed, async () => () => []),
        LABELS,
      );
    },
  ],
])('a directory %s', (_name, open) => {
  it('counts, keeps and finds whom a small one does', async () => {
    await fc.assert(
      fc.asyncProperty(list, wish, async (entries, asked) => {
        fc.pre(!isAtEdge(entries, asked));
        const expected = await small(entries, asked);
        const { words, college, departement, territory, where, near } = asked;
        const engine = await open(entries);
        const told: Wish = { where, territory, facets: { college, departement }, words, near, within: null };
        const { all, shown, colleges, beyond } = await engine.counts(told);
        const placed = (list: readonly DirectoryEntry[]) => list.filter((each) => each.position).length;
        expect(all).toEqual({ n: expected.all.length, placed: placed(expected.all), off: 0 });
        expect(shown).toEqual({ n: expected.shown.length, placed: placed(expected.shown), off: 0 });
        const rows = await engine.page(0, shown.n);
        const ids = (list: readonly DirectoryEntry[]) => list.map(({ id }) => id).sort();
        expect(ids(rows)).toEqual(ids(expected.shown));
        for (const [id, count] of colleges)
          expect([id, count]).toEqual([id, expected.counts.get(`college:${id ?? ''}`) ?? 0]);
        expect(beyond.unplaced).toBe(expected.beyond.unplaced);
        expect(beyond.nearest ?? -1).toBeCloseTo(expected.beyond.nearest ?? -1, 1);
      }),
      { numRuns: 400 },
    );
  });
});
