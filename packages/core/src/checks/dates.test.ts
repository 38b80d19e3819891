import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { findingsOf, line, linesOf } from './testing/find.ts';
import { added, type Collections, clean, figure, options, regionOf, withFault } from './testing/region.ts';

describe('dates', () => {
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
      expect(
        linesOf(rule, withFault('events', 'salon', { ...days, endsAt: '2023-06-19T01:00:00+02:00' })),
      ).toHaveLength(1);
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
});

describe('stray-dates', () => {
  const rule = 'stray-dates';

  describe('a day', () => {
    const board = (id: string, date: string) => ({ id, body: 'bureau', date, status: 'held' });

    it('is the one that its id says', () => {
      expect(linesOf(rule, withFault('meetings', 'bureau/2023-05-16', { date: '2023-05-06' }))).toEqual([
        'warning meetings/bureau/2023-05-16 date: 2023-05-06, expected 2023-05-16',
      ]);
    });

    it('years away from those of its neighbours is a slip', () => {
      const more = ['2023-06-06', '2023-07-04'].map((date, at) => board(`more${at}`, date));
      expect(linesOf(rule, added('meetings', ...more, board('odd', '2013-11-07')))).toEqual([
        'warning meetings/odd date: 2013-11-07, expected 2022–2024',
      ]);
      expect(linesOf(rule, added('meetings', board('odd', '2013-11-07')))).toEqual([]);
    });

    it('years away is one of a former edition where there is a series', () => {
      const past = ['2023-06-06', '2023-07-04', '2023-08-01', '2023-09-05'].map((date) => ({
        id: date,
        title: { fr: date },
        date,
        status: 'held',
      }));
      const old = (more: object) => ({
        id: 'old',
        title: { fr: 'Salon' },
        date: '2016-06-16',
        status: 'held',
        ...more,
      });
      expect(linesOf(rule, added('events', ...past, old({})))).toHaveLength(1);
      expect(linesOf(rule, added('events', ...past, old({ series: 'salon' })))).toEqual([]);
    });
  });
});

describe('lifetimes', () => {
  const mission = (period: string) => ({
    ...clean,
    programmes: [{ id: 'appui', name: { fr: 'Appui' }, period: '2022/2024' }],
    missions: [{ id: 'm', programme: 'appui', mode: 'individual', period, status: 'held' }],
  });

  describe('a mission', () => {
    it('is in the time of its programme, or overlaps it', () => {
      expect(linesOf('lifetimes', mission('2023'))).toEqual([]);
      expect(linesOf('lifetimes', mission('2021/2022'))).toEqual([]);
      expect(linesOf('lifetimes', mission('2017'))).toEqual(['warning missions/m period: 2017, expected 2022/2024']);
    });
  });

  describe('a membership', () => {
    it('starts once its network exists, in its first year at the earliest', () => {
      const since = (year: string) => ({ ...clean, networks: [{ id: 'valdor', name: { fr: 'Valdor' }, since: year }] });
      expect(linesOf('lifetimes', since('2015'))).toEqual([]);
      expect(linesOf('lifetimes', since('2016'))).toEqual(['warning memberships/m2 start: 2015, expected ≥ 2016']);
    });
  });

  describe('a network', () => {
    it('that begins after the data that tell of it is told once, and none of its members', () => {
      const networks = [{ id: 'valdor', name: { fr: 'Valdor' }, since: '2050' }];
      expect(linesOf('lifetimes', { ...clean, networks })).toEqual([
        'warning networks/valdor since: 2050, expected ≤ 2024-02-15',
      ]);
    });
  });
});

describe('manifest-dates', () => {
  function said(manifest: object): readonly string[] {
    const dataset = regionOf(clean);
    return runChecks({ ...dataset, manifest: { ...dataset.manifest, ...manifest } }, options).map(line);
  }

  const document = (date: string) => ({ documents: { bilan: { title: { fr: 'Bilan 2023' }, date } } });

  describe('a date of the manifest', () => {
    it('is a day that exists, with or without its hour', () => {
      expect(said({ updated: '2024-02-29' })).toEqual([]);
      expect(said({ updated: '2024-02-29T10:00:00Z' })).toEqual([]);
      expect(said({ updated: '29 février 2024' })).toEqual([
        'error manifest.json updated: 29 février 2024, expected YYYY-MM-DD',
      ]);
    });

    it('of a document may be its year only: what happened in it is not after it', () => {
      expect(said(document('2023'))).toEqual([]);
      expect(said(document('2024-02-31'))).toEqual([
        'error manifest.json documents.bilan.date: 2024-02-31, expected YYYY-MM-DD',
      ]);
    });
  });

  describe('a next update', () => {
    it('comes after the last one', () => {
      const { manifest, ...rest } = regionOf();
      const next = (nextUpdate: string) =>
        runChecks({ manifest: { ...manifest, nextUpdate }, ...rest }, options).map(line);
      expect(next('2025-02-15')).toEqual([]);
      expect(next('2023-02-15')).toEqual(['error manifest.json nextUpdate: 2023-02-15, expected ≥ 2024-02-15']);
    });
  });

  describe('the periods of a manifest', () => {
    it('are no seasons that are written as two civil years, each of which is in two of them', () => {
      expect(said({ periods: ['2022-SY', '2023-SY', '2023'] })).toEqual([]);
      expect(said({ periods: ['2022-07/2023-06', '2023-07/2024-06'] })).toEqual([]);
      expect(said({ periods: ['2020/2021', '2022/2023'] })).toEqual([]);
      expect(said({ periods: ['2021/2022', '2022/2023'] })).toEqual([
        'warning manifest.json periods.1: 2022/2023, expected 2022-SY',
      ]);
    });
  });
});

