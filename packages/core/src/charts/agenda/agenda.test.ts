import { describe, expect, it } from 'vitest';
import { Event } from '../../model/index.ts';
import { makeDataset } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';
import { type AgendaItem, type AgendaRequest, agendaOf, hasChoice } from './agenda.ts';

const eventsHeld = named('events-held');

const event = (id: string, fields: object = {}): Event =>
  Event.parse({ id, title: { fr: id }, status: 'planned', ...fields });
const ids = (items: readonly AgendaItem[]): readonly string[] => items.map((item) => item.event.id);
const on = (today: string, events: readonly Event[], more: Partial<AgendaRequest> = {}) =>
  agendaOf(events, { today, ...more });

describe('where an event stands', () => {
  it('is ahead until its last day is over, however roughly the day is known', () => {
    const events = [
      event('day', { date: '2025-10-31' }),
      event('month', { date: '2025-10' }),
      event('year', { date: '2025' }),
    ];
    expect(ids(on('2025-10-31', events).upcoming)).toEqual(['day', 'month', 'year']);
    expect(ids(on('2025-11-01', events).upcoming)).toEqual(['year']);
    expect(ids(on('2026-01-01', events).upcoming)).toEqual([]);
  });

  it('is "was planned" once its date has passed, and never counts as past', () => {
    const { upcoming, unconfirmed, past } = on('2025-03-19', [event('a', { date: '2025-03-18' })]);
    expect([upcoming.length, past.length]).toEqual([0, 0]);
    expect(unconfirmed[0]?.tags).toEqual(['was-planned']);
  });

  it('is not unconfirmed once another event says that it was held', () => {
    const plan = event('plan', { date: '2025-03-18' });
    const held = event('held', { date: '2025-03-18', status: 'held', plan: 'plan' });
    const { unconfirmed, past } = on('2025-03-19', [plan, held]);
    expect([ids(unconfirmed), ids(past)]).toEqual([[], ['held']]);
  });

  it('is unconfirmed as well when it was fully booked', () => {
    expect(on('2025-03-19', [event('a', { date: '2025-03-18', status: 'full' })]).unconfirmed[0]?.tags).toEqual([
      'was-planned',
      'full',
    ]);
  });

  it('is past when it was held, even if its year is not over', () => {
    expect(ids(on('2024-06-01', [event('a', { date: '2024', status: 'held' })]).past)).toEqual(['a']);
  });

  it('is to check when its status is one that nobody knows', () => {
    const { upcoming, unconfirmed } = on('2025-03-19', [
      event('a', { date: '2025-03-20', status: 'other' }),
      event('b', { date: '2025-03-18', status: 'other' }),
    ]);
    expect([upcoming[0]?.tags, unconfirmed[0]?.tags]).toEqual([['check-status'], ['check-status']]);
  });

  it('is to check when it is told as held on a day that is still to come', () => {
    const [item] = on('2025-03-05', [event('a', { date: '2200-01-01', status: 'held' })]).upcoming;
    expect(item?.tags).toEqual(['check-date']);
  });

  it('stays in view before its date when it is cancelled or postponed, and goes behind after it', () => {
    const events = [
      event('a', { date: '2025-04-01', status: 'cancelled' }),
      event('b', { date: '2025-04-02', status: 'postponed' }),
    ];
    expect(on('2025-03-05', events).upcoming.map((i) => i.tags)).toEqual([['cancelled'], ['postponed']]);
    expect(ids(on('2025-05-05', events).past)).toEqual(['b', 'a']);
  });

  it('without a date, is ahead when it is to come and behind when it was held or cancelled', () => {
    const events = [
      event('a'),
      event('b', { status: 'held' }),
      event('c', { status: 'cancelled' }),
      event('d', { status: 'postponed' }),
    ];
    const { upcoming, unconfirmed, past } = on('2025-03-05', events);
    expect([ids(upcoming), ids(unconfirmed), ids(past)]).toEqual([['a', 'd'], [], ['b', 'c']]);
  });

  it('takes its day from its hour as written, in the time of its place', () => {
    const [item] = on('2025-03-05', [event('a', { startsAt: '2025-04-01T00:30:00+02:00' })]).upcoming;
    expect(item?.date).toBe('2025-04-01');
  });

  it('takes its days from its hours, where it lasts for some', () => {
    const days = (startsAt: string, endsAt: string) =>
      on('2025-03-05', [event('a', { startsAt, endsAt })]).upcoming[0]?.date;
    expect(days('2025-04-01T10:00:00+02:00', '2025-04-03T17:00:00+02:00')).toBe('2025-04-01/2025-04-03');
    expect(days('2025-04-01T10:00:00+02:00', '2025-04-04T00:00:00+02:00')).toBe('2025-04-01/2025-04-03');
    expect(days('2025-04-01T21:00:00+02:00', '2025-04-02T02:00:00+02:00')).toBe('2025-04-01');
    expect(days('2025-04-01T00:00:00+02:00', '2025-04-02T00:00:00+02:00')).toBe('2025-04-01');
    expect(days('2025-04-01T10:00:00+02:00', '04/03/2025 00:00')).toBe('2025-04-01');
  });

  it('has no date when its hour is none', () => {
    expect(on('2025-03-05', [event('a', { startsAt: 'bientôt' })]).upcoming[0]?.date).toBeNull();
  });

  it('says that it is online beside its status', () => {
    expect(on('2025-03-05', [event('a', { date: '2025-04', online: true })]).upcoming[0]?.tags).toEqual([
      'planned',
      'online',
    ]);
  });
});

