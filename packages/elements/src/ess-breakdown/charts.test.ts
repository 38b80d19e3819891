/** Charts that the data choose: a bridge, dots, one bar of a few parts; and the titles that say what they show. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import { wordsAmiss } from '../testing/layout.ts';
import {
  cardOpen,
  datasetFile,
  settle,
  take,
  useFiles,
  visibleText,
  waitUntil,
  watchDownloads,
} from '../testing/testing.ts';
import './define.ts';
import type { EssBreakdown } from './ess-breakdown.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const quantity = (value: number, unit = 'members', more: object = {}): object => ({ value, op: '=', unit, ...more });
const texts = (fr: string, more: object = {}): object => ({
  ...{ label: { fr }, definition: { fr: 'Ce qui est mesuré.' }, kind: 'flow', unit: 'members', dimensions: [] },
  ...more,
});
const college = { id: 'college', label: { fr: 'collège' }, exclusive: true };
const indicators = {
  stock: texts('Adhérents', { kind: 'stock', flow: { in: 'joined', out: 'left' }, dimensions: [college] }),
  joined: texts('Nouvelles adhésions', { dimensions: [college] }),
  left: texts('Départs'),
  rate: texts('Taux de réussite', { kind: 'rate', unit: 'percent' }),
  towns: texts('Adhérents', {
    dimensions: ['commune', 'kind'].map((id) => ({ id, label: { fr: id, en: id }, exclusive: false })),
    label: { fr: 'Adhérents', en: 'Members' },
  }),
};
const measure = (indicator: string, more: object): object => ({
  ...{ indicator, period: '2024', quantity: null, basis: 'published', population: null, missing: null, notes: [] },
  ...{ sources: [source], ...more },
});
const parts = (labels: readonly string[], values: readonly number[], shares: readonly number[] = []): object => ({
  by: 'college',
  parts: values.map((value, at) => ({
    ...{ id: `c${at}`, label: { fr: labels[at] }, order: at + 1, quantity: quantity(value) },
    ...(shares[at] === undefined ? {} : { share: quantity(shares[at], 'percent') }),
  })),
});
const ratio = (part: number, whole: number): object => ({
  quantity: quantity((100 * part) / whole, 'percent'),
  calculation: {
    form: 'ratio',
    operands: [part, whole].map((value) => ({
      label: { fr: 'Candidatures' },
      quantity: quantity(value, 'applications'),
    })),
  },
});
const YEAR = [
  measure('stock', { quantity: quantity(117), previous: { period: '2023', quantity: quantity(114) } }),
  measure('joined', { quantity: quantity(9) }),
  measure('left', { quantity: quantity(6) }),
];
const COLLEGES = measure('stock', { quantity: quantity(117), ...parts(['Associations', 'Coopératives'], [60, 57]) });

/** Parts at two dates: the name of each, its value and the one before. */
const twoDates = (...rows: readonly (readonly [name: string, now: number | null, before: number | null])[]): object =>
  measure('stock', {
    by: 'college',
    parts: rows.map(([fr, now, before]) => ({
      ...{ id: fr, label: { fr }, quantity: now === null ? null : quantity(now) },
      ...(before === null ? {} : { previous: quantity(before) }),
    })),
  });
/** A rise, a value that stayed, a fall, and values that are unknown before, now or both. */
const TWO_DATES = twoDates(
  ...[['Forum', 40, 20] as const, ['Lettre', 20, 20] as const, ['Annuaire', 8, 9] as const],
  ...[['Blog', 5, null] as const, ['Radio', null, 4] as const, ['Rien', null, null] as const],
);

