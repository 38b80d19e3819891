import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './data/index.ts';
import { toCsv } from './format/index.ts';

describe('an exported table', () => {
  it('is read by the reader of lists as what was exported, formulas and apostrophes too', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', "'", ' ', ';', ',', '"', 'a', 'é', '\u200b', '＝', '\n');
    // The reader takes off the blanks around a cell.
    const text = fc.string({ unit: signs, maxLength: 8 }).map((each) => each.trim());
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const header = ['nom', ...cells.map((_, index) => `note ${index}`)];
        const { rows } = readTable(toCsv(header, [['Adess', ...cells]]).slice(1));
        expect(rows.map((row) => row.cells)).toEqual([header, ['Adess', ...cells]]);
      }),
    );
  });
});