describe('how far ahead an event is', () => {
  const inDays = (fields: object) => on('2025-03-05', [event('a', fields)]).upcoming[0]?.inDays;

  it('is counted in days where its day is known, over a change of the clock as well', () => {
    expect(inDays({ date: '2025-03-05' })).toBe(0);
    expect(inDays({ date: '2025-03-06', status: 'full' })).toBe(1);
    expect(inDays({ date: '2025-04-05' })).toBe(31);
  });

  it('is nothing for what is under way', () => {
    expect(inDays({ date: '2025-03-01/2025-03-09' })).toBe(0);
  });

  it('tells what is under way from what begins today', () => {
    const today = '2025-03-05';
    const underWay = (fields: object) => on(today, [event('a', fields)]).upcoming[0]?.isUnderWay;
    expect(underWay({ date: '2025-03-01/2025-03-09' })).toBe(true);
    expect(underWay({ date: today })).toBe(false);
    expect(underWay({ date: `${today}/2025-03-09` })).toBe(false);
    expect(underWay({ date: '2025-03' })).toBe(false);
  });

  it('is not said of what is off, of what has no day and of what lies behind', () => {
    expect(inDays({ date: '2025-03-06', status: 'cancelled' })).toBeNull();
    expect(inDays({ date: '2025-03-06', status: 'postponed' })).toBeNull();
    expect(inDays({ date: '2025-04' })).toBeNull();
    expect(inDays({})).toBeNull();
    expect(on('2025-03-05', [event('a', { date: '2025-03-04' })]).unconfirmed[0]?.inDays).toBeNull();
  });
});

describe('the order', () => {
  const dates = [
    '2024',
    '2024-12-19',
    '2024-10-09/2024-10-10',
    '2024-12',
    '2023-12-01',
    '1970-01-01',
    '2024-Q4',
    undefined,
  ];
  const events = dates.map((date) => event(date ?? 'none', { date }));

  it('ahead, goes from the next day on, what is roughly known after the days that it may hold', () => {
    expect(ids(on('1970-01-01', events).upcoming)).toEqual([
      '1970-01-01',
      '2023-12-01',
      '2024-10-09/2024-10-10',
      '2024-12-19',
      '2024',
      '2024-12',
      '2024-Q4',
      'none',
    ]);
  });

  it('behind, goes from the latest back, what is roughly known after the days that it may hold', () => {
    const held = dates.map((date) => event(date ?? 'none', { date, status: 'held' }));
    expect(ids(on('2200-01-01', held).past)).toEqual([
      '2024-12-19',
      '2024-12',
      '2024-10-09/2024-10-10',
      '2024-Q4',
      '2024',
      '2023-12-01',
      '1970-01-01',
      'none',
    ]);
  });

  it('follows the hours of one day, and the order of the data where nothing else decides', () => {
    const day = { date: '2025-04-01' };
    const list = [
      event('late', { ...day, startsAt: '2025-04-01T18:00:00+02:00' }),
      event('x', day),
      event('y', day),
      event('early', { ...day, startsAt: '2025-04-01T09:00:00+02:00' }),
    ];
    expect(ids(on('2025-03-05', list).upcoming)).toEqual(['x', 'y', 'early', 'late']);
  });

  it('does not change the list it was given', () => {
    const list = [event('b', { date: '2025-05-01' }), event('a', { date: '2025-04-01' })];
    on('2025-03-05', list);
    expect(list.map((e) => e.id)).toEqual(['b', 'a']);
  });
});

