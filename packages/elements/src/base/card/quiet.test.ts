import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../ess-breakdown/define.ts';
import type { EssBreakdown } from '../../ess-breakdown/ess-breakdown.ts';
import '../../ess-event-counter/define.ts';
import '../../ess-indicator/define.ts';
import type { EssIndicator } from '../../ess-indicator/ess-indicator.ts';
import '../../ess-provider/define.ts';
import { appears, datasetFile, settle, useFiles } from '../../testing/testing.ts';
import type { EssElement } from '../element.ts';
import { setPageClient } from '../page.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const figure = (indicator: string, value: number, extra: object = {}): object => ({
  id: `${indicator}-${JSON.stringify(extra)}`,
  indicator,
  label: { fr: indicator },
  period: '2024',
  dimensions: {},
  quantity: { value, op: '=', unit: 'members' },
  source,
  ...extra,
});
const colleges = ['Coopératives', 'Associations'].map((fr, at) => ({
  ...{ id: `c${at + 1}`, network: 'reseau', label: { fr }, order: at + 1 },
}));
const members = [
  figure('members-stock', 9),
  figure('members-stock', 3, { dimensions: { college: 'c1' } }),
  figure('members-stock', 6, { dimensions: { college: 'c2' } }),
];
const documents = { rapport: { title: { fr: 'Rapport d’activité 2024', en: '2024 activity report' } } };
const INDICATOR = '<ess-indicator src="data.json" indicator="members-stock"></ess-indicator>';
const BREAKDOWN = '<ess-breakdown src="data.json" indicator="members-stock" by="college"></ess-breakdown>';

const plain = (text: string): string => text.replace(/[\u00a0\u202f\n\t ]+/g, ' ').trim();
const one = (element: EssElement, selector: string): HTMLElement =>
  element.renderRoot.querySelector(selector) as HTMLElement;
const card = (element: EssElement): HTMLElement => one(element, '#card');

async function make<T extends EssElement>(markup: string, observations = members, lang = 'fr'): Promise<T> {
  useFiles({ 'data.json': datasetFile({ observations, colleges, events: [] }, { documents }) });
  return shown(markup, lang);
}

async function shown<T extends EssElement>(markup: string, lang = 'fr'): Promise<T> {
  const host = await fixture<HTMLElement>(html`<div lang=${lang} style="padding: 20px"></div>`);
  host.innerHTML = markup;
  const element = (host.firstElementChild?.firstElementChild ?? host.firstElementChild) as T;
  await settle(element);
  return element;
}

async function open(element: EssElement, opener = 'button.cited'): Promise<HTMLElement> {
  one(element, opener).click();
  await appears(element, '#card:popover-open');
  return card(element);
}

