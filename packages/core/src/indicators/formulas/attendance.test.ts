import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('attendance: attendance-total', () => {
  const attendanceTotal = named('attendance-total');
  const people = (value: number, op = '=', unit = 'people') => ({ value, op, unit });
  const event = (id: string, extra: object = {}) => ({
    id,
    title: { fr: id },
    date: '2024-05-02',
    status: 'held',
    territories: ['commune-01001'],
    ...extra,
  });
  const events = [
    event('fair', { attendance: people(20) }),
    event('talk', { attendance: people(10, '~'), territories: ['commune-02002'] }),
    event('next', { status: 'planned', attendance: people(99) }),
    event('shops', { attendance: people(7, '=', 'organisations') }),
  ];
  const past = event('past', { date: '2023-11-20', attendance: people(50) });
  const bodies = [{ id: 'board', name: { fr: 'Conseil' }, kind: 'governance' }];
  const meetings = [
    { id: 'meeting-1', body: 'board', date: '2024-04-11', status: 'held' },
    { id: 'meeting-2', body: 'board', date: '2024-04-12', status: 'cancelled' },
  ];
  const tallies = [
    { id: 't1', of: 'meeting-1', total: people(33) },
    { id: 't3', of: 'meeting-2', total: people(5) },
    { id: 't2', of: 'fair', total: people(25) },
  ];
  const figure = (value: number, where: string) =>
    observation('attendance-total', value, { unit: 'people', period: '2024-05-02', dimensions: { event: where } });

  describe('attendance-total', () => {
    it('adds up what is published, counted in a tally or recorded with the event, "about" spreading to the sum', () => {
      const data = makeDataset({
        events: [...events, past],
        meetings,
        bodies,
        tallies,
        observations: [figure(26, 'fair')],
      });
      const measure = attendanceTotal.compute(data, { by: 'event' });
      expect(measure.quantity).toMatchObject({ value: 69, op: '>=', approx: true });
      expect(measure.basis).toBe('listed');
      expect([measure.population, measure.missing]).toEqual([4, 1]);
      expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
        ['fair', 26],
        ['talk', 10],
        ['Conseil (11/04/2024)', 33],
      ]);
    });

    it('is whole where all that took place is listed and counted', () => {
      const coverage = { events: [{ complete: true }], meetings: [{ complete: true }] };
      const data = makeDataset({ events: events.slice(0, 2), meetings, tallies }, { coverage });
      expect(attendanceTotal.compute(data)).toMatchObject({ quantity: { value: 68, op: '~' }, basis: 'computed' });
    });

    it('is whole only where the meetings are listed as the events are', () => {
      const coverage = { events: [{ complete: true }] };
      const data = makeDataset({ events: events.slice(0, 2), meetings, tallies }, { coverage });
      expect(attendanceTotal.compute(data)).toMatchObject({ quantity: { value: 68, op: '>=' }, basis: 'listed' });
    });

    it('gives that of one event, which its record does not confirm', () => {
      const data = makeDataset({ events, tallies, observations: [figure(25, 'fair')] });
      const one = attendanceTotal.compute(data, { period: '2024', where: 'event=fair' });
      expect([one.quantity?.value, one.basis, one.agreement]).toEqual([25, 'published', undefined]);
      const other = attendanceTotal.compute(data, { period: '2024', where: 'event=talk' });
      expect([other.quantity?.value, other.basis]).toEqual([10, 'computed']);
    });

    it('keeps to the territory asked for', () => {
      const territories = [
        { id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] },
      ];
      const data = makeDataset({ events, meetings, tallies, territories });
      expect(attendanceTotal.compute(data, { territory: 'departement-01' }).quantity?.value).toBe(25);
    });
  });
});

