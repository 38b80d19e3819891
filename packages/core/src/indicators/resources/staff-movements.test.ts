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

  it('knows nothing of a territory, nor of another year', () => {
    expect(staffMovements.compute(data, { where: 'direction=in', territory: 'commune-01001' }).quantity).toBeNull();
    expect(staffMovements.compute(data, { where: 'direction=in', period: '2023' }).quantity).toBeNull();
  });
});
