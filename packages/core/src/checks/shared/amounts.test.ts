import { describe, expect, it } from 'vitest';
import { quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import { exceeds, formatAmount, formatSum, intersects, isAdditive, toInterval } from './amounts.ts';

describe('what an amount may be once printed', () => {
  it('is exact for a number of things, half a digit around a percent, 20 % around "about"', () => {
    expect(toInterval(quantity(33, 'people'))).toMatchObject({ lo: 33, hi: 33 });
    expect(toInterval(quantity(17.5, 'percent'))).toMatchObject({ lo: 17.45, hi: 17.55 });
    expect(toInterval(quantity(10, 'people', '~'))).toMatchObject({ lo: 8, hi: 12 });
  });

  it('is at least what was counted where it is partial', () => {
    expect(toInterval(quantity(85, 'missions', '=', { partial: 'provisoire' })).hi).toBe(Infinity);
  });
});

describe('two amounts', () => {
  it('exceed each other only where all that they may be does', () => {
    expect(exceeds(toInterval(quantity(101, 'people')), toInterval(quantity(100, 'people')))).toBe(true);
    expect(exceeds(toInterval(quantity(101, 'people')), toInterval(quantity(100, 'people', '>')))).toBe(false);
    expect(exceeds(toInterval(quantity(100, 'people', '>')), toInterval(quantity(100, 'people')))).toBe(true);
  });

  it('meet where they touch, unless a bound is strict', () => {
    expect(intersects(toInterval(quantityRange(5, 8, 'people')), toInterval(quantity(8, 'people', '>=')))).toBe(true);
    expect(intersects(toInterval(quantityRange(5, 8, 'people')), toInterval(quantity(8, 'people', '>')))).toBe(false);
  });
});

describe('an amount in a finding', () => {
  it('is short and the same in every language', () => {
    expect(formatAmount(quantity(10, 'people', '~'))).toBe('~10');
    expect(formatAmount(quantity(70, 'percent', '>'))).toBe('> 70\u202f%');
    expect(formatAmount(quantity(-141, 'subscribers'))).toBe('−141');
    expect(formatAmount(quantityRange(6, 12, 'people'))).toBe('6–12');
    expect(formatSum([12, 11].map((n) => quantity(n, 'people')))).toBe('12 + 11 = 23');
  });
});

describe('units', () => {
  it('that are no amounts of things are never added', () => {
    expect(['percent', 'year', 'people/event', 'meetings-per-week'].map(isAdditive)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['people', 'euros', 'training-departures'].map(isAdditive)).toEqual([true, true, true]);
  });
});
