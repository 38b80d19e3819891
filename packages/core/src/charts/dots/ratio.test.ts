import { describe, expect, it } from 'vitest';
import { type Calculation, type Quantity, quantity } from '../../model/index.ts';
import { dotGrid, ratioOf } from './ratio.ts';

const applications = (value: number, extra: Partial<Quantity> = {}): Quantity => ({
  ...quantity(value, 'applications'),
  ...extra,
});
const calculated = (form: Calculation['form'], part: Quantity, whole: Quantity) =>
  ratioOf({
    quantity: quantity(50, 'percent'),
    calculation: { form, operands: [part, whole].map((q) => ({ label: { fr: 'Candidatures' }, quantity: q })) },
    population: null,
  });

describe('a ratio of a few things', () => {
  it('has the two numbers that a percent was calculated from, with their unit where it is one', () => {
    expect(calculated('ratio', applications(6), applications(11))).toEqual({ filled: 6, of: 11, unit: 'applications' });
    expect(calculated('ratio', applications(7), quantity(10, 'interviews'))).toEqual({ filled: 7, of: 10 });
    expect(calculated('rest', applications(6), applications(114))).toMatchObject({ filled: 108, of: 114 });
    expect(calculated('ratio', applications(0), applications(1))).toMatchObject({ filled: 0, of: 1 });
  });

  it('is none of many, nothing, more than the whole, halves or doubtful numbers', () => {
    expect(calculated('ratio', applications(34), applications(120))).not.toBeNull();
    expect(calculated('ratio', applications(34), applications(121))).toBeNull();
    expect(calculated('ratio', applications(0), applications(0))).toBeNull();
    expect(calculated('ratio', applications(12), applications(11))).toBeNull();
    expect(calculated('ratio', applications(-1), applications(11))).toBeNull();
    expect(calculated('ratio', applications(0.5), applications(1))).toBeNull();
    expect(calculated('ratio', applications(6, { approx: true }), applications(11))).toBeNull();
    expect(calculated('ratio', applications(6), applications(11, { partial: 'un pôle manque' }))).toBeNull();
    expect(calculated('growth', applications(6), applications(11))).toBeNull();
    expect(ratioOf({ quantity: null, population: 10 })).toBeNull();
    expect(ratioOf({ quantity: quantity(3, 'meetings'), population: 10 })).toBeNull();
    expect(ratioOf({ quantity: quantity(50, 'percent'), population: null })).toBeNull();
  });

  it('is read from a published percent of so many, where only one number gives it', () => {
    const printed = (value: number, population: number) =>
      ratioOf({ quantity: quantity(value, 'percent'), population });
    expect(printed(54.5, 11)).toEqual({ filled: 6, of: 11 });
    expect(printed(50, 11)).toBeNull();
    expect(printed(96.4, 83)).toEqual({ filled: 80, of: 83 });
  });
});

describe('dots', () => {
  it('have a mark behind the one that reaches the threshold, within the drawing', () => {
    const markOf = (of: number, value: number) => dotGrid({ filled: 1, of, threshold: { value } }).mark;
    // The eighteenth of 22 is the seventh of the second row of eleven.
    expect(markOf(22, 0.8)).toBe('M69.4 10h1.2v10h-1.2z');
    expect(markOf(10, 0.8)).toBe('M79.4 0h1.2v10h-1.2z');
    expect(markOf(10, 1)).toBe('M98.8 0h1.2v10h-1.2z');
    expect(dotGrid({ filled: 1, of: 2 }).mark).toBe('');
  });

  it('are in rows of one length, at most twenty, the filled ones first', () => {
    const shape = (filled: number, of: number) => {
      const grid = dotGrid({ filled, of });
      const count = (path: string): number => path.split('M').length - 1;
      return [grid.columns, grid.rows, count(grid.filled), count(grid.empty)];
    };
    expect(shape(6, 11)).toEqual([11, 1, 6, 5]);
    expect(shape(18, 22)).toEqual([11, 2, 18, 4]);
    expect(shape(0, 1)).toEqual([1, 1, 0, 1]);
    expect(shape(120, 120)).toEqual([20, 6, 120, 0]);
  });
});
