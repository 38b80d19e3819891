import { describe, expect, it } from 'vitest';
import { readAnswers } from '../sources/testing/read-answers.ts';
import { tec } from './formats.ts';

const SRC = 'https://site.example/wp-json/tribe/events/v1/events?per_page=50';

const event = {
  id: 12,
  global_id_lineage: ['site.example?id=12'],
  title: 'Caf&eacute; de l&#8217;ESS',
  url: 'https://site.example/event/cafe/',
  all_day: false,
  start_date: '2026-03-30 18:00:00',
  end_date: '2026-03-30 20:30:00',
  utc_start_date: '2026-03-30 16:00:00',
  utc_end_date: '2026-03-30 18:30:00',
  venue: { venue: 'Salle du port', address: '2 quai', city: 'Brest', zip: '29200', geo_lat: 48.39, geo_lng: -4.49 },
  categories: [{ name: 'Réunions' }, { name: 'D&eacute;bats' }],
  organizer: [],
};

const load = (answer: unknown, more: Readonly<Record<string, unknown>> = {}, src = SRC) =>
  readAnswers(tec, src, { [src]: answer, ...more });

describe('events of The Events Calendar', () => {
  it('have their title in plain text, their place, and the hour of the place with its offset', async () => {
    const { events, categories } = await load({ events: [event] });
    expect(events).toMatchObject([
      {
        id: '12',
        title: { fr: 'Café de l’ESS' },
        date: '2026-03-30',
        startsAt: '2026-03-30T18:00+02:00',
        endsAt: '2026-03-30T20:30+02:00',
        place: 'Salle du port',
        position: { lat: 48.39, lon: -4.49 },
        url: 'https://site.example/event/cafe/',
      },
    ]);
    expect(categories.map(({ label }) => label.fr)).toEqual(['Réunions', 'Débats']);
  });

  it.each([
    ['2026-03-30 05:30:00', '2026-03-30T18:00+12:30'],
    ['2026-03-30 22:00:00', '2026-03-30T18:00-04:00'],
    ['2026-03-30 18:00:00', '2026-03-30T18:00+00:00'],
    [undefined, '2026-03-30T18:00'],
    ['rubbish', '2026-03-30T18:00'],
  ])('begin, where UTC says %s, at %s', async (utc, startsAt) => {
    const { events } = await load({ events: [{ ...event, utc_start_date: utc }] });
    expect(events[0]?.startsAt).toBe(startsAt);
  });

  it('that last all day have no hour, on each of their days', async () => {
    const { events } = await load({
      events: [{ ...event, all_day: true, start_date: '2026-03-30 00:00:00', end_date: '2026-04-01 23:59:59' }],
    });
    expect(events).toMatchObject([{ date: '2026-03-30/2026-04-01', startsAt: null, endsAt: null }]);
  });

  it.each([
    ['an empty list', [], null],
    ['a list', [event.venue], 'Salle du port'],
    ['nothing', undefined, null],
  ])('have the place that %s says', async (_what, venue, place) => {
    const { events } = await load({ events: [{ ...event, venue }] });
    expect(events[0]?.place ?? null).toBe(place);
  });

  it('are read to the last page, by https where the site names itself by http', async () => {
    const next = 'https://site.example/wp-json/tribe/events/v1/events?page=2';
    const { events, asked } = await load(
      { events: [event], next_rest_url: next.replace('https:', 'http:') },
      { [next]: { events: [{ ...event, id: 13 }], next_rest_url: '' } },
    );
    expect(events.map(({ id }) => id)).toEqual(['12', '13']);
    expect(asked).toEqual([SRC, next]);
  });

  it('are not read at all where a page fails', async () => {
    const next = 'https://site.example/wp-json/tribe/events/v1/events?page=2';
    await expect(load({ events: [event], next_rest_url: next })).rejects.toMatchObject({ code: 'http' });
  });

  it('are read of the newer interface, whose titles and places are otherwise', async () => {
    const src = 'https://site.example/wp-json/tec/v1/events';
    const { events } = await load(
      [
        {
          id: 5,
          link: 'https://site.example/event/fete/',
          title: { rendered: 'F&ecirc;te' },
          start_date: '2026-03-30 18:00:00',
          start_date_utc: '2026-03-30 16:00:00',
          end_date: '2026-03-30 20:00:00',
          end_date_utc: '2026-03-30 18:00:00',
          venues: [{ title: { rendered: 'Salle &amp; cour' }, city: 'Brest' }],
        },
      ],
      {},
      src,
    );
    expect(events).toMatchObject([
      { id: '5', title: { fr: 'Fête' }, startsAt: '2026-03-30T18:00+02:00', place: 'Salle & cour' },
    ]);
  });

  it('are one where the answer is one, and none where it has no list', async () => {
    expect((await load(event)).events).toHaveLength(1);
    expect((await load({ events: [] })).events).toEqual([]);
    await expect(load({ code: 'rest_no_route' })).rejects.toMatchObject({ code: 'format' });
  });
});
