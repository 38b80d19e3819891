import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communeTable } from '../../geo/communes.ts';
import { type Around, createPlaceWords, isPreciselyPlaced } from '../../geo/index.ts';
import { distanceKm, type Point } from '../../model/index.ts';
import type { DirectoryEntry } from '../directory.ts';
import type { DirectoryQuery, Engine } from './contract.ts';
import { createEngine } from './engine.ts';
import { worldX } from './group.ts';
import { packEntries } from './pack.ts';
import { remoteEngine, serveEngine } from './remote.ts';
import { folderStore, memoryStore, openColumns } from './stores.ts';
import { at, entry, type Folder, folderOf, inTown } from './testing.ts';

const NO_QUERY: DirectoryQuery = { facets: {}, words: '', near: null, within: null };
const BRITTANY = [-5.5, 47, -1, 49] as const;
const TABLE = communeTable({
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '35238'],
    name: ['Brest', 'Rennes'],
    lon: [-4.486, -1.674],
    lat: [48.39, 48.112],
    postal: [['29200'], ['35000', '35700']],
    epci: [null, null],
  },
  epci: [],
  attribution: { fr: '' },
  licences: [],
});
const AROUND = createPlaceWords(
  [
    { id: 'departement-29', name: { fr: 'Finistère', br: 'Penn-ar-Bed' } },
    { id: 'departement-35', name: { fr: 'Ille-et-Vilaine' } },
  ],
  TABLE,
);

const members = [
  inTown('Atelier Vélo', 'Brest', '29019', { college: 'associations', position: at(-4.486, 48.39) }),
  inTown('Café associatif', 'Brest', '29019', { college: 'associations', position: at(-4.49, 48.391, 'commune') }),
  inTown('Mutuelle de l’Ouest', 'Quimper', '29232', { college: 'mutuelles', position: at(-4.1, 47.996) }),
  inTown('Vélorution', 'Rennes', '35238', {
    college: 'associations',
    activities: ['Mobilité'],
    position: at(-1.68, 48.11),
  }),
  inTown('Théâtre du Roseau', 'Rennes', '35238', { college: 'scop', aliases: ['Le Roseau'] }),
];
const LABELS = { associations: ['Associations', 'Kevredigezhioù'], scop: ['Coopératives'] };

async function opened(folder: Folder): Promise<Engine> {
  const columns = await openColumns(folder.href, folder.read);
  return createEngine(columns, folderStore(columns, folder.read), LABELS);
}
const inMemory = (entries: Parameters<typeof packEntries>[0]): Engine => {
  const packed = packEntries(entries);
  return createEngine(
    packed.columns,
    memoryStore(packed, async () => AROUND),
    LABELS,
  );
};
/** An engine behind a port, as it is in a worker. */
async function distant(entries: Parameters<typeof packEntries>[0]): Promise<Engine> {
  const { port1, port2 } = new MessageChannel();
  serveEngine(port1, async () => ({ engine: inMemory(entries), told: null }));
  const remote = remoteEngine(port2);
  port1.start();
  port2.start();
  await remote.open(null);
  ports.push(port1);
  return remote;
}
const ports: MessagePort[] = [];

const names = async (engine: Engine, query: Partial<DirectoryQuery> = {}): Promise<readonly string[]> => {
  const { shown } = await engine.counts({ ...NO_QUERY, ...query });
  return (await engine.page(0, shown.n)).map(({ id }) => id);
};

const kmOf = ({ position }: DirectoryEntry, near: Point): number =>
  position ? distanceKm(near, position) : Number.POSITIVE_INFINITY;
const byDistance = (near: Point): readonly DirectoryEntry[] =>
  [...members].sort((a, b) => (kmOf(a, near) === kmOf(b, near) ? 0 : kmOf(a, near) - kmOf(b, near)));

