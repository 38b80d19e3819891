/** Trends in narrow places, and of odd figures: never a word over another. */
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { wordsAmiss } from '../testing/layout.ts';
import { datasetFile, settle, useFiles, visibleText } from '../testing/testing.ts';
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

async function trend(
  observations: readonly object[],
  count: number,
  indicator = 'members-stock',
  periods = [...Array(count).keys()].map((at) => String(2025 - count + at)),
): Promise<EssTrend> {
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
/** Markers that are drawn out of their plot. */
const marksOut = (element: Element): readonly string[] => {
  const area = one(element, '.area')?.getBoundingClientRect();
  if (!area) return [];
  const dots = [...element.shadowRoot!.querySelectorAll('.dot')].filter((dot) => dot.checkVisibility());
  const middles = dots
    .map((dot) => dot.getBoundingClientRect())
    .map((box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const);
  const isOut = ([x, y]: readonly [number, number]) =>
    x < area.left - 1 || x > area.right + 1 || y < area.top - 1 || y > area.bottom + 1;
  return middles.filter(isOut).map(String);
};
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

  /** Unusual series of a chart, and the words that must be shown. */
  const odd: readonly (readonly [string, readonly (number | null)[], RegExp])[] = [
    ['one value', [5], /5\sadhérents Une seule année connue\s: 2024/],
    ['one value among unknown ones', [null, 3, null], /3\sadhérents Une seule année connue\s: 2023/],
    ['nothing but zeros', [0, 0, 0, 0], /Adhérents,? .*0.*stable/],
    ['two zeros', [0, 0], /Adhérents,? .*0.*stable/],
    ['negative values', [-4, -8, 3, -2], /−2/],
    ['nothing but negative values', [-4, -8, -1], /−1/],
    ['gaps', [3, null, null, 5, null, 8], /8.*\+5 depuis 2019/],
    ['an unknown end', [3, 4, null], /4.*\+1/],
    ['millions', [1_234_567, 2_345_678], /2\s345\s678/],
    ['huge values', [1, 1e15, 2, 9e15], /9\s000\s000\s000\s000\s000/],
    ['a huge fall', [1e15, 1], /−100/],
    [
      'two hundred values',
      [...Array(200).keys()].map((at) => 100 + Math.round(50 * Math.sin(at / 9))),
      /−6 depuis 1825/,
    ],
    ['two hundred values on both sides of zero', [...Array(200).keys()].map((at) => (at % 9) - 4), /depuis 1825/],
  ];

  for (const [name, values, said] of odd) {
    it(`shows ${name} sensibly, its words apart, in any place`, async () => {
      const element = await trend(yearly('members-stock', values), values.length);
      expect(element.state).to.equal('ready');
      for (const width of [160, 280, 300, 328, 360, 480, 520, 700, 1100]) {
        element.style.inlineSize = `${width}px`;
        expect(visibleText(element), `${width}`).to.match(said);
        expect(wordsAmiss(element), `${width}`).to.deep.equal([]);
        expect(marksOut(element), `${width}`).to.deep.equal([]);
      }
    });
  }

  const long: readonly (readonly [string, (at: number) => string])[] = [
    ['school years', (at) => `${2010 + at}-SY`],
    ['months', (at) => `2024-${String(at + 1).padStart(2, '0')}`],
    ['quarters', (at) => `${2020 + Math.floor(at / 4)}-Q${(at % 4) + 1}`],
  ];

  for (const [name, nameOf] of long) {
    it(`has the names of ${name} apart, in any place`, async () => {
      for (const count of [2, 3, 4, 5, 6, 7, 9, 10, 12]) {
        const periods = [...Array(count).keys()].map(nameOf);
        const values = periods.map((period, at) => ({
          ...yearly('members-joined', [100 + 40 * at])[0],
          id: period,
          period,
        }));
        const element = await trend(values, count, 'members-joined', periods);
        element.setAttribute('period', periods[count - 1] ?? '');
        await settle(element);
        for (const width of [280, 300, 328, 360, 420, 480, 520, 600, 700, 760, 880, 1100]) {
          element.style.inlineSize = `${width}px`;
          expect(wordsAmiss(element), `${count} in ${width}`).to.deep.equal([]);
        }
        expect(visibleText(element)).to.contain(String(100 + 40 * (count - 1)));
      }
    });
  }

  it('marks the last of two hundred values and leaves the line to be seen', async () => {
    const values = [...Array(200).keys()].map((at) => 100 + at);
    const element = await trend(yearly('members-stock', values), 200);
    expect(element.shadowRoot!.querySelectorAll('.dot')).to.have.length(1);
    const few = await trend(yearly('members-stock', [1, 2, null, 4]), 4);
    expect(few.shadowRoot!.querySelectorAll('.dot')).to.have.length(3);
  });
});
