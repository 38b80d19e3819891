import { describe, expect, it } from 'vitest';
import { readTable } from './table.ts';

describe('the texts of a table that was exported', () => {
  it('are read without the apostrophe that guards them, and with their own', () => {
    const { rows } = readTable(`nom;commune\r\n"'=1+1";"'\u200b＝x"\r\n"''+2";"'tis"\r\n"l'eau";"a\tb,c"\r\n`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['nom', 'commune'],
      ['=1+1', '\u200b＝x'],
      ["'+2", "'tis"],
      ["l'eau", 'a\tb,c'],
    ]);
  });
});
