import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import {
  came,
  cardOpen,
  datasetFile,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  waitUntil,
  watchDownloads,
} from '../testing/testing.ts';
import './define.ts';
import type { EssTrend } from './ess-trend.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };

function figure(indicator: string, period: string, quantity: object, extra: object = {}): object {
  const id = `${indicator}-${period}-${JSON.stringify(extra)}`;
  const q = { op: '=', unit: 'members', ...quantity };
  return { id, indicator, label: { fr: indicator }, period, quantity: q, source, ...extra };
}
/** An indicator over years: a number a year, null where it is unknown. */
const years = (indicator: string, first: number, values: readonly (number | null)[]): readonly object[] =>
  values.flatMap((value, at) => (value === null ? [] : [figure(indicator, String(first + at), { value })]));

const SUBSCRIBERS = { unit: 'subscribers' };
const channel = (name: string, followers: object, change: object | null): readonly object[] => [
  figure('audience-followers', '2024-12-31', { ...SUBSCRIBERS, ...followers }, { dimensions: { channel: name } }),
  ...(change
    ? [figure('audience-change', '2024', { ...SUBSCRIBERS, ...change }, { dimensions: { channel: name } })]
    : []),
];
const channels = ['linkedin', 'facebook', 'groupe'].map((id) => ({ id, label: { fr: id }, kind: 'social' }));
const audiences = [
  ...channel('facebook', { value: 3608 }, { value: 212 }),
  ...channel('groupe', { value: 4877 }, { value: 800, op: '~' }),
  ...channel('linkedin', { value: 7148 }, { value: 1970 }),
];
const AUDIENCES = { indicator: 'audience-followers', by: 'channel' };

async function trend(
  attributes: Readonly<Record<string, string>>,
  observations: readonly object[],
  extra: Readonly<Record<string, unknown>> = {},
  collections: Readonly<Record<string, readonly object[]>> = { channels },
): Promise<EssTrend> {
  useFiles({ 'data.json': datasetFile({ observations, ...collections }, extra) });
  const element = document.createElement('ess-trend');
  element.src = 'data.json';
  element.evidence = 'full';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
/** Returns the text that assistive technology reads, without the parts that are hidden from it. */
function spoken(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('[aria-hidden="true"]')) each.remove();
  return plain(copy.textContent);
}
const button = (element: Element, text: string): HTMLButtonElement =>
  all(element, 'button').find((each) => each.textContent.includes(text)) as HTMLButtonElement;
