import { describe, expect, it } from 'vitest';
import { quantity, quantityRange } from '../model/quantity.ts';
import { CellError, readPeriod, readQuantity, readShare, writeQuantity } from './cells.ts';
import { writePeriod } from './periods.ts';

const typed = (text: string) => ({ text });

describe('a date of a cell', () => {
  it.each([
    ['12/03/2025', '2025-03-12'],
    ['12/3/25', '2025-03-12'],
    ['12 mars 2025', '2025-03-12'],
    ['03/2025', '2025-03'],
    ['2025', '2025'],
    ['2024-2025', '2024-SY'],
    ['T1 2025', '2025-Q1'],
    ['S2 2025', '2025-H2'],
    ['2025-H1', '2025-H1'],
    ['01/02/2025 au 28/02/2025', '2025-02-01/2025-02-28'],
    ['du 6 octobre 2025 au 12 octobre 2025', '2025-10-06/2025-10-12'],
    ['2023 au 2025', '2023/2025'],
  ])('%s is %s', (text, period) => expect(readPeriod(typed(text))).toBe(period));

  it.each(['31/02/2025', 'demain', '10/15/2025', '12/03/2025 au 01/01/2025', '', '2025 au 2026 au 2027'])(
    'is refused, not guessed: %s',
    (text) => expect(() => readPeriod(typed(text))).toThrow(CellError),
  );

  it('is the day of a number under which a spreadsheet keeps it, and a year where it is one', () => {
    expect(readPeriod({ text: '45901', number: 45_901 })).toBe('2025-09-01');
    expect(readPeriod({ text: '2025', number: 2025 })).toBe('2025');
  });

  it.each(['2025-03-12', '2025-03', '2025', '2024-SY', '2025-Q1', '2025-H2', '2025-02-01/2025-02-28', '2023/2025'])(
    'is read as it is written: %s',
    (period) => expect(readPeriod(typed(writePeriod(period)))).toBe(period),
  );
});

describe('an amount of a cell', () => {
  it.each([
    ['1 779', quantity(1779, 'people')],
    ['1\u202f779', quantity(1779, 'people')],
    ['12,5', quantity(12.5, 'people')],
    ['-141', quantity(-141, 'people')],
    ['env. 20', quantity(20, 'people', '~')],
    ['environ 20 000', quantity(20_000, 'people', '~')],
    ['plus de 900', quantity(900, 'people', '>')],
    ['au moins 3', quantity(3, 'people', '>=')],
    ['moins de 10', quantity(10, 'people', '<')],
    ['au plus 4', quantity(4, 'people', '<=')],
    ['plus d’env. 200', quantity(200, 'people', '>', { approx: true })],
    ['8 à 10', quantityRange(8, 10, 'people')],
    ['entre 8 et 10', quantityRange(8, 10, 'people')],
  ])('%s', (text, amount) => {
    expect(readQuantity(typed(text), 'people')).toEqual(amount);
    expect(readQuantity(typed(writeQuantity(amount)), 'people')).toEqual(amount);
  });

  it('in percent has its sign or none, and is no share of one kept by a spreadsheet', () => {
    expect(readQuantity(typed('12,5 %'), 'percent')).toEqual(quantity(12.5, 'percent'));
    expect(readQuantity(typed('12,5'), 'percent')).toEqual(quantity(12.5, 'percent'));
    expect(readQuantity({ text: '44', number: 44 }, 'percent')).toEqual(quantity(44, 'percent'));
    expect(() => readQuantity({ text: '0,44', number: 0.44 }, 'percent')).toThrow('is it 44 % or 0,44 %');
    expect(() => readQuantity(typed('12 %'), 'people')).toThrow('this is a percentage');
  });

  it.each(['1.234', '1,234', 'beaucoup', '12 personnes', '10 à 8', '', '#REF!'])(
    'is refused, not guessed: %s',
    (text) => expect(() => readQuantity(typed(text), 'people')).toThrow(CellError),
  );

  it('is the number of a cell as it is, whatever its digits', () => {
    expect(readQuantity({ text: '1,234', number: 1.234 }, 'euros')).toEqual(quantity(1.234, 'euros'));
  });
});

describe('a share of a cell', () => {
  it.each([
    ['4/5', 0.8],
    ['4/5ème', 0.8],
    ['80 %', 0.8],
    ['0,8', 0.8],
  ])('%s is %d', (text, share) => expect(readShare(typed(text))).toBeCloseTo(share, 9));

  it.each(['5/4', '80', '0'])('is refused where it is none: %s', (text) =>
    expect(() => readShare(typed(text))).toThrow(CellError),
  );
});