describe('weekdays', () => {
  const rule = 'weekdays';

  describe('a day of the week', () => {
    it('is that of the printed date, whose year is the record’s', () => {
      const [finding] = findingsOf(rule, withFault('events', 'salon', { printed: { date: 'samedi 15 juin' } }));
      expect(finding).toMatchObject({ found: 'samedi 15 juin', expected: 'jeudi', certainty: 'likely' });
      expect(finding?.message['en']).toContain('15 June 2023 is a Thursday');
    });

    it('is read in titles too', () => {
      const titled = withFault('events', 'salon', { title: { fr: 'Salon du lundi 15 juin 2023' } });
      expect(linesOf(rule, titled)).toEqual(['warning events/salon title: lundi 15 juin 2023, expected jeudi']);
    });

    it('is read in the text of a document where the year is printed', () => {
      const texts = { bilan: 'Première ligne\nLe mardi 15 juin 2023 à Montval, et le lundi 3 juin.' };
      expect(linesOf(rule, clean, { texts })).toEqual(['warning bilan 2: mardi 15 juin 2023, expected jeudi']);
    });
  });

  describe('a day of the week in short, or before a date in figures', () => {
    const printed = (date: string) => linesOf(rule, withFault('events', 'salon', { printed: { date } }));

    it.each(['jeu. 15 juin', 'Jeudi 15/06/2023', 'Thu. 15 June'])('%s is right', (date) => {
      expect(printed(date)).toEqual([]);
    });

    it.each(['ven. 15 juin', 'Vendredi 15/06/2023', 'Fri. 15 June'])('%s is not', (date) => {
      expect(printed(date)).toHaveLength(1);
    });

    it('is no word of three letters', () => {
      expect(printed('Fête de la mer 15 juin')).toEqual([]);
    });
  });
});

describe('editions', () => {
  const rule = 'editions';
  const next = (edition: number, date: string, title = 'Salon') => ({
    id: `salon-${edition}-${date}`,
    title: { fr: title },
    date,
    status: 'planned',
    series: 'salon',
    edition,
  });

  describe('the number of an edition', () => {
    it('is the one that its title says', () => {
      expect(linesOf(rule, withFault('events', 'salon', { title: { fr: '8e salon des solidarités' } }))).toEqual([
        'warning events/salon edition: 9, expected 8',
      ]);
    });

    it('may be lower than the years tell: a year was left out', () => {
      expect(linesOf(rule, withFault('events', 'salon', { edition: 8, title: { fr: 'Salon' } }))).toEqual([]);
    });

    it('rises with the years, and no faster', () => {
      expect(linesOf(rule, added('events', next(10, '2024-06')))).toEqual([]);
      expect(linesOf(rule, added('events', next(9, '2024-06')))).toEqual([
        'warning events/salon-9-2024-06 edition: 9, expected 10',
      ]);
      // One finding is enough: the one on the number of years.
      expect(linesOf(rule, added('events', next(12, '2024-06')))).toEqual([
        'warning events/salon-12-2024-06 edition: 12, expected ≤ 10',
      ]);
    });

    it('is measured by its neighbours where nobody knows the first one', () => {
      const series = [{ id: 'salon', name: { fr: 'Salon' } }];
      const after = (...events: readonly object[]) => linesOf(rule, { ...added('events', ...events), series });
      expect(after(next(12, '2024-06'))).toEqual(['warning events/salon-12-2024-06 edition: 12, expected 10']);
      expect(after(next(12, '2025-06'))).toEqual(['warning events/salon-12-2025-06 edition: 12, expected 10–11']);
      expect(after(next(10, '2025-06'), next(10, '2025-09'))).toEqual([]);
      expect(after(next(8, '2020-06'), next(4, '2021-06'))).toEqual([
        'warning events/salon edition: 9, expected 5–6',
        'warning events/salon-4-2021-06 edition: 4, expected 9',
      ]);
    });

    it('that is wrong by its title is no measure of the next one', () => {
      const first = withFault('events', 'salon', { edition: 6, title: { fr: '9e salon des solidarités' } });
      expect(linesOf(rule, { ...first, events: [...(first.events ?? []), next(10, '2024-06')] })).toEqual([
        'warning events/salon edition: 6, expected 9',
      ]);
      const dated = added('events', next(10, '2024-06', 'Salon 2025'), next(10, '2025-06'));
      expect(linesOf(rule, dated)).toEqual(['warning events/salon-10-2024-06 date: 2024-06, expected 2025']);
    });

    it('stands in a year that is the one of the title', () => {
      expect(linesOf(rule, added('events', next(10, '2024-06', 'Salon 2025')))).toEqual([
        'warning events/salon-10-2024-06 date: 2024-06, expected 2025',
      ]);
    });
  });

  describe('an ordinal', () => {
    it('of an anniversary is no edition', () => {
      const title = { fr: '20e anniversaire du salon' };
      expect(linesOf('editions', withFault('events', 'salon', { title }))).toEqual([]);
    });
  });
});