describe('attendance: attendance-by-affiliation', () => {
  const attendanceByAffiliation = named('attendance-by-affiliation');
  const count = (value: number) => ({ value, op: '=', unit: 'people' });
  const event = (id: string) => ({ id, title: { fr: id }, date: '2024-05-02', status: 'held' });
  const tally = (of: string, total: number, affiliation: Readonly<Record<string, object>>) => ({
    id: of,
    of,
    total: count(total),
    by: { affiliation },
  });
  const tallies = [
    tally('fair', 33, { public: count(9), ess: count(20) }),
    tally('talk', 5, { public: count(5) }),
    tally('web', 9, { public: { value: 60, op: '=', unit: 'percent', base: 'people' } }),
  ];
  const data = makeDataset({ events: ['fair', 'talk', 'web'].map(event), tallies });
  const shown = (request: object) =>
    attendanceByAffiliation.compute(data, request).parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value]);

  describe('attendance-by-affiliation', () => {
    it('adds up the counts of the events, and leaves their percents aside', () => {
      expect(shown({ by: 'affiliation' })).toEqual([
        ['public', '>=', 14],
        ['ess', '>=', 20],
      ]);
      expect(shown({ by: 'event' })).toEqual([
        ['fair', '=', 29],
        ['talk', '=', 5],
      ]);
    });

    it('shows those of one event whose organisation is not said', () => {
      expect(shown({ by: 'affiliation', where: 'event=fair' })).toEqual([
        ['public', '=', 9],
        ['ess', '=', 20],
        ['unknown', '=', 4],
      ]);
      expect(attendanceByAffiliation.compute(data, { where: 'event=fair' }).quantity?.value).toBe(33);
    });

    it('is whole where all that took place is listed and told, and names the counts that it comes from', () => {
      const coverage = { events: [{ complete: true }], meetings: [{ complete: true }] };
      const of = (ids: readonly string[], cover = coverage) =>
        attendanceByAffiliation.compute(
          makeDataset({ events: ids.map(event), meetings: [], tallies }, { coverage: cover }),
          {
            by: 'affiliation',
          },
        );
      expect(of(['fair', 'talk'])).toMatchObject({ quantity: { value: 34, op: '=' }, basis: 'computed' });
      expect(of(['fair', 'talk']).fields?.map(({ id }) => id)).toEqual(['fair', 'talk']);
      expect(of(['fair', 'talk']).parts?.map((p) => p.quantity?.op)).toEqual(['=', '=']);
      for (const open of [of(['fair', 'talk', 'web']), of(['fair', 'talk'], { ...coverage, meetings: [] })])
        expect(open).toMatchObject({
          quantity: { op: '>=' },
          basis: 'listed',
          parts: [{ quantity: { op: '>=' } }, {}],
        });
    });

    it('gives one type at one event as it was recorded, and knows nothing where nobody’s type is told', () => {
      const one = attendanceByAffiliation.compute(data, { by: 'affiliation', where: 'event=fair affiliation=public' });
      expect(one).toMatchObject({ quantity: { value: 9, op: '=' }, basis: 'computed' });
      expect(one.parts?.map((p) => p.id)).toEqual(['public']);
      expect(attendanceByAffiliation.compute(data, { where: 'affiliation=nope' }).quantity).toBeNull();
      expect(attendanceByAffiliation.compute(data, { where: 'event=web' }).quantity).toBeNull();
    });

    it('has nobody left of whom nothing is said where all are told, or more than came', () => {
      expect(shown({ by: 'affiliation', where: 'event=talk' })).toEqual([['public', '=', 5]]);
      const more = makeDataset({ events: [event('fair')], tallies: [tally('fair', 4, { public: count(5) })] });
      const { parts } = attendanceByAffiliation.compute(more, { by: 'affiliation', where: 'event=fair' });
      expect(parts?.map((p) => p.id)).toEqual(['public']);
    });

    it('takes what is published first, and finds the rest from the attendance', () => {
      const observations = [
        observation('attendance-by-affiliation', 33, {
          unit: 'people',
          dimensions: { event: 'day', affiliation: 'ess' },
        }),
        observation('attendance-total', 62, { unit: 'people', dimensions: { event: 'day' } }),
      ];
      const measure = attendanceByAffiliation.compute(makeDataset({ observations }), {
        by: 'affiliation',
        where: 'event=day',
      });
      expect(measure.quantity?.value).toBe(62);
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['ess', 33],
        ['unknown', 29],
      ]);
    });
  });
});