/** Walks over the members that lie within a radius, and tells what it leaves out. */
function around(near: Around) {
  const sorted = byDistance(near);
  const { km } = near;
  if (km === null) return { kept: sorted, beyond: { nearest: null, unplaced: 0 } };
  const exact = sorted.filter(({ position }) => position && isPreciselyPlaced(position.precision));
  const far = exact.find((each) => kmOf(each, near) > km);
  return {
    kept: exact.filter((each) => kmOf(each, near) <= km),
    beyond: { nearest: far ? kmOf(far, near) : null, unplaced: members.length - exact.length },
  };
}

describe.each([
  ['over a packed folder', () => opened(folderOf(members, { around: AROUND }))],
  ['over what is in memory', async () => inMemory(members)],
  ['behind a port', () => distant(members)],
])('an engine %s', (_name, make) => {
  it('counts all, what is left, who has no position, and what each collège would leave', async () => {
    const engine = await make();
    const counts = await engine.counts({ ...NO_QUERY, facets: { college: ['associations'] } });
    expect(counts).toEqual({
      all: { n: 5, placed: 4, off: 0 },
      shown: { n: 3, placed: 3, off: 0 },
      colleges: expect.arrayContaining([
        ['associations', 3],
        ['mutuelles', 1],
        ['scop', 1],
      ]),
      departements: ['departement-29', 'departement-35'],
      extent: [-4.49, 48.11, -1.68, 48.391],
      beyond: { nearest: null, unplaced: 0 },
      parts: [],
    });
  });

  it('counts by parts of the world, each in the first that holds it, and what is left of the world', async () => {
    const engine = await make();
    const { parts } = await engine.counts({
      ...NO_QUERY,
      words: 'atelier',
      ground: [-2, 47, -1, 49],
      parts: [
        [-4.487, 48, -4, 49],
        [-5, 47, -4, 49],
        [0, 0, 1, 1],
      ],
    });
    const brest = { lon: -4.486, lat: 48.39 };
    expect(parts).toEqual([
      { all: { n: 1, first: brest }, shown: { n: 1, first: brest }, extent: [-4.486, 48.39, -4.486, 48.39] },
      {
        all: { n: 2, first: { lon: -4.49, lat: 48.391 } },
        shown: { n: 0, first: null },
        extent: [-4.49, 47.996, -4.1, 48.391],
      },
      { all: { n: 0, first: null }, shown: { n: 0, first: null }, extent: null },
      {
        all: { n: 1, first: { lon: -1.68, lat: 48.11 } },
        shown: { n: 0, first: null },
        extent: [-1.68, 48.11, -1.68, 48.11],
      },
    ]);
    const associations = await engine.counts({
      ...NO_QUERY,
      where: 'college=associations',
      parts: [[-5, 47, -4, 49]],
    });
    expect(associations.parts.map(({ all }) => all.n)).toEqual([2, 1]);
  });

  it('tells who is on the map from who lies beyond its ground', async () => {
    const engine = await make();
    const { all, shown, extent } = await engine.counts({
      ...NO_QUERY,
      facets: { college: ['associations'] },
      ground: [-5, 47, -2, 49],
    });
    expect(all).toEqual({ n: 5, placed: 3, off: 1 });
    expect(shown).toEqual({ n: 3, placed: 2, off: 1 });
    expect(extent).toEqual([-4.49, 48.39, -4.486, 48.391]);
    expect(await engine.page(0, 3)).toHaveLength(3);
    const { count } = await engine.clusters({ box: BRITTANY, radius: 0.0002, selected: null });
    expect([...count].reduce((sum, n) => sum + n, 0)).toBe(2);
  });

  it.each<[string, Partial<DirectoryQuery>, readonly string[]]>([
    ['a word in a name, however it is written', { words: 'velo' }, ['Atelier Vélo', 'Vélorution']],
    ['the beginning of a word first, then what is near', { words: 'vélor' }, ['Vélorution', 'Atelier Vélo']],
    ['a wrong letter', { words: 'theatte' }, ['Théâtre du Roseau']],
    ['a wrong first letter', { words: 'motuelle' }, ['Mutuelle de l’Ouest']],
    ['all words of several', { words: 'velo brest' }, ['Atelier Vélo']],
    ['a territory around', { words: 'penn-ar-bed mutuelle' }, ['Mutuelle de l’Ouest']],
    ['a postal code', { words: '29200' }, ['Atelier Vélo', 'Café associatif']],
    ['the beginning of one', { words: 'vel 357' }, ['Vélorution']],
    ['nobody by a wrong figure of one', { words: '29201' }, []],
    ['an activity', { words: 'mobilité' }, ['Vélorution']],
    ['another name', { words: 'roseau' }, ['Théâtre du Roseau']],
    ['the name of a collège', { words: 'cooperat' }, ['Théâtre du Roseau']],
    ['words that tell nothing', { words: 'de la', facets: { college: ['mutuelles'] } }, ['Mutuelle de l’Ouest']],
    ['nothing that there is', { words: 'xylophone' }, []],
    ['a département', { facets: { departement: ['departement-35'] } }, ['Théâtre du Roseau', 'Vélorution']],
    ['what the author keeps', { where: 'college=mutuelles' }, ['Mutuelle de l’Ouest']],
    ['a territory of the author', { territory: 'commune-29232' }, ['Mutuelle de l’Ouest']],
    ['one place of the map', { within: [-4.487, 48.389, -4.485, 48.391] }, ['Atelier Vélo']],
  ])('finds %s', async (_what, query, expected) => {
    expect(await names(await make(), query)).toEqual(expected);
  });

  it('lists the nearest first, and last who has no position', async () => {
    const engine = await make();
    const near = { lon: -1.7, lat: 48.1, km: null };
    expect(await names(engine, { near })).toEqual(byDistance(near).map(({ id }) => id));
  });

  it('keeps what lies within a radius, as a list of entries does, and says what that leaves out', async () => {
    const engine = await make();
    for (const km of [5, 50, null]) {
      const near = { lon: -4.48, lat: 48.38, km };
      const { kept, beyond } = around(near);
      const counts = await engine.counts({ ...NO_QUERY, near });
      expect(await names(engine, { near })).toEqual(kept.map(({ id }) => id));
      expect(counts.shown.n).toBe(kept.length);
      expect(counts.beyond.unplaced).toBe(beyond.unplaced);
      expect(counts.beyond.nearest).toBe(beyond.nearest);
    }
  });

  it('counts for a collège what lies within the radius, and leaves out only what the filters keep', async () => {
    const near = { lon: -4.48, lat: 48.38, km: 5 };
    const { colleges, beyond } = await (await make()).counts({ ...NO_QUERY, near, facets: { college: ['scop'] } });
    expect(new Map(colleges).get('associations')).toBe(2);
    expect(new Map(colleges).get('mutuelles')).toBe(0);
    expect(beyond).toEqual({ nearest: null, unplaced: 1 });
  });

  it('gathers what it shows, and tells which cluster holds the one chosen', async () => {
    const engine = await make();
    await engine.counts({ ...NO_QUERY, facets: { departement: ['departement-29'] } });
    const place = await engine.find('Mutuelle de l’Ouest');
    const found = await engine.clusters({ box: BRITTANY, radius: 0.0002, selected: place });
    expect([...found.count]).toEqual([2, 1]);
    expect(found.place[found.holder]).toBe(place);
    expect(await engine.rank(place)).toBe(2);
    expect(await engine.find('nobody')).toBe(-1);
    expect((await engine.entries([place]))[0]?.college).toBe('mutuelles');
  });

  it('tells which cluster holds the one chosen at any size of the map', async () => {
    const engine = await make();
    const place = await engine.find('Vélorution');
    const holders = Array.from({ length: 400 }, async (_, step) => {
      const found = await engine.clusters({ box: BRITTANY, radius: 0.0001 + step * 0.000_000_7, selected: place });
      return found.place[found.holder];
    });
    expect([...new Set(await Promise.all(holders))]).toEqual([place]);
  });
});

