import { describe, expect, it } from 'vitest';
import { readPhone } from './phone.ts';

describe('a telephone number', () => {
  it.each([
    ['02 98 00 00 00', '0298000000'],
    ['02.98.00.00.00', '0298000000'],
    ['02/98/00/00/00', '0298000000'],
    ['+33 (0)2 98 00 00 00', '+33298000000'],
    ['+33 02 98 00 00 00', '+33298000000'],
    ['00 33 2 98 00 00 00', '+33298000000'],
    ['tel:+33298000000', '+33298000000'],
    ['Tél. : 02 98 00 00 00 (matin)', '0298000000'],
    ['+32 2 123 45 67', '+3221234567'],
    ['0470/12.34.56', '0470123456'],
    ['02/123.45.67', '021234567'],
    ['(418) 555-1234', '4185551234'],
  ])('written %s is dialled %s', (text, dialled) => {
    expect(readPhone(text)).toBe(dialled);
  });

  it.each([
    ['02 98 00 00 00 06 11 22 33 44'],
    ['02 98 00 00 00 / 06 11 22 33 44'],
    ['02.98.00.00.00/06.11.22.33.44'],
    ['02.98.00.00.00 ou 06.11.22.33.44'],
    ['02 98 00 00 00\n06 11 22 33 44'],
    ['02 98 00 00 00 - 06 11 22 33 44'],
    ['02 98 00 00 00 poste 12'],
  ])('is the first of %s, and nothing of what follows it', (text) => {
    expect(readPhone(text)).toBe('0298000000');
  });

  it.each([['298000000'], ['2 98 00 00 00']])(
    'has its zero again, which a spreadsheet took for nothing: %s',
    (text) => {
      expect(readPhone(text)).toBe('0298000000');
      // Nine figures are a whole number elsewhere.
      expect(readPhone(text, true)).toBe('298000000');
    },
  );

  it.each([['non communiqué'], ['3949'], ['2025'], ['1234567890123456'], ['']])('is not read from %s', (text) => {
    expect(readPhone(text)).toBeNull();
  });
});
