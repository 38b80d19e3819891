import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, type Collections, clean, figure, withFault } from './testing/region.ts';

const rule = 'dates';

describe('dates', () => {
  it('of an hour are those of the event', () => {
    expect(linesOf(rule, withFault('events', 'salon', { startsAt: '2023-06-16T09:00:00+02:00' }))).toEqual([
      'error events/salon startsAt: 2023-06-16T09:00:00+02:00, expected 2023-06-15',
    ]);
  });

  it('of an hour on another day are said once, though it ends before it starts', () => {
    expect(linesOf(rule, withFault('events', 'salon', { endsAt: '2023-06-14T18:00:00+02:00' }))).toEqual([
      'error events/salon endsAt: 2023-06-14T18:00:00+02:00, expected 2023-06-15',
    ]);
    expect(linesOf(rule, withFault('events', 'salon', { endsAt: '2023-06-15T08:00:00+02:00' }))).toEqual([
      'error events/salon endsAt: 2023-06-15T08:00:00+02:00, expected ≥ 2023-06-15T09:00:00+02:00',
    ]);
  });

  it('of an hour in universal time may be those of the evening before', () => {
    // Half past midnight of the day itself, and of the day after.
    expect(linesOf(rule, withFault('events', 'salon', { startsAt: '2023-06-14T22:30:00Z' }))).toEqual([]);
    expect(linesOf(rule, withFault('events', 'salon', { startsAt: '2023-06-15T22:30:00Z' }))).not.toEqual([]);
  });

  it('of an evening may end after midnight', () => {
    expect(linesOf(rule, withFault('events', 'salon', { endsAt: '2023-06-16T01:00:00+02:00' }))).toEqual([]);
  });

  it('far from the periods of the data set are doubted', () => {
    expect(linesOf(rule, withFault('events', 'foire', { date: '2042-09' }))).toEqual([
      'warning events/foire date: 2042-09, expected 2022–2024',
    ]);
    expect(linesOf(rule, withFault('observations', 'joined', { period: '1923' }))).toHaveLength(1);
  });

  it('may lie ten years around the data, those of figures twenty before and fifteen after', () => {
    const event = (date: string) => linesOf(rule, withFault('events', 'foire', { date }));
    expect([event('2012'), event('2034')]).toEqual([[], []]);
    expect([event('2011'), event('2035')]).toEqual([
      ['warning events/foire date: 2011, expected 2022–2024'],
      ['warning events/foire date: 2035, expected 2022–2024'],
    ]);
    const plan = (period: string) => linesOf(rule, withFault('observations', 'next-year', { period }));
    expect([plan('2002'), plan('2039')]).toEqual([[], []]);
    expect([plan('2001').length, plan('2040').length]).toEqual([1, 1]);
  });

  it('of an hour are read here where it is told in universal time, however that is written', () => {
    for (const universal of ['Z', 'z', '+00:00', '-00:00', '+0000']) {
      const hour = (time: string) =>
        findingsOf(rule, withFault('events', 'salon', { startsAt: `${time}:00${universal}` }));
      expect(hour('2023-06-14T22:30'), universal).toEqual([]);
      expect(hour('2023-06-15T22:30'), universal).toMatchObject([{ certainty: 'likely' }]);
    }
    expect(findingsOf(rule, withFault('events', 'salon', { startsAt: '2023-06-14T22:30:00+02:00' }))).toMatchObject([
      { certainty: 'certain' },
    ]);
    const evening = withFault('events', 'salon', { endsAt: '2023-06-17T00:30:00+02:00' });
    expect(linesOf(rule, evening)).toEqual([
      'error events/salon endsAt: 2023-06-17T00:30:00+02:00, expected 2023-06-15',
    ]);
  });

  it('of a membership may be of one year, and of an event those of its last day', () => {
    expect(linesOf(rule, withFault('memberships', 'm2', { start: '2015', end: '2015-01' }))).toEqual([]);
    expect(linesOf(rule, withFault('memberships', 'm2', { start: '2015-02', end: '2015-01' }))).toHaveLength(1);
    expect(linesOf(rule, withFault('memberships', 'm2', { start: null, end: '2015-01' }))).toEqual([]);
    const days = { date: '2023-06-15/2023-06-17', endsAt: '2023-06-18T01:00:00+02:00', printed: {} };
    expect(linesOf(rule, withFault('events', 'salon', days))).toEqual([]);
    expect(linesOf(rule, withFault('events', 'salon', { ...days, endsAt: '2023-06-19T01:00:00+02:00' }))).toHaveLength(
      1,
    );
  });

  it('of a figure that was held are before its document', () => {
    expect(linesOf(rule, withFault('observations', 'next-year', { status: 'held' }))).toEqual([
      'error observations/next-year period: 2025, expected ≤ 2024-02-15',
    ]);
  });

  it('of a year lie in its period', () => {
    const year = figure('founded', null, 2016, 'year', { period: '2015' });
    expect(linesOf(rule, added('observations', year))).toEqual([
      'warning observations/founded quantity: 2016, expected 2015',
    ]);
  });

  it('of a member that begins later than the data are doubted, and one that goes on for long is not', () => {
    expect(linesOf(rule, withFault('memberships', 'm1', { start: '2024-03-01' }))).toEqual([
      'warning memberships/m1 start: 2024-03-01, expected ≤ 2024-02-15',
    ]);
    expect(linesOf(rule, withFault('memberships', 'm1', { start: '2024-02-15', end: '2031' }))).toEqual([]);
  });
});

describe('what its document says', () => {
  const published = (date: string) => ({
    ...clean,
    publications: [{ id: 'guide', title: { fr: 'Guide' }, date, source: { document: 'bilan' } }],
  });

  it('was published before it', () => {
    expect(linesOf(rule, published('2023-11'))).toEqual([]);
    expect(linesOf(rule, published('2025-11'))).toHaveLength(1);
  });

  it('is set right as its record can be: a publication has no status, and data without a document have a day', () => {
    const said = (data: Collections) => findingsOf(rule, data).map(({ message }) => [message.fr, message['en']]);
    expect(said(published('2025-11'))).toEqual([
      [
        '«\u202fGuide\u202f»\u202f: la date, 11/2025, est plus tard que le document qui la donne, du 15/02/2024 (probable). Relisez-la.',
        '“Guide”: the date, 2025-11, is later than the document that gives it, of 2024-02-15 (likely). Read it again.',
      ],
    ]);
    expect(said(withFault('events', 'foire', { status: 'held', source: undefined }))).toEqual([
      [
        '«\u202fFoire aux vélos\u202f»\u202f: la date, 09/2024, est plus tard que ces données, du 15/02/2024, et la fiche la dit passée (probable). Relisez-la, ou donnez à la fiche l’état «\u202fplanned\u202f» (prévu)\u202f; si elle est juste, mettez à jour «\u202fupdated\u202f» dans le manifeste.',
        '“Foire aux vélos”: the date, 2024-09, is later than these data, of 2024-02-15, and the record says that it is past (likely). Read it again, or give the record the status "planned"; if it is right, bring "updated" of the manifest up to date.',
      ],
    ]);
  });
});