async function breakdown(
  measures: readonly object[],
  attributes: Readonly<Record<string, string>> = {},
): Promise<EssBreakdown> {
  useFiles({
    'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
    'measures.json': { json: { format: 'ess-measures/1', hashes: {}, indicators, measures } },
  });
  const element = document.createElement('ess-breakdown');
  element.src = 'data.json';
  element.lang = 'fr';
  for (const [name, value] of Object.entries({ indicator: 'stock', chart: 'auto', ...attributes }))
    element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
const marks = (element: Element): readonly string[] => all(element, '[part="bars"] > li').map(spoken);
const title = (element: Element): string => spoken(all(element, '#title')[0]!);
const press = take;
const cells = (element: Element): readonly (readonly string[])[] =>
  all(element, 'table tr').map((row) => [...row.children].map(spoken));

/** What every chart promises: words beside its marks, one stop of Tab, a table, files, no colour that tells alone. */
async function keepsItsPromises(element: EssBreakdown, drawn: RegExp): Promise<void> {
  await expect(element).to.be.accessible();
  for (const width of [160, 328, 700]) {
    element.style.inlineSize = `${width}px`;
    expect(wordsAmiss(element), `${width}`).to.deep.equal([]);
    expect(element.scrollWidth, `${width}`).to.be.at.most(element.clientWidth);
  }
  const list = all(element, '[part="bars"] > li');
  expect(list.filter((mark) => mark.tabIndex === 0)).to.have.length(1);
  list[0]!.focus();
  await sendKeys({ press: 'ArrowDown' });
  expect(element.shadowRoot!.activeElement).to.equal(list[1] ?? list[0]);
  await sendKeys({ press: 'Home' });
  expect(element.shadowRoot!.activeElement).to.equal(list[0]);
  element.theme = 'dark';
  await element.updateComplete;
  await expect(element).to.be.accessible();
  await emulateMedia({ forcedColors: 'active' });
  const ground = getComputedStyle(all(element, '.frame')[0]!).backgroundColor;
  const inks = all(element, '.bar:not(.p4), .segment:not(.p4), .filled, .end.now').map((mark) => {
    const { backgroundColor, fill } = getComputedStyle(mark);
    return mark.matches('.filled') ? fill : backgroundColor;
  });
  expect(inks.filter((ink) => ink === ground)).to.deep.equal([]);
  await emulateMedia({ forcedColors: 'none' });
  all(element, 'button.cited')[0]!.click();
  await cardOpen(element);
  const { files, stop } = watchDownloads();
  await press(element, 'SVG');
  await waitUntil(() => files.length > 0);
  stop();
  expect(await files[0]!.blob.text()).to.match(drawn);
}

describe('<ess-breakdown> that chooses its chart', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('draws a bridge of a stock and its flows, and says how it changed', async () => {
    const element = await breakdown(YEAR);
    expect(title(element)).to.equal('Les adhérents passent de 114 à 117');
    expect(marks(element)).to.deep.equal([
      'Au 31 décembre 2023, 114',
      'Nouvelles adhésions, +9',
      'Départs, −6',
      'Au 31 décembre 2024, 117',
    ]);
    const bars = all(element, '.bar');
    const [more, less, ...others] = bars.map((bar) => bar.getBoundingClientRect());
    expect(others).to.deep.equal([]);
    expect(less!.left).to.be.closeTo(more!.left, 1);
    expect(less!.width / more!.width).to.be.closeTo(6 / 9, 0.02);
    const looks = bars.map((bar) => getComputedStyle(bar).backgroundImage);
    expect(looks[0]).to.equal('none');
    expect(looks[1]).to.contain('repeating-linear-gradient');
    await keepsItsPromises(element, /114.*\+9.*−6.*117/s);
    await press(element, 'Afficher le tableau');
    await element.updateComplete;
    expect(cells(element).slice(1, 4)).to.deep.equal([
      ['Au 31 décembre 2023', '114'],
      ['Nouvelles adhésions', '+9'],
      ['Départs', '−6'],
    ]);
  });

  it('draws the parts where a dimension is named, the four do not agree, or flows are not there', async () => {
    expect(marks(await breakdown([...YEAR, COLLEGES], { by: 'college' }))[0]).to.contain('Associations');
    const [stock = {}, , left = {}] = YEAR;
    const other = [stock, measure('joined', { quantity: quantity(8) }), left, COLLEGES];
    expect(marks(await breakdown(other))[0]).to.contain('Associations');
    expect(marks(await breakdown([COLLEGES]))[0]).to.contain('Associations');
  });

  it('tells the author, not the visitor, that the data do not suit the chart asked for', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    try {
      const element = await breakdown([COLLEGES], { chart: 'bridge', by: 'college' });
      expect(marks(element)[0]).to.contain('Associations');
      expect(all(element, '.notice')).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
    expect(said.join()).to.contain('the data do not suit chart="bridge", so chart="share" is drawn');
  });

  it('draws two or three parts as one bar with their labels, and says which is most', async () => {
    const split = parts(
      ['CDI', 'Contrats aidés et saisonniers de quatre-vingts lettres, que rien ne raccourcit'],
      [80, 20],
      [80, 20],
    );
    const element = await breakdown([measure('stock', { quantity: quantity(100), ...split })], { by: 'college' });
    expect(title(element)).to.equal('CDI : 80 % des adhérents');
    expect(marks(element)[0]).to.equal('CDI, 80, 80 %');
    const [first, second] = all(element, '.segment').map((one) => one.getBoundingClientRect().width);
    expect(first! / second!).to.be.closeTo(4, 0.1);
    await keepsItsPromises(element, /CDI.*80/s);
  });

  it('begin their subtitle with the subject where the title says what they show, else have it for their title', async () => {
    const split = (values: readonly number[]) =>
      breakdown([measure('stock', { quantity: quantity(100), ...parts(['CDI', 'CDD'], values, values) })], {
        by: 'college',
        subject: 'Les emplois du réseau',
      });
    const subtitle = (element: EssBreakdown) => all(element, '.subtitle')[0]?.textContent;
    const found = await split([80, 20]);
    expect(title(found)).to.equal('CDI : 80 % des adhérents');
    expect(subtitle(found)).to.match(/^Les emplois du réseau\. Nombre/);
    const plain = await split([50, 50]);
    expect(title(plain)).to.equal('Les emplois du réseau');
    expect(subtitle(plain)).to.match(/^Nombre/);
  });

  it('never names a whole that the parts are not of', async () => {
    const joined = measure('joined', {
      quantity: quantity(9),
      ...parts(['Coopératives', 'Associations'], [3, 6], [33.3, 66.7]),
    });
    const element = await breakdown([joined], { indicator: 'joined', by: 'college' });
    expect(title(element)).to.equal('Les associations forment 67 % du total');
  });

  it('stays neutral where an article would be wrong, a value is partial, or the language has no words for it', async () => {
    const pays = parts(['Pays', 'Mutuelles'], [80, 20], [80, 20]);
    const whole = measure('stock', { quantity: quantity(100), ...pays });
    expect(title(await breakdown([whole], { by: 'college' }))).to.equal('Pays : 80 % des adhérents');
    expect(title(await breakdown([whole], { by: 'college', lang: 'br' }))).to.equal('Adhérents dre collège');
    const partial = [
      quantity(80, 'members', { partial: 'un pôle manque' }),
      quantity(20, 'members', { partial: 'un pôle manque' }),
    ];
    const doubtful = partial.map((q, at) => ({ id: `c${at}`, label: { fr: `C${at}` }, quantity: q }));
    const part = measure('stock', { quantity: quantity(100), by: 'college', parts: doubtful });
    expect(title(await breakdown([part], { by: 'college' }))).to.equal('Adhérents par collège');
  });

  for (const [what, kept, attributes, begins] of [
    [
      'dots',
      [measure('rate', { where: 'call=avis', ...ratio(6, 11) })],
      { indicator: 'rate', chart: 'dots' },
      /6 .*sur.*11/,
    ],
    [
      'a bar of parts',
      [measure('stock', { where: 'call=avis', quantity: quantity(100), ...parts(['CDI', 'CDD'], [80, 20], [80, 20]) })],
      { by: 'college' },
      /CDI/,
    ],
    ['a bridge', YEAR.map((one) => ({ ...one, where: 'call=avis' })), {}, /114.*117/],
  ] as const) {
    it(`names what ${what} is kept to in its title, its table, its files and its picture`, async () => {
      const names = measure(String(Reflect.get(kept[0], 'indicator')), {
        by: 'call',
        parts: [{ id: 'avis', label: { fr: 'Avis de recherche' }, quantity: null }],
      });
      const element = await breakdown([...kept, names], { where: 'call=avis', ...attributes });
      expect(title(element)).to.match(/^Avis de recherche · /);
      expect(title(element)).to.match(begins);
      const { files, stop } = watchDownloads();
      await press(element, 'CSV');
      await press(element, 'Afficher le tableau');
      await element.updateComplete;
      expect(all(element, 'caption').map(spoken)[0]).to.match(/^Avis de recherche · /);
      all(element, 'button.cited')[0]!.click();
      await cardOpen(element);
      await press(element, 'SVG');
      element.heading = 'Un titre de page';
      await element.updateComplete;
      await waitUntil(() => files.length === 2);
      await press(element, 'SVG');
      await waitUntil(() => files.length === 3);
      stop();
      const [csv = '', own = '', given = ''] = await Promise.all(files.map(({ blob }) => blob.text()));
      expect(csv).to.contain('Avis de recherche · ');
      expect(own).to.match(/<title[^>]*>Avis de recherche · /);
      expect(given).to.contain('Avis de recherche · Un titre de page');
    });
  }

  it('draws so many of so few as dots', async () => {
    const element = await breakdown([measure('rate', ratio(6, 11))], { indicator: 'rate' });
    expect(title(element)).to.equal('Taux de réussite : 6 candidatures sur 11');
    expect(marks(element)).to.deep.equal(['6 sur 11']);
    await keepsItsPromises(element, /6 sur 11/);
    await press(element, 'Afficher le tableau');
    await element.updateComplete;
    expect(cells(element)).to.deep.equal([
      ['Nombre', 'Sur', 'Part'],
      ['6', '11', ''],
    ]);
    // They are counted: no unit that the chart does not show.
    expect(
      all(element, '.subtitle')
        .map((each) => each.textContent)
        .join(),
    ).not.to.contain('%');
  });

  it('draws ratios beside each other, with dots of one size, and says which is the highest', async () => {
    const before = measure('rate', { ...ratio(5, 60), period: '2023' });
    const of = (now: number, whole: number) =>
      breakdown([before, measure('rate', ratio(now, whole))], {
        ...{ indicator: 'rate', chart: 'dots', beside: '2023', period: '2024' },
      });
    expect(title(await of(16, 31))).to.equal('2024 : 16 candidatures sur 31');
    // Shares of few things are not compared.
    const element = await of(6, 11);
    expect(title(element)).to.equal('Taux de réussite');
    expect(marks(element)).to.deep.equal(['2024, 6 sur 11', '2023, 5 sur 60, 8,3 %']);
    const [few, many] = all(element, '.dots').map((one) => one.getBoundingClientRect().width);
    expect(many! / few!).to.be.closeTo(20 / 11, 0.05);
  });

  it('draws the majority that is asked for as a mark among the dots, and says it', async () => {
    const vote = { ...ratio(18, 22), threshold: { value: 0.8, printed: '4/5ème' } };
    const element = await breakdown([measure('rate', vote)], { indicator: 'rate', chart: 'dots' });
    expect(marks(element)).to.deep.equal(['18 sur 22, seuil : 4/5, atteint à partir de 18']);
    expect(all(element, '.mark')).to.have.length(1);
  });

  it('finds as much in English where the largest part bears a proper name, which needs no translation', async () => {
    const of = async (dimension: string, lang: string) => {
      const towns = [40, 10].map((value, at) => ({
        ...{ id: `c${at}`, label: { fr: at ? 'Vitré' : 'Saint-Briec' }, quantity: quantity(value) },
      }));
      const split = measure('towns', { by: dimension, parts: towns });
      return title(await breakdown([split], { indicator: 'towns', by: dimension, lang }));
    };
    expect(await of('commune', 'fr')).to.equal('Saint-Briec en tête, avec 40 adhérents');
    expect(await of('commune', 'en')).to.equal('Saint-Briec first, with 40 members');
    // What is no name, and has no English, makes no English sentence.
    expect(await of('kind', 'en')).not.to.contain('Saint-Briec');
  });

  it('draws a rate of many as one bar, and what it lacks as nothing', async () => {
    const rate = measure('rate', { quantity: quantity(17.5, 'percent') });
    const element = await breakdown([rate], { indicator: 'rate' });
    // The title keeps the decimals of the label beside the bar.
    expect(title(element)).to.equal('Taux de réussite : 17,5 %');
    expect(marks(element)).to.deep.equal(['Taux de réussite, 17,5 %', 'Autres, 82,5 %']);
    expect(all(element, '.segment')[1]!.classList.contains('p4')).to.equal(true);
    expect(visibleText(element)).not.to.contain('arrondis');
    const { files, stop } = watchDownloads();
    await press(element, 'CSV');
    await waitUntil(() => files.length > 0);
    stop();
    expect(await files[0]!.blob.text()).not.to.contain('rest');
  });

  it('draws parts at two dates as two dots a row with the change', async () => {
    const element = await breakdown([TWO_DATES], { by: 'college' });
    // Nobody knows how much the radio rose.
    expect(title(element)).to.equal('Adhérents par collège');
    expect(marks(element)).to.deep.equal([
      'Forum, 2023, 20 →, 2024, 40, +20',
      'Lettre, 2023, 20 →, 2024, 20, stable',
      'Annuaire, 2023, 9 →, 2024, 8, −1',
      'Blog, 2023, non connu →, 2024, 5',
      'Radio, 2023, 4 →, 2024, non connu',
      'Rien, 2023, non connu →, 2024, non connu',
    ]);
    const dots = all(element, '[part="bars"] > li').map((row) =>
      ['.before', '.now', '.way'].map((each) => {
        const box = row.querySelector(`.ends > ${each}`)?.getBoundingClientRect();
        return box ? box.left + box.width / 2 : null;
      }),
    );
    expect(dots.map((row) => row.filter((at) => at !== null).length)).to.deep.equal([3, 3, 3, 1, 1, 0]);
    const [[from, to, way] = [], [stable, same] = []] = dots;
    expect(from!).to.be.below(to!);
    expect(way!).to.be.closeTo((from! + to!) / 2, 1);
    expect(stable!).to.be.closeTo(same!, 1);
    expect(stable!).to.be.closeTo(from!, 1);
    const [hollow, full] = ['.before', '.now'].map((each) => getComputedStyle(all(element, `.ends > ${each}`)[0]!));
    expect(hollow!.backgroundColor).not.to.equal(full!.backgroundColor);
    await keepsItsPromises(element, /Forum.*20 → 40.*\+20/s);
    await press(element, 'Afficher le tableau');
    await element.updateComplete;
    expect(cells(element)[1]!.slice(1)).to.deep.equal(['40', '20', '+20']);
  });

  it('draws two dates below zero, and of enormous values, within its place', async () => {
    const huge = [
      [1e12, 3],
      [-5e11, 5e11],
      [0, 0],
    ].map(([now = 0, before = 0], at) => ({
      ...{ id: `c${at}`, label: { fr: `C${at}` }, quantity: quantity(now), previous: quantity(before) },
    }));
    const element = await breakdown([measure('stock', { by: 'college', parts: huge })], { by: 'college' });
    expect(title(element)).to.equal('Plus forte baisse : C1, de 500 000 000 000 à −500 000 000 000');
    expect(marks(element)[2]).to.equal(
      'C1, 2023, 500 000 000 000 →, 2024, −500 000 000 000, −200 % (−1 000 000 000 000)',
    );
    for (const width of [240, 328, 700]) {
      element.style.inlineSize = `${width}px`;
      expect(wordsAmiss(element), `${width}`).to.deep.equal([]);
      expect(element.scrollWidth, `${width}`).to.be.at.most(element.clientWidth);
      const place = element.getBoundingClientRect();
      for (const dot of all(element, '.ends > *')) {
        expect(dot.getBoundingClientRect().left).to.be.at.least(place.left);
        expect(dot.getBoundingClientRect().right).to.be.at.most(place.right);
      }
    }
  });

  it('says which of two dates’ parts rose or fell most', async () => {
    const rise = await breakdown([twoDates(['Forum', 40, 20], ['Lettre', 20, 20], ['Blog', 5, null])], {
      by: 'college',
    });
    expect(title(rise)).to.equal('Plus forte hausse : Forum, de 20 à 40');
    expect(visibleText(rise)).to.contain('Adhérents par collège');
    const fall = await breakdown([twoDates(['Forum', 4, 20], ['Lettre', 20, 20], ['Blog', 5, 4])], {
      ...{ by: 'college', heading: 'Nos canaux' },
    });
    expect(title(fall)).to.equal('Nos canaux');
    fall.heading = undefined;
    await fall.updateComplete;
    expect(title(fall)).to.equal('Plus forte baisse : Forum, de 20 à 4');
  });

  it('draws two dots where they are left to the data or asked for, and bars where the page asks for no chart', async () => {
    expect(all(await breakdown([TWO_DATES], { by: 'college', chart: 'dumbbell' }), '.dumbbell')).to.have.length(1);
    expect(all(await breakdown([TWO_DATES], { by: 'college', chart: '' }), '.dumbbell')).to.deep.equal([]);
    expect(marks(await breakdown([COLLEGES], { by: 'college', chart: 'dumbbell' }))[0]).to.contain('Associations');
  });
});
