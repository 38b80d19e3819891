import { afterAll, describe, expect, it } from 'vitest';
import type { DiffReport } from '../contract/diff-report.ts';
import { dataset, event, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

const stock = (year: string, value: number) =>
  observation('members-stock', value, 'members', { period: `${year}-12-31` });
write('2023.json', dataset({ observations: [stock('2023', 114)] }, { periods: ['2023'], updated: '2024-03-01' }));
write(
  '2024.json',
  dataset({ observations: [stock('2024', 117)], events: [event('fair', { place: 'Brest' }), event('walk')] }),
);
write(
  'later.json',
  dataset({
    observations: [stock('2024', 117)],
    events: [event('fair', { place: 'Rennes', count: 2 }), event('talk')],
  }),
);

async function diffOf(line: string): Promise<DiffReport> {
  const { status, out, err } = await ess(`diff ${line} --json`, { cwd: folder });
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('two versions of a data set', () => {
  it('differ by records added, removed and changed, with the fields that changed', async () => {
    const { summary, collections, indicators } = await diffOf('2024.json later.json');
    expect(summary).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(collections).toEqual([
      {
        collection: 'events',
        added: [{ id: 'talk', name: 'talk' }],
        removed: [{ id: 'walk', name: 'walk' }],
        changed: [
          {
            id: 'fair',
            name: 'fair',
            fields: [
              { field: 'count', before: 1, after: 2 },
              { field: 'place', before: 'Brest', after: 'Rennes' },
            ],
          },
        ],
      },
    ]);
    expect(indicators.map(({ indicator }) => indicator)).not.toContain('members-stock');
  });

  it('are told apart in text', async () => {
    const { status, out } = await ess('diff 2024.json later.json', { cwd: folder });
    expect(status).toBe(0);
    expect(out).toMatch(/^2024\.json → later\.json\n\nevents {2}\+1 −1 ~1\n {2}\+ talk/);
    expect(out).toContain('place\u00a0: "Brest" → "Rennes"');
    expect(out).toContain('Fiches : 1 de plus, 1 de moins, 1 modifiée.');
  });

  it('that are the same have no difference', async () => {
    expect(await diffOf('2024.json 2024.json')).toMatchObject({ collections: [], indicators: [] });
    expect((await ess('diff 2024.json 2024.json', { cwd: folder })).out).toContain('Aucune différence.');
    expect((await ess('diff 2024.json 2024.json --lang en', { cwd: folder })).out).toContain('No difference.');
  });

  it('end with 1 where something changed, when that is asked for', async () => {
    expect((await ess('diff 2024.json later.json --exit-code', { cwd: folder })).status).toBe(1);
    expect((await ess('diff 2024.json 2024.json --exit-code', { cwd: folder })).status).toBe(0);
  });
});

describe('two years', () => {
  it('have their indicators compared, each at its own period, with the change', async () => {
    const { indicators } = await diffOf('2023.json 2024.json');
    expect(indicators.find(({ indicator }) => indicator === 'members-stock')).toMatchObject({
      before: { period: '2023', quantity: { value: 114 } },
      after: { period: '2024', quantity: { value: 117 } },
      change: { absolute: { value: 3, unit: 'members' } },
    });
    const { out } = await ess('diff 2023.json 2024.json', { cwd: folder });
    expect(out).toMatch(/^ {2}members-stock +Adhérents +114\sadhérents \(2023\) +→ 117\sadhérents \(2024\) +\+3$/m);
  });

  it('may be in one data set', async () => {
    write(
      'both.json',
      dataset(
        { observations: [stock('2023', 114), { ...stock('2024', 117), id: 'now' }] },
        { periods: ['2023', '2024'] },
      ),
    );
    const { collections, indicators } = await diffOf('both.json both.json --period 2023,2024');
    expect(collections).toEqual([]);
    expect(indicators.find(({ indicator }) => indicator === 'members-stock')?.change).toMatchObject({
      absolute: { value: 3 },
    });
  });

  it('have no change where one of the values is not known', async () => {
    write('none.json', dataset({ observations: [] }));
    const { indicators } = await diffOf('none.json 2024.json');
    const found = indicators.find(({ indicator }) => indicator === 'members-stock');
    expect(found).toMatchObject({ before: { quantity: null }, after: { quantity: { value: 117 } } });
    expect(found?.change).toBeUndefined();
  });
});

describe('a comparison', () => {
  it.each([
    ['2024.json', 'quels jeux de données ?'],
    ['2024.json nowhere.json', 'fichier introuvable : nowhere.json'],
    ['2024.json 2023.json 2022.json', '« 2022.json » est de trop'],
    ['2024.json 2023.json --period 2023,soon', 'n’est ni une période ni deux'],
  ])('of `%s` is refused: %s', async (line, said) => {
    const { status, out, err } = await ess(`diff ${line}`, { cwd: folder });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
