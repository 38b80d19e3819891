import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { lightStill } from '../still.ts';

const TODAY = '2031-05-10';

const event = (id: string, date: string | null, fields: object = {}): object => ({
  ...{ id, title: { fr: `Rencontre ${id}` }, status: 'planned', date },
  ...fields,
});

const still = (events: readonly object[], attributes: Readonly<Record<string, string>> = {}, today = TODAY) =>
  lightStill(makeDataset({ events }, { updated: '2031-04-02' }), {
    ...{ tag: 'ess-event-agenda', attributes, lang: 'fr', today },
  });

const wordsOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const words = (...given: Parameters<typeof still>): string => wordsOf(still(...given)?.html);
const rowsOf = (html = ''): readonly number[] =>
  html.split('<details>').map((part) => part.match(/<li>/g)?.length ?? 0);
const many = (n: number, date: string, status = 'planned') =>
  Array.from({ length: n }, (_, at) => event(`${status}${at}`, date, { status }));

describe('the still of an agenda', () => {
  it('counts under its title, and says a row as the element does', () => {
    const fields = {
      ...{ startsAt: '2031-06-03T18:30:00+02:00', endsAt: '2031-06-03T20:00:00+02:00', place: 'Brest', online: true },
      ...{ status: 'full', url: 'https://example.org/a' },
    };
    const said = still([event('a', '2031-06-03', fields), event('b', '2031-05-02')]);
    expect(wordsOf(said?.html)).toMatch(
      /^Agenda 2 rendez-vous\s?: 1 à venir, 1 non confirmé À venir 3 juin 2031 Rencontre a Prévu Complet En ligne mardi 3 juin 2031, de 18 h 30 à 20 h, Brest Passés, non confirmés 2 mai 2031 Rencontre b Était prévu Données/,
    );
    expect(said?.html).toContain('<time datetime="2031-06-03T18:30:00+02:00"><strong>3</strong> juin');
    expect(said?.html).toContain('<p><a href="https://example.org/a">Rencontre a</a></p>');
    expect(said?.html).not.toMatch(/dans \d+ jours|demain/);
  });

  it('keeps dates that are called off among those to come, and expires when the first is over', () => {
    const made = still([event('a', '2031-06-03'), event('b', '2031-05-20', { status: 'cancelled' })]);
    expect(made?.html).toMatch(/<p class="o">Rencontre b<\/p><p><span class="t">Annulé/);
    expect(made?.meta.expires).toBe('2031-05-21');
    // Search engines are told of what takes place.
    expect(made?.jsonLd).toHaveLength(1);
  });

  it('says that none is ahead, with the day of the data, and shows as many past dates as the element', () => {
    const made = still(many(260, '2031-03-04', 'held'));
    expect(wordsOf(made?.html)).toContain(
      'Aucune date à venir dans ces données (données du 2 avril 2031 ) Passés 4 mars 2031 Rencontre held0',
    );
    expect(rowsOf(made?.html)).toEqual([50, 200]);
    expect(made?.html).toContain('<p>et 10 autres</p></details>');
    expect(still([event('a', '2031-06-03')])?.html).not.toContain('Aucune date');
  });

  it('has twelve rows at first where a date is ahead, or as many as its author says, and heads each section once', () => {
    const events = [...many(14, '2031-06-03'), ...many(3, '2031-03-04', 'held')];
    const { html = '' } = still(events) ?? {};
    expect(rowsOf(html)).toEqual([12, 5]);
    expect(html.match(/<p class="g">/g)).toHaveLength(2);
    expect(rowsOf(still(events, { limit: '15' })?.html)).toEqual([15, 2]);
    expect(rowsOf(still(events, { limit: '20' })?.html)).toEqual([17]);
  });

  it('tells a period that is over by month: what was planned in it is not confirmed', () => {
    const events = [
      event('a', '2030-02-03', { status: 'held', attendance: { value: 62, op: '=', unit: 'people' } }),
      event('b', '2030-10', { source: { document: 'r', section: 'I.1', page: 3 }, count: 5 }),
      event('c', '2031-06-03'),
    ];
    expect(words(events, { period: '2030' })).toMatch(
      /^L’année en dates 2030 – 2 rendez-vous, dont 1 non confirmé Février 2030 – 1 rendez-vous 3 févr. 2030 Rencontre a 62 participants Octobre 2030 – 1 rendez-vous, dont 1 non confirmé oct. 2030 Rencontre b Non confirmé 5 événements I.1, p. 3 /,
    );
    expect(words(events, { period: '2030' })).not.toContain('Aucune date');
  });

  it('says what it cannot place, and nothing of no event at all', () => {
    expect(words([event('a', '2031-06-03'), event('b', null)], { period: '2031' })).toContain(
      '1 événement sans date ou sans lieu connu n’est pas affiché.',
    );
    expect(words([event('b', null)])).toContain('– date à préciser Rencontre b Prévu date à préciser');
    expect(still([])).toBeNull();
  });
});
