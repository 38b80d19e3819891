/** Bars in groups: what stands side by side, as a chart, a table, a spreadsheet and a picture. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import {
  appears,
  datasetFile,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  watchDownloads,
} from '../testing/testing.ts';
import './define.ts';
import type { EssBreakdown } from './ess-breakdown.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };

/** The members of a network by collège, one record a value; null is not published. */
const members = (
  period: string,
  values: readonly (number | null)[],
  more: { readonly territory?: string } = {},
): readonly object[] =>
  values.flatMap((value, at) =>
    value === null
      ? []
      : {
          id: `${period}-${at}-${more.territory ?? ''}`,
          indicator: 'members-stock',
          label: { fr: 'Adhérents' },
          period,
          dimensions: { college: `c${at + 1}` },
          quantity: { value, op: '=', unit: 'members' },
          source,
          ...more,
        },
  );
const colleges = (count: number): readonly object[] =>
  [...Array(count).keys()].map((at) => ({
    id: `c${at + 1}`,
    network: 'reseau',
    label: { fr: `Collège ${at + 1}` },
    order: at + 1,
  }));
const territories = ['Finistère', 'Morbihan'].map((fr, at) => ({
  id: `departement-${at}`,
  kind: 'departement',
  name: { fr },
}));

const GROUPED = { indicator: 'members-stock', by: 'college', chart: 'grouped' };
const TWO_YEARS = [...members('2024', [3, 1, 6]), ...members('2023', [4, null, 5])];

