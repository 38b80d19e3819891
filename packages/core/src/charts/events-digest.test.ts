import { describe, expect, it } from 'vitest';
import { EventsDigest } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { editionBefore, lastDays, namesOfEditions, periodOfEdition } from './editions.ts';
import { eventsDigest } from './events-digest.ts';
import { nextEvent } from './next-event.ts';
import { nextAhead, placeOfSeries } from './read-digest.ts';

const event = (id: string, fields: object): object => ({ id, title: { fr: id }, status: 'held', ...fields });
const series = [
  { id: 'month', name: { fr: 'Mois' } },
  { id: 'fair', name: { fr: 'Salon' } },
  { id: 'none', name: { fr: 'Rien' } },
];
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
];
const of = (...events: readonly object[]) => makeDataset({ events, series, territories });

const month = { series: 'month', territories: ['region-53'] };
const fair = { series: 'fair', territories: ['departement-29'] };
const held = of(
  event('m24', { ...month, date: '2024', edition: 17 }),
  event('m22', { ...month, date: '2022-11', edition: 15 }),
  event('f1', { ...fair, date: '2024-03-01', edition: 2 }),
  event('f2', { ...fair, date: '2024-03-02', edition: 2 }),
  event('f3', { series: 'fair', date: '2023-12-30/2024-01-02', edition: 1 }),
  event('off', { series: 'fair', date: '2020', status: 'cancelled' }),
  event('wrong', { series: 'fair', date: '0001/9999' }),
);

const seriesOf = (id: string) => {
  const found = eventsDigest(held).series.find((one) => one.id === id);
  if (!found) throw new Error(`no series ${id}`);
  return found;
};

describe('the editions of a series', () => {
  it('are found by their year or by their number', () => {
    expect([periodOfEdition(seriesOf('month'), '2024'), periodOfEdition(seriesOf('month'), '17')]).toEqual([
      '2024',
      '2024',
    ]);
    expect(periodOfEdition(seriesOf('month'), '15')).toBe('2022');
    for (const asked of ['2023', '3', 'abc', '-1', '17.0', '']) {
      expect(periodOfEdition(seriesOf('month'), asked), asked).toBeNull();
    }
    expect(namesOfEditions(seriesOf('month'))).toEqual(['2022', '2024', '15', '17']);
    expect(namesOfEditions(seriesOf('none'))).toEqual([]);
  });

  it('go over New Year, and are never of centuries', () => {
    expect(seriesOf('fair').editions.map(({ year, number, days }) => [year, number, days])).toEqual([
      ['2023', 1, '2023-12-30/2024-01-02'],
      ['2024', 2, undefined],
    ]);
  });

  const winter = { series: 'fair' };
  const winters = eventsDigest(
    of(
      event('end', { ...winter, date: '2025-01-18', edition: 2 }),
      event('start', { ...winter, startsAt: '2024-12-06T18:00:00+01:00', edition: 2 }),
      event('first', { ...winter, date: '2023-12-30/2024-01-02', edition: 1 }),
      event('third', { ...winter, date: '2025-12-05', edition: 3 }),
      event('again', { ...winter, date: '2026-12-05', edition: 3 }),
    ),
  ).series.find(({ id }) => id === 'fair');
  const [one, two] = ['2023-12-30/2024-01-02', '2024-12-06/2025-01-18'];

  it('are of their days where they go over New Year, however they are asked for', () => {
    if (!winters) throw new Error('no series');
    expect(winters.editions.map(({ year, number, days }) => [year, number, days])).toEqual([
      ['2023', 1, one],
      ['2024', 2, two],
      ['2025', 3, undefined],
      ['2026', 3, undefined],
    ]);
    const found = (asked: string) => periodOfEdition(winters, asked);
    expect(['1', '2', '2023', '2024', '2025', '2027', '2024abc'].map(found)).toEqual([
      ...[one, two, one, two, '2025'],
      ...[null, null],
    ]);
    expect(editionBefore(winters, two)).toBe(one);
    expect(editionBefore(winters, '2025')).toBe(two);
  });

  it('are over before they are the last one', () => {
    if (!winters) throw new Error('no series');
    expect(['2022', '2023', '2024', '2024-H1', '2025'].map((period) => lastDays(winters, period))).toEqual([
      undefined,
      undefined,
      one,
      one,
      undefined,
    ]);
  });

  it('are found by a year in which they only go on, where none began; by all that began in it', () => {
    const fairs = of(
      event('long', { series: 'fair', date: '2023-12-30/2024-01-02' }),
      event('a', { series: 'fair', date: '2026-01-02', edition: 8 }),
      event('b', { series: 'fair', date: '2026-12-30/2027-01-02', edition: 9 }),
    );
    const [, fair] = eventsDigest(fairs).series;
    if (!fair) throw new Error('no series');
    expect([periodOfEdition(fair, '2024'), periodOfEdition(fair, '2026')]).toEqual(['2023-12-30/2024-01-02', '2026']);
  });

  it('follow each other, whatever the years between them', () => {
    expect(editionBefore(seriesOf('month'), '2024')).toBe('2022');
    expect(editionBefore(seriesOf('month'), '2022')).toBeUndefined();
    expect(editionBefore(seriesOf('month'), '2024-06')).toBeUndefined();
  });

  it('have a place where all their events name the same, and no other', () => {
    expect(placeOfSeries(seriesOf('month'), '2024')?.fr).toBe('Bretagne');
    expect(placeOfSeries(seriesOf('month'), '2022/2024')?.fr).toBe('Bretagne');
    expect(placeOfSeries(seriesOf('fair'), '2024')).toBeUndefined();
    expect(placeOfSeries(seriesOf('none'), '2024')).toBeUndefined();
  });
});