describe('an engine', () => {
  it('reads the details of the first page with the first counts, and the words typed, nothing else', async () => {
    const many = [...new Array(70).keys()].map((n) => inTown(`Association ${n + 100}`, 'Brest', '29019', {}));
    const folder = folderOf(many, { around: AROUND });
    const engine = await opened(folder);
    await engine.counts(NO_QUERY);
    const first = folder.asked.filter((file) => file.startsWith('details/'));
    expect(first.length).toBeGreaterThan(0);
    expect(folder.asked).toEqual(['columns', ...first]);
    expect(await engine.page(0, 50)).toHaveLength(50);
    expect(await engine.page(0, 2)).toHaveLength(2);
    expect(folder.asked).toEqual(['columns', ...first]);
    await engine.counts({ ...NO_QUERY, words: 'brest' });
    expect(folder.asked).toEqual(['columns', ...first, 'words/b']);
    expect(await engine.page(60, 70)).toHaveLength(10);
  });

  it('says what is wrong with the details of the first page to whoever asks for the page', async () => {
    const folder = folderOf(members);
    const engine = await opened(folder);
    folder.files.delete('details/0');
    expect((await engine.counts(NO_QUERY)).all.n).toBe(5);
    await expect(engine.page(0, 1)).rejects.toThrow('no such file: details/0');
  });

  it('asks again for details that could not be had', async () => {
    const folder = folderOf(members);
    const engine = await opened(folder);
    const kept = folder.files.get('details/0');
    folder.files.delete('details/0');
    await expect(engine.page(0, 1)).rejects.toThrow('no such file: details/0');
    if (kept) folder.files.set('details/0', kept);
    expect(await engine.page(0, 1)).toHaveLength(1);
  });

  it('filters as a walk over the entries does', async () => {
    const some = fc.array(fc.nat(4), { maxLength: 12 });
    const facet = (values: readonly string[]) => fc.subarray([...values]);
    const query = fc.record({
      college: facet(['associations', 'mutuelles', 'none']),
      departement: facet(['departement-29', 'departement-35']),
      territory: fc.constantFrom(undefined, 'region-53', 'commune-29019', 'departement-1'),
    });
    await fc.assert(
      fc.asyncProperty(some, query, async (picks, { college, departement, territory }) => {
        const list = picks.map((n, index) => ({ ...(members[n] ?? entry('x')), id: `m${index}` }));
        const facets = { college, departement };
        const has = (chosen: readonly string[], value: string | null) =>
          chosen.length === 0 || chosen.includes(value ?? '');
        const expected = list
          .filter((each) => has(college, each.college) && has(departement, each.departement))
          .filter(({ lineage }) => !territory || lineage.includes(territory))
          .map(({ id }) => id);
        const found = await names(inMemory(list), { facets, ...(territory ? { territory } : {}) });
        expect([...found].sort()).toEqual([...expected].sort());
      }),
    );
  });

  it('finds initials and compounds however they are written', async () => {
    const folder = folderOf([
      inTown('S.C.I.C. Éco-lieu', 'Brest', '29019', { activities: ['co-working'] }),
      ...members,
    ]);
    for (const engine of [await opened(folder), inMemory([inTown('S.C.I.C. Éco-lieu', 'Brest', '29019')])]) {
      for (const words of ['scic', 'S.C.I.C', 'ecolieu', 'éco-lieu'])
        expect((await engine.counts({ ...NO_QUERY, words }, 0)).shown.n).toBe(1);
    }
  });

  it('lets the last of two queries that cross have the last word', async () => {
    const folder = folderOf(members);
    const engine = await opened(folder);
    const [, last] = await Promise.all([
      engine.counts({ ...NO_QUERY, words: 'vélorution' }),
      engine.counts({ ...NO_QUERY, facets: { college: ['mutuelles'] } }),
    ]);
    expect(last.shown.n).toBe(1);
    expect((await engine.page(0, 9)).map(({ id }) => id)).toEqual(['Mutuelle de l’Ouest']);
  });

  it('keeps the lists of those who share it apart', async () => {
    const engine = inMemory(members);
    await engine.counts({ ...NO_QUERY, facets: { college: ['mutuelles'] } }, 1);
    await engine.counts({ ...NO_QUERY, facets: { college: ['scop'] } }, 2);
    const [one, two] = await Promise.all([engine.page(0, 9, 1), engine.page(0, 9, 2)]);
    expect([one, two].map((rows) => rows.map(({ id }) => id))).toEqual([
      ['Mutuelle de l’Ouest'],
      ['Théâtre du Roseau'],
    ]);
    expect((await engine.clusters({ box: BRITTANY, radius: 0.001, selected: null }, 2)).count).toHaveLength(0);
    expect(await engine.rank(2, 1)).toBe(0);
  });

  it('tells over a port why it could not open', async () => {
    const { port1, port2 } = new MessageChannel();
    serveEngine(port1, async () => {
      await openColumns('columns.bin', async () => new TextEncoder().encode('<html>'));
      return { engine: inMemory([]), told: null };
    });
    const remote = remoteEngine(port2);
    port1.start();
    port2.start();
    await expect(remote.open(null)).rejects.toMatchObject({ code: 'html' });
    await expect(remote.counts(NO_QUERY)).rejects.toMatchObject({ code: 'html' });
    port1.close();
  });
});