describe('planned-as-held', () => {
  const rule = 'planned-as-held';

  describe('what is planned', () => {
    it('after the document stays planned', () => {
      expect(linesOf(rule, clean)).toEqual([]);
    });

    it('until a period that is not over may still come', () => {
      expect(linesOf(rule, withFault('events', 'foire', { date: '2024' }))).toEqual([]);
    });

    it('before the document "was planned", whatever it is', () => {
      expect(linesOf(rule, withFault('meetings', 'bureau/2023-02-07', { status: 'planned' }))).toHaveLength(1);
      expect(linesOf(rule, withFault('observations', 'joined', { status: 'planned' }))).toHaveLength(1);
      const project = { id: 'p', programme: 'velo', period: '2023', status: 'planned' };
      expect(linesOf(rule, added('projects', project))).toHaveLength(1);
    });

    it('is no question any more once a record names it and says what became of it', () => {
      const announced = withFault('events', 'foire', { status: 'planned', date: '2023-02-07' });
      expect(linesOf(rule, announced)).toHaveLength(1);
      const held = { id: 'foire-tenue', title: { fr: 'Foire' }, date: '2023-02-08', status: 'held', plan: 'foire' };
      const { events } = added('events', held);
      const outcome = events?.slice(-1) ?? [];
      expect(linesOf(rule, { ...announced, events: [...(announced.events ?? []), ...outcome] })).toEqual([]);
    });

    it('is found by its hour where it has no date', () => {
      const timed = withFault('events', 'foire', { date: null, startsAt: '2023-02-07T18:30:00+01:00' });
      expect(findingsOf(rule, timed)).toMatchObject([{ where: { field: 'startsAt' }, found: '2023-02-07' }]);
      const ended = withFault('events', 'foire', { date: null, endsAt: '2023-02-07T18:30:00+01:00' });
      expect(findingsOf(rule, ended)).toMatchObject([{ where: { field: 'endsAt' }, found: '2023-02-07' }]);
    });

    it('and comes back is held in part, where it goes on', () => {
      const weekly = (until: string) =>
        withFault('events', 'foire', {
          date: '2022-01-11',
          recurrence: { frequency: 'weekly', interval: 1, until, exceptions: [] },
        });
      const [over] = findingsOf(rule, weekly('2022-02'));
      expect(over?.message.fr).toContain('Dites s’il a été tenu');
      const [goingOn] = findingsOf(rule, weekly('2099'));
      expect(goingOn?.message.fr).toMatch(/revient depuis le 11\/01\/2022 et continue.*deux fiches/);
      expect(goingOn?.message['en']).toContain('Make two records of it');
    });
  });
});