describe('the filters', () => {
  const events = [
    event('rdv', {
      date: '2024-05-23',
      status: 'held',
      series: 'rdv',
      edition: 3,
      themes: ['mer'],
      territories: ['commune-56121'],
    }),
    event('mois', { date: '2024', status: 'held', series: 'mois', edition: 17, territories: ['region-53'] }),
    event('web', { date: '2023-11-05', status: 'held', online: true, organisers: ['cress'] }),
    event('undated', { status: 'held' }),
  ];
  const kept = (more: Partial<AgendaRequest>) => {
    const { past, undecided } = on('2025-03-05', events, more);
    return [ids(past), undecided];
  };

  it('keep a series, an edition by its number or its year', () => {
    expect(kept({ series: 'rdv' })).toEqual([['rdv'], 0]);
    expect(kept({ edition: 17 })).toEqual([['mois'], 0]);
    expect(kept({ edition: 2024 })).toEqual([['rdv', 'mois'], 0]);
  });

  it('keep what lies wholly inside a period, and count what has no date', () => {
    expect(kept({ period: '2024-05' })).toEqual([['rdv'], 1]);
    expect(kept({ period: '2023' })).toEqual([['web'], 1]);
    expect(kept({ period: '2024-05-23' })).toEqual([['rdv'], 1]);
  });

  it('put apart what may lie outside the period: a date that is too vague, or across its bounds', () => {
    const across = event('across', { date: '2024-05-31/2024-06-02', status: 'held' });
    const apart = (more: Partial<AgendaRequest>) => ids(on('2025-03-05', [...events, across], more).apart);
    expect(apart({ period: '2024-05' })).toEqual(['across', 'mois']);
    expect(apart({ period: '2024-06', series: 'mois' })).toEqual(['mois']);
    for (const period of ['2023', '2024', '2025']) expect(apart({ period }), period).toEqual([]);
    expect(apart({})).toEqual([]);
  });

  it('count in a period as many events as the indicator does', () => {
    const list = [...events, event('across', { date: '2024-05-31/2024-06-02', status: 'held' })];
    for (const period of ['2024-05', '2024-H1', '2024-Q4', '2024', '2023-SY']) {
      const { past, apart, undecided } = on('2025-03-05', list, { period });
      const measure = eventsHeld.compute(makeDataset({ events: list }), { period });
      expect([period, past.length, apart.length + undecided]).toEqual([
        period,
        measure.quantity?.value ?? 0,
        measure.missing ?? 0,
      ]);
    }
  });

  it('keep what lies in a territory, and count what names none', () => {
    expect(kept({ within: (list) => list.includes('commune-56121') })).toEqual([['rdv'], 2]);
  });

  it('keep the events that have each pair: none under a key that no event has', () => {
    expect(kept({ where: 'theme=mer' })).toEqual([['rdv'], 0]);
    expect(kept({ where: 'online=true organiser=cress' })).toEqual([['web'], 0]);
    expect(kept({ where: 'status=planned' })).toEqual([[], 0]);
    expect(kept({ where: 'series=mois' })).toEqual([['mois'], 0]);
    expect(kept({ where: 'series=mois college=associations' })).toEqual([[], 0]);
  });
});

describe('what a visitor may choose among', () => {
  const choice = (...events: readonly Event[]): boolean => hasChoice(on('2025-03-05', events).upcoming);

  it('is there where events differ in their place, themes, organisers, or in being online', () => {
    expect(choice()).toBe(false);
    const place = { place: 'Brest' };
    expect(choice(event('a', place), event('b', place), event('c', place))).toBe(false);
    expect(choice(event('a', place), event('b', place), event('c', { place: 'Vannes' }))).toBe(true);
    for (const other of [{ online: true }, { themes: ['mer'] }, { organisers: ['cress'] }])
      expect(choice(event('a'), event('b', other)), JSON.stringify(other)).toBe(true);
  });
});

describe('every event', () => {
  it('stands in exactly one group', () => {
    const dates = [
      null,
      '1970-01-01',
      '2024-02-29',
      '2024-06',
      '2023-SY',
      '2025-H1',
      '2030',
      '2200-12-31',
      '2024-12-30/2025-01-02',
    ];
    const statuses = ['held', 'planned', 'cancelled', 'postponed', 'full'];
    const events = dates.flatMap((date) => statuses.map((status) => event(`${date} ${status}`, { date, status })));
    for (const today of ['1969-12-31', '2024-02-29', '2025-01-01', '2201-01-01']) {
      const { upcoming, unconfirmed, past } = on(today, events);
      expect([...upcoming, ...unconfirmed, ...past].map((i) => i.event.id).sort()).toEqual(
        events.map((e) => e.id).sort(),
      );
    }
  });
});
