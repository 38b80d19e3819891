import { describe, expect, it } from 'vitest';
import { readAnswers } from '../testing/read-answers.ts';
import { jsonld } from './jsonld.ts';

const SRC = 'https://site.example/agenda/';

const event = {
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: 'Caf&eacute; de l’ESS',
  startDate: '2026-03-30T18:00:00+02:00',
  endDate: '2026-03-30T20:00:00+02:00',
  location: {
    '@type': 'Place',
    name: 'Salle du port',
    address: { '@type': 'PostalAddress', streetAddress: '2 quai', addressLocality: 'Brest', postalCode: '29200' },
    geo: { latitude: '48.39', longitude: '-4.49' },
  },
};
const page = (...things: readonly unknown[]): string =>
  `<!doctype html><html><head>${things
    .map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`)
    .join('')}</head><body><h1>Agenda</h1></body></html>`;
const load = (
  body: unknown,
  options?: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
) => readAnswers(jsonld, SRC, { [SRC]: body, ...more }, options);

describe('what a page describes', () => {
  it('is an event, with its place', async () => {
    const { events } = await load(page(event));
    expect(events).toMatchObject([
      {
        title: { fr: 'Café de l’ESS' },
        date: '2026-03-30',
        startsAt: '2026-03-30T18:00:00+02:00',
        endsAt: '2026-03-30T20:00:00+02:00',
        place: 'Salle du port',
        position: { lat: 48.39, lon: -4.49 },
      },
    ]);
  });

  it.each([
    ['a graph', page({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', name: 'x' }, event] })],
    ['a list', page([event])],
    ['a list of items', page({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: event }] })],
    ['a file', event],
    ['a file of several', { '@graph': [event] }],
    [
      'a description beside one that is broken',
      page(event).replace('<body>', '<script type="application/ld+json">{oh</script><body>'),
    ],
  ])('is found in %s', async (_what, body) => {
    expect((await load(body)).events).toMatchObject([{ title: { fr: 'Café de l’ESS' } }]);
  });

  it('is each of several events, those of one page with one id too', async () => {
    const one = { ...event, '@id': SRC };
    const { events } = await load(page(one, { ...one, startDate: '2026-04-06T18:00:00+02:00' }));
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  it('is online where one of its places is', async () => {
    const location = [{ '@type': 'VirtualLocation', url: 'https://visio.example/' }, event.location];
    expect((await load(page({ ...event, location }))).events).toMatchObject([{ online: true, place: 'Salle du port' }]);
    expect((await load(page({ ...event, location: location[0] }))).events).toMatchObject([
      { online: true, place: null },
    ]);
  });

  it.each([
    ['https://schema.org/EventCancelled', 'cancelled'],
    ['EventPostponed', 'postponed'],
    ['https://schema.org/EventScheduled', 'planned'],
  ])('has the status %s as %s', async (eventStatus, status) => {
    expect((await load(page({ ...event, eventStatus }))).events).toMatchObject([{ status }]);
  });

  it('is of the zone that the author names, where its hours have no offset', async () => {
    const bare = page({ ...event, startDate: '2026-03-30T18:00', endDate: undefined });
    expect((await load(bare)).events).toMatchObject([{ startsAt: '2026-03-30T18:00' }]);
    const { events } = await load(bare, { zone: 'America/New_York' });
    expect(Date.parse(events[0]?.startsAt ?? '')).toBe(Date.UTC(2026, 2, 30, 22));
  });

  it('is an organisation where it describes no event', async () => {
    const shop = { '@type': 'LocalBusiness', name: 'Kerhea', address: event.location.address, geo: event.location.geo };
    expect((await load(page(shop))).organisations).toMatchObject([
      { name: 'Kerhea', town: 'Brest', position: { lat: 48.39, lon: -4.49 } },
    ]);
  });

  it('is the calendar that it names, where it describes no event', async () => {
    const html = page().replace(
      '</head>',
      '<link rel="alternate" type="text/calendar" href="/a.ics?x=1&amp;y=2"></head>',
    );
    const ics = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Fête\nDTSTART:20260330\nEND:VEVENT\nEND:VCALENDAR\n';
    const { events } = await load(html, {}, { 'https://site.example/a.ics?x=1&y=2': ics });
    expect(events).toMatchObject([{ title: { fr: 'Fête' } }]);
  });

  it.each([
    ['a page that describes nothing', page()],
    ['a page about itself alone', page({ '@type': 'WebPage', name: 'Agenda' })],
    ['a page to log in', '<!doctype html><form action="/login" method="post"><input type="password"></form>'],
  ])('is nothing in %s', async (_what, body) => {
    await expect(load(body)).rejects.toMatchObject({ code: 'html', details: { url: SRC } });
  });

  it('is no data set where a file is of other things, or is cut', async () => {
    await expect(load({ '@context': 'https://schema.org', '@type': 'Recipe' })).rejects.toMatchObject({
      code: 'format',
    });
    await expect(load('{"@context":')).rejects.toMatchObject({ code: 'syntax' });
  });
});
