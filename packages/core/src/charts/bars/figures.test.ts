import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  type IndicatorTexts,
  inOneLanguage,
  Manifest,
  type Measure,
  quantity,
  Territory,
} from '../../model/index.ts';
import { lightStill, stillNeeds } from '../still.ts';
import { figuresAsked, figuresAsParts } from './figures.ts';

const manifest = Manifest.parse({
  format: 'ess-dataset/1',
  id: 'galets',
  title: { fr: 'Galets' },
  publisher: { name: 'Réseau Galets' },
  licence: { name: 'ODbL' },
  language: 'fr',
  updated: '2031-04-02',
  periods: ['2030'],
  documents: { bilan: { title: { fr: 'Bilan 2030' } } },
  collections: {},
});
const texts = (fr: string, more: Partial<IndicatorTexts> = {}): IndicatorTexts => ({
  ...{ label: { fr, en: `${fr} (en)` }, definition: { fr: `${fr}, définition.` }, kind: 'flow', unit: 'organisations' },
  dimensions: [],
  ...more,
});
const measure = (indicator: string, value: number, more: Partial<Measure> = {}): Measure => ({
  ...{ indicator, period: '2030', quantity: quantity(value, 'organisations'), basis: 'published' },
  ...{ sources: [{ document: 'bilan' }], notes: [], population: null, missing: null },
  ...more,
});
const dataset: Dataset = {
  manifest,
  base: 'https://example.org/manifest.json',
  collections: {
    territories: [Territory.parse({ id: 'region-99', kind: 'region', code: '99', name: { fr: 'Estran' } })],
  },
  measures: {
    format: 'ess-measures/1',
    hashes: {},
    indicators: {
      reached: texts('Organisations sensibilisées'),
      helped: texts('Organisations accompagnées', {
        short: { fr: 'Accompagnées' },
        shorts: [{ where: 'territory=region-99', short: { fr: 'Accompagnées ici' } }],
      }),
    },
    measures: [
      measure('reached', 140),
      measure('helped', 14),
      measure('helped', 7, { territory: 'region-99' }),
      measure('reached', 35, { territory: 'region-99' }),
    ],
  },
};
const still = (figures: string, more: Readonly<Record<string, string>> = {}) => {
  const attributes = { figures, chart: 'bars', period: '2030', ...more };
  return lightStill(dataset, { tag: 'ess-breakdown', attributes, lang: 'fr', today: '2031-05-10' })?.html ?? '';
};
/** Names and hundredths of the axis of the bars, with their values. */
const bars = (markup: string) =>
  [...markup.matchAll(/<th scope="row">(.*?)<\/th><td class="(v\d+)[^"]*"><strong>(.*?)<\/strong>/g)].map(
    ([, ...words]) => words,
  );

describe('figures as bars', () => {
  it('need no Breton in a reading in English: names that lack it are left out of that language alone', () => {
    const label = { fr: 'Sensibilisées', en: 'Made aware' };
    const figure = (more: Partial<Measure>) => ({
      measure: measure('reached', 140, more),
      texts: texts('Organisations sensibilisées', { label, short: label }),
    });
    const { made, isWhole } = inOneLanguage(() =>
      figuresAsParts([figure({}), figure({ territory: 'region-99' })], dataset),
    );
    expect(isWhole).toBe(true);
    expect(made.measure.parts?.map((part) => part.label)).toEqual([
      label,
      { fr: 'Sensibilisées · Estran', en: 'Made aware · Estran' },
    ]);
  });

  it('are named as in the brackets of a text, and one that is none is left out', () => {
    expect(figuresAsked('reached; helped@2029 kind=day territory=region-99 ; ; Réunions')).toEqual([
      { indicator: 'reached' },
      { indicator: 'helped', period: '2029', where: 'kind=day', territory: 'region-99' },
    ]);
  });

  it('stand on one scale from zero, each under its short name, without a share of one in another', () => {
    const markup = still('reached; helped');
    expect(bars(markup)).toEqual([
      ['Organisations sensibilisées', 'v100', '140'],
      ['Accompagnées', 'v10', '14'],
    ]);
    expect(markup).not.toMatch(/%/);
    expect(markup).toMatch(/<figcaption>Organisations sensibilisées et organisations accompagnées<\/figcaption>/);
  });

  it('of several territories name each, unless the catalogue has a name for the figure of one', () => {
    expect(
      bars(still('reached; reached territory=region-99; helped territory=region-99')).map(([name]) => name),
    ).toEqual(['Organisations sensibilisées', 'Organisations sensibilisées · Estran', 'Accompagnées ici']);
  });

  it('have the title of the block, and need the measures of each', () => {
    expect(still('reached; helped', { subject: 'Qui est venu' })).toMatch(/<figcaption>Qui est venu</);
    const attributes = { figures: 'reached; helped', chart: 'bars' };
    expect(stillNeeds({ tag: 'ess-breakdown', attributes })).toEqual([
      'measures/reached',
      'measures/helped',
      'territories',
    ]);
  });

  it('are not drawn where one of them is not known', () => {
    expect(still('reached; unheard-of')).toBe('');
  });
});