async function closed(element: EssElement): Promise<void> {
  for (let turns = 0; turns < 400 && card(element); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(card(element)).to.equal(null);
}

/** The element of a measure as a build has written it. */
async function written(measure: object, lang = 'fr'): Promise<EssIndicator> {
  const common = { indicator: 'x', period: '2024', population: null, missing: null, sources: [source], notes: [] };
  const texts = { label: { fr: 'Réunions' }, definition: { fr: '…' }, kind: 'flow', unit: 'meetings', dimensions: [] };
  const measures = [{ ...common, quantity: { value: 24, op: '=', unit: 'meetings' }, ...measure }];
  const json = { format: 'ess-measures/1', hashes: {}, indicators: { x: texts }, measures };
  useFiles({
    'data.json': { json: datasetFile({}, { documents, measures: 'measures.json' }).json },
    'measures.json': { json },
  });
  return shown<EssIndicator>('<ess-indicator src="data.json" indicator="x"></ess-indicator>', lang);
}

/** The sentence of the card of a measure. */
async function sentenceOf(measure: object, lang?: string): Promise<string> {
  const box = await open(await written(measure, lang));
  return plain(box.querySelector('.origin')?.textContent ?? '');
}

describe('quiet evidence', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('is a number that opens its source, without a badge', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    const number = one(element, '.value button');
    expect(number.textContent).to.equal('9');
    expect(plain(number.getAttribute('aria-label') ?? '')).to.equal('9 adhérents, Adhérents : voir la source');
    expect(one(element, '.badge')).to.equal(null);
    expect(plain(one(element, '[part=source]').textContent)).to.equal('Source : Rapport d’activité 2024, I.1.a, p. 4');
    await expect(element).to.be.accessible();
  });

  it('is full where the element, or its provider, asks for it; an element’s own wish wins', async () => {
    const pill = async (markup: string) => one(await make(markup), '.badge') !== null;
    const within = (inside: string) => `<ess-provider evidence="full" src="data.json">${inside}</ess-provider>`;
    expect(await pill(INDICATOR.replace('src', 'evidence="full" src'))).to.equal(true);
    expect(await pill(within(INDICATOR))).to.equal(true);
    expect(await pill(within(INDICATOR.replace('src', 'evidence="quiet" src')))).to.equal(false);
  });

  it('has a badge for what is to be checked alone, and says in words that a figure is computed', async () => {
    const year = [figure('members-left', 6), figure('members-joined', 9), figure('members-stock', 117)];
    const computed = await make(INDICATOR.replace('members-stock', 'members-retention'), year);
    expect(plain(one(computed, '[part=source]').textContent)).to.match(/p\. 4 \(calculé\)$/);
    expect(one(computed, '.badge')).to.equal(null);
    const line = async (measure: object) => plain(one(await written(measure), '[part=source]').textContent);
    expect(await line({ basis: 'published', checks: ['x'] })).to.match(/p\. 4 à vérifier$/);
    expect(await line({ basis: 'listed', sources: [] })).to.match(/\(compté dans une liste\)$/);
    const partial = { value: 24, op: '=', unit: 'meetings', partial: 'une partie' };
    expect(await line({ basis: 'published', quantity: partial })).to.match(/p\. 4 \(partiel\)$/);
  });

  it('puts the sign of about before a number, whose name has the word; a bound keeps its words', async () => {
    const about = (op: string) => [figure('members-stock', 1500, { quantity: { value: 1500, op, unit: 'members' } })];
    const element = await make(INDICATOR, about('~'));
    expect(plain(one(element, '.value').textContent)).to.equal('≈ 1 500');
    expect(plain(one(element, '.value button').getAttribute('aria-label') ?? '')).to.match(/^environ 1 500 adhérents,/);
    const least = await make(INDICATOR, about('>='));
    expect(plain(one(least, '.value').textContent)).to.match(/^au moins\s*1 500$/);
  });

  it('opens from the first word of the source line where there are many numbers, and from each of them by hand', async () => {
    const element = await make<EssBreakdown>(BREAKDOWN);
    const word = one(element, '[part=source] button');
    expect(word.textContent).to.equal('Source');
    expect(word.getAttribute('aria-label')).to.equal('Source, Adhérents');
    await open(element, '[part=source] button');
    await sendKeys({ press: 'Escape' });
    await closed(element);
    const box = await open(element, 'strong[part=value]');
    const number = one(element, 'strong[part=value]').getBoundingClientRect();
    expect(box.getBoundingClientRect().top).to.be.closeTo(number.bottom + 8, 1);
  });

  it('opens no card from a part that is unknown', async () => {
    const element = await make<EssBreakdown>(BREAKDOWN, [members[0] ?? {}, members[1] ?? {}]);
    one(element, 'strong.unknown')?.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(card(element)).to.equal(null);
  });

  it('has one sentence, the source, then two folds that hold all the rest', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    const box = await open(element);
    expect(plain(box.querySelector('.origin')?.textContent ?? '')).to.equal(
      'Publié dans le rapport d’activité 2024, page 4.',
    );
    expect([...box.querySelectorAll(':scope > dl dt')].map((dt) => dt.textContent)).to.deep.equal(['Source']);
    const [method, reuse] = [...box.querySelectorAll('details')];
    expect([method, reuse].map((fold) => fold?.querySelector('summary')?.textContent)).to.deep.equal([
      'Méthode',
      'Réutiliser',
    ]);
    expect([...(method?.querySelectorAll('dt') ?? [])].map((dt) => dt.textContent)).to.deep.equal([
      'Définition',
      'Chiffre publié',
      'Qualité',
      'Période',
      'Données du',
    ]);
    expect([...(reuse?.querySelectorAll('dt') ?? [])].map((dt) => dt.textContent)).to.deep.equal([
      'Publié par',
      'Licence',
    ]);
    const bar = [...box.querySelectorAll('[data-take]')].map((each) => each.textContent);
    expect(bar).to.deep.equal(['Partager', 'Image', 'Données']);
  });

  it('says in its sentence what a figure comes from and how sure it is', async () => {
    const quantity = { value: 24, op: '=', unit: 'meetings' };
    const agreement = { agrees: true, published: quantity, computed: quantity };
    const published = 'Publié dans le rapport d’activité 2024, page 4';
    expect(await sentenceOf({ basis: 'both', agreement })).to.equal(`${published}, et recalculé à l’identique.`);
    const other = { ...agreement, agrees: false, computed: { ...quantity, value: 22 } };
    expect(await sentenceOf({ basis: 'both', agreement: other })).to.equal(
      `${published} ; le calcul donne 22, ce qui est à vérifier.`,
    );
    expect(await sentenceOf({ basis: 'published', checks: ['x'] })).to.contain('une vérification le met en doute');
    expect(await sentenceOf({ basis: 'published', quantity: { ...quantity, op: '~', partial: 'x' } })).to.equal(
      `${published} ; c’est un ordre de grandeur ; une partie des données manque.`,
    );
    expect(await sentenceOf({ basis: 'computed', derivedFrom: ['a', 'b'] })).to.equal(
      'Calculé à partir de 2 chiffres publiés dans le rapport d’activité 2024, page 4.',
    );
    expect(await sentenceOf({ basis: 'computed', sources: [], population: 24, missing: 3 })).to.equal(
      'Compté dans une liste déclarée complète (24 réunions) ; l’information nécessaire manque à 3 d’entre eux.',
    );
    // The number of a list that a figure is not a count of has no word of its own.
    expect(await sentenceOf({ basis: 'computed', sources: [], population: 60 })).to.contain('(60 éléments)');
    expect(await sentenceOf({ basis: 'listed', sources: [] })).to.equal(
      'Compté dans une liste incomplète, où d’autres peuvent manquer.',
    );
    expect(await sentenceOf({ basis: 'published', sources: [] })).to.equal('Publié par le Réseau d’essai.');
    expect(await sentenceOf({ basis: 'both', agreement }, 'en')).to.equal(
      'Published in the 2024 activity report, page 4, and recomputed to the same value.',
    );
  });

  it('is French, and says so, where the language of the widget has no words for it', async () => {
    const element = await make<EssIndicator>(INDICATOR, members, 'br');
    const box = await open(element);
    expect(plain(box.querySelector('.origin')?.textContent ?? '')).to.match(/^Publié dans le rapport/);
    // No word of another language stands in it.
    expect([box.lang, ...[...box.querySelectorAll<HTMLElement>('[lang]')].map(({ lang }) => lang)]).to.deep.equal([
      'fr',
    ]);
  });

  it('stays in the window, whatever the place of its number, and moves nothing', async () => {
    await setViewport({ width: 900, height: 500 });
    const element = await make<EssIndicator>(INDICATOR);
    const host = element.parentElement as HTMLElement;
    for (const place of ['top: 0; left: 0', 'top: 0; right: 0', 'bottom: 0; right: 0', 'bottom: 0; left: 0']) {
      host.style.cssText = `position: fixed; inline-size: 12rem; ${place}`;
      const before = element.getBoundingClientRect().toJSON();
      const box = await open(element);
      for (const fold of box.querySelectorAll('details')) fold.open = true;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { left, top, right, bottom } = box.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= 900, bottom <= 500], place).to.deep.equal([true, true, true, true]);
      expect(element.getBoundingClientRect().toJSON()).to.deep.equal(before);
      await sendKeys({ press: 'Escape' });
      await closed(element);
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('is a sheet at the foot of a narrow window', async () => {
    await setViewport({ width: 360, height: 700 });
    const element = await make<EssIndicator>(INDICATOR);
    const { left, right, bottom } = (await open(element)).getBoundingClientRect();
    expect([left, right, bottom]).to.deep.equal([0, document.documentElement.clientWidth, 700]);
    await expect(element).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });

  it('is walked with the keyboard alone: Enter on the number, Tab into the card, Escape back', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    const number = one(element, 'button.cited');
    number.focus();
    await sendKeys({ press: 'Enter' });
    await appears(element, '#card:popover-open');
    expect(number.getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expect(card(element).contains((element.renderRoot as ShadowRoot).activeElement)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await closed(element);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(number);
    expect(number.getAttribute('aria-expanded')).to.equal('false');
  });

  it('is closed by a press outside, by its own button and by its number, and the focus returns', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    const number = one(element, 'button.cited');
    const focused = () => (element.renderRoot as ShadowRoot).activeElement;
    await open(element);
    await sendMouse({ type: 'click', position: [780, 580] });
    await closed(element);
    expect(focused()).to.equal(number);
    const box = await open(element);
    (box.querySelector('.close') as HTMLElement).click();
    await closed(element);
    expect(focused()).to.equal(number);
    await open(element);
    const at = number.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(at.x + 4), Math.round(at.y + 4)] });
    await closed(element);
  });

  it('is one at a time on a page: another number takes it over', async () => {
    const first = await make<EssIndicator>(INDICATOR);
    const second = document.createElement('ess-indicator');
    Object.assign(second, { src: 'data.json', indicator: 'members-stock' });
    first.after(second);
    await settle(second);
    await open(first);
    await open(second);
    await closed(first);
    expect(card(second).matches(':popover-open')).to.equal(true);
  });

  it('closes before the dialog that its widget stands in', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    const dialog = document.createElement('dialog');
    element.replaceWith(dialog);
    dialog.append(element);
    dialog.showModal();
    await settle(element);
    one(element, 'button.cited').focus();
    await open(element);
    await sendKeys({ press: 'Escape' });
    await closed(element);
    expect(dialog.open).to.equal(true);
    dialog.remove();
  });

  it('stands in the line of the source in a browser without popovers, as beside badges', async () => {
    const { popover } = Object.getOwnPropertyDescriptors(HTMLElement.prototype);
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    try {
      const element = await make<EssIndicator>(INDICATOR);
      one(element, 'button.cited').click();
      await appears(element, '#card');
      expect(card(element).hasAttribute('popover')).to.equal(false);
      expect(card(element).textContent).to.contain('Définition');
    } finally {
      Object.defineProperty(HTMLElement.prototype, 'popover', popover);
    }
  });

  it('is accessible with its folds open, dark too, and has edges in forced colours', async () => {
    const element = await make<EssBreakdown>(BREAKDOWN);
    const box = await open(element, '[part=source] button');
    for (const fold of box.querySelectorAll('details')) fold.open = true;
    await expect(element).to.be.accessible();
    element.theme = 'dark';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await emulateMedia({ forcedColors: 'active' });
    expect(getComputedStyle(box).borderTopStyle).to.equal('solid');
    await emulateMedia({ forcedColors: 'none' });
  });

  it('says on paper, where nothing opens, how sure a figure is', async () => {
    const element = await make<EssIndicator>(INDICATOR);
    await open(element);
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(card(element)).display).to.equal('none');
    expect(getComputedStyle(one(element, '[data-quality]'), '::after').content).to.equal('" (publié)"');
    await emulateMedia({ media: 'screen' });
  });
});
