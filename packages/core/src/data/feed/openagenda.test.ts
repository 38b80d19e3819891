import { describe, expect, it } from 'vitest';
import { readAnswers } from '../sources/testing/read-answers.ts';
import { openagenda } from './formats.ts';

const BY_SLUG = 'https://api.openagenda.com/v2/agendas?slug[]=mon-pole';
const EVENTS = 'https://api.openagenda.com/v2/agendas/77/events';
const ASKED = `${EVENTS}?size=300&relative%5B%5D=current&relative%5B%5D=upcoming&relative%5B%5D=passed`;
const KEY = 'abcdef0123456789';

const time = (begin: string, end: string) => ({ begin, end });
const event = {
  uid: 1,
  title: { en: 'General meeting', fr: 'Assemblée &amp; bilan' },
  keywords: { en: ['meeting'], fr: ['réunion'] },
  location: {
    name: 'Salle du port',
    address: '2 quai',
    city: 'Brest',
    postalCode: '29200',
    latitude: 48.39,
    longitude: -4.49,
  },
  timings: [time('2026-03-30T18:00:00+02:00', '2026-03-30T20:00:00+02:00')],
  originAgenda: { uid: 77, slug: 'mon-pole' },
  slug: 'assemblee',
  status: 1,
};

const withKey = (url: string): string => `${url}&key=${KEY}`;
const load = (src: string, answers: Readonly<Record<string, unknown>>, options?: Readonly<Record<string, string>>) =>
  readAnswers(openagenda, src, answers, options);

describe('an agenda of OpenAgenda', () => {
  it('is found by its name, then read with its key', async () => {
    const { events, categories, dataset, asked } = await load(
      BY_SLUG,
      {
        [withKey(BY_SLUG)]: { agendas: [{ uid: 77, title: 'Mon Pôle' }] },
        [withKey(ASKED)]: { total: 1, events: [event] },
      },
      { key: KEY },
    );
    expect(events).toMatchObject([
      {
        title: { fr: 'Assemblée & bilan' },
        date: '2026-03-30',
        startsAt: '2026-03-30T18:00:00+02:00',
        endsAt: '2026-03-30T20:00:00+02:00',
        place: 'Salle du port',
        position: { lat: 48.39, lon: -4.49 },
        status: 'planned',
        url: 'https://openagenda.com/mon-pole/events/assemblee',
      },
    ]);
    expect(categories).toMatchObject([{ dimension: 'theme', label: { fr: 'réunion' } }]);
    expect(dataset.manifest.title).toEqual({ fr: 'Mon Pôle' });
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(dataset)).not.toContain(KEY);
  });

  it('is no agenda where nobody has that name', async () => {
    const empty = load(BY_SLUG, { [withKey(BY_SLUG)]: { agendas: [] } }, { key: KEY });
    await expect(empty).rejects.toMatchObject({ code: 'http', details: { status: 404 } });
  });

  it('gives an event a time, each with its own id', async () => {
    const timings = [
      time('2026-03-30T18:00:00+02:00', '2026-03-30T20:00:00+02:00'),
      time('2026-04-06T18:00:00+02:00', '2026-04-06T20:00:00+02:00'),
    ];
    const { events } = await load(EVENTS, { [withKey(ASKED)]: { events: [{ ...event, timings }] } }, { key: KEY });
    expect(events.map(({ id, date }) => [id, date])).toEqual([
      ['1/1', '2026-03-30'],
      ['1/2', '2026-04-06'],
    ]);
  });

  it('is read to its last page, each named by the one before', async () => {
    const { events } = await load(
      EVENTS,
      {
        [withKey(ASKED)]: { total: 2, events: [event], after: [17, 'x y'] },
        [withKey(`${ASKED}&after[]=17&after[]=x%20y`)]: { total: 2, events: [{ ...event, uid: 2 }], after: [18] },
        [withKey(`${ASKED}&after[]=18`)]: { total: 2, events: [], after: null },
      },
      { key: KEY },
    );
    expect(events.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    [6, 'cancelled'],
    [4, 'postponed'],
    [5, 'full'],
    [{ id: 6 }, 'cancelled'],
    [1, 'planned'],
  ])('reads the status %j as %s', async (status, read) => {
    const { events } = await load(EVENTS, { [withKey(ASKED)]: { events: [{ ...event, status }] } }, { key: KEY });
    expect(events[0]?.status).toBe(read);
  });

  it('asks for a key where there is none, and asks nobody', async () => {
    const asked: string[] = [];
    const refused = openagenda.load(
      { src: EVENTS, need: ['events'] },
      {
        fetch: async (url) => {
          asked.push(url);
          return new Response('{}');
        },
        signal: new AbortController().signal,
      },
    );
    await expect(refused).rejects.toMatchObject({
      code: 'config',
      details: { remedy: { fr: expect.stringContaining('#key=') } },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['is refused', {}],
    ['is answered by a page', { [withKey(ASKED)]: '<!doctype html><title>Connexion</title>' }],
    ['is answered by something else', { [withKey(ASKED)]: { hello: 1 } }],
    ['is cut', { [withKey(ASKED)]: '{"events":[{"uid":' }],
  ])('never names its key where it %s', async (_what, answers) => {
    const error: unknown = await load(EVENTS, answers, { key: KEY }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'EssError' });
    expect(JSON.stringify([error, String(error), (error as Error).message])).not.toContain(KEY);
  });

  it('has pages and a number that no address may hold, and is asked for without them', async () => {
    const { asked } = await load(
      EVENTS,
      { [withKey(ASKED)]: { events: [event], after: ['\ud800a'] }, [withKey(`${ASKED}&after[]=a`)]: { events: [] } },
      { key: KEY },
    );
    expect(asked).toHaveLength(2);
  });

  it('is read from the file of an old export, and says what is missing of it', async () => {
    const src = 'https://site.example/agenda.json';
    const old = {
      ...event,
      canonicalUrl: 'https://openagenda.com/x',
      timings: [{ start: '2026-03-30T16:00:00.000Z', end: '2026-03-30T18:00:00.000Z' }],
    };
    const answer = { readme: 'Results are paginated.', total: 9, offset: 0, limit: 1, events: [old] };
    const { events, issues } = await load(src, { [src]: answer });
    expect(openagenda.detect(src, JSON.stringify(answer).slice(0, 2_000))).toBeGreaterThan(0.5);
    expect(events.map(({ date, startsAt }) => [date, Date.parse(startsAt ?? '')])).toEqual([
      ['2026-03-30', Date.UTC(2026, 2, 30, 16)],
    ]);
    expect(issues).toContainEqual(expect.objectContaining({ rule: 'truncated', found: '1', expected: '9' }));
  });
});
