import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';
import { departementsOf } from './departements.ts';

const eventsHeld = named('events-held');
const monthEvents = named('month-events');

const territories = ['29', '35'].flatMap((code) => [
  { id: `departement-${code}`, kind: 'departement', name: { fr: code }, parents: ['region-53'] },
  { id: `commune-${code}001`, kind: 'commune', name: { fr: `C${code}` }, parents: [`departement-${code}`] },
]);
const stated = (value: number, territory?: string): object =>
  observation('month-events', value, {
    id: territory ?? 'all',
    unit: 'events',
    ...(territory ? { territory } : {}),
  });

describe('a measure by département', () => {
  it('has the published figure of each, the greatest first, and says how many are placed', () => {
    const figures = [
      stated(330),
      stated(90, 'departement-29'),
      stated(120, 'departement-35'),
      stated(7, 'commune-29001'),
    ];
    const found = departementsOf(
      monthEvents.compute(makeDataset({ observations: figures, territories }), { by: 'territory' }),
    );
    expect(found?.marks.map(({ id, quantity, length }) => [id, quantity?.value, length])).toEqual([
      ['departement-35', 120, 1],
      ['departement-29', 90, 0.75],
    ]);
    expect([found?.placed, found?.all]).toEqual([210, 330]);
  });

  it('counts what the list places in each', () => {
    const event = (id: string, territory?: string, count = 1): object => {
      const where = territory ? { territories: [territory] } : {};
      return { id, title: { fr: id }, date: '2024-05', status: 'held', count, ...where };
    };
    const events = [
      event('a', 'commune-29001'),
      event('b', 'departement-29', 3),
      event('c', 'commune-35001'),
      event('d'),
    ];
    const measure = eventsHeld.compute(makeDataset({ events, territories }), { by: 'departement' });
    expect(departementsOf(measure)?.marks.map(({ id, quantity }) => [id, quantity?.value, quantity?.op])).toEqual([
      ['departement-29', 4, '>='],
      ['departement-35', 1, '>='],
    ]);
    expect(departementsOf(measure)).toMatchObject({ placed: 5, all: 6 });
  });

  it('is nothing where no département is known', () => {
    const data = makeDataset({ observations: [stated(330), stated(7, 'commune-29001')], territories });
    expect(departementsOf(monthEvents.compute(data, { by: 'territory' }))).toBeNull();
    expect(departementsOf(monthEvents.compute(data))).toBeNull();
  });
});
