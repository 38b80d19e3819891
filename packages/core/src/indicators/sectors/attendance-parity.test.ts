import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { attendanceParity } from './attendance-parity.ts';

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
  it('leaves out those of whom nothing is said: 11 of 23, though 33 came', () => {
    const data = makeDataset({ events, tallies: [tally('steering', 33, 11, 12)] });
    const measure = attendanceParity.compute(data, { where: 'event=steering' });
    expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'people' });
    expect(measure.quantity?.value).toBeCloseTo(47.8, 1);
    expect([measure.population, measure.missing]).toEqual([33, 10]);
    expect(measure.basis).toBe('computed');
    expect(measure.notes).toEqual([]);
    const all = makeDataset({ events, tallies: [tally('steering', 23, 11, 12)] });
    expect(attendanceParity.compute(all, { where: 'event=steering' })).toMatchObject({ population: 23, missing: 0 });
    const more = makeDataset({ events, tallies: [tally('steering', 20, 11, 12)] });
    expect(attendanceParity.compute(more, { where: 'event=steering' }).missing).toBeNull();
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
    expect(attendanceParity.compute(makeDataset({ events, meetings: [], tallies }, { coverage })).basis).toBe('listed');
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
    const percent = (value: number, base?: string) => ({ value, op: '=', unit: 'percent', ...(base ? { base } : {}) });
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
