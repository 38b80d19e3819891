import '@ess-widgets/core/format/all';
import { readdirSync, readFileSync } from 'node:fs';
import { unitWord } from '@ess-widgets/core/format';
import { createTerritoryTree } from '@ess-widgets/core/geo';
import { type CollectionName, isComplete, type Position, period, records } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, checkCollection, readDataset } from './dataset.ts';
import { brokenReferences } from './references.ts';

const DATA = new URL('../data/', import.meta.url);
const dataset = await readDataset();
const list = <N extends CollectionName>(name: N) => records(dataset, name);
const count = <T>(all: readonly T[], keep: (one: T) => boolean): number => all.filter(keep).length;

describe('the records of the data set', () => {
  it.each(COLLECTIONS)('%s match their schema, and no identifier comes twice', (name) => {
    const rows: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, DATA), 'utf8'));
    expect(checkCollection(name, rows).mistakes).toEqual([]);
    expect(list(name).length).toBeGreaterThan(0);
  });

  it('name only records that exist', () => {
    expect(brokenReferences(dataset.collections, dataset.manifest)).toEqual([]);
  });

  it('are written one a line, so that a change of one is a change of one line', () => {
    for (const name of COLLECTIONS) {
      const lines = readFileSync(new URL(`${name}.json`, DATA), 'utf8').split('\n');
      expect(lines.length, name).toBe(list(name).length + 3);
    }
  });
});

