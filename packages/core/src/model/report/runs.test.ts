import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, runsOf } from './runs.ts';

describe('running text', () => {
  it('without brackets is one run, and nothing is none', () => {
    expect(runsOf('Une phrase.')).toEqual([{ kind: 'text', text: 'Une phrase.' }]);
    expect(runsOf('')).toEqual([]);
  });

  it('holds figures, with their period and what they are kept to', () => {
    expect(runsOf('Soit [[members-stock]], contre [[members-stock@2023]].')).toEqual([
      { kind: 'text', text: 'Soit ' },
      { kind: 'figure', indicator: 'members-stock' },
      { kind: 'text', text: ', contre ' },
      { kind: 'figure', indicator: 'members-stock', period: '2023' },
      { kind: 'text', text: '.' },
    ]);
    expect(runsOf('[[dla-jobs@2024-01/2024-06 lot=a  contract=b]]')).toEqual([
      { kind: 'figure', indicator: 'dla-jobs', period: '2024-01/2024-06', where: 'lot=a  contract=b' },
    ]);
  });

  it('holds numbers alone', () => {
    expect(runsOf('[[members-left|number]]')).toEqual([{ kind: 'figure', indicator: 'members-left', bare: true }]);
    expect(runsOf('[[members-left@2023 college=a|number]]')).toEqual([
      { kind: 'figure', indicator: 'members-left', period: '2023', where: 'college=a', bare: true },
    ]);
  });

  it.each([
    '[[]]',
    '[[Members]]',
    '[[members stock]]',
    '[[a@]]',
    '[members]',
    '[[a',
    '[[<b>x</b>]]',
    '[[-a]]',
    '[[a b]]',
    '[[a|b]]',
    '[[a|number|number]]',
  ])('%s is text, markup included', (text) => {
    expect(runsOf(text)).toEqual([{ kind: 'text', text }]);
  });

  it('loses nothing of a text', () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      'members-stock',
      '@2024',
      ' ',
      'a=b',
      '|number',
      '<i>',
      'é',
      '[[a]]',
      '[[a@2023 b=c]]',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const written = runsOf(pieces.join('')).map((run) =>
          run.kind === 'text'
            ? run.text
            : `[[${run.indicator}${run.period ? `@${run.period}` : ''}${run.where ? ` ${run.where}` : ''}${run.bare ? '|number' : ''}]]`,
        );
        const plain = (text: string) => text.replaceAll(' ', '');
        expect(plain(written.join(''))).toBe(plain(pieces.join('')));
      }),
    );
  });

  it('ends where brackets never do, however many there are', () => {
    // Read again from each of them, these would take minutes.
    for (const text of ['[[a'.repeat(50_000), `[[a${' b=c'.repeat(50_000)}`])
      expect(runsOf(text)).toEqual([{ kind: 'text', text }]);
  });
});

describe('paragraphs', () => {
  it('are parted by blank lines', () => {
    expect(paragraphsOf('Une.\nDeux.\n\n \nTrois.\n')).toEqual(['Une.\nDeux.', 'Trois.']);
    expect(paragraphsOf(' ')).toEqual([]);
  });
});
