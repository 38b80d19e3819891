import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import {
  appears,
  came,
  cardOpen,
  datasetFile,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  waitUntil,
} from '../testing/testing.ts';

import './define.ts';
import type { EssBreakdown } from './ess-breakdown.ts';

const DATA = '/packages/bretagne/data/manifest.json';

const colleges = ['Coopératives', 'Mutuelles', 'Associations'].map((fr, at) => ({
  id: `c${at + 1}`,
  network: 'reseau',
  label: { fr },
  order: at + 1,
}));
const statuses = ['Présents', 'Représentés', 'Excusés', 'Absents'].map((fr, at) => ({
  id: `s${at + 1}`,
  dimension: 'attendance',
  label: { fr },
  order: at + 1,
}));
const source = { document: 'rapport', section: 'I.1.a', page: 4 };

function figure(indicator: string, value: number, unit: string, extra: object = {}): object {
  const id = `${indicator}-${JSON.stringify(extra)}`;
  const quantity = { value, op: '=', unit, ...(unit === 'percent' ? { base: 'board-mandates' } : {}) };
  return { id, indicator, label: { fr: indicator }, period: '2024', quantity, source, ...extra };
}

/** Members by collège: a total, and one figure a collège; a missing one is unknown. */
const members = (total: number, parts: readonly number[]): readonly object[] => [
  figure('members-stock', total, 'members'),
  ...parts.map((n, at) => figure('members-stock', n, 'members', { dimensions: { college: `c${at + 1}` } })),
];
const attendance = (period: string, parts: readonly number[]): readonly object[] =>
  parts.map((n, at) =>
    figure('governance-attendance', n, 'percent', { period, dimensions: { attendance: `s${at + 1}` } }),
  );

