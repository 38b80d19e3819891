import { gzipSync } from 'node:zlib';
import {
  type CommuneTable,
  communesOfFrance,
  createPlacer,
  findCommune,
  placeFirst,
  placeInFrance,
} from '@ess-widgets/core/geo';
import { type CommuneLocator, normaliseName, type Town, withArticle } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { DEPARTEMENTS_OF } from '../src/regions.ts';
import { type CommuneRow, readCommunes } from './communes.ts';
import { referenceFiles } from './reference.ts';

const communes = readCommunes();
const files = referenceFiles(communes);
const rows = [...communes.byInsee.values()];

/** Reads the files as a page would, and notes which. */
function reading() {
  const read: string[] = [];
  let [open, most] = [0, 0];
  const get = async (path: string): Promise<unknown> => {
    read.push(path);
    most = Math.max(most, (open += 1));
    await Promise.resolve();
    open -= 1;
    const text = files.get(path);
    if (text === undefined) throw new Error(`no ${path}`);
    return JSON.parse(text);
  };
  return { get, read, most: () => most };
}

const place = async (towns: readonly Town[]): Promise<CommuneLocator> => placeInFrance(reading().get, towns);

/** Numbers from 0 to 1, the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Towns of five regions and of Réunion, fifty of each, as many large ones as small ones. */
const SAMPLE = ['76', '84', '32', '93', '75', '04'].flatMap((region, at) => {
  const random = numbers(40 + at);
  const of = rows
    .filter(({ departement, postal }) => DEPARTEMENTS_OF[region]?.includes(departement) && postal.length > 0)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  const pick = (list: readonly CommuneRow[]) => list[Math.floor(random() * list.length)] as CommuneRow;
  return Array.from({ length: 50 }, (_, n) => pick(n % 2 ? of : of.slice(0, Math.ceil(of.length / 10))));
});

describe('the communes of France, in shards', () => {
  it('are all there, each in the file of its département, which is small', () => {
    const shards = [...files].filter(([name]) => name.startsWith('communes/'));
    expect(shards).toHaveLength(109);
    const sizes = shards.map(([, text]) => gzipSync(text, { level: 9 }).length).sort((a, b) => a - b);
    expect(sizes.at(-1)).toBeLessThanOrEqual(9_200);
    expect(sizes[54]).toBeLessThanOrEqual(3_900);
    const names = [...files].filter(([name]) => /^names\/\d/.test(name)).map(([, text]) => gzipSync(text).length);
    expect(Math.max(...names)).toBeLessThanOrEqual(5_200);
  });

  it('are what the sources say, positions to 100 m', async () => {
    const known = rows.map(({ departement }) => departement);
    const table = await communesOfFrance(reading().get, [...new Set(known)]);
    expect(table?.communes).toHaveLength(34_969);
    const far = (a: number, b: number): boolean => Math.abs(a - b) > 0.00051;
    const wrong = rows.filter(({ insee, name, departement, position, postal, epci }) => {
      const found = table?.byInsee.get(insee);
      const at = found?.position;
      const isNear =
        position && at ? !far(position.lon, at.lon) && !far(position.lat, at.lat) : position === (at ?? null);
      const isSame =
        found?.name === name && found.departement === departement && found.epci?.siren === (epci ?? undefined);
      return !isSame || !isNear || found.postal.join() !== postal.join();
    });
    expect(wrong).toEqual([]);
    const lost = communes.former.filter(({ insee, name, now }) => {
      if (!table?.byInsee.has(now) || table.byInsee.get(now)?.name === name) return false;
      const named = table.formerByName.get(normaliseName(name)) ?? [];
      return table.formerByInsee.get(insee)?.insee !== now || !named.some((each) => each.insee === now);
    });
    expect(lost).toEqual([]);
  });

  it('know each name, of today and before, in the départements that have it, and no other text', async () => {
    const where = new Map<string, Set<string>>();
    const note = (name: string, departement = ''): void => {
      where.set(withArticle(name), (where.get(withArticle(name)) ?? new Set()).add(departement));
    };
    for (const { name, departement } of rows) note(name, departement);
    for (const { name, now } of communes.former) note(name, communes.byInsee.get(now)?.departement);
    const towns = [...where.keys()].map((commune): Town => ({ commune }));
    const others = towns.map(({ commune = '' }): Town => ({ commune: `${commune} nord` }));
    const locate = await place([...towns, ...others]);
    const wrong = towns.filter((town) => {
      const found = locate(town);
      const bare = normaliseName(town.commune ?? '');
      // A name that no article stands in front of may be that of those with one.
      const keys =
        bare === town.commune ? ['', 'le ', 'la ', 'les ', 'l '].map((article) => article + bare) : [town.commune];
      const all = new Set(keys.flatMap((key) => [...(where.get(key ?? '') ?? [])]));
      if (found.kind === 'found') return all.size > 1 || !all.has(communes.byInsee.get(found.insee)?.departement ?? '');
      const isInAll = found.kind === 'ambiguous' && found.candidates.every((each) => /\((\w+)\)$/.test(each));
      return !isInAll || (all.size > 1 && found.candidates.length !== all.size);
    });
    expect(wrong).toEqual([]);
    const said = others.filter((town) => !where.has(town.commune ?? '')).map((town) => locate(town).kind);
    expect(new Set(said)).toEqual(new Set(['unknown']));
  });

  it('place 300 towns of five regions and Réunion by their postal codes, none in another département', async () => {
    const towns = SAMPLE.map(({ name, postal: [postcode = ''] }): Town => ({ commune: name, postcode }));
    const locate = await place(towns);
    const missed = towns.flatMap((town, at) => {
      const found = locate(town);
      return found.kind === 'found' && found.insee === SAMPLE[at]?.insee ? [] : [{ town, found }];
    });
    expect(SAMPLE).toHaveLength(300);
    expect(missed).toEqual([]);
  });

  it('place them by their names alone where one département has the name, and else tell which have it', async () => {
    const towns = SAMPLE.map(({ name }): Town => ({ commune: name }));
    const locate = await place(towns);
    const kinds = { found: 0, ambiguous: 0, unknown: 0 };
    for (const [at, { insee, departement }] of SAMPLE.entries()) {
      const found = locate(towns[at] ?? {});
      kinds[found.kind] += 1;
      if (found.kind === 'found') expect(found.insee).toBe(insee);
      if (found.kind === 'ambiguous') expect(found.candidates.join()).toContain(`(${departement}`);
    }
    expect(kinds.unknown).toBe(0);
    expect(kinds.found).toBeGreaterThan(230);
  });

  it('place them by a column of the département, as a code or as a name', async () => {
    const names = { '31': 'Haute-Garonne', '974': 'LA REUNION' } as Record<string, string>;
    const towns = SAMPLE.map(
      ({ name, departement }): Town => ({
        commune: name.toUpperCase(),
        departement: names[departement] ?? departement,
      }),
    );
    const locate = await place(towns);
    for (const [at, { departement }] of SAMPLE.entries()) {
      const found = locate(towns[at] ?? {});
      if (found.kind === 'found') expect(communes.byInsee.get(found.insee)?.departement).toBe(departement);
      else expect(found, SAMPLE[at]?.name).toMatchObject({ kind: 'ambiguous' });
    }
  });

  it('never put a town in a wrong département where the same name is in several', async () => {
    const names = new Map<string, Set<string>>();
    for (const { name, departement } of rows)
      names.set(normaliseName(name), (names.get(normaliseName(name)) ?? new Set()).add(departement));
    const several = rows.filter(({ name }) => (names.get(normaliseName(name))?.size ?? 0) > 1).slice(0, 400);
    const towns = several.map(({ name }): Town => ({ commune: name }));
    const locate = await place(towns);
    for (const [at, { insee }] of several.entries()) {
      const found = locate(towns[at] ?? {});
      if (found.kind === 'found') expect(found.insee).toBe(insee);
    }
    const asked = await place([{ commune: 'Saint-Denis' }]);
    expect(asked({ commune: 'Saint-Denis' })).toEqual({
      kind: 'ambiguous',
      candidates: expect.arrayContaining(['Saint-Denis (93)', 'Saint-Denis (974)']) as string[],
    });
  });
});

