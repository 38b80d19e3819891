import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionOfError } from './json-position.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'unexpected "}"'],
    ['[1, 2', 1, 6, 'the text ends too early'],
    ['', 1, 1, 'the text is empty'],
    ['\ufeff \n', 2, 1, 'the text is empty'],
    ['{"a": 1}\n{"b": 2}', 2, 1, 'unexpected "{"'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'unexpected "\\""'],
    ["{'a': 1}", 1, 2, 'unexpected "\'"'],
    ['[01]', 1, 3, 'unexpected "1"'],
    ['[NaN]', 1, 2, 'unexpected "N"'],
    ['["a\nb"]', 1, 2, 'unexpected "\\""'],
    ['[1, 2}', 1, 6, 'unexpected "}"'],
    ['é: 1', 1, 1, 'unexpected "é"'],
    ['\ufeff[1,]', 1, 4, 'unexpected "]"'],
  ])('%j: line %i, column %i', (text, line, column, what) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(positionOfError(text)).toEqual({ line, column, what });
  });

  it('is found in whatever JSON is cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        const cut = text.slice(0, at % text.length);
        // A number may be cut and stay a number.
        fc.pre(!isJson(cut));
        const { line, column } = positionOfError(cut);
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