async function breakdown(
  attributes: Readonly<Record<string, string>>,
  observations: readonly object[] = members(10, [3, 1, 6]),
  collections: Readonly<Record<string, readonly object[]>> = {},
): Promise<EssBreakdown> {
  useFiles({ 'data.json': datasetFile({ observations, colleges, categories: statuses, ...collections }) });
  const element = document.createElement('ess-breakdown');
  element.src = 'data.json';
  element.evidence = 'full';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const MEMBERS = { indicator: 'members-stock', by: 'college', chart: 'bars' };
const ATTENDANCE = { indicator: 'governance-attendance' };

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
const widths = (element: Element, selector: string): readonly number[] =>
  all(element, selector).map((bar) => bar.getBoundingClientRect().width);
const button = (element: Element, text: string): HTMLButtonElement =>
  all(element, 'button').find((each) => each.textContent.includes(text)) as HTMLButtonElement;
/** Waits until the code of the table has come, and the view with it. */
const tableCame = (element: EssBreakdown): Promise<void> => came(element, import('./table-view.ts'));

const cells = (element: Element): readonly (readonly string[])[] =>
  all(element, 'table tr').map((row) => [...row.children].map(spoken));

describe('<ess-breakdown>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
  });

  describe('as bars', () => {
    it('names the label and the dimension, then what is measured, in what unit and when', async () => {
      const element = await breakdown(MEMBERS, members(9, [3, 3, 3]));
      expect(one(element, 'h3').textContent).to.contain('Adhérents par collège');
      expect(one(element, '.subtitle').textContent).to.equal('Nombre d’adhérents et part des 9, au 31 décembre 2024');
    });

    it('says in its title which part stands out, and in the line below what is measured', async () => {
      const element = await breakdown(MEMBERS);
      expect(one(element, 'h3').textContent).to.equal('Les associations forment 60\u202f% des adhérents');
      expect(spoken(one(element, '.subtitle'))).to.equal(
        'Adhérents par collège. Nombre d’adhérents et part des 10, au 31 décembre 2024',
      );
      element.heading = 'Qui adhère';
      await element.updateComplete;
      expect(one(element, 'h3').textContent).to.equal('Qui adhère');
      expect(one(element, '.subtitle').textContent).to.equal('Nombre d’adhérents et part des 10, au 31 décembre 2024');
    });

    it('is a list sorted by value that reads label, value, share', async () => {
      const element = await breakdown(MEMBERS);
      expect(one(element, 'ul').getAttribute('role')).to.equal('list');
      expect(all(element, 'li').map(spoken)).to.deep.equal([
        'Associations, 6, 60 %',
        'Coopératives, 3, 30 %',
        'Mutuelles, 1, 10 %',
      ]);
    });

    it('has nothing for the ear alone between label and value, where it would be a line of its own', async () => {
      const element = await breakdown(MEMBERS);
      expect(all(element, 'li .hidden').map((one) => one.parentElement?.className)).to.deep.equal(
        Array(6).fill('amount'),
      );
    });

    it('draws bars from zero, in proportion, with the shape of each collège', async () => {
      const element = await breakdown(MEMBERS);
      const [six = 0, three = 0, single = 0] = widths(element, '.bar');
      expect(three / six).to.be.closeTo(0.5, 0.02);
      expect(single / six).to.be.closeTo(1 / 6, 0.02);
      const starts = all(element, '.bar').map((bar) => Math.round(bar.getBoundingClientRect().left));
      expect(new Set(starts).size).to.equal(1);
      expect(new Set(all(element, 'li path').map((path) => path.getAttribute('d'))).size).to.equal(3);
      expect(all(element, '.bar').map((bar) => getComputedStyle(bar).backgroundColor)).to.deep.equal(
        all(element, 'li .symbol').map((shape) => getComputedStyle(shape).color),
      );
    });

    it('keeps a bar of a small value visible, and draws none for zero', async () => {
      const element = await breakdown(MEMBERS, members(100_001, [100_000, 1, 0]));
      const [, small, zero] = widths(element, '.bar');
      expect(small).to.be.at.least(2);
      expect(zero).to.equal(0);
      expect(all(element, 'li').map(spoken)[1]).to.equal('Mutuelles, 1, moins de 1 %');
    });

    it('puts the label above the bar in a narrow place, without spilling over', async () => {
      const element = await breakdown(MEMBERS, members(10_000_000, [9_999_999, 1, 0]));
      const [label, track] = [one(element, '.label'), one(element, '.track')];
      expect(track.getBoundingClientRect().top).to.be.below(label.getBoundingClientRect().bottom);
      element.style.inlineSize = '320px';
      expect(track.getBoundingClientRect().top).to.be.at.least(label.getBoundingClientRect().bottom - 1);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });

    it('draws what is below zero on the other side of it', async () => {
      const channels = ['Canal A', 'Canal B'].map((name, at) => ({
        id: `k${at}`,
        label: { fr: name },
        kind: 'social',
      }));
      const change = [300, -100].map((n, at) =>
        figure('audience-change', n, 'subscribers', { dimensions: { channel: `k${at}` } }),
      );
      const element = await breakdown({ indicator: 'audience-change' }, change, { channels });
      const [up, down] = all(element, '.bar').map((bar) => bar.getBoundingClientRect());
      expect(down!.right).to.be.closeTo(up!.left, 1);
      const [gained, lost] = all(element, 'li').map(spoken);
      expect(gained).to.match(/\+300$/);
      expect(lost).to.match(/−100$/);
    });

    it('takes no share of what does not add up, and says of answers alone that one may give several', async () => {
      const followers = figure('audience-followers', 500, 'subscribers', {
        period: '2024-12-31',
        dimensions: { channel: 'k0' },
      });
      const element = await breakdown({ indicator: 'audience-followers' }, [followers]);
      expect(visibleText(element)).not.to.contain('Réponses multiples');
      expect(visibleText(element)).not.to.contain('%');
      const answers = figure('aio-satisfaction', 80, 'percent', { dimensions: { question: 'still-active' } });
      const asked = await breakdown({ indicator: 'aio-satisfaction' }, [answers]);
      expect(visibleText(asked)).to.contain('Réponses multiples');
    });

    it('never adjusts shares, and says why they do not make 100', async () => {
      const element = await breakdown(MEMBERS, members(3, [1, 1, 1]));
      expect(all(element, '.share').map((share) => share.textContent)).to.deep.equal([
        '33\u202f%',
        '33\u202f%',
        '33\u202f%',
      ]);
      expect(one(element, '.note').textContent).to.match(/Total différent de 100.%.: arrondis\./);
      const whole = await breakdown(MEMBERS);
      expect(all(whole, '.note')).to.deep.equal([]);
    });

    it('says when the parts do not make the total', async () => {
      const element = await breakdown(MEMBERS, members(20, [3, 1, 6]));
      expect(one(element, '.note').textContent).to.equal('Le détail compte 10, le total 20.');
    });

    it('puts the smallest of many values together, and keeps them all in the table', async () => {
      const many = [...Array(100).keys()];
      const territories = many.map((n) => ({ id: `commune-${n}`, kind: 'commune', name: { fr: `Commune ${n}` } }));
      const parts = many.map((n) =>
        figure('members-stock', n + 1, 'members', { dimensions: { commune: `commune-${n}` } }),
      );
      const element = await breakdown(
        { indicator: 'members-stock', by: 'commune' },
        [figure('members-stock', 5050, 'members'), ...parts],
        { territories },
      );
      expect(all(element, 'li')).to.have.length(9);
      expect(spoken(all(element, 'li')[8]!)).to.match(/^Autres, 4.278, 85 %$/);
      expect(visibleText(element)).to.contain('réunit 92 valeurs');
      await take(element, 'Afficher le tableau');
      await tableCame(element);
      expect(all(element, 'tbody tr')).to.have.length(100);
    });
  });

  it('shows all territories, and marks those in the one of the reader by colour and by weight', async () => {
    const place = (id: string, kind: string, parent: string | null) => ({
      id,
      kind,
      parents: parent ? [parent] : [],
      name: { fr: id },
    });
    const territories = [
      ...[place('departement-22', 'departement', null), place('departement-29', 'departement', null)],
      ...[place('commune-22001', 'commune', 'departement-22'), place('commune-29001', 'commune', 'departement-29')],
    ];
    const here = (n: number, commune: string) => figure('members-stock', n, 'members', { dimensions: { commune } });
    const found = [here(4, 'commune-22001'), here(2, 'commune-29001')];
    const element = await breakdown({ indicator: 'members-stock', by: 'commune' }, found, { territories });
    const rows = () =>
      all(element, '.bars > li').map((row) => [spoken(row), row.className, row.querySelector('.tone-ink-2') !== null]);
    expect(rows().map(([, ...look]) => look)).to.deep.equal([
      ['', false],
      ['', false],
    ]);
    element.place = 'departement-29';
    await waitUntil(() => all(element, '.marked').length > 0);
    expect(rows()).to.deep.equal([
      ['commune-22001, 4', '', true],
      ['commune-29001, 2', 'marked', false],
    ]);
    const [first, second] = widths(element, '.bar');
    expect((second ?? 0) / (first ?? 1)).to.be.closeTo(0.5, 0.02);
  });

  it('says what is measured under a title that stands above it', async () => {
    const told = await breakdown({ ...MEMBERS, heading: 'Dix adhérents', 'heading-level': 'none' });
    expect(spoken(one(told, '.subtitle'))).to.match(/^Adhérents par collège\. Nombre d’adhérents/);
    const own = await breakdown({ ...MEMBERS, heading: 'Dix adhérents' });
    expect(spoken(one(own, '.subtitle'))).to.match(/^Nombre d’adhérents/);
  });

  it('draws several figures as bars on one scale, and says of none that it is a part of another', async () => {
    const figures = 'members-joined; members-left';
    const element = await breakdown({ figures, chart: 'bars', subject: 'Arrivées et départs' }, [
      figure('members-joined', 9, 'members'),
      figure('members-left', 6, 'members'),
    ]);
    expect(all(element, '.bars li').map(spoken)).to.deep.equal([
      'Nouvelles adhésions, 9',
      'Adhésions non renouvelées, 6',
    ]);
    const [first = 0, second = 0] = widths(element, '.bar');
    expect(second / first).to.be.closeTo(6 / 9, 0.02);
    expect(spoken(one(element, '.title'))).to.equal('Arrivées et départs');
  });

  it('names the unit of its parts where it is not that of the indicator', async () => {
    const kinds = ['poles', 'hubs'].map((id) => ({ id, dimension: 'network-kind', label: { fr: id } }));
    const reached = [10, 2].map((n, at) =>
      figure('training-reach', n, 'organisations', { dimensions: { 'network-kind': ['poles', 'hubs'][at] } }),
    );
    const element = await breakdown({ indicator: 'training-reach' }, reached, { categories: kinds });
    expect(one(element, '.subtitle').textContent).to.contain('Nombre d’organisations');
  });

  it('of people and organisations names the unit of each, and draws each on a scale of its own', async () => {
    const publics = ['leaders', 'firms'].map((id) => ({ id, dimension: 'public', label: { fr: id } }));
    const welcomed = [
      figure('aio-welcomed', 99, 'people', { dimensions: { public: 'leaders' } }),
      figure('aio-welcomed', 88, 'organisations', { dimensions: { public: 'firms' } }),
    ];
    const element = await breakdown({ indicator: 'aio-welcomed' }, welcomed, { categories: publics });
    expect(all(element, 'li').map(spoken)).to.deep.equal(['Personnes, leaders, 99', 'Organisations, firms, 88']);
    const [people = 0, firms = 0] = widths(element, '.bar');
    expect(people).to.be.greaterThan(50);
    expect(firms).to.equal(people);
    expect(one(element, '.subtitle').textContent).not.to.contain('Nombre de personnes');
    element.setAttribute('view', 'table');
    await tableCame(element);
    expect(cells(element).slice(0, 2)).to.deep.equal([
      ['Public', 'Valeur'],
      ['leaders', '99 personnes'],
    ]);
  });

  describe('as a 100 % stack', () => {
    const two = [...attendance('2024', [76, 14, 6, 4]), ...attendance('2023', [72, 18, 0, 10])];

    it('draws both periods, with a pattern a status and a legend that holds all values', async () => {
      const element = await breakdown(ATTENDANCE, two);
      expect(all(element, '.segments')).to.have.length(2);
      expect(all(element, '.segments:last-child .segment')).to.have.length(3);
      expect(cells(element)).to.deep.equal([
        ['', '2024', '2023'],
        ['Présents', '76 %', '72 %'],
        ['Représentés', '14 %', '18 %'],
        ['Excusés', '6 %', '0 %'],
        ['Absents', '4 %', '10 %'],
      ]);
      const patterns = all(element, '.swatch').map((swatch) => getComputedStyle(swatch).background);
      expect(new Set(patterns).size).to.equal(4);
    });

    it('does not repeat the dimension that the label already names', async () => {
      const element = await breakdown(ATTENDANCE, two);
      expect(one(element, 'h3').textContent.trim()).to.equal('Présents\u202f: 76\u202f%');
      expect(spoken(one(element, '.subtitle'))).to.match(/^Présence au conseil d’administration\. /);
      expect(one(element, '.subtitle').textContent).to.match(/En.%, 2024 et 2023$/);
    });

    it('keeps segments in proportion and leaves the narrow ones to the legend', async () => {
      const element = await breakdown(ATTENDANCE, two);
      const [first = 0, second = 0] = widths(element, '.segments:nth-of-type(1) .segment');
      expect(first / second).to.be.closeTo(76 / 14, 0.2);
      element.style.inlineSize = '320px';
      const chips = all(element, '.small > .chip').map((chip) => getComputedStyle(chip).display);
      expect(chips).to.deep.equal(['none', 'none']);
    });

    it('has its labels above their values where letters are large beside the place', async () => {
      const element = await breakdown(ATTENDANCE, two);
      const [label, value] = [one(element, '.legend th[scope="row"]'), one(element, '.legend td.number')];
      const isAbove = (): boolean => label.getBoundingClientRect().bottom <= value.getBoundingClientRect().top + 1;
      expect(isAbove()).to.equal(false);
      element.style.inlineSize = '12em';
      expect(isAbove()).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('draws one period when the other is not known, and bars when the parts are no whole', async () => {
      const single = await breakdown(ATTENDANCE, attendance('2024', [76, 14, 6, 4]));
      expect(all(single, '.segments')).to.have.length(1);
      const loose = await breakdown(ATTENDANCE, attendance('2024', [38, 6]));
      expect(all(loose, '.segments')).to.have.length(0);
      expect(all(loose, 'li')).to.have.length(2);
    });

    it('says that printed percents do not make 100', async () => {
      const element = await breakdown(ATTENDANCE, attendance('2024', [33, 33, 33]));
      expect(one(element, '.note').textContent).to.contain('arrondis');
    });

    it('gives the change in points in the table', async () => {
      const element = await breakdown({ ...ATTENDANCE, view: 'table' }, two);
      expect(cells(element)[0]).to.deep.equal(['Présence', '2024', '2023', 'Évolution']);
      expect(cells(element)[1]).to.deep.equal(['Présents', '76 %', '72 %', '+4 points']);
      expect(cells(element)[2]!.at(-1)).to.equal('−4 points');
      element.style.inlineSize = '320px';
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      const [label, value] = all(element, 'tbody tr:first-child > *').map((cell) => cell.getBoundingClientRect());
      expect(value!.top).to.be.at.least(label!.bottom - 1);
      await expect(element).to.be.accessible();
    });
  });

  describe('as a table', () => {
    it('takes the place of the chart and back, the focus staying on the control', async () => {
      const element = await breakdown(MEMBERS);
      const before = one(element, '.swap').offsetHeight;
      const control = (await openShare(element, 'data')).querySelector('button')!;
      expect(control.textContent).to.contain('Afficher le tableau');
      control.focus();
      await sendKeys({ press: 'Enter' });
      await tableCame(element);
      expect(all(element, 'ul')).to.deep.equal([]);
      expect(element.shadowRoot!.activeElement).to.equal(control);
      expect(control.textContent).to.contain('Afficher le graphique');
      expect(control.hasAttribute('aria-pressed')).to.equal(false);
      expect(one(element, '.swap').offsetHeight).to.be.at.least(before);
      await sendKeys({ press: 'Enter' });
      await tableCame(element);
      expect(all(element, 'li')).to.have.length(3);
      expect(element.shadowRoot!.activeElement).to.equal(control);
    });

    it('has a caption, headings with a scope, every value and the total', async () => {
      const element = await breakdown({ ...MEMBERS, view: 'table' });
      expect(spoken(one(element, 'caption'))).to.equal('Adhérents par collège');
      expect(cells(element)).to.deep.equal([
        ['Collège', 'Adhérents', 'Part'],
        ['Associations', '6', '60 %'],
        ['Coopératives', '3', '30 %'],
        ['Mutuelles', '1', '10 %'],
        ['Total', '10', ''],
      ]);
      expect(all(element, 'thead th').every((th) => th.getAttribute('scope') === 'col')).to.equal(true);
      expect(all(element, 'tbody th').every((th) => th.getAttribute('scope') === 'row')).to.equal(true);
      await expect(element).to.be.accessible();
    });
  });

  describe('its source', () => {
    it('is one line with a badge; the card opens from it, and Escape closes it and gives the focus back', async () => {
      const element = await breakdown(MEMBERS);
      expect(one(element, '.foot').innerText).to.match(/Source.: Rapport d’essai 2024, I\.1\.a, p\..4/);
      const badge = one(element, 'button.badge');
      badge.focus();
      await sendKeys({ press: 'Enter' });
      await cardOpen(element);
      expect(all(element, '.card')).to.have.length(1);
      expect(badge.getAttribute('aria-expanded')).to.equal('true');
      button(element, 'Partager').focus();
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(all(element, '.card')).to.have.length(0);
      expect(element.shadowRoot!.activeElement).to.equal(badge);
    });

    it('is a published one for parts that have no total', async () => {
      const element = await breakdown(ATTENDANCE, attendance('2024', [76, 14, 6, 4]));
      expect(all(element, '.badge').map((badge) => badge.textContent.trim())).to.deep.equal(['publié']);
    });

    it('offers the data as a file', async () => {
      const element = await breakdown(MEMBERS);
      const names = [...(await openShare(element, 'data')).querySelectorAll('button')].map(spoken);
      expect(names).to.include.members(['Télécharger : CSV', 'Télécharger : JSON']);
    });
  });

  describe('what cannot be shown', () => {
    it('is said to the page’s author when the indicator is missing or unknown, or cannot be split so', async () => {
      expect(visibleText(await breakdown({}))).to.contain('indicator');
      expect(visibleText(await breakdown({ indicator: 'nope' }))).to.match(/«.nope.».*catalogue/);
      const by = await breakdown({ indicator: 'members-stock', by: 'nope' });
      expect(visibleText(by)).to.match(/nope.*college, commune/);
      expect(by.state).to.equal('error');
      expect(visibleText(await breakdown({ indicator: 'webinars-planned' }))).to.match(
        /«.webinars-planned.» ne se découpe pas/,
      );
      expect(visibleText(await breakdown({ ...MEMBERS, period: 'hier' }))).to.contain('hier');
    });

    it('is an empty state when the data have no part', async () => {
      const element = await breakdown(MEMBERS, [figure('members-stock', 10, 'members')]);
      expect(element.state).to.equal('empty');
      expect(visibleText(element)).to.contain('Aucun détail dans ces données');
      await expect(element).to.be.accessible();
    });

    it('shows a chart for a view that does not exist, and says so', async () => {
      const element = await breakdown({ ...MEMBERS, view: 'camembert' });
      await appears(element, 'li');
      await appears(element, '.notice');
      expect(all(element, 'li')).to.have.length(3);
      expect(visibleText(element)).to.contain('camembert');
    });

    it('leaves markup in the data as text', async () => {
      const odd = [{ id: 'c1', network: 'reseau', label: { fr: '<img src=x onerror=alert(1)>' }, order: 12 }];
      const element = await breakdown(MEMBERS, members(1, [1]), { colleges: odd });
      expect(all(element, 'li img')).to.deep.equal([]);
      expect(visibleText(element)).to.contain('<img src=x');
    });
  });

  for (const [name, attributes, data] of [
    ['bars', MEMBERS, members(10, [3, 1, 6])],
    ['stacks', ATTENDANCE, [...attendance('2024', [76, 14, 6, 4]), ...attendance('2023', [72, 18, 0, 10])]],
  ] as const) {
    it(`draws ${name} that axe accepts in light, dark and forced colours`, async () => {
      const element = await breakdown(attributes, data);
      await expect(element).to.be.accessible();
      element.theme = 'dark';
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await emulateMedia({ forcedColors: 'active' });
      const marks = all(element, '.bar, .pattern.p1');
      const back = getComputedStyle(one(element, '.frame')).backgroundColor;
      expect(marks.every((mark) => getComputedStyle(mark).backgroundColor !== back)).to.equal(true);
      await emulateMedia({ forcedColors: 'none' });
    });
  }

  it('shows the members of Brittany by collège when their data are there', async () => {
    const there = await fetch(DATA);
    if (!there.ok) {
      console.info(`no data at ${DATA}: nothing to show`);
      return;
    }
    const element = await fixture<EssBreakdown>(
      html`<ess-breakdown src=${DATA} indicator="members-stock" by="college"></ess-breakdown>`,
    );
    await settle(element);
    expect(all(element, 'li').map(spoken)).to.deep.equal([
      'Associations, 59, 50 %',
      'Coopératives, 19, 16 %',
      'Pôles ESS, 18, 15 %',
      'Entreprises sociales, 10, 9 %',
      'Mutuelles, 9, 8 %',
      'Fondations, 1, 1 %',
      'Employeurs, 1, 1 %',
    ]);
    expect(all(element, '.note')).to.deep.equal([]);
  });
});
