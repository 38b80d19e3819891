import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { staffMovements } from './staff-movements.ts';

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
    // Who came in the course of two years did not come in each.
    const vague = makeDataset({ movements: [{ ...movement('m1', 'in', 2, null), period: '2023/2024' }] });
    expect(staffMovements.compute(vague, { where: 'direction=in' }).quantity).toBeNull();
  });
});
