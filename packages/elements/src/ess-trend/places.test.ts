/** Trends in narrow places, and of odd figures: never a word over another. */
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../internal/page.ts';
import { datasetFile, settle, useFiles, visibleText } from '../internal/testing.ts';
import { wordsAmiss } from '../internal/testing-layout.ts';
import './define.ts';
import type { EssTrend } from './ess-trend.ts';

/** The values of an indicator, a year each, the last one in 2024; null is not published. */
const yearly = (indicator: string, values: readonly (number | null)[], more: object = {}): readonly object[] =>
  values.flatMap((value, at) => {
    const period = String(2025 - values.length + at);
    return value === null
      ? []
      : {
          id: `${indicator}-${period}-${JSON.stringify(more)}`,
          indicator,
          label: { fr: indicator },
          period,
          quantity: { value, op: '=', unit: 'members' },
          source: { document: 'rapport', section: 'I.1.a', page: 4 },
          ...more,
        };
  });

async function trend(observations: readonly object[], count: number, indicator = 'members-stock'): Promise<EssTrend> {
  const periods = [...Array(count).keys()].map((at) => String(2025 - count + at));
  useFiles({ 'data.json': datasetFile({ observations }, { periods }) });
  const element = document.createElement('ess-trend');
  element.src = 'data.json';
  element.indicator = indicator;
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const one = (element: Element, selector: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('<ess-trend>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  const two = 'members-joined members-left';
  const slope = [...yearly('members-joined', [9700, 11700]), ...yearly('members-left', [9600, 11600])];
  const lines = [...yearly('members-joined', [9, 7, null, 8, 11]), ...yearly('members-left', [3, 3, 2, 3, 6])];

  for (const width of [120, 160, 190, 240, 290, 360]) {
    it(`has its words apart in ${width} px`, async () => {
      for (const element of [
        await trend(slope, 2, two),
        await trend(lines, 5, two),
        await trend(yearly('members-stock', [97, 104, 110, 114, 117]), 5),
      ]) {
        element.style.inlineSize = `${width}px`;
        expect(wordsAmiss(element)).to.deep.equal([]);
      }
    });
  }

  it('is a sentence a line where there is no room for lines, with every value, and their marks are not spoken of', async () => {
    const element = await trend(lines, 5, two);
    expect(visibleText(element)).to.contain('Une ligne interrompue');
    element.style.inlineSize = '160px';
    expect(one(element, 'svg.lines').checkVisibility()).to.equal(false);
    expect(plain(one(element, '.end').innerText)).to.equal(
      'Nouvelles adhésions, 2020 : 9, 2021 : 7, 2022 : Pas de donnée, 2023 : 8, 2024 : 11, +2 depuis 2020',
    );
    expect(visibleText(element)).not.to.contain('Une ligne interrompue');
    await expect(element).to.be.accessible();
  });

  it('gives way as early where letters are larger', async () => {
    const element = await trend(slope, 2, two);
    element.style.inlineSize = '360px';
    expect(one(element, 'svg.lines').checkVisibility()).to.equal(true);
    element.style.fontSize = '32px';
    expect(one(element, 'svg.lines').checkVisibility()).to.equal(false);
    expect(wordsAmiss(element)).to.deep.equal([]);
  });
});
