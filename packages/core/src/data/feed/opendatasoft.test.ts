import { describe, expect, it } from 'vitest';
import { opendatasoft } from './formats.ts';

const SET = 'https://data.portail.example/api/explore/v2.1/catalog/datasets/lieux';

async function load(src: string, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    const answer = answers[url];
    return answer === undefined ? new Response('{}', { status: 404 }) : new Response(JSON.stringify(answer));
  };
  const { dataset, issues } = await opendatasoft.load(
    { src, need: ['organisations', 'events'] },
    { fetch, signal: new AbortController().signal },
  );
  const { organisations = [], events = [] } = dataset.collections;
  return { asked, dataset, issues, organisations, events };
}

describe('a dataset of a portal', () => {
  it('is read from its export, with the title, the publisher and the licence that the portal states', async () => {
    const { organisations, dataset } = await load(`${SET}/exports/json`, {
      [`${SET}/exports/json`]: [{ nom: 'Kerhea', commune: 'Brest', geo_point_2d: { lon: -4.49, lat: 48.39 } }],
      [SET]: {
        metas: {
          default: {
            title: 'Lieux de l’ESS',
            publisher: 'Métropole',
            license: 'Licence Ouverte v2.0',
            license_url: 'https://www.etalab.gouv.fr/',
          },
        },
      },
    });
    expect(organisations).toMatchObject([{ name: 'Kerhea', town: 'Brest', position: { lat: 48.39, lon: -4.49 } }]);
    expect(dataset.manifest).toMatchObject({
      title: { fr: 'Lieux de l’ESS' },
      publisher: { name: 'Métropole' },
      licence: { name: 'Licence Ouverte v2.0', href: 'https://www.etalab.gouv.fr/' },
    });
  });

  it('is read without them where the portal does not answer', async () => {
    const { organisations, dataset } = await load(`${SET}/exports/json`, {
      [`${SET}/exports/json`]: [{ nom: 'Kerhea', commune: 'Brest' }],
    });
    expect([organisations.length, dataset.manifest.licence.name]).toEqual([1, 'non indiquée']);
  });

  it('is read from all pages of its records', async () => {
    const { organisations } = await load(`${SET}/records?limit=2`, {
      [`${SET}/records?limit=2`]: {
        total_count: 3,
        results: [
          { nom: 'A', commune: 'Brest' },
          { nom: 'B', commune: 'Brest' },
        ],
      },
      [`${SET}/records?limit=2&offset=2`]: { total_count: 3, results: [{ nom: 'C', commune: 'Brest' }] },
    });
    expect(organisations.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });

  it('of the old interface has its records under fields', async () => {
    const OLD = 'https://data.portail.example/api/records/1.0/search/?dataset=lieux&rows=1';
    const { organisations } = await load(OLD, {
      [OLD]: {
        nhits: 2,
        records: [{ datasetid: 'lieux', recordid: 'r1', fields: { nom: 'A', location: [47.2, -1.5] } }],
      },
      [`${OLD}&start=1`]: { nhits: 2, records: [{ datasetid: 'lieux', recordid: 'r2', fields: { nom: 'B' } }] },
    });
    expect(organisations.map(({ id, position }) => [id, position?.lat ?? null])).toEqual([
      ['r1', 47.2],
      ['r2', null],
    ]);
  });

  it('of events gives one a time, with the status that is stated', async () => {
    const { events } = await load(`${SET}/exports/json`, {
      [`${SET}/exports/json`]: [
        {
          uid: '7',
          title_fr: 'Exposition',
          firstdate_begin: '2026-03-01T09:00:00+01:00',
          lastdate_end: '2026-03-02T18:00:00+01:00',
          timings: JSON.stringify([
            { begin: '2026-03-01T10:00:00+01:00', end: '2026-03-01T18:00:00+01:00' },
            { begin: '2026-03-02T10:00:00+01:00', end: '2026-03-02T18:00:00+01:00' },
          ]),
          location_name: 'La Halle',
          location_coordinates: { lon: -4.49, lat: 48.39 },
          status: JSON.stringify({ id: 6, label: { fr: 'Annulé', en: 'Cancelled' } }),
        },
      ],
    });
    expect(events.map(({ id, startsAt, endsAt, status, place }) => [id, startsAt, endsAt, status, place])).toEqual([
      ['7/1', '2026-03-01T10:00:00+01:00', '2026-03-01T18:00:00+01:00', 'cancelled', 'La Halle'],
      ['7/2', '2026-03-02T10:00:00+01:00', '2026-03-02T18:00:00+01:00', 'cancelled', 'La Halle'],
    ]);
  });
});