describe('a list', () => {
  it('asks for the files of its codes alone, four at once', async () => {
    const { get, read, most } = reading();
    const towns = ['31000', '34000', '46000', '81000', '09000', '65000'].map((postcode) => ({ postcode }));
    await placeInFrance(get, towns);
    expect(read.sort()).toEqual(['09', '31', '34', '46', '65', '81'].map((code) => `communes/${code}.json`));
    expect(most()).toBe(4);
  });

  it('asks for none where the communes of the network know its towns', async () => {
    const { get, read } = reading();
    const table = await communesOfFrance(reading().get, ['29']);
    const own: CommuneLocator = ({ commune = '' }) => {
      const found = table && findCommune(table, commune);
      return found && 'commune' in found
        ? { kind: 'found', insee: found.commune.insee, name: found.commune.name, position: null }
        : { kind: 'unknown' };
    };
    await placeFirst(own, [{ commune: 'Brest' }, { commune: 'Quimper' }], get);
    expect(read).toEqual([]);
    const locate = await placeFirst(own, [{ commune: 'Brest' }, { commune: 'Albi', postcode: '81000' }], get);
    expect(read).toEqual(['communes/81.json']);
    expect(locate?.({ commune: 'Brest' })).toMatchObject({ insee: '29019' });
    expect(locate?.({ commune: 'Albi', postcode: '81000' })).toMatchObject({ insee: '81004' });
  });

  it('of other places leaves a name alone that the network shares with others to its author', async () => {
    const own = await communesOfFrance(reading().get, ['35']).then((table) => createPlacer(table as CommuneTable));
    const beyond = [{ commune: 'Albi' }, { commune: 'Foix' }, { commune: 'Sainte-Marie' }, { commune: 'Rennes' }];
    const elsewhere = await placeFirst(own, [...beyond, { commune: 'Tarbes' }], reading().get);
    expect(elsewhere?.({ commune: 'Sainte-Marie' }).kind).toBe('ambiguous');
    expect(elsewhere?.({ commune: 'Rennes' })).toMatchObject({ insee: '35238' });
    const home = await placeFirst(own, beyond.slice(1), reading().get);
    expect(home?.({ commune: 'Sainte-Marie' })).toMatchObject({ insee: '35294' });
  });

  it('is placed by its own communes where those of France cannot be had', async () => {
    const own: CommuneLocator = () => ({ kind: 'unknown', elsewhere: '81' });
    expect(await placeFirst(own, [{ postcode: '81000' }], () => Promise.reject(new Error('gone')))).toBe(own);
    await expect(placeFirst(null, [{ postcode: '81000' }], () => Promise.reject(new Error('gone')))).rejects.toThrow(
      'gone',
    );
  });

  it('finds the communes whose postal code begins like that of another département, and those of Corsica', async () => {
    const strange = rows.filter(
      ({ departement, postal }) =>
        departement.length === 2 && !/^2[AB]/.test(departement) && postal.some((code) => !code.startsWith(departement)),
    );
    expect(strange.length).toBeGreaterThan(5);
    const corsican = rows.filter(({ departement }) => /^2[AB]/.test(departement)).slice(0, 20);
    const all = [...strange, ...corsican].filter(({ postal }) => postal.length > 0);
    const towns = all.map(({ name, departement, postal }): Town => {
      const postcode = postal.find((code) => !code.startsWith(departement)) ?? '';
      return { commune: name, postcode };
    });
    const locate = await place(towns);
    for (const [at, { insee }] of all.entries())
      expect(locate(towns[at] ?? {}), towns[at]?.commune).toMatchObject({ insee });
  });

  it('knows Paris, Lyon and Marseille by their arrondissements', async () => {
    const towns: readonly Town[] = [
      { commune: 'Paris 12', postcode: '75012' },
      { commune: 'Paris 12e' },
      { commune: 'LYON 3EME', postcode: '69003' },
      { commune: 'Marseille 8e arrondissement' },
      { commune: 'Toulouse Cedex 9', postcode: '31059' },
    ];
    const locate = await place(towns);
    expect(towns.map((town) => locate(town)).map((found) => found.kind === 'found' && found.insee)).toEqual([
      '75056',
      '75056',
      '69123',
      '13055',
      '31555',
    ]);
  });

  it('takes no code of another country for one of France', async () => {
    const towns: readonly Town[] = [
      { commune: 'Bruxelles', postcode: '01000', written: { postcode: '1000' } },
      { commune: 'Madrid', postcode: '28001' },
      { commune: 'Barcelona', postcode: '08001' },
      { commune: 'Genève', postcode: '01204', written: { postcode: '1204' } },
      { commune: 'Monaco', postcode: '98000' },
      { commune: 'constructor' },
      { commune: '42' },
    ];
    const locate = await place(towns);
    for (const town of towns) expect(locate(town), town.commune).toMatchObject({ kind: 'unknown' });
    const eaten = { commune: 'Bourg en Bresse', postcode: '01000', written: { postcode: '1000' } };
    expect((await place([eaten]))(eaten)).toMatchObject({ insee: '01053' });
  });
});

