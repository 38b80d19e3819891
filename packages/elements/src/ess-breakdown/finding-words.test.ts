/** Titles of the shipped figures: what they say is what stands beside the chart. */

import { findingTitle, partsFinding, rateFinding } from '@ess-widgets/core/charts';
import { formatQuantity } from '@ess-widgets/core/format';
import type { MeasuresDocument } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { charts } from '../texts/charts.fr.ts';
import { loadMessages } from '../texts/texts.ts';

const { indicators, measures }: MeasuresDocument = await (await fetch('/packages/bretagne/data/measures.json')).json();

describe('the title of a shipped figure', () => {
  for (const lang of ['fr', 'en'])
    it(`rounds no percent that its chart writes with decimals, in ${lang}`, async () => {
      const m = await loadMessages(lang, [charts]);
      let titles = 0;
      for (const measure of measures) {
        const texts = indicators[measure.indicator];
        if (texts?.unit !== 'percent') continue;
        const dimension = texts.dimensions.find(({ id }) => id === measure.by);
        const finding = dimension ? partsFinding(measure, texts, dimension) : rateFinding(measure, texts);
        const title = findingTitle(finding, texts, m);
        if (!title || !finding || !('share' in finding)) continue;
        titles += 1;
        expect(title, measure.indicator).to.contain(formatQuantity(finding.share, lang));
      }
      expect(titles).to.be.greaterThan(10);
    });
});
