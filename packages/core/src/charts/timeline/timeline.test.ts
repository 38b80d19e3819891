import { describe, expect, it } from 'vitest';
import { expandEvents } from '../../model/index.ts';
import { makeDataset } from '../../model/testing.ts';
import { type Timeline, timelineOf } from './timeline.ts';

const event = (id: string, date: string | null, status = 'held', extra: object = {}) => ({
  id,
  title: { fr: id },
  date,
  status,
  ...extra,
});
const today = '2025-03-05';
const shown = ({ groups }: Timeline) =>
  groups.map(({ period, items }) => [period, items.map(({ title }) => title?.fr)]);

describe('a timeline', () => {
  it('does without the names of rows, which a list does not load', () => {
    const dataset = makeDataset({
      events: [{ id: 'a', title: { fr: 'A' }, date: '2024-05-02', status: 'held', series: 'webinaires' }],
    });
    const manifest = {
      ...dataset.manifest,
      collections: { ...dataset.manifest.collections, series: { href: 's.json', count: 1, hash: '', coverage: [] } },
    };
    const { series: _, ...collections } = dataset.collections;
    const asked = { collections: ['events'] as const, today: '2025-03-05' };
    expect(timelineOf({ ...dataset, manifest, collections }, asked).count).toBe(1);
    expect(() => timelineOf({ ...dataset, manifest, collections }, { ...asked, hasRows: true })).toThrow(/"series"/);
  });

  it('goes by month, and keeps what is known to the month or the year only as such', () => {
    const events = [
      event('year', '2024'),
      event('month', '2024-06'),
      event('day', '2024-06-18'),
      event('quarter', '2024-Q4'),
      event('range', '2024-06-20/2024-07-02'),
      event('none', null),
    ];
    const timeline = timelineOf(makeDataset({ events }), { collections: ['events'], today });
    expect(shown(timeline)).toEqual([
      ['2024-06', ['day', 'range', 'month']],
      ['2024', ['year', 'quarter']],
      [null, ['none']],
    ]);
  });

  it('has all the days of what is dated by its hours alone, as an agenda has', () => {
    const events = [
      event('fair', null, 'held', { startsAt: '2024-06-18T10:00:00+02:00', endsAt: '2024-06-20T17:00:00+02:00' }),
      event('deadline', null, 'held', { endsAt: '2024-06-21T17:00:00+02:00' }),
    ];
    const { groups } = timelineOf(makeDataset({ events }), { collections: ['events'], today });
    expect(groups.flatMap(({ items }) => items.map(({ date }) => date))).toEqual([
      '2024-06-18/2024-06-20',
      '2024-06-21',
    ]);
  });

  it('has what was planned and then held once', () => {
    const meetings = [
      { id: 'plan', body: 'ca', date: '2025-02-11', status: 'planned' },
      { id: 'held', body: 'ca', date: '2025-02-12', status: 'held', plan: 'plan' },
    ];
    const { groups } = timelineOf(makeDataset({ meetings }), { collections: ['meetings'], today });
    expect(groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['meetings/held/date']);
  });

  it('has each time of what comes back, where these are given', () => {
    const weekly = event('weekly', '2025-03-03', 'planned', { recurrence: { frequency: 'weekly', count: 3 } });
    const dataset = makeDataset({ events: [weekly, event('once', '2025-03-11')] });
    const events = expandEvents(dataset.collections.events ?? [], { today });
    const items = timelineOf(dataset, { collections: ['events'], today, events }).groups.flatMap(
      (group) => group.items,
    );
    expect(items.map(({ date, tags }) => [date, ...tags])).toEqual([
      ['2025-03-03', 'was-planned'],
      ['2025-03-10', 'planned'],
      ['2025-03-11', 'check-date'],
      ['2025-03-17', 'planned'],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(4);
  });

  it('goes by year over more than two years', () => {
    const events = [event('a', '1970-01-01'), event('b', '2200-05'), event('c', '2024-06-18')];
    expect(shown(timelineOf(makeDataset({ events }), { collections: ['events'], today }))).toEqual([
      ['1970', ['a']],
      ['2024', ['c']],
      ['2200', ['b']],
    ]);
  });

  it('tells what was held from what was planned and from what was cancelled', () => {
    const events = [
      event('held', '2024-01-01'),
      event('was', '2024-01-02', 'planned'),
      event('off', '2024-01-03', 'cancelled'),
      event('next', '2025-04', 'planned'),
    ];
    const { groups } = timelineOf(makeDataset({ events }), { collections: ['events'], today });
    expect(groups.flatMap(({ items }) => items.map(({ tags }) => tags))).toEqual([
      [],
      ['was-planned'],
      ['cancelled'],
      ['planned'],
    ]);
  });

  it('names meetings by their body, votes by their subject, memberships by the organisation, twice where it left', () => {
    const dataset = makeDataset({
      bodies: [{ id: 'ca', name: { fr: 'Conseil' }, kind: 'governance' }],
      organisations: [{ id: 'o', name: 'Atelier' }],
      networks: [{ id: 'net', name: { fr: 'Réseau' } }],
      meetings: [{ id: 'm', body: 'ca', date: '2024-01-10', status: 'held' }],
      votes: [
        {
          id: 'v',
          subject: { fr: 'Statuts' },
          body: 'ca',
          date: '2024-01-11',
          for: { value: 96.4, op: '=', unit: 'percent' },
        },
      ],
      memberships: [
        { id: 'x', organisation: 'o', network: 'net', start: '2024-01-12', end: '2024-01-20' },
        { id: 'y', organisation: 'unnamed', network: 'net' },
      ],
    });
    const { groups, count } = timelineOf(dataset, { collections: ['memberships', 'votes', 'meetings'], today });
    expect(count).toBe(4);
    expect(groups[0]?.items.map((i) => [i.collection, i.title?.fr, i.about?.fr, i.isEnd, i.inFavour?.value])).toEqual([
      ['meetings', 'Conseil', undefined, false, undefined],
      ['votes', 'Statuts', 'Conseil', false, 96.4],
      ['memberships', 'Atelier', 'Réseau', false, undefined],
      ['memberships', 'Atelier', 'Réseau', true, undefined],
    ]);
  });

  it('calls a project without a title by its programme, once', () => {
    const project = { id: 'p', programme: 'tee', period: '2024-03', status: 'held' };
    const programmes = [{ id: 'tee', name: { fr: 'Transition' } }];
    const dataset = makeDataset({ projects: [project, { ...project, id: 'q', title: { fr: 'Atelier' } }], programmes });
    const { groups } = timelineOf(dataset, { collections: ['projects'], today });
    expect(groups[0]?.items.map(({ title, about }) => [title?.fr, about?.fr])).toEqual([
      ['Transition', undefined],
      ['Atelier', 'Transition'],
    ]);
  });

  it('keeps the records that have each pair, the series of events, and the period', () => {
    const dataset = makeDataset({
      bodies: [],
      events: [event('a', '2024-05-01', 'held', { series: 's' }), event('b', '2023-05-01'), event('c', null)],
      meetings: [
        { id: 'm', body: 'ca', date: '2024-01-10', status: 'held' },
        { id: 'n', body: 'bureau', date: '2024-01-11', status: 'held' },
      ],
    });
    const ask = (extra: object) =>
      timelineOf(dataset, { collections: ['events', 'meetings'], today, ...extra }).groups.flatMap(({ items }) =>
        items.map(({ id }) => id.split('/')[1]),
      );
    expect(ask({ where: 'body=ca', series: 's' })).toEqual(['m']);
    expect(ask({ where: 'status=held', series: 's' })).toEqual(['m', 'n', 'a']);
    expect(ask({ period: '2024' })).toEqual(['m', 'n', 'a']);
    expect(timelineOf(dataset, { collections: ['events'], today, period: '2024' }).undated).toBe(1);
  });
});
