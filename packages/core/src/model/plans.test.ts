import { describe, expect, it } from 'vitest';
import { withoutSettledPlans } from './plans.ts';

const plan = { id: 'salon-plan', status: 'planned' };
const held = { id: 'salon', status: 'held', plan: 'salon-plan' };

describe('withoutSettledPlans', () => {
  it('leaves out a plan of which another record says what became of it', () => {
    expect(withoutSettledPlans([plan, held])).toEqual([held]);
    expect(withoutSettledPlans([plan, { ...held, status: 'cancelled' }])).toHaveLength(1);
  });

  it('keeps plans without news, the list as it is, and what was held whatever names it', () => {
    const open = [plan, { ...held, plan: null }];
    expect(withoutSettledPlans(open)).toBe(open);
    const held2 = { id: 'salon-plan', status: 'held' };
    expect(withoutSettledPlans([held2, held])).toEqual([held2, held]);
  });
});
