import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { lightStill } from '../still.ts';

const event = (id: string, date: string | null, fields: object = {}): object => ({
  ...{ id, title: { fr: `Rencontre ${id}` }, status: 'held', date },
  ...fields,
});

const still = (events: readonly object[], attributes: Readonly<Record<string, string>> = {}) =>
  lightStill(makeDataset({ events }), {
    ...{ tag: 'ess-timeline', attributes: { collections: 'events', ...attributes }, lang: 'fr', today: '2025-03-05' },
  });

const wordsOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the still of a timeline', () => {
  it('heads its years, and leaves the year of a date to be read where its group shows it', () => {
    const { html = '' } =
      still([event('a', '2021-02-03'), event('b', '2024-06'), event('c', '2024-05-01/2024-05-03')]) ?? {};
    expect(wordsOf(html)).toMatch(
      /^Chronologie 3 dates 2021 3 févr. 2021 Rencontre a Événement 2024 1er–3 mai 2024 Rencontre c Événement juin 2024 Rencontre b /,
    );
    expect(html).toContain(
      '<p class="m"><time datetime="2024-06"><strong>juin</strong><span class="x"> 2024</span></time></p>',
    );
    expect(html.match(/<ol>/g)).toHaveLength(2);
  });

  it('says how a date stands, where it is written, and how many have none', () => {
    const source = { document: 'r', section: 'I.1.a', page: 4 };
    const events = [
      event('a', '2024-02-03', { status: 'planned', place: 'Brest', source }),
      event('b', '2024-03-03', { status: 'cancelled' }),
      event('c', null),
    ];
    const { html = '' } = still(events, { period: '2024' }) ?? {};
    expect(wordsOf(html)).toContain('Rencontre a Était prévu Événement, Brest I.1.a, p. 4 ');
    expect(html).toContain('<p class="o">Rencontre b</p>');
    expect(wordsOf(html)).toMatch(/^Chronologie 2024, 2 dates .*1 ligne sans date n’est pas affichée\./);
  });

  it('has fifty dates at first, two hundred behind one control, and says how many are left out', () => {
    const { html = '' } =
      still(
        Array.from({ length: 260 }, (_, at) => event(`${at}`, '2023-05-06')),
        { chart: 'list' },
      ) ?? {};
    expect(html.split('<details>').map((part) => part.match(/<li>/g)?.length)).toEqual([50, 200]);
    expect(html).toContain('<summary>Afficher la suite</summary>');
    expect(html).toContain('<p>et 10 autres</p></details>');
  });

  it('names the year of a strip, which its element draws of one year alone', () => {
    const months = ['01', '02', '03', '04', '05', '06'].map((month) => event(month, `2024-${month}-10`));
    expect(wordsOf(still(months)?.html)).toContain('Chronologie 2024, 6 dates');
    expect(wordsOf(still(months, { chart: 'list' })?.html)).toContain('Chronologie 6 dates');
  });
});
