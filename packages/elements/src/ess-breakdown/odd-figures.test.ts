/** Breakdowns of odd figures, in every form and place: shown sensibly, no word over another, no bar out of its place. */
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { wordsAmiss } from '../testing/layout.ts';
import { datasetFile, settle, take, useFiles, visibleText, waitUntil, watchDownloads } from '../testing/testing.ts';
import './define.ts';
import type { EssBreakdown } from './ess-breakdown.ts';

const HUNDRED = [...Array(100).keys()];
const colleges = HUNDRED.map((at) => ({
  id: `c${at + 1}`,
  network: 'reseau',
  label: { fr: `Collège ${at + 1}` },
  order: at + 1,
}));
const categories = HUNDRED.map((at) => ({
  id: `s${at + 1}`,
  dimension: 'attendance',
  label: { fr: `Statut ${at + 1}` },
  order: at + 1,
}));

type Values = readonly (number | null)[];

/** The same values at two dates; null is not published at the second, and nowhere before. */
const observations = (values: Values, figure: (at: number, value: number) => object): readonly object[] =>
  ['2024', '2023'].flatMap((period) =>
    values.flatMap((value, at) =>
      value === null
        ? []
        : {
            id: `${period}-${at}`,
            label: { fr: 'Essai' },
            period,
            source: { document: 'rapport', section: 'I.1.a', page: 4 },
            ...figure(at, value),
          },
    ),
  );
const members = (values: Values): readonly object[] =>
  observations(values, (at, value) => ({
    indicator: 'members-stock',
    dimensions: { college: `c${at + 1}` },
    quantity: { value, op: '=', unit: 'members' },
  }));
const percents = (values: Values): readonly object[] =>
  observations(values, (at, value) => ({
    indicator: 'governance-attendance',
    dimensions: { attendance: `s${at + 1}` },
    quantity: { value, op: '=', unit: 'percent', base: 'board-mandates' },
  }));

async function breakdown(records: readonly object[], indicator: string, chart: string): Promise<EssBreakdown> {
  const all = { observations: records, colleges, categories };
  useFiles({ 'data.json': datasetFile(all, { periods: ['2023', '2024'] }) });
  const element = document.createElement('ess-breakdown');
  element.src = 'data.json';
  element.indicator = indicator;
  element.setAttribute('chart', chart);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** Bars and segments that stand out of the body. */
function marksOut(element: Element): readonly string[] {
  const body = all(element, '.body')[0]!.getBoundingClientRect();
  return all(element, '.bar, .segment').flatMap((mark) => {
    const { left, right } = mark.getBoundingClientRect();
    return left < body.left - 1 || right > body.right + 1 ? [`${mark.className} ${left}–${right}`] : [];
  });
}

function standsWell(element: EssBreakdown, said: RegExp): void {
  expect(element.state).to.equal('ready');
  for (const width of [160, 240, 328, 700, 1100]) {
    element.style.inlineSize = `${width}px`;
    // "Collège 1, 2024, 5, 2023, 5" to the ear: the values after their name.
    expect(visibleText(element).replaceAll(/ ?,(?!\d)( 20\d\d,)?/g, ''), `${width}`).to.match(said);
    expect(wordsAmiss(element), `${width}`).to.deep.equal([]);
    expect(marksOut(element), `${width}`).to.deep.equal([]);
  }
}

describe('<ess-breakdown> of odd figures', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  const counts: readonly (readonly [string, Values, RegExp])[] = [
    ['one value', [5], /Collège 1 5/],
    ['nothing but zeros', [0, 0, 0], /Collège 1 0 .*Collège 2 0 .*Collège 3 0/],
    ['a negative value', [-5, 10, 3], /Collège 2 10 .*Collège 1 −5/],
    ['nothing but negative values', [-5, -10], /Collège 1 −5 .*Collège 2 −10/],
    ['a value that is not there', [3, null, 6], /Collège 3 6 .*Collège 1 3/],
    ['huge values', [1e12, 1, 9.1e15], /9\s100\s000\s000\s000\s000/],
    ['a hundred parts', HUNDRED, /Autres .*«\sAutres\s» réunit 92 valeurs/],
  ];
  for (const chart of ['bars', 'stack', 'grouped']) {
    for (const [name, values, said] of counts) {
      it(`shows ${name} as ${chart}`, async () => {
        standsWell(await breakdown(members(values), 'members-stock', chart), said);
      });
    }
  }

  it('has no shares of a whole that a part takes from, and says so: bars, table and spreadsheet', async () => {
    const whole = {
      id: 'whole',
      indicator: 'members-stock',
      label: { fr: 'Essai' },
      period: '2024',
      quantity: { value: 8, op: '=', unit: 'members' },
      source: { document: 'rapport', section: 'I.1.a', page: 4 },
    };
    const sign = async (values: Values) => {
      const element = await breakdown([whole, ...members(values)], 'members-stock', '');
      const seen = [visibleText(element)];
      const { files, stop } = watchDownloads();
      await take(element, 'CSV');
      await waitUntil(() => files.length > 0);
      stop();
      await take(element, 'Afficher le tableau');
      await waitUntil(() => all(element, 'table').length > 0);
      seen.push(visibleText(element));
      const cells = (await files[0]!.blob.text())
        .replaceAll('"', '')
        .split('\r\n')
        .map((row) => row.split(';')[10]);
      return {
        notes: seen.map((text) => /Une valeur est négative\s: pas de parts/.test(text)),
        shares: seen.map((text) => /\d\s%/.test(text)),
        cells: cells.filter((cell) => cell && cell !== 'share'),
      };
    };
    const none = { notes: [true, true], shares: [false, false], cells: [] };
    expect(await sign([12, -4, 0])).to.deep.equal(none);
    const some = { notes: [false, false], shares: [true, true], cells: ['75', '25', '0'] };
    expect(await sign([6, 2, 0])).to.deep.equal(some);
  });

  const shares: readonly (readonly [string, Values, boolean, RegExp])[] = [
    ['one part', [100], false, /Statut 1 100\s%/],
    ['nothing but zeros', [0, 0, 0], false, /Statut 1 0\s%/],
    ['a negative part', [-5, 70, 35], false, /Statut 1 −5\s%/],
    ['a part that is not there', [30, null, 70], true, /Statut 1 30\s%/],
    ['a part that is hardly there', [99.9, 0.1], true, /Statut 2 0,1\s%/],
    ['a part of nothing', [100, 0], true, /Statut 2 0\s%/],
    ['more than the whole', [80, 80], false, /Statut 1 80\s%/],
    ['huge parts', [1e12, 1, 2], false, /1\s000\s000\s000\s000\s%/],
    ['a hundred parts', HUNDRED.map(() => 1), false, /Autres/],
  ];
  for (const chart of ['', 'stack', 'grouped']) {
    for (const [name, values, isWhole, said] of shares) {
      it(`of shares shows ${name}, chart "${chart}", as a stack only where they make a whole`, async () => {
        const element = await breakdown(percents(values), 'governance-attendance', chart);
        standsWell(element, said);
        expect(all(element, '.stacks').length > 0).to.equal(isWhole && chart !== 'grouped');
      });
    }
  }
});
