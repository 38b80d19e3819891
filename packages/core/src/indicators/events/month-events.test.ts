import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthEvents } from './month-events.ts';

describe('month-events', () => {
  const group = { id: 'month', title: { fr: 'Le mois' }, date: '2024-11', status: 'held', count: 330 };
  const edition = (year: string, events: number) =>
    observation('month-events', events, { unit: 'events', period: year });

  it('is published: one line that stands for 330 events is no list of them', () => {
    expect(monthEvents.compute(makeDataset({ events: [group] })).quantity).toBeNull();
    const measure = monthEvents.compute(makeDataset({ events: [group], observations: [edition('2024', 330)] }));
    expect(measure).toMatchObject({ quantity: { value: 330 }, basis: 'published' });
  });

  it('compares two editions', () => {
    const data = makeDataset({ observations: [edition('2024', 330), edition('2023', 300)] });
    const { change } = monthEvents.compute(data);
    expect([change?.absolute.value, change?.relative?.value]).toEqual([30, 10]);
  });
});
