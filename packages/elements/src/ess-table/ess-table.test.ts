import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import { cardOpen, datasetFile, settle, take, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssTable } from './ess-table.ts';

const colleges = ['Coopératives', 'Mutuelles', 'Associations'].map((fr, at) => ({
  id: `c${at + 1}`,
  network: 'reseau',
  label: { fr },
  order: at + 1,
}));
const source = { document: 'rapport', section: 'I.1.a', page: 4 };

function figure(indicator: string, value: number, extra: object = {}, op = '='): object {
  const id = `${indicator}-${JSON.stringify(extra)}`;
  const quantity = { value, op, unit: 'members' };
  return { id, indicator, label: { fr: indicator }, period: '2024', quantity, source, ...extra };
}
const members = [
  figure('members-stock', 10),
  figure('members-stock', 3, { dimensions: { college: 'c1' } }),
  figure('members-stock', 1, { dimensions: { college: 'c2' } }, '~'),
  figure('members-stock', 6, { dimensions: { college: 'c3' } }),
];
const publications = [
  { id: 'a', title: { fr: 'Zèbres' }, theme: 'mer', date: '2024-03', url: 'https://example.org/a', source },
  { id: 'b', title: { fr: '<img src=x onerror=alert(1)>' }, date: '2024', url: 'javascript:alert(1)' },
  { id: 'c', title: { fr: 'Élan' }, theme: 'mer', date: '2023-06-18' },
];
const categories = [{ id: 'mer', dimension: 'theme', label: { fr: 'Mer' } }];

async function table(
  attributes: Readonly<Record<string, string>>,
  collections: Readonly<Record<string, readonly object[]>> = { observations: members, colleges },
  state?: string,
): Promise<EssTable> {
  useFiles({ 'data.json': datasetFile(collections) });
  const element = document.createElement('ess-table');
  element.src = 'data.json';
  element.evidence = 'full';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element, state);
  return element;
}

const MEMBERS = { indicator: 'members-stock', by: 'college' };
const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').trim();
const cells = (element: Element, rows = 'tr'): readonly (readonly string[])[] =>
  all(element, rows).map((row) => [...row.children].map(spoken));
const labels = (element: Element): readonly string[] => all(element, 'tbody th').map(spoken);
const sort = async (element: EssTable, column: string): Promise<void> => {
  all(element, '.sort')
    .find((each) => spoken(each) === column)!
    .click();
  await element.updateComplete;
};

