import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../../../model/index.ts';
import { csv, csvEvents, csvMembers } from '../csv/csv.ts';
import type { Source } from '../source.ts';
import { readMoment } from './moments.ts';

const PARIS = offsetsOf('Europe/Paris');

const SRC = 'https://data.example/agenda.csv';

interface Asked {
  readonly options?: Readonly<Record<string, string>>;
  readonly source?: Source;
}

async function load(text: string, { options = {}, source = csv }: Asked = {}) {
  const headers = { 'last-modified': 'Wed, 04 Mar 2026 08:00:00 GMT', date: 'Thu, 05 Mar 2026 08:00:00 GMT' };
  const context = { fetch: async () => new Response(text, { headers }), signal: new AbortController().signal };
  const { dataset, issues, rows } = await source.load({ src: SRC, need: ['events'], options }, context);
  const { events = [], categories = [], organisations = [] } = dataset.collections;
  return {
    dataset,
    events,
    categories,
    organisations,
    rows,
    remarks: issues.filter(({ severity }) => severity !== 'info'),
  };
}

describe('a list of events', () => {
  it('gives an event a line, with its day, its hours and its place', async () => {
    const { events, remarks, rows, dataset } = await load(
      'Titre;Date;Heure;Fin;Lieu;Lien\nAssemblée générale;30/03/2026;18:00;20h30;Maison des associations;pole.example/ag\nCafé;12 mars 2026;;;Lannion;\n',
    );
    expect(remarks).toEqual([]);
    expect(events).toMatchObject([
      {
        id: 'assemblee-generale',
        title: { fr: 'Assemblée générale' },
        date: '2026-03-30',
        startsAt: '2026-03-30T18:00',
        endsAt: '2026-03-30T20:30',
        place: 'Maison des associations',
        url: 'https://pole.example/ag',
        status: 'planned',
      },
      { title: { fr: 'Café' }, date: '2026-03-12', startsAt: null, endsAt: null, place: 'Lannion', url: null },
    ]);
    expect(rows?.lines.get('assemblee-generale')).toBe(2);
    expect(dataset.manifest).toMatchObject({ title: { fr: 'agenda' }, periods: ['2026'], updated: '2026-03-04' });
    expect(dataset.manifest.network).toBeUndefined();
  });

  it.each([
    ['Titre,Date,Début,Fin\nA,30/03/2026,18:00:00,20:30:00', '2026-03-30', '2026-03-30T18:00', '2026-03-30T20:30'],
    ['Titre;Date;Horaires\nA;30/03/2026;18h-20h30', '2026-03-30', '2026-03-30T18:00', '2026-03-30T20:30'],
    ['Titre;Date et heure\nA;30/03/2026 18:00', '2026-03-30', '2026-03-30T18:00', null],
    ['Titre;Date de début;Date de fin\nA;12/03/2026;14/03/2026', '2026-03-12/2026-03-14', null, null],
    ['Titre;Dates\nA;du 12 au 14 mars 2026', '2026-03-12/2026-03-14', null, null],
    ['Titre;Date;Heure\nA;46112;0.75', '2026-03-31', '2026-03-31T18:00', null],
    ['Title,Starts at\nA,2026-03-30T16:30:00Z', '2026-03-30', '2026-03-30T16:30:00Z', null],
    ['Title,Starts at\nA,2026-03-30T23:30:00+00:00', '2026-03-31', '2026-03-30T23:30:00+00:00', null],
    ['Titre;Date\nA;mars 2026', '2026-03', null, null],
  ])('reads when it is: %s', async (text, date, startsAt, endsAt) => {
    const { events, remarks } = await load(text);
    expect(remarks).toEqual([]);
    expect(events[0]).toMatchObject({ date, startsAt, endsAt });
  });

  it('has its hours in the zone that the author names; an offset that is stated is that of the place', async () => {
    const text = 'Title;Date;Time\nA;30/03/2026;18:00\nB;2026-03-30T19:00:00-04:00;\n';
    const read = async (options: Readonly<Record<string, string>>) =>
      (await load(text, { options })).events.map(({ date, startsAt }) => [date, startsAt]);
    const local = ['2026-03-30', '2026-03-30T19:00:00-04:00'];
    expect(await read({})).toEqual([['2026-03-30', '2026-03-30T18:00'], local]);
    expect(await read({ zone: 'America/Montreal' })).toEqual([['2026-03-30', '2026-03-30T18:00:00-04:00'], local]);
    expect((await load(text, { options: { zone: 'America/Montreal' } })).dataset.manifest.zone).toBe(
      'America/Montreal',
    );
    // Universal time is no place's: its hours are those of the zone that is named.
    const universal = await load('Title,Starts at,Ends at\nA,2026-12-05T06:00:00+00:00,2026-12-05T08:00:00Z', {
      options: { zone: 'Indian/Reunion' },
    });
    expect(universal.events).toMatchObject([
      { date: '2026-12-05', startsAt: '2026-12-05T10:00:00+04:00', endsAt: '2026-12-05T12:00:00+04:00' },
    ]);
    await expect(read({ zone: 'Europe/Nowhere' })).rejects.toThrow('Unknown time zone "Europe/Nowhere"');
  });

  it('keeps a line whose date cannot be read, and says so; leaves out one without a title', async () => {
    const { events, remarks } = await load('Titre;Date;Fin\nA;bientôt;\nB;;\n;12/03/2026;\nC;14/03/2026;12/03/2026\n');
    expect(events.map(({ title, date }) => [title.fr, date])).toEqual([
      ['A', null],
      ['B', null],
      ['C', '2026-03-14'],
    ]);
    expect(remarks.map(({ rule, where }) => [rule, where.line])).toEqual([
      ['title-missing', 4],
      ['date', 2],
      ['date-missing', 3],
      ['date-order', 5],
    ]);
  });

  it('has the status that a column states; what is past is held only where its publisher says so', async () => {
    const text =
      'Titre;Date;Statut\nA;1/2/2026;\nB;1/2/2026;Annulé\nC;1/5/2026;Reporté\nD;1/5/2026;Complet\nE;1/2/2026;Réalisé\nF;1/5/2026;\n';
    const statuses = ({ events }: Awaited<ReturnType<typeof load>>) => events.map(({ status }) => status);
    expect(statuses(await load(text))).toEqual(['planned', 'cancelled', 'postponed', 'full', 'held', 'planned']);
    expect(statuses(await load(text, { options: { past: 'held' } }))).toEqual([
      'held',
      'cancelled',
      'postponed',
      'full',
      'held',
      'planned',
    ]);
  });

  it('has themes with their labels, and may be online', async () => {
    const { events, categories } = await load(
      'Titre;Date;Thème;Lieu\nA;1/5/2026;Réemploi, Culture;Visio\nB;1/5/2026;Culture;Brest\n',
    );
    expect(events.map(({ themes, online }) => [themes, online])).toEqual([
      [['reemploi', 'culture'], true],
      [['culture'], false],
    ]);
    expect(categories.map(({ dimension, label }) => [dimension, label.fr])).toEqual([
      ['theme', 'Réemploi'],
      ['theme', 'Culture'],
    ]);
  });

  it('is one of members, or of events, where its author says so', async () => {
    const text = 'Nom;Date;Collège\nA;1/5/2026;Associations\n';
    expect((await load(text)).organisations).toHaveLength(1);
    expect((await load(text, { source: csvEvents })).events).toMatchObject([
      { title: { fr: 'A' }, date: '2026-05-01' },
    ]);
    expect((await load('Titre;Date\nA;1/5/2026\n', { source: csvMembers })).organisations).toHaveLength(1);
  });
});

describe('a moment', () => {
  it.each([
    ['18h', null, '18:00', null],
    ['18 h 30', null, '18:30', null],
    ['de 14h à 16h30', null, '14:00', '16:30'],
    ['lundi 30 mars 2026 à 18h30', '2026-03-30', '18:30', null],
    ['30/03/2026 18:00', '2026-03-30', '18:00', null],
    ['2026', '2026', null, null],
  ])('is read from %s', (text, date, time, until) => {
    expect(readMoment(text, PARIS)).toMatchObject({ date, time, until });
  });

  it.each(['', 'bientôt', '99h', '12', '30/13/2026', 'x'.repeat(5_000), `${'1'.repeat(90)}h`])(
    'is none in %s',
    (text) => {
      expect(readMoment(text, PARIS)).toBe(null);
    },
  );
});
