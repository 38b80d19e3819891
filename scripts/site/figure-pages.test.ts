import { describe, expect, it } from 'vitest';
import { siteFigurePages } from './figure-pages.ts';

const pages = await siteFigurePages(undefined, '2025-03-10');
const textOf = (file: string): string => Buffer.from(pages.get(file) ?? []).toString();

describe('the pages of figures of the site', () => {
  it('are one for each figure, map, list and agenda, with its card', () => {
    for (const key of [
      'indicator.members-stock.fr',
      'member-map.fr',
      'event-agenda.fr',
      'breakdown.by-college.members-stock.fr',
    ])
      expect([key, pages.has(`f/${key}/index.html`), pages.has(`images/${key}.svg`)]).toEqual([key, true, true]);
    expect([...pages.keys()].filter((file) => !/^(?:f|images)\//.test(file))).toEqual([]);
  });

  it('read well without script, and lead to the data and the widgets of the site', () => {
    const page = textOf('f/indicator.members-stock.fr/index.html');
    expect(page).toContain('<strong>117</strong>');
    expect(page).toContain('src="../../ess/ess.js" data-src="../../data/manifest.json"');
    expect(page).toMatch(/<h1>Au 31 décembre 2024, la Cress Bretagne compte 117\sadhérents/);
  });

  it('have a card that says the figure, its day and its publisher', () => {
    const card = textOf('images/indicator.members-stock.fr.svg');
    for (const said of ['>Adhérents<', '>117\u00a0adhérents<', '>au 31 décembre 2024<', '>Cress Bretagne<'])
      expect(card).toContain(said);
  });
});