describe('the figures of the data set', () => {
  it('count what the widgets have a word for, or are numbers whose label says what they count', () => {
    // Breton: a word that is the same in English, as French has several, would hide a unit that is only spelt.
    const units = new Set(list('observations').map(({ quantity: { unit } }) => unit));
    expect([...units].filter((unit) => unitWord(unit, 2, 'br') === unit)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('list every mistake of every record, by its id', () => {
    const { mistakes } = checkCollection('networks', [{ id: 'a', name: {} }, { name: { fr: 'B' } }, 3]);
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'networks/a',
      'networks/record 2',
      'networks/record 3',
    ]);
  });

  it('find an identifier that is used twice', () => {
    const twice = { id: 'a', name: { fr: 'A' } };
    expect(checkCollection('networks', [twice, twice]).mistakes).toEqual(['networks/a: the id is used twice']);
  });

  it('find a reference that leads nowhere', () => {
    const [membership] = list('memberships');
    const broken = { ...dataset.collections, memberships: [{ ...membership!, organisation: 'nobody' }] };
    expect(brokenReferences(broken, dataset.manifest)).toEqual([
      `${membership!.id}: organisation names "nobody", which is not in organisations`,
    ]);
  });

  it('refuse a dimension that nothing defines', () => {
    const [observation] = list('observations');
    const odd = { ...dataset.collections, observations: [{ ...observation!, dimensions: { colour: 'blue' } }] };
    expect(brokenReferences(odd, dataset.manifest)).toHaveLength(1);
  });
});

describe('the members', () => {
  const ours = list('memberships').filter(({ network }) => network === dataset.manifest.network);

  it('are nine to join and six to leave in 2024, one of them dissolved', () => {
    expect(count(ours, ({ start }) => start?.startsWith('2024') === true)).toBe(9);
    expect(count(ours, ({ end }) => end === '2024')).toBe(6);
    expect(
      ours.filter(({ exitReason }) => exitReason === 'dissolution').map(({ organisation }) => organisation),
    ).toEqual(['le-cric']);
  });

  it('are named for 20 of 117 at the end of 2024, so the list is no count of them', () => {
    const current = ours.filter(({ end }) => !end);
    expect(current).toHaveLength(20);
    expect(current.every(({ college }) => Boolean(college))).toBe(true);
    expect(isComplete(dataset, 'memberships', '2024')).toBe(false);
    expect(isComplete(dataset, 'memberships', '2024', 'flow=joined')).toBe(true);
    expect(isComplete(dataset, 'memberships', '2024', 'flow=left')).toBe(true);
  });

  it('keep the two Pôles that left the collective: they did not leave the Cress', () => {
    const left = list('memberships').filter(({ end }) => end === '2024-12-05');
    expect(left.map(({ organisation }) => organisation)).toEqual(['pole-ess-de-rennes', 'pole-ess-de-ploermel']);
    expect(left.every(({ network }) => network === 'collectif-cress-poles-tag')).toBe(true);
    for (const { organisation } of left) {
      expect(ours.some((membership) => membership.organisation === organisation && !membership.end)).toBe(true);
    }
  });

  it('are published by seven collèges that add up to 117', () => {
    const published = list('observations').filter((o) => o.indicator === 'members-stock' && 'college' in o.dimensions);
    expect(published.map((o) => o.dimensions['college'])).toEqual(list('colleges').map(({ id }) => id));
    expect(list('colleges').map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(published.reduce((total, { quantity }) => total + (quantity.value ?? 0), 0)).toBe(117);
  });

  it('keep the printed date beside the one that was read in it', () => {
    const xylm = ours.find(({ organisation }) => organisation === 'xylm');
    expect(xylm?.start).toBe('2024-10-15');
    expect(xylm?.printed).toEqual({ start: '10/15/2024' });
  });
});

describe('projects and publications', () => {
  it('are 16 school projects in 2023-2024 and 15 under way in 2024-2025', () => {
    expect(count(list('projects'), (project) => project.period === '2023-SY')).toBe(16);
    const next = list('projects').filter((project) => project.period === '2024-SY');
    const of = (kind: string): number => count(next, ({ establishment }) => establishment === kind);
    expect([next.length, of('lycee'), of('college'), of('mfr')]).toEqual([15, 8, 5, 2]);
  });

  it('are in ten communes, as many in each as the report prints', () => {
    const published = list('observations').filter(
      (o) => o.indicator === 'school-projects' && 'commune' in o.dimensions,
    );
    expect(published).toHaveLength(10);
    for (const { dimensions, quantity } of published) {
      const commune = dimensions['commune'] ?? '';
      expect(
        count(list('projects'), (p) => p.programme === 'mon-ess-a-l-ecole' && p.territories.includes(commune)),
        commune,
      ).toBe(quantity.value);
    }
  });

  it('are 15 publications, of 1, 1, 5, 3, 2 and 3 by theme', () => {
    const themes = [
      'institutionnel',
      'education',
      'economie-circulaire',
      'demarches-de-progres',
      'cooperations-rse',
      'filieres',
    ];
    const counts = themes.map((theme) => count(list('publications'), (publication) => publication.theme === theme));
    expect(counts).toEqual([1, 1, 5, 3, 2, 3]);
    expect(list('publications')).toHaveLength(15);
  });
});

describe('positions', () => {
  const tree = createTerritoryTree(
    list('territories').map(({ overlaps, position, ...rest }) => ({
      ...rest,
      ...(overlaps ? { overlaps } : {}),
      ...(position ? { position } : {}),
    })),
  );
  const placed = (['organisations', 'events', 'meetings', 'projects'] as const).flatMap((name) =>
    list(name).flatMap((record): readonly (readonly [string, Position])[] =>
      record.position ? [[`${name}/${record.id}`, record.position]] : [],
    ),
  );

  it('are the point of the territory that they name, at its precision', () => {
    expect(placed.length).toBeGreaterThan(50);
    for (const [id, { territory, ...point }] of placed) {
      const { position, kind } = tree.get(territory ?? '') ?? {};
      expect(point, id).toEqual({ ...position, precision: kind });
    }
  });

  it('are missing where the report places nothing', () => {
    const organisations = new Map(list('organisations').map((one) => [one.id, one]));
    for (const id of ['casden', 'kozh-ensemble', 'horizons-solidaires', 'ess-p-rance']) {
      expect(organisations.get(id)?.position, id).toBeNull();
    }
    for (const event of list('events').filter(({ online }) => online)) expect(event.position, event.id).toBeFalsy();
  });
});

describe('what is planned', () => {
  it('is never held: what comes after the report is planned, what came before is not', () => {
    for (const happening of [...list('events'), ...list('meetings')]) {
      if (!happening.date) continue;
      // A month of which no day is told may have begun.
      const isLater = period(happening.date).last > dataset.manifest.updated;
      expect(happening.status === 'planned', happening.id).toBe(isLater);
    }
  });

  it('is three meetings and six events, and two of five webinars were cancelled', () => {
    expect(list('meetings').filter(({ status }) => status === 'planned')).toHaveLength(3);
    expect(list('events').filter(({ status }) => status === 'planned')).toHaveLength(6);
    const webinars = list('events').filter(({ series }) => series === 'webinaires-collectivites');
    expect(webinars.filter(({ status }) => status === 'cancelled').map((event) => event.count)).toEqual([2]);
    expect(webinars.reduce((total, event) => total + event.count, 0)).toBe(5);
  });
});

describe('the texts', () => {
  const files = readdirSync(DATA).filter((name) => COLLECTIONS.some((known) => name === `${known}.json`));

  it('follow French typography: curly apostrophes, narrow spaces before high punctuation', () => {
    for (const name of files) {
      const text = readFileSync(new URL(name, DATA), 'utf8');
      expect(text.match(/[^"]{0,20}'[^"]{0,20}/g) ?? [], name).toEqual([]);
      expect(text.match(/"fr":"[^"]* [%;:!?»][^"]*"/g) ?? [], name).toEqual([]);
    }
  });

  it('are in French and in English wherever a figure is named', () => {
    for (const { id, label } of list('observations')) {
      expect(label.fr, id).not.toBe('');
      expect(label['en'], id).toBeTruthy();
    }
  });
});
