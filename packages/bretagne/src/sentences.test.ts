/** The sentence that a visitor copies with a figure, for every measure of the data set in every language. */
import '@ess-widgets/core/format/all';
import { readFile } from 'node:fs/promises';
import { figureSentence, formatCount, valueParts } from '@ess-widgets/core/format';
import type { Manifest, MeasuresDocument } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../data/${file}`, import.meta.url), 'utf8')) as T;
const { indicators, measures } = await read<MeasuresDocument>('measures.json');
const manifest = await read<Manifest>('manifest.json');

const sentences = ['fr', 'br', 'en'].flatMap((lang) =>
  measures.map((measure) => {
    const texts = indicators[measure.indicator];
    if (!texts) throw new Error(`no texts of ${measure.indicator}`);
    return { lang, measure, text: figureSentence({ measure, texts, manifest }, lang) };
  }),
);
const known = sentences.flatMap(({ text, ...rest }) => (text === null ? [] : [{ ...rest, text }]));
const those = (wrong: RegExp, lang?: string): readonly string[] =>
  known.filter((each) => (!lang || each.lang === lang) && wrong.test(each.text)).map(({ text }) => text);

describe('the sentence of every measure', () => {
  it('is there wherever a figure is known', () => {
    const silent = sentences.filter(({ text }) => text === null);
    expect(silent.every(({ measure: { quantity, parts = [] } }) => !quantity && !parts.some((p) => p.quantity))).toBe(
      true,
    );
    expect(known.length).toBeGreaterThan(3 * 140);
  });

  it('is one sentence, from a capital to a full stop, with no space too many and nothing left out', () => {
    expect(known.filter(({ text }) => !/^\p{Lu}.*\)\.$/su.test(text))).toEqual([]);
    expect(those(/[ \u00a0\u202f]{2}| [,.;:)]|\( |\.\.|,,|undefined|NaN|\bnull\b|\[object/)).toEqual([]);
    expect(those(/~|>|<\d/)).toEqual([]);
  });

  it('keeps the typography of its language', () => {
    expect(those(/(?<!\u202f)[;»%](?!\w)|«(?!\u202f)|'/, 'fr')).toEqual([]);
    expect(those(/(?<!\u202f)[;»%](?!\w)|«(?!\u202f)|'/, 'br')).toEqual([]);
    expect(those(/[\u202f]/, 'en').filter((text) => /[\u202f][%;:]/.test(text))).toEqual([]);
  });

  it('elides and agrees in French, and writes prefixes in full', () => {
    expect(those(/(?<!\p{L})(?:de|le|la|que) [aeiouéèêâô]\p{L}/iu, 'fr')).toEqual([]);
    expect(those(/(?<!\p{L})(?:de|à) les? |(?<!\p{L})env\./iu, 'fr')).toEqual([]);
    expect(those(/compte (?:[01]|[01],\d+)[\u00a0 ]\p{L}+s\b/u, 'fr')).toEqual([]);
    expect(those(/une[\u00a0 ]\p{L}+aine[\u00a0 ](?!d[e’])/u, 'fr')).toEqual([]);
    expect(those(/there were (?:1|0\.\d+)[\u00a0 ]/, 'en')).toEqual([]);
  });

  it('holds the value, and says where it stands or who publishes it', () => {
    const lost = known.filter(({ measure, lang, text }) => {
      const { quantity } = measure;
      if (!quantity || quantity.op === 'range') return false;
      // A value that is told in round numbers has these, in digits or in words.
      const told = [true, false].map((words) => valueParts(quantity, measure, lang, { words }));
      return !told.some(({ number, suffix }) => text.includes(number + suffix));
    });
    expect(lost.map(({ text }) => text)).toEqual([]);
    expect(
      known.filter(({ text }) => !/(source|mammenn|données|roadennoù|data)\u202f?: \p{Lu}|\d/u.test(text)),
    ).toEqual([]);
  });

  it('joins no parts of different units under one', () => {
    const mixed = known.filter(({ measure: { quantity, parts = [] } }) => {
      const units = [quantity, ...parts.map((part) => part.quantity)].flatMap((q) => q?.unit ?? []);
      return new Set(units).size > 1;
    });
    expect(mixed.length).toBeGreaterThan(0);
    for (const { measure, lang, text } of mixed) {
      for (const { quantity } of measure.parts ?? []) if (quantity) expect(text).toContain(formatCount(quantity, lang));
    }
  });

  it('counts no two things as one', () => {
    expect(those(/compte \P{L}+\p{L}+s et \p{L}+s/u, 'fr')).toEqual([]);
    expect(those(/(had|were) \P{L}+\p{L}+s and \p{L}+s/u, 'en')).toEqual([]);
  });

  it('says that members are those of the publisher', () => {
    const stock = known.filter(({ measure }) => measure.indicator === 'members-stock' && measure.period === '2024');
    expect(
      stock
        .find(({ lang, measure }) => lang === 'fr' && !measure.by && !measure.where)
        ?.text.replace(/[\u00a0\u202f]/g, ' '),
    ).toBe(
      'Au 31 décembre 2024, la Cress Bretagne compte 117 adhérents (source : Rapport d’activité 2024, I.1.a, p. 4).',
    );
  });
});
