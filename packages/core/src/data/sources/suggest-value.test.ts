import { describe, expect, it } from 'vitest';
import { suggestValue } from './suggest-value.ts';

describe('the value that was meant', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1\u202f234', '1234'],
    ['12 %', '12'],
    ['-3,25', '-3.25'],
    ['env. 300', '300'],
    ['80,00 €', '80'],
  ])('by "%s" where a number stands is %s', (written, meant) => {
    expect(suggestValue('number', written, 'value')).toBe(meant);
  });

  it.each(['1.234', '1,234', 'n.c.', '', '12 rue', '3/4'])('by "%s" where a number stands is not seen', (written) => {
    expect(suggestValue('number', written, 'value')).toBeNull();
  });

  it.each([
    ['object', 'Adhérents', 'label', '{"fr": "Adhérents"}'],
    ['object', 'env. 300', 'quantity', '{"value": 300, "op": "~", "unit": "…"}'],
    ['object', '1.234,5', 'total', '{"value": 1234.5, "op": "=", "unit": "…"}'],
    ['array', 'commune-29019', 'territories', '["commune-29019"]'],
    ['boolean', 'VRAI', 'approx', 'true'],
    ['boolean', 'non', 'approx', 'false'],
    ['string', 29_019, 'code', '"29019"'],
  ])('where %s stands, by %s in %s, is %s', (expected, received, key, meant) => {
    expect(suggestValue(expected, received, key)).toBe(meant);
  });

  it.each([
    ['object', 'n.c.', 'quantity'],
    ['object', 'Brest', 'position'],
    ['array', 'aucun', 'blocks'],
    ['boolean', 'peut-être', 'approx'],
    ['string', null, 'id'],
    ['int', {}, 'count'],
  ])('where %s stands, by %s in %s, is not seen', (expected, received, key) => {
    expect(suggestValue(expected, received, key)).toBeNull();
  });
});