describe('what lies ahead', () => {
  const planned = (id: string, date: string, fields: object = {}) => event(id, { date, status: 'planned', ...fields });
  const title = (digest: EventsDigest, today: string, asked?: string) => {
    const next = nextAhead(digest, today, asked);
    return next && next.title.fr;
  };
  const dataset = of(
    planned('june', '2025-06-01', { series: 'fair' }),
    planned('april', '2025-04-01', { status: 'full', place: 'Brest' }),
    planned('off', '2025-03-06', { status: 'cancelled' }),
    planned('past', '2025-02-01'),
  );

  it('is told as the events themselves tell it, on any day after the build', () => {
    const digest = eventsDigest(dataset);
    for (const today of ['2025-03-05', '2025-04-01', '2025-04-02', '2025-06-01', '2025-06-02']) {
      for (const asked of [undefined, 'fair', 'month']) {
        const found = nextEvent(dataset.collections.events ?? [], today, asked);
        expect(title(digest, today, asked), `${today} ${asked}`).toBe(found?.event.title.fr ?? null);
      }
    }
    expect(digest.ahead[0]).toEqual({ title: { fr: 'april' }, date: '2025-04-01', place: 'Brest', full: true });
  });

  it('is left to the events where too many lie ahead, or one that never ends', () => {
    const many = eventsDigest(
      of(...[...Array(30).keys()].map((at) => planned(`${at}`, `2025-05-${at + 1}`.replace(/-(\d)$/, '-0$1')))),
    );
    expect([many.ahead.length, many.more]).toEqual([24, true]);
    expect(title(many, '2025-03-05', 'fair')).toBeUndefined();
    const weekly = eventsDigest(of(planned('weekly', '2025-03-01', { recurrence: { frequency: 'weekly' } })));
    expect(nextAhead(weekly, '2025-03-09')?.date).toBe('2025-03-15');
    expect(nextAhead(weekly, '2027-01-01')).toBeUndefined();
    const yearly = eventsDigest(of(planned('yearly', '2025-03-08', { recurrence: { frequency: 'yearly' } })));
    expect([yearly.ahead.length, nextAhead(yearly, '2030-01-01')]).toEqual([1, undefined]);
    const ending = { frequency: 'weekly', count: 3, exceptions: ['2025-03-15'] };
    const few = eventsDigest(of(planned('few', '2025-03-08', { recurrence: ending })));
    expect(few.ahead.map(({ date }) => date)).toEqual(['2025-03-08', '2025-03-22']);
    expect(nextAhead(few, '2025-03-23')).toBeNull();
  });

  it('keeps what a page keeps', () => {
    const kept = eventsDigest(dataset, { today: '2025-03-05', where: 'status=planned' });
    expect(kept.ahead.map((one) => one.title.fr)).toEqual(['june']);
    const nowhere = eventsDigest(dataset, { today: '2025-03-05', within: () => false });
    expect(nowhere.ahead).toEqual([]);
  });

  it('reads the same once it is written', () => {
    for (const each of [held, dataset, makeDataset({})]) {
      const digest = eventsDigest(each);
      expect(EventsDigest.parse(JSON.parse(JSON.stringify(digest)))).toEqual(digest);
    }
  });
});
