import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('a text that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 2 00', "'+33 2 00"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\u22121', "'\u22121"],
    ['＝1', "'＝1"],
    ['"=1', `'"=1`],
    ['\u200e=1', "'\u200e=1"],
    ["'=1", "''=1"],
    ['a;=1', "a;'=1"],
    ['a,=1\t=2\r\n=3', "a,'=1\t'=2\r\n'=3"],
    ['\ta', "'\ta"],
    ['\n=1', "'\n'=1"],
    ["'\ta", "''\ta"],
  ])('%j gets an apostrophe where it begins a cell, and is itself again when it is read', (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
    expect(unguardFormula(guarded)).toBe(text);
  });

  it.each(['Coop', 'a=b', 'L’Épicerie', "l'école", "'70", '1-2', "'", '', "rock 'n' roll"])(
    'is not %j, which stays as it is either way',
    (text) => {
      expect(guardFormula(text)).toBe(text);
      expect(unguardFormula(text)).toBe(text);
    },
  );

  it('is left alone by a reader where nothing guards it', () => {
    expect(unguardFormula("\tl'eau")).toBe("\tl'eau");
    expect(unguardFormula("=l'eau")).toBe("=l'eau");
  });

  it('reads as what was written, whatever it is', () => {
    const sign = fc.constantFrom(...[...'\'=+-@;,\t\r\n"a1é \u200e＝']);
    fc.assert(fc.property(fc.string({ unit: sign }), (text) => unguardFormula(guardFormula(text)) === text));
  });
});
