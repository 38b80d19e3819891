import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('sum: dla-jobs', () => {
  const dlaJobs = named('dla-jobs');
  const tally = (n: number, contract: string | null, extra: object = {}) => ({
    id: `${n}`,
    programme: 'dla',
    period: '2024',
    contract,
    jobs: { value: n, op: '=', unit: 'jobs' },
    ...extra,
  });
  const all = [tally(1779, 'permanent'), tally(1283, 'fixed-term'), tally(98, 'subsidised')];
  const regional = [tally(256, 'permanent', { lot: 'regional' }), tally(63, 'fixed-term', { lot: 'regional' })];
  const coverage = { jobs: [{ complete: true }] };
  const total = observation('dla-jobs', 3160, { unit: 'jobs' });

  describe('dla-jobs', () => {
    it('adds up the contracts, which confirm the published total', () => {
      const data = makeDataset({ jobs: [...all, ...regional], observations: [total] }, { coverage });
      const measure = dlaJobs.compute(data, { by: 'contract' });
      expect(measure).toMatchObject({ basis: 'both', agreement: { agrees: true, computed: { value: 3160 } } });
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['permanent', 1779],
        ['fixed-term', 1283],
        ['subsidised', 98],
      ]);
      expect(measure.parts?.[0]?.share?.value).toBeCloseTo(56.3, 1);
    });

    it('never adds a lot to all the lots, but gives it when it is asked for', () => {
      const data = makeDataset({ jobs: [...all, ...regional] }, { coverage });
      expect(dlaJobs.compute(data).quantity?.value).toBe(3160);
      expect(dlaJobs.compute(data, { where: 'lot=regional' }).quantity?.value).toBe(319);
      expect(dlaJobs.compute(data, { by: 'lot' }).parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['regional', 319],
      ]);
    });

    it('adds the lots where nothing is said of them all, and takes a total that is told besides its contracts once', () => {
      const lots = makeDataset({ jobs: [...regional, tally(10, 'permanent', { lot: 'other' })] }, { coverage });
      expect(dlaJobs.compute(lots).quantity?.value).toBe(329);
      const twice = makeDataset({ jobs: [...all, tally(3160, null)] }, { coverage });
      expect(dlaJobs.compute(twice).quantity?.value).toBe(3160);
    });

    it('does not confirm a figure with the tally that restates it', () => {
      const published = observation('dla-jobs', 98, { unit: 'jobs', dimensions: { contract: 'subsidised' } });
      const data = makeDataset({ jobs: all, observations: [published] }, { coverage });
      const one = dlaJobs.compute(data, { where: 'contract=subsidised' });
      expect([one.quantity?.value, one.basis, one.agreement]).toEqual([98, 'published', undefined]);
    });

    it('adds up the parts of the programme where they are told apart, and takes its own number where it has one', () => {
      const parts = [tally(10, null, { programme: 'dla-north' }), tally(20, null, { programme: 'dla-south' })];
      const of = (jobs: readonly object[], where?: string) =>
        dlaJobs.compute(makeDataset({ jobs }, { coverage }), where ? { where } : {}).quantity?.value;
      expect([of(parts), of([...parts, tally(31, null)])]).toEqual([30, 31]);
      expect(of([...parts, tally(31, null)], 'programme=dla-north')).toBe(10);
    });

    it('takes the number of the whole before those of territories, and of one where it is asked for', () => {
      const places = ['departement-01', 'departement-02'].map((territory, at) => tally(at + 1, null, { territory }));
      const jobs = [...places, tally(5, null), tally(6, null, { jobs: { value: 6, op: '=', unit: 'people' } })];
      const data = makeDataset({ jobs }, { coverage });
      expect(dlaJobs.compute(data).quantity?.value).toBe(5);
      expect(dlaJobs.compute(data, { territory: 'departement-02' }).quantity?.value).toBe(2);
    });

    it('stays partial where its tallies are, and knows nothing of other programmes or years', () => {
      const starred = { value: 5, op: '=', unit: 'jobs', partial: 'données partielles' };
      const data = makeDataset({ jobs: [...all, tally(5, 'other', { jobs: starred })] }, { coverage });
      expect(dlaJobs.compute(data).quantity).toMatchObject({ value: 3165, op: '>=', partial: 'données partielles' });
      const others = makeDataset({ jobs: [tally(5, 'permanent', { programme: 'school' })] }, { coverage });
      expect(dlaJobs.compute(others).quantity).toBeNull();
      expect(dlaJobs.compute(data, { period: '2023' }).quantity).toBeNull();
    });
  });
});