describe('a position', () => {
  it('is that of a commune of its postal code where it has none, and says so; without one there is none', async () => {
    const { get } = reading();
    const codes = [...new Set(rows.map(({ departement }) => departement))];
    const counts = { commune: 0, postal: 0, none: 0 };
    const people = { commune: 0, postal: 0, none: 0 };
    for (const code of codes) {
      const of = rows.filter(({ departement }) => departement === code);
      const locate = await placeInFrance(get, [{ insee: of[0]?.insee ?? '' }]);
      for (const { insee, population } of of) {
        const found = locate({ insee });
        if (found.kind !== 'found') throw new Error(insee);
        const kind = (found.position?.precision ?? 'none') as keyof typeof counts;
        counts[kind] += 1;
        people[kind] += population ?? 0;
        if (found.position) expect(found.position.territory).toBe(`commune-${insee}`);
      }
    }
    expect(counts.commune + counts.postal + counts.none).toBe(34_969);
    expect(counts.none).toBeLessThan(1_400);
    expect(counts.commune).toBeGreaterThan(14_700);
    expect(people.commune).toBeGreaterThan(10 * people.postal);
    expect(people.none / people.commune).toBeLessThan(0.015);
  });
});

describe('a group of communes in two départements', () => {
  it('lies in a part of both, though a list needs the file of one', async () => {
    const group = communes.epci.find(
      ({ members }) => new Set(members.map((code) => communes.byInsee.get(code)?.departement)).size > 1,
    );
    const [member = ''] = group?.members ?? [];
    const found = (await place([{ insee: member }]))({ insee: member });
    const within = found.kind === 'found' ? (found.within ?? []) : [];
    expect(within[0]).toMatchObject({ id: `epci-${group?.siren}`, parents: [] });
    expect(within[0]?.overlaps?.length).toBeGreaterThan(1);
  });
});
