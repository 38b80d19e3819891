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

  it('knows a number that the words before it call an estimate', () => {
    const estimates = (text: string) => runsOf(text).filter((run) => run.kind !== 'text' && run.isEstimate).length;
    expect(estimates('un public estimé à [[month-attendance|number]] personnes')).toBe(1);
    expect(estimates('an audience estimated at [[month-attendance|number]] people')).toBe(1);
    expect(estimates('un public de [[month-attendance|number]] personnes, estimé à [[a]] puis [[b]]')).toBe(1);
  });

  it('holds numbers alone', () => {
    expect(runsOf('[[members-left|number]]')).toEqual([{ kind: 'figure', indicator: 'members-left', bare: true }]);
    expect(runsOf('[[members-left@2023 college=a|number]]')).toEqual([
      { kind: 'figure', indicator: 'members-left', period: '2023', where: 'college=a', bare: true },
    ]);
  });

  it('holds figures of a territory, and published figures by their id', () => {
    expect(runsOf('[[call-success-rate call=refashion territory=region-53]] [[#poles-exited]]')).toEqual([
      { kind: 'figure', indicator: 'call-success-rate', where: 'call=refashion', territory: 'region-53' },
      { kind: 'text', text: ' ' },
      { kind: 'observation', observation: 'poles-exited' },
    ]);
    expect(runsOf('[[#cress/tee-2024.b|number]]')).toEqual([{ kind: 'text', text: '[[#cress/tee-2024.b|number]]' }]);
    expect(runsOf('[[#tee-2024.b|number]]')).toEqual([{ kind: 'observation', observation: 'tee-2024.b', bare: true }]);
  });

  it('holds numbers in words, with a capital letter at the beginning of a sentence', () => {
    const first = { kind: 'observation', observation: 'a', bare: true, inWords: true, isFirst: true };
    expect(runsOf('[[#a|word]]')).toEqual([first]);
    expect(runsOf('Fini. [[#a|word]]')[1]).toEqual(first);
    expect(runsOf('Soit [[meetings body=x|word]]')[1]).toEqual({
      kind: 'figure',
      indicator: 'meetings',
      where: 'body=x',
      bare: true,
      inWords: true,
    });
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
    '[[#]]',
    '[[#a b=c]]',
    '[[#a@2024]]',
    '[[a|words]]',
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
      '[[#a|word]]',
      '|word',
      '[[a@2023 b=c]]',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const written = runsOf(pieces.join('')).map((run) =>
          run.kind === 'text'
            ? run.text
            : run.kind === 'observation'
              ? `[[#${run.observation}${run.inWords ? '|word' : run.bare ? '|number' : ''}]]`
              : `[[${run.indicator}${run.period ? `@${run.period}` : ''}${run.where ? ` ${run.where}` : ''}${run.inWords ? '|word' : run.bare ? '|number' : ''}]]`,
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