describe('sum: staff-movements', () => {
  const staffMovements = named('staff-movements');
  describe('staff-movements', () => {
    const movement = (id: string, direction: string, value: number, contract: string | null) => ({
      id,
      direction,
      contract,
      period: '2024',
      count: { value, op: '=', unit: 'people' },
    });
    const movements = [
      movement('m1', 'in', 2, 'permanent'),
      movement('m2', 'in', 3, 'temporary'),
      movement('m3', 'out', 2, 'permanent'),
      movement('m4', 'out', 4, null),
    ];
    const coverage = { movements: [{ where: 'direction=in', complete: true }] };
    const figure = observation('staff-movements', 2, {
      unit: 'people',
      dimensions: { direction: 'in', contract: 'permanent' },
    });
    const data = makeDataset({ movements, observations: [figure] }, { coverage });

    it('adds up each direction, and never the two', () => {
      const measure = staffMovements.compute(data, { by: 'direction' });
      expect(measure.quantity).toBeNull();
      expect(measure.parts?.map((p) => [p.label.en, p.quantity?.op, p.quantity?.value])).toEqual([
        ['arrivals', '=', 5],
        ['departures', '>=', 6],
      ]);
    });

    it('splits one direction by contract, what is not said being a part of its own', () => {
      const { quantity, parts } = staffMovements.compute(data, { by: 'contract', where: 'direction=out' });
      expect(quantity?.value).toBe(6);
      expect(parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['permanent', 2],
        ['unknown', 4],
      ]);
      expect(staffMovements.compute(data, { by: 'contract' }).parts).toEqual([]);
    });

    it('does not confirm a figure with the record that restates it', () => {
      const one = staffMovements.compute(data, { period: '2024', where: 'direction=in contract=permanent' });
      expect([one.quantity?.value, one.basis]).toEqual([2, 'published']);
    });

    it('adds up one direction whose records are of one contract, and leaves out what are no people', () => {
      const posts = { ...movement('m5', 'in', 9, 'permanent'), count: { value: 9, op: '=', unit: 'jobs' } };
      const some = makeDataset({ movements: [movement('m1', 'in', 2, 'permanent'), posts] });
      const arrivals = staffMovements.compute(some, { where: 'direction=in' });
      expect(arrivals).toMatchObject({ quantity: { value: 2, op: '>=' }, basis: 'listed' });
      const twice = makeDataset({ movements: [...movements, movement('m6', 'in', 4, 'permanent')] });
      const where = 'direction=in contract=permanent';
      expect(staffMovements.compute(twice, { where }).quantity?.value).toBe(6);
      expect(staffMovements.compute(some, { where }).quantity).toMatchObject({ value: 2, op: '=' });
    });

    it('knows nothing of a territory, nor of another year', () => {
      expect(staffMovements.compute(data, { where: 'direction=in', territory: 'commune-01001' }).quantity).toBeNull();
      expect(staffMovements.compute(data, { where: 'direction=in', period: '2023' }).quantity).toBeNull();
      // People who came in the course of two years did not come in each of them.
      const vague = makeDataset({ movements: [{ ...movement('m1', 'in', 2, null), period: '2023/2024' }] });
      expect(staffMovements.compute(vague, { where: 'direction=in' }).quantity).toBeNull();
    });
  });
});

describe('sum: prize-amount', () => {
  const prize = (id: string, euros: number | null, date = '2024') => ({
    ...{ id, name: { fr: id }, date },
    ...(euros === null ? {} : { amount: { value: euros, op: '=', unit: 'euros' } }),
  });

  it('adds the amounts of the prizes of the period, at least so much where one is not known', () => {
    const prizes = [prize('a', 1000), prize('b', 500, '2024-11'), prize('c', null), prize('d', 700, '2023')];
    const coverage = { prizes: [{ complete: true }] };
    const compute = (options: object) => named('prize-amount').compute(makeDataset({ prizes }, options));
    expect(compute({ coverage })).toMatchObject({
      quantity: { value: 1500, op: '>=', unit: 'euros', partial: 'des montants ne sont pas connus' },
      basis: 'computed',
    });
    expect(compute({})).toMatchObject({ quantity: { value: 1500, op: '>=' }, basis: 'listed' });
    const known = makeDataset({ prizes: prizes.slice(0, 2) }, { coverage });
    expect(named('prize-amount').compute(known)).toMatchObject({ quantity: { value: 1500, op: '=' } });
    const unknown = makeDataset({ prizes: [prize('c', null), prize('e', null)] }, { coverage });
    expect(named('prize-amount').compute(unknown).quantity).toBeNull();
  });

  it('does not let the record of one prize confirm the figure that it was read from', () => {
    const published = observation('prize-amount', 1000, { unit: 'euros' });
    const data = makeDataset({ prizes: [prize('a', 1000)], observations: [published] });
    expect(named('prize-amount').compute(data)).toMatchObject({ quantity: { value: 1000 }, basis: 'published' });
  });
});