describe('<ess-table>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  describe('of figures', () => {
    it('writes changes with their sign, and counts without', async () => {
      const change = [
        figure('members-joined', 9),
        figure('members-net', 3),
        { ...figure('members-net', -2, { period: '2023' }), id: 'before' },
      ];
      const element = await table({ indicator: 'members-joined members-net' }, { observations: change });
      const rows = cells(element, 'tbody tr').map((row) => row.map((cell) => cell.replace(/\s.*/, '')));
      expect(rows.map(([, value]) => value)).to.deep.equal(['9', '+3']);
      expect(rows[1]).to.include('−2');
    });

    it('has the parts, the largest first, their shares, and the whole under them', async () => {
      const element = await table(MEMBERS);
      expect(one(element, 'h3').textContent).to.contain('Adhérents par collège');
      expect(cells(element)).to.deep.equal([
        ['Collège', 'Valeur', 'Part'],
        ['Associations', '6', '60 %'],
        ['Coopératives', '3', '30 %'],
        ['Mutuelles approx.', 'env. 1', 'env. 10 %'],
        ['Total', '10', ''],
      ]);
      expect(all(element, 'tbody .symbol')).to.have.length(3);
    });

    it('is a real table: named, its headings scoped, its numbers in line at their end', async () => {
      const element = await table(MEMBERS);
      expect(spoken(one(element, 'caption'))).to.equal('Adhérents par collège');
      expect(all(element, 'thead [scope="col"]')).to.have.length(3);
      expect(all(element, 'tbody [scope="row"]')).to.have.length(3);
      expect(getComputedStyle(one(element, 'tbody td.number')).textAlign).to.equal('end');
    });

    it('stays a table of figures where a list is asked for', async () => {
      const element = await table({ ...MEMBERS, chart: 'list' });
      expect(labels(element)).to.include('Associations');
    });

    it('is split by the first dimension of a single indicator', async () => {
      const element = await table({ indicator: 'members-stock' });
      expect(labels(element)).to.include('Associations');
    });

    it('says in the card of several figures which they are, and where each comes from', async () => {
      const flows = [figure('members-joined', 9), figure('members-left', 6)];
      const element = await table({ indicator: 'members-joined members-net' }, { observations: flows });
      one(element, 'button.badge').click();
      await cardOpen(element);
      const card = spoken(one(element, '.card'));
      expect(card).to.contain('Nouvelles adhésions et évolution nette des adhésions');
      expect(card)
        .to.match(/Nouvelles adhésions – Publié/)
        .and.to.match(/Évolution nette des adhésions – Calculé/);
      expect(card).not.to.contain('liste déclarée complète');
    });

    it('has a row for each of several indicators, and its source card', async () => {
      const observations = [...members, figure('members-joined', 9), figure('members-left', 6)];
      const element = await table({ indicator: 'members-stock members-joined members-left' }, { observations });
      expect(labels(element)).to.deep.equal(['Adhérents', 'Nouvelles adhésions', 'Adhésions non renouvelées']);
      expect(cells(element, 'tbody tr')[0]!.slice(0, 2)).to.deep.equal(['Adhérents', '10 adhérents']);
      one(element, 'button.badge').click();
      await cardOpen(element);
      expect(visibleText(element)).to.contain('Nouvelles adhésions\u202f:');
    });

    it('dates the values before only where they are of one date, and has no origin of what has no value', async () => {
      const sites = { period: '2024-06-30', quantity: { value: 4, op: '=', unit: 'sites' } };
      const observations = [
        figure('members-joined', 9),
        figure('members-joined', 7, { period: '2023' }),
        figure('sites-count', 0, sites),
        figure('sites-count', 0, { ...sites, period: '2023-06-30' }),
      ];
      const headOf = async (indicator: string) => cells(await table({ indicator }, { observations }))[0];
      expect(await headOf('members-joined school-pupils')).to.deep.equal(['Indicateur', 'Valeur', '2023', 'Évolution']);
      const both = await headOf('members-joined sites-count');
      expect(both).to.deep.equal(['Indicateur', 'Valeur', 'Avant', 'Évolution', 'Période']);
      const one = await table({ indicator: 'members-joined school-pupils' }, { observations });
      const badges = all(one, '[part=source] .badge').map(spoken);
      expect(badges).to.deep.equal(['publié']);
    });

    it('says that a dimension or an indicator is not known, with those that are', async () => {
      const element = await table({ indicator: 'members-stock', by: 'couleur' }, undefined, 'error');
      expect(visibleText(element)).to.match(/couleur.*college/);
      expect(visibleText(await table({ indicator: 'nothing' }, undefined, 'error'))).to.contain('nothing');
    });

    it('says that it has neither figures nor records to show', async () => {
      expect(visibleText(await table({}, undefined, 'error'))).to.match(/indicator.*collection/);
    });

    it('is empty without a value, never 0', async () => {
      const element = await table(MEMBERS, { observations: [], colleges });
      expect(element.state).to.equal('empty');
      expect(visibleText(element)).not.to.match(/\b0\b/);
    });
  });

  describe('of records', () => {
    const PUBLICATIONS = { collection: 'publications', columns: 'date title theme' };

    it('has a row for each, with names for ids and words for what is unknown', async () => {
      const element = await table(PUBLICATIONS, { publications, categories });
      expect(one(element, 'h3').textContent).to.equal('Publications');
      expect(one(element, '.subtitle').textContent).to.equal('3 lignes');
      expect(cells(element)).to.deep.equal([
        ['Date', 'Titre', 'Thème'],
        ['mars 2024', 'Zèbres', 'Mer'],
        ['2024', '<img src=x onerror=alert(1)>', '–Pas de donnée'],
        ['18 juin 2023', 'Élan', 'Mer'],
      ]);
    });

    it('are one sentence where they are to be read and three at most, else a list', async () => {
      const asked = { collection: 'publications', columns: 'title theme date', chart: 'list' };
      const few = await table(asked, { publications, categories });
      expect(spoken(one(few, 'p.list'))).to.equal(
        'Zèbres (Mer, mars 2024), <img src=x onerror=alert(1)> (2024) et Élan (Mer, 18 juin 2023).',
      );
      expect(all(few, '.list a').map((link) => link.getAttribute('href'))).to.deep.equal(['https://example.org/a']);
      expect(all(few, 'table')).to.deep.equal([]);
      const more = await table(
        { ...asked, columns: 'title', sort: 'title' },
        { publications: [...publications, { id: 'd', title: { fr: 'Mouette' }, date: '2024' }] },
      );
      expect(all(more, 'ul.list > li').map(spoken).slice(1)).to.deep.equal(['Élan', 'Mouette', 'Zèbres']);
    });

    it('links to a page by http only, and runs nothing', async () => {
      const element = await table(PUBLICATIONS, { publications, categories });
      expect(all(element, 'td a').map((link) => link.getAttribute('href'))).to.deep.equal(['https://example.org/a']);
      expect(all(element, 'img')).to.deep.equal([]);
    });

    it('sorts by a heading, the other way the second time, and says so', async () => {
      const element = await table(PUBLICATIONS, { publications, categories });
      await sort(element, 'Titre');
      const titles = () => cells(element, 'tbody tr').map((row) => row[1]);
      expect(titles().slice(-2)).to.deep.equal(['Élan', 'Zèbres']);
      expect(one(element, '[aria-sort]').getAttribute('aria-sort')).to.equal('ascending');
      await sort(element, 'Titre');
      expect(titles()[0]).to.equal('Zèbres');
      expect(one(element, '[aria-sort]').getAttribute('aria-sort')).to.equal('descending');
      await waitUntil(() => one(element, '[aria-live]').textContent.includes('ordre décroissant'));
    });

    it('is sorted at first as its author asks', async () => {
      const element = await table({ ...PUBLICATIONS, sort: '-date' }, { publications, categories });
      expect(labels(element)).to.deep.equal(['mars 2024', '2024', '18 juin 2023']);
    });

    it('keeps the pairs and the period asked for, and says when none is left', async () => {
      const kept = await table({ ...PUBLICATIONS, where: 'theme=mer', period: '2024' }, { publications, categories });
      expect(labels(kept)).to.deep.equal(['mars 2024']);
      const none = await table({ ...PUBLICATIONS, where: 'theme=terre' }, { publications, categories });
      expect(none.state).to.equal('empty');
      expect(visibleText(none)).to.contain('Aucune ligne ne correspond');
    });

    it('names a collection or a column that does not exist, with those that do', async () => {
      const collection = await table({ collection: 'pubs' }, { publications }, 'error');
      expect(visibleText(collection)).to.match(/«\spubs\s».*publications, memberships/);
      const column = await table({ collection: 'publications', columns: 'date auteur' }, { publications }, 'error');
      expect(visibleText(column)).to.match(/«\sauteur\s».*title, theme, format, date/);
    });

    it('shows ten thousand rows fifty at a time, and gives the next ones the focus', async () => {
      const many = [...Array(10_000).keys()].map((n) => ({ id: `p${n}`, title: { fr: `Titre ${n}` }, date: '2024' }));
      const element = await table({ collection: 'publications', columns: 'title date' }, { publications: many });
      expect(labels(element)).to.have.length(50);
      await sort(element, 'Titre');
      await sort(element, 'Titre');
      expect(labels(element)[0]).to.equal('Titre 9999');
      one(element, '.more button').click();
      await element.updateComplete;
      expect(labels(element)).to.have.length(100);
      expect(spoken(element.shadowRoot!.activeElement!)).to.equal('Titre 9949');
      expect(visibleText(element)).to.contain('100 sur 10\u202f000');
    });

    it('keeps within its region in a narrow place, reached by the keyboard', async () => {
      const title = { fr: 'Un très long titre '.repeat(27) };
      const events = [{ id: 'e', title, date: '2024-10-18/2024-10-19', status: 'held', place: 'Rennes', count: 3 }];
      const columns = 'date title status place series count';
      const element = await table({ collection: 'events', columns }, { events });
      element.style.inlineSize = '328px';
      await element.updateComplete;
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      const region = one(element, '.region');
      expect(region.scrollWidth).to.be.above(region.clientWidth);
      region.focus();
      expect(element.shadowRoot!.activeElement).to.equal(region);
      await expect(element).to.be.accessible();
    });

    it('fades where columns lie beyond an edge, on any ground, but not on paper, nor the ring of its focus', async () => {
      const events = [
        { id: 'e', title: { fr: 'Forum' }, date: '2024-10-18', status: 'held', place: 'Rennes', count: 3 },
      ];
      const element = await table({ collection: 'events', columns: 'date title status place count' }, { events });
      const region = one(element, '.region');
      const fade = async () => {
        await nextFrame();
        const { maskImage, maskPosition } = getComputedStyle(region);
        return maskImage === 'none' ? 'none' : maskPosition.split(' ')[0];
      };
      element.style.inlineSize = '800px';
      expect(await fade()).to.equal('none');
      element.style.inlineSize = '328px';
      expect(await fade()).to.equal('-32px');
      region.scrollLeft = region.scrollWidth;
      expect(await fade()).to.equal('0px');
      region.focus({ focusVisible: true });
      expect(await fade()).to.equal('none');
      region.blur();
      await emulateMedia({ media: 'print' });
      expect(await fade()).to.equal('none');
      await emulateMedia({ media: 'screen' });
    });

    it('is as long on paper as its rows, and nothing comes over them', async () => {
      const many = [...Array(60).keys()].map((n) => ({ id: `p${n}`, title: { fr: `Titre ${n}` }, date: '2024' }));
      const element = await table(PUBLICATIONS, { publications: many, categories });
      await emulateMedia({ media: 'print' });
      const [region, rows] = ['.region', 'table'].map((each) => one(element, each).getBoundingClientRect());
      await emulateMedia({ media: 'screen' });
      expect(region!.height).to.be.at.least(rows!.height);
    });

    it('leaves a telephone a part of its window that scrolls the page', async () => {
      const { innerWidth, innerHeight } = window;
      const many = [...Array(100).keys()].map((n) => ({ id: `p${n}`, title: { fr: `Titre ${n}` }, date: '2024' }));
      const element = await table(PUBLICATIONS, { publications: many, categories });
      const height = () => one(element, '.region').clientHeight / window.innerHeight;
      await setViewport({ width: 360, height: 640 });
      expect(height()).to.be.within(0.5, 0.7);
      await setViewport({ width: 360, height: 2000 });
      expect(height()).to.be.within(0.3, 0.33);
      await setViewport({ width: innerWidth, height: innerHeight });
    });

    it('sorts by the keyboard alone', async () => {
      const element = await table(PUBLICATIONS, { publications, categories });
      all(element, '.sort')[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(labels(element)[0]).to.equal('18 juin 2023');
    });

    it('gives all its rows as a spreadsheet, as they are sorted', async () => {
      const element = await table({ ...PUBLICATIONS, sort: 'date' }, { publications, categories });
      const made: Blob[] = [];
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        made.push(blob);
        return 'blob:none';
      };
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = () => undefined;
      try {
        await take(element, 'CSV');
        await waitUntil(() => made.length > 0);
      } finally {
        URL.createObjectURL = create;
        HTMLAnchorElement.prototype.click = click;
      }
      expect((await made[0]!.text()).split('\r\n').slice(0, 2)).to.deep.equal([
        '"date";"title";"theme"',
        '"2023-06-18";"Élan";"Mer"',
      ]);
    });
  });
});