describe('clusters', () => {
  const spot = (id: string, lon: number, lat: number) => entry(id, { position: at(lon, lat) });
  const radius = 0.0003;

  it('hold every point of the view once, whatever is looked at', async () => {
    const points = fc.array(
      fc.tuple(fc.double({ min: -5, max: -1, noNaN: true }), fc.double({ min: 47.2, max: 48.8, noNaN: true })),
    );
    await fc.assert(
      fc.asyncProperty(points, fc.constantFrom(0.00001, 0.001, 0.02), async (list, near) => {
        const engine = inMemory(list.map(([lon, lat], n) => spot(`p${n}`, lon, lat)));
        const { count, position, box } = await engine.clusters({ box: BRITTANY, radius: near, selected: null });
        expect(count.reduce((sum, n) => sum + n, 0)).toBe(list.length);
        for (const n of count.keys()) {
          const [lon = 0, lat = 0] = position.subarray(n * 2);
          const [west = 0, south = 0, east = 0, north = 0] = box.subarray(n * 4);
          expect(lon >= west - 1e-9 && lon <= east + 1e-9 && lat >= south - 1e-9 && lat <= north + 1e-9).toBe(true);
          // Places drawn as one are near: no farther across than a cell and a radius on both sides.
          expect(worldX(east) - worldX(west)).toBeLessThanOrEqual(near * 3);
        }
      }),
    );
  });

  it('are one at one place, however many are there', async () => {
    const engine = inMemory([...new Array<number>(5000).keys()].map((n) => spot(`p${n}`, -4.486, 48.39)));
    const { count, box } = await engine.clusters({ box: BRITTANY, radius, selected: null });
    expect([...count]).toEqual([5000]);
    expect([box[0], box[1]]).toEqual([box[2], box[3]]);
  });

  it('do not change while the view is moved a little', async () => {
    const spread = [...new Array<number>(400).keys()].map((n) =>
      spot(`p${n}`, -4.9 + ((n * 7919) % 1000) / 300, 47.4 + ((n * 104729) % 1000) / 900),
    );
    const engine = inMemory(spread);
    const [here, there] = await Promise.all(
      [0, 0.2].map((by) => engine.clusters({ box: [-4 + by, 47.8, -3 + by, 48.4], radius, selected: null })),
    );
    const inside = (clusters: typeof here) =>
      [...(clusters?.count.keys() ?? [])].flatMap((n) => {
        const [lon = 0, lat = 0] = clusters?.position.subarray(n * 2) ?? [];
        const isSeen = lon > -3.8 && lon < -3 && lat > 47.8 && lat < 48.4;
        return isSeen ? [`${clusters?.count[n]} ${lon} ${lat}`] : [];
      });
    expect(inside(here).length).toBeGreaterThan(10);
    expect(inside(there)).toEqual(inside(here));
  });
});