const tableCame = (element: EssTrend): Promise<void> => came(element, import('./table-view.ts'));
const middle = (node: Element): number => {
  const { top, height } = node.getBoundingClientRect();
  return top + height / 2;
};
const overlaps = (nodes: readonly Element[]): boolean => {
  const boxes = nodes.map((node) => node.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  return boxes.some((box, at) => at > 0 && box.top < boxes[at - 1]!.bottom - 1);
};

describe('<ess-trend>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  describe('at two dates', () => {
    it('is a slope that reads name, values and change, the largest first', async () => {
      const element = await trend(AUDIENCES, audiences);
      expect(one(element, 'h3').textContent).to.equal('Abonnés par canal');
      expect(plain(one(element, '.subtitle').textContent)).to.equal(
        'En abonnés, de 2023 à 2024. L’échelle part de zéro.',
      );
      expect(all(element, '.series > li').map(spoken)).to.deep.equal([
        'linkedin, 2023 : 5 178 (calculé), 2024 : 7 148, +38,0 % (+1 970)',
        'groupe, 2023 : env. 4 077 (calculé), 2024 : 4 877, env. +19,6 % (+800)',
        'facebook, 2023 : 3 396 (calculé), 2024 : 3 608, +6,2 % (+212)',
      ]);
      await expect(element).to.be.accessible();
    });

    it('has the first line in the accent, the others in ink with dashes and their own marker', async () => {
      const element = await trend(AUDIENCES, audiences);
      const lines = all(element, 'path.line').map((line) => getComputedStyle(line));
      expect(new Set(lines.map(({ strokeDasharray }) => strokeDasharray)).size).to.equal(3);
      expect(lines[0]!.stroke).not.to.equal(lines[1]!.stroke);
      expect(lines[1]!.stroke).to.equal(lines[2]!.stroke);
      const shapes = all(element, '.series > li').map((li) => li.querySelector('.symbol path')!.getAttribute('d'));
      expect(new Set(shapes).size).to.equal(3);
    });

    it('draws from zero, in proportion, and a rough value hollow', async () => {
      const element = await trend({ indicator: 'members-stock' }, years('members-stock', 2023, [50, 100]));
      const { top, bottom, height } = one(element, '.area').getBoundingClientRect();
      const [before, after] = all(element, '.dot').map(middle);
      expect(after).to.be.closeTo(top, 1);
      expect(before).to.be.closeTo(bottom - height / 2, 1);
      const rough = await trend(AUDIENCES, audiences);
      expect(all(rough, '.dot .hollow')).to.have.length(1);
      expect(visibleText(rough)).to.contain('Un repère creux');
      expect(visibleText(element)).not.to.contain('Un repère creux');
    });

    it('changes in points for percents, and stays from zero below it', async () => {
      const percents = [72, 76].map((value, at) =>
        figure('members-retention', String(2023 + at), { value, unit: 'percent' }),
      );
      const element = await trend({ indicator: 'members-retention' }, percents);
      expect(one(element, '.change').textContent).to.match(/^\+4\spoints$/);
      const net = await trend({ indicator: 'members-net' }, years('members-net', 2023, [-4, 3]));
      const base = all(net, '.zero').map(middle)[0]!;
      const [low, high] = all(net, '.dot').map(middle);
      expect(low).to.be.above(base);
      expect(high).to.be.below(base);
    });

    it('keeps its words apart, inside a narrow place too, whatever their length', async () => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const long = names.map((id) => ({
        id,
        label: { fr: `${id} très long nom de canal`.repeat(20) },
        kind: 'social',
      }));
      const close = names.flatMap((id, at) => channel(id, { value: 100 + at }, { value: 1 }));
      const element = await trend(AUDIENCES, close, {}, { channels: long });
      for (const width of ['700px', '328px']) {
        element.style.inlineSize = width;
        await element.updateComplete;
        expect(overlaps(all(element, '.end')), width).to.equal(false);
        expect(overlaps(all(element, '.start')), width).to.equal(false);
        expect(element.scrollWidth, width).to.be.at.most(element.clientWidth);
      }
    });
  });

  describe('with a value that nobody publishes', () => {
    const observations = [
      ...years('members-stock', 2024, [117]),
      ...years('members-joined', 2024, [9]),
      ...years('members-left', 2024, [6]),
    ];
    const STOCK = { indicator: 'members-stock' };

    it('says that it is computed, to the eye, to the ear and on its badges', async () => {
      const element = await trend(STOCK, observations);
      expect(plain(one(element, '.start').innerText)).to.equal('calculé 114');
      expect(spoken(one(element, '.series > li'))).to.contain('2023 : 114 (calculé), 2024 : 117');
      expect(all(element, '.badge').map(({ textContent }) => plain(textContent))).to.deep.equal(['publié', 'calculé']);
      await expect(element).to.be.accessible();
      const published = await trend(STOCK, years('members-stock', 2023, [114, 117]));
      expect(visibleText(published)).not.to.contain('calculé');
    });

    it('says so in the card, beside the published figure, and in its file', async () => {
      const element = await trend(STOCK, observations);
      one(element, 'button.badge').click();
      await cardOpen(element);
      expect(visibleText(element)).to.match(/Chiffre publié\s117\sadhérents/);
      expect(visibleText(element)).to.match(/Valeur comparée\s2023\s: 114\sadhérents \(calculé\)/);
      const { files, stop } = watchDownloads();
      await take(element, 'CSV');
      await waitUntil(() => files.length === 1);
      stop();
      const texts = await Promise.all(files.map(({ blob }) => blob.text()));
      const rows = texts.map((text) =>
        text
          .replace('\ufeff', '')
          .replaceAll('"', '')
          .trim()
          .split(/\r?\n/)
          .map((row) => row.split(';')),
      );
      const said = rows.map(([header = [], row = []]) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
      const table = said.find((row) => '2023_basis' in row);
      expect(table).to.include({ to_check: '' });
      expect([table?.['2023_basis'], table?.['2024_basis']]).to.deep.equal(['computed', 'published']);
    });

    it('shows in 2023 what it shows of 2023', async () => {
      const element = await trend({ ...STOCK, period: '2023' }, observations);
      expect(visibleText(element)).to.match(/114\sadhérents/);
      expect(all(element, '.badge').map(({ textContent }) => plain(textContent))).to.deep.equal(['calculé']);
    });
  });

  describe('at other dates', () => {
    const periods = ['2019', '2020', '2021', '2022', '2023', '2024'];

    it('is lines over the periods of the data, with ticks from zero and a gap where a value is unknown', async () => {
      const observations = years('members-joined', 2019, [9, 7, null, 8, 11, 10]);
      const element = await trend({ indicator: 'members-joined' }, observations, { periods });
      expect(all(element, '.tick').map((tick) => tick.textContent)).to.deep.equal(['0', '5', '10', '15']);
      expect(all(element, 'path.line')).to.have.length(2);
      expect(visibleText(element)).to.contain('Une ligne interrompue');
      expect(spoken(one(element, '.series > li'))).to.contain('2021 : Pas de donnée, 2022 : 8');
      expect(one(element, '.change').textContent).to.match(/\+1 depuis 2019/);
    });

    it('says where all of its values were published, the latest first', async () => {
      const at = (page: number) => ({ source: { document: 'rapport', section: 'I.1.a', page } });
      const observations = [9, 7, 8].map((value, n) => figure('members-joined', `${2022 + n}`, { value }, at(n + 4)));
      const element = await trend({ indicator: 'members-joined' }, observations, { periods: periods.slice(3) });
      expect(plain(one(element, '[part=source] > span').textContent)).to.match(/p\. 6 et 2 autres$/);
    });

    it('says since when as its axis does, whatever the precision of its periods', async () => {
      const halves = ['2023-H1', '2023-H2', '2024-H1'];
      const list = halves.map((period, at) => figure('members-joined', period, { value: 3 + at }));
      const element = await trend({ indicator: 'members-joined', period: '2024-H1' }, list, { periods: halves });
      expect(one(element, '.change').textContent).to.match(/\+2 depuis S1 2023/);
    });

    it('writes every value of a single line on it', async () => {
      const observations = years('members-stock', 2020, [97, 104, 110, 114, 117]);
      const element = await trend({ indicator: 'members-stock' }, observations, { periods: periods.slice(1) });
      expect(all(element, '.at').map((value) => value.textContent)).to.deep.equal(['97', '104', '110', '114']);
      expect(one(element, '.value').textContent).to.equal('117');
    });

    it('is a figure for one date, and says that it is the only one', async () => {
      const element = await trend({ indicator: 'members-joined' }, years('members-joined', 2024, [9]));
      expect(all(element, 'svg.lines')).to.deep.equal([]);
      expect(visibleText(element)).to.match(/9\sadhérents Une seule année connue\s: 2024\./);
      await expect(element).to.be.accessible();
    });

    it('is empty without a value, and never 0', async () => {
      const element = await trend({ indicator: 'members-joined' }, []);
      expect(element.state).to.equal('empty');
      expect(visibleText(element)).to.contain('Aucune valeur dans ces données');
    });

    it('compares with the period asked for', async () => {
      const observations = years('members-stock', 2020, [97, null, null, 114, 117]);
      const element = await trend({ indicator: 'members-stock', compare: '2020' }, observations);
      expect(spoken(one(element, '.series > li'))).to.contain('2020 : 97, 2024 : 117, +20');
    });
  });

  it('never mixes units on one axis: a panel for each', async () => {
    const observations = [
      ...years('members-stock', 2023, [114, 117]),
      figure('members-retention', '2023', { value: 93, unit: 'percent' }),
      figure('members-retention', '2024', { value: 95, unit: 'percent' }),
    ];
    const element = await trend({ indicator: 'members-stock members-retention' }, observations);
    expect(all(element, '.plot')).to.have.length(2);
    expect(all(element, '.unit').map(({ textContent }) => plain(textContent))).to.deep.equal(['En adhérents', 'En %']);
  });

  it('draws the largest of a hundred lines, and has them all in its table', async () => {
    const many = [...Array(100).keys()].map((n) => `canal-${n}`);
    const observations = many.flatMap((id, n) => channel(id, { value: n + 1 }, { value: 1 }));
    const element = await trend({ ...AUDIENCES, view: 'chart' }, observations);
    expect(all(element, '.series > li')).to.have.length(8);
    expect(visibleText(element)).to.contain('Les 92 plus petites séries');
    await take(element, 'Afficher le tableau');
    await tableCame(element);
    expect(all(element, 'tbody tr')).to.have.length(100);
  });

  it('shows huge values, zeros and ranges sensibly', async () => {
    const huge = await trend({ indicator: 'members-stock' }, years('members-stock', 2023, [1, 9e15]));
    expect(visibleText(huge)).to.contain('9\u202f000\u202f000\u202f000\u202f000\u202f000');
    expect(huge.scrollWidth).to.be.at.most(huge.clientWidth);
    const zeros = await trend({ indicator: 'members-left' }, years('members-left', 2023, [0, 0]));
    expect(one(zeros, '.change').textContent).to.equal('stable');
    const between = { value: undefined, min: 5, max: 9, op: 'range' };
    const range = await trend({ indicator: 'members-left' }, [
      figure('members-left', '2023', between),
      ...years('members-left', 2024, [6]),
    ]);
    expect(all(range, '.bar')).to.have.length(1);
    expect(spoken(one(range, '.series > li'))).to.contain('2023 : 5 à 9');
  });

  it('runs nothing of what a name says', async () => {
    const evil = [{ id: 'x', label: { fr: '<img src=x onerror=alert(1)>' }, kind: 'social' }];
    const element = await trend(AUDIENCES, channel('x', { value: 3 }, { value: 1 }), {}, { channels: evil });
    expect(all(element, 'img')).to.deep.equal([]);
    expect(visibleText(element)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('is swapped for a table by the keyboard, in the same place, and says so', async () => {
    const element = await trend(AUDIENCES, audiences);
    const before = one(element, '.swap').offsetHeight;
    (await openShare(element, 'data')).querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await tableCame(element);
    expect(all(element, 'tr').map((row) => [...row.children].map(spoken))).to.deep.equal([
      ['Série', '2023', '2024'],
      ['linkedin', '5 178 (calculé)', '7 148'],
      ['groupe', 'env. 4 077 (calculé)', '4 877'],
      ['facebook', '3 396 (calculé)', '3 608'],
    ]);
    expect(one(element, '.swap').offsetHeight).to.be.at.least(before);
    expect(button(element, 'Afficher le graphique')).to.exist;
    await waitUntil(() => one(element, '[aria-live]').textContent.includes('Tableau affiché'));
    await expect(element).to.be.accessible();
  });

  it('opens the source card of its figures, with each definition where there are several', async () => {
    const observations = [...years('members-joined', 2024, [9]), ...years('members-left', 2024, [6])];
    const element = await trend({ indicator: 'members-joined members-left' }, observations);
    expect(one(element, 'h3').textContent).to.equal('Nouvelles adhésions et adhésions non renouvelées');
    one(element, 'button.badge').click();
    await cardOpen(element);
    expect(visibleText(element)).to.match(/Nouvelles adhésions\s:.*Adhésions non renouvelées\s:/);
  });

  it('says that an indicator does not exist, or that none is named', async () => {
    const unknown = await trend({ indicator: 'members-stok' }, []);
    expect(visibleText(unknown)).to.match(/«\smembers-stok\s» n’existe pas/);
    expect(visibleText(await trend({}, []))).to.contain('indicator');
  });

  it('splits what has no total by its dimension, whatever parts of it the build has written', async () => {
    const element = await fixture<EssTrend>(
      html`<ess-trend src="/packages/bretagne/data/manifest.json" indicator="audience-followers"></ess-trend>`,
    );
    await settle(element, 'ready');
    expect(visibleText(element)).to.contain('LinkedIn');
  });

  describe('as a picture', () => {
    /** The drawing that the source card gives. */
    async function pictureOf(element: EssTrend): Promise<Document> {
      const { files, stop } = watchDownloads();
      one(element, 'button.badge').click();
      await cardOpen(element);
      await take(element, 'SVG');
      await waitUntil(() => files.length === 1);
      stop();
      expect(files[0]?.name).to.match(/^[a-z0-9-]+\.svg$/);
      return new DOMParser().parseFromString(await files[0]!.blob.text(), 'image/svg+xml');
    }
    const words = (drawn: Document): readonly string[] =>
      [...drawn.querySelectorAll('text:not([aria-hidden])')].map((text) => plain(text.textContent));

    it('says all that is on screen: title, names, values of both dates, changes, remarks, source', async () => {
      const element = await trend(AUDIENCES, audiences);
      const drawn = await pictureOf(element);
      expect(drawn.querySelector('parsererror')).to.equal(null);
      const said = words(drawn);
      const shown = all(element, '#title, .subtitle, .name, .value, .change, .period, .start, .note');
      const joined = said.join(' ');
      for (const each of shown) expect(joined).to.contain(plain(each.innerText));
      // The line is cut where letters are wide.
      expect(joined).to.match(
        /Source : Rapport d’essai 2024, I\.1\.a, p\. 4 \(publié, calculé\) – Réseau d’essai, données du 5 mars 2025$/,
      );
      expect(plain(drawn.querySelector('desc')!.textContent)).to.contain(
        'linkedin, 2023 : 5 178 abonnés (calculé), 2024 : 7 148 abonnés, +38,0 %',
      );
    });

    it('has the signs of a change, as the chart and its table', async () => {
      const element = await trend({ indicator: 'members-net' }, years('members-net', 2023, [5, 3]));
      expect([one(element, '.start').textContent, one(element, '.value').textContent]).to.deep.equal(['+5', '+3']);
      expect(spoken(one(element, '.series > li'))).to.contain('2023 : +5, 2024 : +3, −2');
      const drawn = await pictureOf(element);
      expect(words(drawn)).to.include.members(['+5', '+3']);
      expect(drawn.querySelector('desc')!.textContent).to.match(/2023\s: \+5\D.*2024\s: \+3\D/);
      await take(element, 'Afficher le tableau');
      await tableCame(element);
      expect(all(element, 'tbody td').map(({ textContent }) => plain(textContent))).to.include.members(['+5', '+3']);
      const alone = await trend({ indicator: 'members-net' }, years('members-net', 2024, [3]));
      expect(one(alone, '.figures strong').textContent).to.match(/^\+3/);
    });

    it('leaves the gap of an unknown value, says why, and is the same from the table', async () => {
      const element = await trend(
        { indicator: 'members-stock' },
        years('members-stock', 2019, [80, 90, null, 104, 117]),
        { periods: ['2019', '2020', '2021', '2022', '2023'] },
      );
      const drawn = await pictureOf(element);
      const lines = [...drawn.querySelectorAll('path[stroke-width="3"]')].map((path) => path.getAttribute('d'));
      expect(lines).to.have.length(2);
      expect(words(drawn)).to.include.members(['80', '90', '104', '117', '0', '2019', '2023']);
      expect(words(drawn).join(' ')).to.contain('Une ligne interrompue est une valeur inconnue.');
      await take(element, 'Afficher le tableau');
      await tableCame(element);
      one(element, 'button.badge').click();
      await element.updateComplete;
      expect(words(await pictureOf(element))).to.deep.equal(words(drawn));
    });

    it('says of one date that it is the only one', async () => {
      const element = await trend({ indicator: 'members-stock' }, years('members-stock', 2024, [117]));
      const said = words(await pictureOf(element));
      expect(said).to.include.members(['117 adhérents', 'Une seule année connue : 2024.']);
    });
  });
});
