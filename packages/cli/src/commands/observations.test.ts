import type { Observation } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { dataset, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const BRETAGNE = 'observations packages/bretagne/data';

async function observationsOf(line: string): Promise<readonly Observation[]> {
  const { status, out, err } = await ess(`${line} --json`);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('the published figures', () => {
  it('are listed with their section, page, value and period', async () => {
    const { status, out } = await ess(`${BRETAGNE} --section I.1.a`);
    expect(status).toBe(0);
    expect(out).toMatch(/^I\.1\.a +p\. 4 +Adhérents +117\sadhérents +31 décembre 2024 +members-stock$/m);
    expect(out).toMatch(/^\d+ chiffres publiés$/m);
    expect((await ess(`${BRETAGNE} --section I.1.a --lang en`)).out).toMatch(/ Members +117\smembers /);
  });

  it('are observations in JSON: those of a section and of what is in it', async () => {
    const all = await observationsOf(BRETAGNE);
    const inside = await observationsOf(`${BRETAGNE} --section I.1`);
    const sections = new Set(inside.map(({ source }) => source.section));
    expect(all.length).toBeGreaterThan(inside.length);
    expect([...sections].every((section) => section?.startsWith('I.1.') || section === 'I.1')).toBe(true);
    expect(sections.size).toBeGreaterThan(1);
  });

  it('are those of an indicator and of a period', async () => {
    const stock = await observationsOf(`${BRETAGNE} --indicator members-stock --period 2024-12-31`);
    expect(stock.length).toBeGreaterThan(1);
    expect(new Set(stock.map(({ indicator, period }) => `${indicator} ${period}`)).size).toBe(1);
  });

  it('say in which document they stand, where there are several, and one alone is one', async () => {
    const { path: cwd, write, remove } = temporaryFolder();
    const of = (id: string, document: string) => ({
      ...observation('members-stock', 52),
      id,
      source: { document, section: '1.1', page: 4 },
    });
    write('years.json', dataset({ observations: [of('a', 'rapport-2023'), of('b', 'rapport-2024')] }));
    write('year.json', dataset({ observations: [of('a', 'rapport-2023')] }));
    const [years, year] = [await ess('observations years.json', { cwd }), await ess('observations year.json', { cwd })];
    remove();
    expect(years.out).toMatch(/2 chiffres publiés\n\nrapport-2023 +1\.1 +p\. 4 .*\nrapport-2024 +1\.1 +p\. 4 /);
    expect(year.out).toMatch(/1 chiffre publié\n\n1\.1 +p\. 4 /);
  });

  it('are a table for spreadsheets', async () => {
    const { out } = await ess(`${BRETAGNE} --indicator members-left --csv`);
    const [header = '', line = ''] = out.replace('\ufeff', '').replaceAll('"', '').split('\r\n');
    const cell = (name: string) => line.split(';')[header.split(';').indexOf(name)];
    expect(['section', 'page', 'value', 'unit', 'printed', 'op'].map(cell)).toEqual([
      'I.1.a',
      '4',
      '6',
      'members',
      'Six',
      '',
    ]);
  });

  it.each([
    [`${BRETAGNE} --section XII`, 'aucun chiffre publié pour XII dans ces données. Il y en a pour : '],
    [`${BRETAGNE} --indicator nothing`, 'aucun chiffre publié pour nothing dans ces données. Il y en a pour : '],
    [`${BRETAGNE} --period soon`, '--period soon n’est pas une période'],
    [`${BRETAGNE} --json --csv`, 'pas les deux'],
    [`${BRETAGNE} members-stock`, '« members-stock » est de trop'],
    ['observations', 'quel jeu de données ?'],
  ])('`%s` says what there is instead', async (line, said) => {
    const { status, out, err } = await ess(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
