import { describe, expect, it } from 'vitest';
import { type Measure, type Quantity, quantity } from '../../model/index.ts';
import { bridgeSteps } from './steps.ts';

const members = (value: number, extra: Partial<Quantity> = {}): Quantity => ({
  ...quantity(value, 'members'),
  ...extra,
});
const flow = (q: Quantity | null, period = '2024'): Pick<Measure, 'quantity' | 'period'> => ({ quantity: q, period });
const stock = (after: Quantity | null, before?: Quantity): Parameters<typeof bridgeSteps>[0] => ({
  quantity: after,
  period: '2024',
  ...(before ? { previous: { period: '2023', quantity: before } } : {}),
});

describe('a bridge', () => {
  it('has the stock before, what came in, what went out and the stock after, and the flows on one scale from zero', () => {
    const steps = bridgeSteps(stock(members(117), members(114)), flow(members(9)), flow(members(6))) ?? [];
    expect(steps.map(({ kind, quantity: q }) => [kind, q.value])).toEqual([
      ['before', 114],
      ['in', 9],
      ['out', 6],
      ['after', 117],
    ]);
    expect(steps.map(({ length }) => length)).toEqual([0, 1, expect.closeTo(6 / 9), 0]);
  });

  it('begins at nothing, and ends there', () => {
    expect(bridgeSteps(stock(members(0), members(6)), flow(members(0)), flow(members(6)))).toHaveLength(4);
    expect(bridgeSteps(stock(members(9), members(0)), flow(members(9)), flow(members(0)))).toHaveLength(4);
  });

  it('is none where the four do not agree, or one is unknown, rough, partial, negative or of another unit', () => {
    const whole = stock(members(117), members(114));
    const [more, less] = [flow(members(9)), flow(members(6))];
    const none: readonly (readonly Parameters<typeof bridgeSteps>[1][])[] = [
      [flow(members(8)), less],
      [flow(null), less],
      [more, flow(members(6, { op: '~' }))],
      [more, flow(members(6, { approx: true }))],
      [more, flow(members(6, { op: '>=' }))],
      [flow(members(9, { partial: 'un pôle manque' })), less],
      [flow(members(-6)), flow(members(-9))],
      [flow(members(9, { unit: 'people' })), less],
      [flow(members(9), '2023'), less],
    ];
    for (const [inflow = more, outflow = less] of none) expect(bridgeSteps(whole, inflow, outflow)).toBeNull();
    expect(bridgeSteps(stock(members(117)), more, less)).toBeNull();
    expect(bridgeSteps(stock(null, members(114)), more, less)).toBeNull();
    expect(bridgeSteps(stock(members(114), members(114)), flow(members(0)), flow(members(0)))).toBeNull();
  });
});