describe('planned-dates', () => {
  const rule = 'planned-dates';
  const plan = (id: string, period: string, extra: object = {}) =>
    figure(id, null, 2025, 'year', { status: 'planned', period, dimensions: { programme: 'velo' }, ...extra });
  const named = (id: string, label: string, period: string, extra: object = {}) => ({
    ...plan(id, period, extra),
    label: { fr: label },
  });
  const both = (first: object, second: object) => ({
    ...added('observations', first, second),
    programmes: [{ id: 'velo', name: { fr: 'Vélo' } }],
  });

  describe('dates planned for one thing', () => {
    it('that have no day in common contradict each other', () => {
      const data = both(
        named('spring', 'Restitution, selon la section A', '2026-Q2', { printed: 'printemps 2026' }),
        named('before', 'Restitution, selon la section B', '2025-H1'),
      );
      expect(linesOf(rule, data)).toEqual(['warning observations/before period: 2025-H1, expected 2026-Q2']);
      const [finding] = findingsOf(rule, data);
      expect(finding?.certainty).toBe('likely');
      expect(finding?.message.fr).toContain('printemps 2026');
    });

    it('may be more or less precise', () => {
      expect(linesOf(rule, both(named('a', 'Restitution', '2025'), named('b', 'Restitution', '2025-03')))).toEqual([]);
    });

    it('are of two things under two names, of two programmes, or of none', () => {
      const first = named('a', 'Restitution', '2026-Q2');
      const others = [
        named('b', 'Lancement', '2025-H1'),
        named('b', 'Restitution', '2025-H1', { dimensions: { programme: 'autre' } }),
        named('b', 'Restitution', '2025-H1', { status: 'held' }),
      ];
      for (const other of others) expect(linesOf(rule, both(first, other))).toEqual([]);
      const alone = { dimensions: {} };
      const unnamed = both(named('a', 'Restitution', '2026-Q2', alone), named('b', 'Restitution', '2025-H1', alone));
      expect(linesOf(rule, unnamed)).toEqual([]);
    });
  });
});

describe('occurrences', () => {
  const rule = 'occurrences';
  const weekly = (fields: object = {}, recurrence: object = {}) => ({
    ...{ id: 'permanence', title: { fr: 'Permanence' }, status: 'planned', date: '2024-03-05' },
    recurrence: { frequency: 'weekly', until: '2024-06-30', ...recurrence },
    ...fields,
  });
  const instead = (date: string, fields: object = {}) => ({
    ...{ id: `instead-${date}`, title: { fr: 'Permanence' }, status: 'planned', date: '2024-03-13' },
    occurrenceOf: { event: 'permanence', date },
    ...fields,
  });
  const lines = (...events: readonly object[]) => linesOf(rule, { events });

  describe('one time of an event that comes back', () => {
    it('is in order where its day is one of the rule', () => {
      expect(lines(weekly({}, { exceptions: ['2024-03-19'] }), instead('2024-03-12'))).toEqual([]);
      // The same holds where the recurrence leaves that day out, because this event takes its place.
      expect(lines(weekly({}, { exceptions: ['2024-03-12'] }), instead('2024-03-12'))).toEqual([]);
    });

    it('has the day that the rule gives, not the one that it was moved to', () => {
      expect(lines(weekly(), instead('2024-03-13'))).toEqual([
        'error events/instead-2024-03-13 occurrenceOf.date: 2024-03-13, expected 2024-03-12, 2024-03-19',
      ]);
      expect(lines(weekly(), instead('2024-07-02'))[0]).toContain('expected 2024-06-25');
      expect(lines(weekly(), instead('12/03/2024'))).toHaveLength(1);
      const [said] = findingsOf(rule, { events: [weekly(), instead('2024-03-13')] });
      expect(said?.message.fr).toContain('n’est pas une des dates de «\u202fPermanence\u202f»');
      expect(said?.message.fr).toContain('(les plus proches\u202f: 2024-03-12 et 2024-03-19)');
      expect(said?.message['en']).toContain(
        'none of the dates of “Permanence” (the nearest are 2024-03-12 and 2024-03-19)',
      );
    });

    it('is told once', () => {
      const again = instead('2024-03-12', { id: 'again' });
      expect(lines(weekly(), instead('2024-03-12'), again)).toEqual([
        'error events/again occurrenceOf: 2024-03-12, expected instead-2024-03-12',
      ]);
    });

    it('is one of an event that does come back, and does not itself', () => {
      expect(lines(weekly({ recurrence: null }), instead('2024-03-12'))).toEqual([
        'error events/instead-2024-03-12 occurrenceOf.event: permanence',
      ]);
      expect(lines(weekly({ date: '2024-03' }), instead('2024-03-12'))).toHaveLength(1);
      const twice = instead('2024-03-12', { recurrence: { frequency: 'daily', count: 2 } });
      expect(lines(weekly(), twice)).toEqual(['error events/instead-2024-03-12 recurrence: instead-2024-03-12']);
    });

    it('names an event that is there: that is said as of any reference', () => {
      expect(lines(instead('2024-03-12'))).toEqual([]);
      expect(
        linesOf('references', {
          events: [weekly(), instead('2024-03-12', { occurrenceOf: { event: 'permanance', date: '2024-03-12' } })],
        }),
      ).toEqual(['error events/instead-2024-03-12 occurrenceOf.event: permanance']);
    });
  });

  describe('an exception', () => {
    it('that is none of its dates leaves nothing out', () => {
      expect(lines(weekly({}, { exceptions: ['2024-03-12', '2024-03-20'] }))).toEqual([
        'warning events/permanence recurrence.exceptions: 2024-03-20, expected 2024-03-19, 2024-03-26',
      ]);
    });
  });
});