async function grouped(
  observations: readonly object[] = TWO_YEARS,
  attributes: Readonly<Record<string, string>> = {},
  region: readonly object[] = [],
): Promise<EssBreakdown> {
  const all = { observations, colleges: colleges(100), territories: [...territories, ...region] };
  useFiles({ 'data.json': datasetFile(all, { periods: ['2022', '2023', '2024'] }) });
  const element = document.createElement('ess-breakdown');
  element.src = 'data.json';
  element.evidence = 'full';
  for (const [name, value] of Object.entries({ ...GROUPED, ...attributes })) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
const rows = (element: Element): readonly string[] => all(element, '.bars > li').map(spoken);
const cells = (element: Element): readonly (readonly string[])[] =>
  all(element, 'table tr').map((row) => [...row.children].map(spoken));

describe('<ess-breakdown chart="grouped">', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
  });

  it('has a group a category and a bar a period, read aloud with both, and says what is not known', async () => {
    const element = await grouped();
    expect(rows(element)).to.deep.equal([
      'Collège 3, 2024, 6, 2023, 5',
      'Collège 1, 2024, 3, 2023, 4',
      'Collège 2, 2024, 1, 2023, Pas de donnée',
    ]);
    expect(all(element, '.subtitle')[0]?.textContent).to.match(/2024 et 2023$/);
  });

  it('draws all bars from one zero, in proportion, with a pattern a period that the legend names', async () => {
    const element = await grouped();
    const [six = 0, five = 0, three = 0] = all(element, '.bar').map((bar) => bar.getBoundingClientRect().width);
    expect(six / five).to.be.closeTo(6 / 5, 0.02);
    expect(six / three).to.be.closeTo(2, 0.02);
    const left = all(element, '.bar:not(.none)').map((bar) => bar.getBoundingClientRect().left);
    expect(new Set(left).size).to.equal(1);
    const looks = (selector: string) => all(element, selector).map((mark) => getComputedStyle(mark).background);
    expect(all(element, '.keys .key').map(spoken)).to.deep.equal(['2024', '2023']);
    expect(looks('.bars > li:first-child .bar')).to.deep.equal(looks('.keys .swatch'));
    expect(new Set(looks('.keys .swatch')).size).to.equal(2);
  });

  it('compares with the period that is asked for', async () => {
    const element = await grouped([...TWO_YEARS, ...members('2022', [9])], { compare: '2022' });
    expect(rows(element)[1]).to.equal('Collège 1, 2024, 3, 2022, 9');
  });

  it('puts several periods side by side, and a category that only an earlier one has', async () => {
    const old = [...TWO_YEARS, ...members('2022', [2, null, null, 8])];
    const element = await grouped(old, { beside: '2023 2022' });
    expect(rows(element)).to.deep.equal([
      'Collège 3, 2024, 6, 2023, 5, 2022, Pas de donnée',
      'Collège 1, 2024, 3, 2023, 4, 2022, 2',
      'Collège 2, 2024, 1, 2023, Pas de donnée, 2022, Pas de donnée',
      'Collège 4, 2024, Pas de donnée, 2023, Pas de donnée, 2022, 8',
    ]);
    expect(all(element, '.subtitle')[0]?.textContent).to.match(/2024, 2023 et 2022$/);
    element.style.inlineSize = '320px';
    element.setAttribute('view', 'table');
    await appears(element, 'table');
    expect(cells(element)[0]).to.deep.equal(['Collège', '2024', '2023', '2022']);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('draws once what its author names twice, or what stands there already', async () => {
    const element = await grouped(TWO_YEARS, { beside: '2024 2023 2023' });
    expect(rows(element)[0]).to.equal('Collège 3, 2024, 6, 2023, 5');
    expect(all(element, '.keys .key').map(spoken)).to.deep.equal(['2024', '2023']);
  });

  it('puts territories side by side, under their names', async () => {
    const places = [
      ...members('2024', [5, 6], { territory: 'departement-0' }),
      ...members('2024', [7], { territory: 'departement-1' }),
    ];
    const element = await grouped(places, { territory: 'departement-0', beside: 'departement-1' });
    expect(rows(element)).to.deep.equal([
      'Collège 2, Finistère, 6, Morbihan, Pas de donnée',
      'Collège 1, Finistère, 5, Morbihan, 7',
    ]);
    expect(all(element, '.subtitle')[0]?.textContent).to.match(/au 31 décembre 2024$/);
  });

  it('names the whole that its region stands beside: the country, with the region in it', async () => {
    const both = [...members('2024', [9]), ...members('2024', [5], { territory: 'region-0' })];
    const seriesOf = async (name: string, lang = 'fr') =>
      rows(await grouped(both, { beside: 'region-0', lang }, [{ id: 'region-0', kind: 'region', name: { fr: name } }]));
    expect(await seriesOf('Bretagne')).to.deep.equal(['Collège 1, France, Bretagne comprise, 9, Bretagne, 5']);
    expect(await seriesOf('Grand Est')).to.deep.equal(['Collège 1, France, Grand Est compris, 9, Grand Est, 5']);
    expect((await seriesOf('Bretagne', 'en'))[0]).to.contain('France, including Bretagne, 9');
  });

  it('is a chart of bars alone where nothing stands beside them', async () => {
    expect(rows(await grouped(members('2024', [3, 1])))).to.deep.equal(['Collège 1, 2024, 3', 'Collège 2, 2024, 1']);
  });

  it('takes the place of a stack whose parts make no whole', async () => {
    const element = await grouped(TWO_YEARS, { chart: 'stack' });
    expect(rows(element)[0]).to.equal('Collège 3, 2024, 6, 2023, 5');
    expect(rows(await grouped(TWO_YEARS, { chart: 'bars' }))[0]).to.equal('Collège 3, 6');
  });

  it('says to the page’s author what cannot stand side by side', async () => {
    for (const beside of ['2023 2022 2021 2020', 'departement-99']) {
      const element = await grouped(TWO_YEARS, { beside });
      await settle(element, 'error');
      expect(visibleText(element)).to.contain(
        `« ${beside} »`.replace(/« | »/g, (space) => space.replace(' ', '\u202f')),
      );
    }
  });

  it('is the same as a table one control away, with the change', async () => {
    const element = await grouped();
    const control = (await openShare(element, 'data')).querySelector('button')!;
    control.focus();
    await sendKeys({ press: 'Enter' });
    await appears(element, 'table');
    expect(cells(element)).to.deep.equal([
      ['Collège', '2024', '2023', 'Évolution'],
      ['Collège 3', '6', '5', '+1'],
      ['Collège 1', '3', '4', '−1'],
      ['Collège 2', '1', '–Pas de donnée', '–Pas de donnée'],
    ]);
    expect(element.shadowRoot!.activeElement).to.equal(control);
    await expect(element).to.be.accessible();
  });

  describe('as files', () => {
    const text = async (element: EssBreakdown, name: string): Promise<string> => {
      const { files, stop } = watchDownloads();
      await take(element, name);
      for (let turns = 0; turns < 400 && files.length === 0; turns++) await new Promise((r) => setTimeout(r, 5));
      stop();
      const given = (await files[0]?.blob.text()) ?? '';
      return name === 'CSV' ? given.replaceAll('"', '') : given;
    };

    it('gives every value as a spreadsheet, the earlier one beside, or in rows of its own period', async () => {
      const two = (await text(await grouped(), 'CSV')).trim().split('\r\n');
      expect(two).to.have.length(4);
      expect(two[1]).to.match(/^members-stock;2024;college;c3;Collège 3;6;.*;5;exact;;published;;;published;;;A$/);
      const three = await text(await grouped([...TWO_YEARS, ...members('2022', [2])], { beside: '2023 2022' }), 'CSV');
      expect(three).to.contain('members-stock;2023;college;c3;Collège 3;5');
      expect(three).to.contain('members-stock;2022;college;c1;Collège 1;2');
      const places = await text(
        await grouped(members('2024', [5], { territory: 'departement-0' }), {
          territory: 'departement-0',
          beside: 'departement-1',
        }),
        'CSV',
      );
      expect(places).to.match(
        /^.?indicator;.*;territory;previous_basis;no_share;to_check;obs_status\r\n.*;departement-0;;;;A\r\n/,
      );
    });

    it('gives a picture with every value, the patterns and what they stand for', async () => {
      const element = await grouped();
      all(element, 'button.badge')[0]!.click();
      await appears(element, '.card');
      const svg = await text(element, 'SVG');
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const words = [...drawn.querySelectorAll('text')].map((each) => each.textContent);
      for (const word of ['2024', '2023', '6', '5', 'Collège 1', 'Pas de donnée']) expect(words).to.include(word);
      expect(drawn.querySelectorAll('pattern').length).to.be.above(0);
      expect(drawn.querySelector('desc')?.textContent).to.contain('Collège 3, 2024, 6, 2023, 5');
    });
  });

  it('puts the small ones of a hundred parts together in both periods, and says so', async () => {
    const hundred = [...Array(100).keys()].map((n) => n + 1);
    const element = await grouped([...members('2024', hundred), ...members('2023', hundred)]);
    expect(rows(element)).to.have.length(9);
    expect(rows(element)[8]).to.match(/^Autres, 2024, 4.278, 2023, 4.278$/);
    expect(all(element, '.note')[0]?.textContent).to.contain('92');
  });

  it('has nothing for axe in light, dark and forced colours', async () => {
    const element = await grouped();
    await expect(element).to.be.accessible();
    element.theme = 'dark';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await emulateMedia({ forcedColors: 'active' });
    const back = getComputedStyle(all(element, '.frame')[0]!).backgroundColor;
    expect(all(element, '.pattern.p1').every((mark) => getComputedStyle(mark).backgroundColor !== back)).to.equal(true);
    await emulateMedia({ forcedColors: 'none' });
  });
});