describe('attendance: attendance-parity', () => {
  const attendanceParity = named('attendance-parity');
  const count = (value: number, extra: object = {}) => ({ value, op: '=', unit: 'people', ...extra });
  const event = (id: string) => ({ id, title: { fr: id }, date: '2024-05-02', status: 'held' });
  const tally = (of: string, total: number, women: number, men: number) => ({
    id: of,
    of,
    total: count(total),
    by: { gender: { women: count(women), men: count(men) } },
  });
  const events = ['steering', 'fair', 'talk'].map(event);

  describe('attendance-parity', () => {
    it('is open to both sides where nothing is said of some: 11 women and 12 men of 33 are 33 to 64 %', () => {
      const data = makeDataset({ events, tallies: [tally('steering', 33, 11, 12)] });
      const measure = attendanceParity.compute(data, { where: 'event=steering' });
      expect(measure.quantity).toMatchObject({ op: 'range', unit: 'percent', base: 'people' });
      expect(measure.quantity?.min).toBeCloseTo(100 / 3, 6);
      expect(measure.quantity?.max).toBeCloseTo(2100 / 33, 6);
      expect(measure.quantity?.partial).toBe('une partie n’est pas précisée');
      expect([measure.population, measure.missing]).toEqual([33, 10]);
      expect(measure.basis).toBe('computed');
      expect(measure.notes.map(({ en }) => en)).toEqual(['some are not specified']);
      expect(measure.calculation).toBeUndefined();
      const all = makeDataset({ events, tallies: [tally('steering', 23, 11, 12)] });
      expect(attendanceParity.compute(all, { where: 'event=steering' })).toMatchObject({ population: 23, missing: 0 });
      const whole = attendanceParity.compute(all, { where: 'event=steering' }).quantity;
      expect([whole?.op, whole?.value?.toFixed(3), whole?.partial]).toEqual(['=', '47.826', undefined]);
      const more = makeDataset({ events, tallies: [tally('steering', 20, 11, 12)] });
      expect(attendanceParity.compute(more, { where: 'event=steering' }).missing).toBeNull();
    });

    it('is as open where the list is not complete, and where the events are taken together', () => {
      const tallies = [tally('steering', 33, 11, 12), tally('fair', 7, 3, 4)];
      const { quantity, basis } = attendanceParity.compute(makeDataset({ events, tallies }));
      // 14 women and 16 men of 40: from 14 / 40 to 24 / 40.
      expect([quantity?.min, quantity?.max, basis]).toEqual([35, 60, 'listed']);
      expect(quantity?.partial).toContain('liste incomplète');
    });

    it('says nothing of those who are at least so many, and opens percents that leave more than a rounding', () => {
      const many = { ...tally('fair', 30, 11, 12), total: { value: 30, op: '>=', unit: 'people' } };
      const at = (one: object) =>
        attendanceParity.compute(makeDataset({ events, tallies: [one] }), { where: 'event=fair' }).quantity;
      expect(at(many)).toBeNull();
      const percent = (value: number) => ({ value, op: '=', unit: 'percent', base: 'people' });
      const shares = (women: number, men: number) => ({
        ...{ id: 't', of: 'fair' },
        by: { gender: { women: percent(women), men: percent(men) } },
      });
      expect(at(shares(30, 60))).toMatchObject({ min: 30, max: 40, op: 'range' });
      expect(at(shares(33, 66))?.op).toBe('=');
    });

    it('takes the people of several events together, and says so', () => {
      const coverage = { events: [{ complete: true }], meetings: [{ complete: true }] };
      const tallies = [tally('steering', 4, 3, 1), tally('fair', 16, 3, 13)];
      const data = makeDataset({ events: events.slice(0, 2), meetings: [], tallies }, { coverage });
      const measure = attendanceParity.compute(data, { by: 'event' });
      expect([measure.quantity?.value, measure.basis]).toEqual([30, 'computed']);
      expect(measure.notes.map((note) => note.en)).toEqual(['all events taken together, not a mean of the events']);
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['steering', 75],
        ['fair', 18.75],
      ]);
      // Of a third event nothing is said.
      expect(attendanceParity.compute(makeDataset({ events, meetings: [], tallies }, { coverage })).basis).toBe(
        'listed',
      );
    });

    it('names the counts that it was calculated from, and stands where they were published', () => {
      const source = { document: 'report', section: 'I.2.a', page: 9 };
      const tallies = [
        { ...tally('steering', 33, 11, 12), source },
        { id: 't', of: 'fair', by: {}, source },
      ];
      const measure = attendanceParity.compute(makeDataset({ events, tallies }));
      expect(measure.fields).toEqual([{ collection: 'tallies', id: 'steering', field: 'by.gender' }]);
      expect(measure.sources).toEqual([source]);
    });

    it('reads percents of one base, which it does not mix with counts', () => {
      const percent = (value: number) => ({ value, op: '=', unit: 'percent', base: 'people' });
      const tallies = [
        { id: 't', of: 'fair', by: { gender: { women: percent(30), men: percent(70) } } },
        tally('talk', 4, 3, 1),
      ];
      const data = makeDataset({ events, tallies });
      expect(attendanceParity.compute(data, { where: 'event=fair' }).quantity?.value).toBe(30);
      expect(attendanceParity.compute(data).quantity?.value).toBe(75);
    });

    it('is unknown where women and men are not counted alike', () => {
      const percent = (value: number, base?: string) => ({
        value,
        op: '=',
        unit: 'percent',
        ...(base ? { base } : {}),
      });
      const of = (women: object, men: object) => {
        const tallies = [{ id: 't', of: 'fair', by: { gender: { women, men } } }];
        return attendanceParity.compute(makeDataset({ events, tallies }), { where: 'event=fair' }).quantity;
      };
      expect(of(count(5), percent(40, 'people'))).toBeNull();
      expect(of(percent(30), percent(70))).toBeNull();
      expect(of(percent(30, 'speakers'), percent(70, 'people'))).toBeNull();
    });

    it('is unknown where one of the two is not counted, or nobody is', () => {
      const tallies = [{ id: 't1', of: 'fair', by: { gender: { women: count(5) } } }, tally('talk', 0, 0, 0)];
      expect(attendanceParity.compute(makeDataset({ events, tallies })).quantity).toBeNull();
    });
  });
});
