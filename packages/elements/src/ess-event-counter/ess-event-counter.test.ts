import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setClock } from '../internal/clock.ts';
import { setPageClient } from '../internal/page.ts';
import { cardOpen, datasetFile, settle, useFiles, visibleText } from '../internal/testing.ts';
import './define.ts';
import type { EssEventCounter } from './ess-event-counter.ts';

const DATA = '/packages/bretagne/data/manifest.json';
const MONTH = 'mois-de-l-ess';

const series = [
  { id: MONTH, name: { fr: 'Mois de l’ESS' } },
  { id: 'ateliers', name: { fr: 'Ateliers' } },
];
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
];
const held = (id: string, fields: object): object => ({ id, title: { fr: id }, status: 'held', ...fields });
const events = [
  held('month', { date: '2024', series: MONTH, edition: 17, count: 330, territories: ['region-53'] }),
  held('a1', { date: '2024-03-01', series: 'ateliers', edition: 2, territories: ['departement-29'] }),
  held('a2', { date: '2024-03-02', series: 'ateliers', edition: 2, territories: ['departement-29'] }),
  held('old', { date: '2023-03-02', series: 'ateliers', edition: 1 }),
  { id: 'next', title: { fr: 'Grande rencontre' }, date: '2025-05-22', status: 'planned', place: 'Brest' },
  { id: 'later', title: { fr: 'Plus tard' }, date: '2025-06', status: 'planned', series: 'ateliers' },
];
const figure = (indicator: string, value: number, unit: string, op = '=', period = '2024'): object => ({
  id: `${indicator}/${period}`,
  indicator,
  label: { fr: indicator },
  period,
  quantity: { value, op, unit },
  source: { document: 'rapport', section: 'I.4.d', page: 13 },
});
const figures = [
  figure('month-events', 330, 'events'),
  figure('month-national-share', 17.5, 'percent'),
  figure('month-organisers', 157, 'organisations'),
  figure('month-member-organisers', 28, 'members'),
  figure('month-attendance', 20_000, 'people', '~'),
];

async function counter(
  attributes: Readonly<Record<string, string>> = {},
  { observations = figures, list = events }: { observations?: readonly object[]; list?: readonly object[] } = {},
): Promise<EssEventCounter> {
  useFiles({ 'data.json': datasetFile({ observations, events: list, series, territories }) });
  const element = document.createElement('ess-event-counter');
  element.src = 'data.json';
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
const spoken = (node: Element): string => node.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
const figuresOf = (element: Element): readonly string[] =>
  all(element, 'dl.figures > div').map(
    (each) => `${spoken(each.querySelector('dd')!)} ${spoken(each.querySelector('dt')!)}`,
  );

describe('<ess-event-counter>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  beforeEach(() => {
    setClock(() => Date.parse('2025-03-05T12:00:00Z'));
  });
  afterEach(() => {
    setClock(undefined);
    setPageClient(undefined);
  });

  it('says how many, of what, when and where in its title', async () => {
    const element = await counter({ series: MONTH });
    expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
  });

  it('draws the part in the whole of the country, and says it', async () => {
    const element = await counter({ series: MONTH });
    expect(spoken(one(element, '.part p'))).to.match(/^17,5 % du total national Autres régions$/);
    const [part, rest] = all(element, '.line > i').map((each) => each.getBoundingClientRect().width);
    expect(part! / (part! + rest!)).to.be.closeTo(0.175, 0.01);
  });

  it('sets at most three figures beside, approximate ones said to be so', async () => {
    const element = await counter({ series: MONTH });
    expect(figuresOf(element)).to.deep.equal([
      '157 structures organisatrices',
      '28 adhérents organisateurs',
      'env. 20 000 participations',
    ]);
  });

  it('leaves out what is not known', async () => {
    const element = await counter({ series: MONTH }, { observations: figures.slice(0, 1) });
    expect(spoken(one(element, 'h3'))).to.contain('330');
    expect(all(element, '.part, .figures')).to.deep.equal([]);
  });

  it('compares with the edition before when both are known', async () => {
    const before = figure('month-events', 300, 'events', '=', '2023');
    const element = await counter({ series: MONTH }, { observations: [...figures, before] });
    expect(spoken(one(element, '.change'))).to.match(/^\+30 par rapport à 2023$/);
    expect(all(await counter({ series: MONTH }), '.change')).to.deep.equal([]);
  });

  it('counts in the list of events a series that has no figures of its own, and says that it is one', async () => {
    const element = await counter({ series: 'ateliers' });
    expect(spoken(one(element, 'h3'))).to.equal('au moins 2 événements, Ateliers 2024, Finistère');
    expect(all(element, '.badge').map((badge) => badge.textContent.trim())).to.include('partiel');
    expect(one(element, '.foot').innerText).to.match(/Données.: Réseau d’essai/);
  });

  it('counts in the list of events when the figures of the series are missing', async () => {
    const element = await counter({ series: MONTH }, { observations: [] });
    expect(spoken(one(element, 'h3'))).to.match(/^au moins 330 événements/);
  });

  it('counts all events that took place when no series is asked for, never those planned', async () => {
    const element = await counter();
    expect(spoken(one(element, 'h3'))).to.equal('au moins 332 événements tenus, en 2024');
    const one29 = await counter({ territory: 'departement-29' });
    expect(spoken(one(one29, 'h3'))).to.equal('au moins 2 événements tenus, en 2024, Finistère');
  });

  it('takes an edition by its year or by its number', async () => {
    for (const edition of ['2024', '17']) {
      expect(spoken(one(await counter({ series: MONTH, edition }), 'h3'))).to.contain(
        '330 événements, Mois de l’ESS 2024',
      );
    }
    expect(spoken(one(await counter({ series: 'ateliers', edition: '1' }), 'h3'))).to.contain(
      '1 événement, Ateliers 2023',
    );
  });

  it('names the next event that lies ahead, by the clock of the page', async () => {
    const element = await counter();
    expect(spoken(one(element, '.next'))).to.match(/Prochain rendez-vous : Grande rencontre, 22 mai 2025, Brest/);
    expect(spoken(one(await counter({ series: 'ateliers' }), '.next'))).to.contain('Plus tard, juin 2025');
    setClock(() => Date.parse('2025-07-01T00:00:00Z'));
    expect(all(await counter(), '.next')).to.deep.equal([]);
  });

  it('takes the day of Paris, wherever the visitor is', async () => {
    setClock(() => Date.parse('2025-05-22T21:30:00Z'));
    expect(all(await counter(), '.next')[0]!.textContent).to.contain('Grande rencontre');
    setClock(() => Date.parse('2025-05-22T22:30:00Z'));
    expect(all(await counter(), '.next')[0]!.textContent).to.contain('Plus tard');
  });

  it('keeps its number when the page gives it other words', async () => {
    const element = await counter({ series: MONTH, heading: 'événements cette année', 'heading-level': '2' });
    expect(spoken(one(element, 'h2'))).to.equal('330 événements cette année');
  });

  it('shows one source line and one card, which Escape closes', async () => {
    const element = await counter({ series: MONTH });
    expect(one(element, '.foot').innerText).to.match(/Source.: Rapport d’essai 2024, I\.4\.d, p\..13/);
    one(element, 'button.badge').focus();
    await sendKeys({ press: 'Enter' });
    await cardOpen(element);
    expect(all(element, '.card')).to.have.length(1);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(all(element, '.card')).to.have.length(0);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, 'button.badge'));
  });

  it('is reached and left by Tab: badge, then download', async () => {
    const element = await counter({ series: MONTH });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement?.className).to.contain('badge');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('CSV');
  });

  it('says to the page’s author which series or edition does not exist, and which ones do', async () => {
    expect(visibleText(await counter({ series: 'nope' }))).to.match(/«.nope.».*mois-de-l-ess, ateliers/);
    expect(visibleText(await counter({ series: MONTH, edition: '3' }))).to.match(/«.3.».*2024, 17/);
    expect(visibleText(await counter({ edition: '17' }))).to.contain('series');
    for (const edition of ['abc', '-1', '1.5', '99999']) {
      expect((await counter({ series: MONTH, edition })).state, edition).to.equal('error');
    }
  });

  it('is empty, never zero, when nothing is known of the period', async () => {
    const element = await counter({ period: '1999' });
    expect(element.state).to.equal('empty');
    expect(visibleText(element)).to.contain('Aucun événement compté');
    expect(visibleText(element)).not.to.match(/(^| )0 /);
    await expect(element).to.be.accessible();
  });

  it('fits a narrow place, axe accepts it in light, dark and forced colours', async () => {
    const element = await counter({ series: MONTH });
    await expect(element).to.be.accessible();
    element.style.inlineSize = '320px';
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    element.theme = 'dark';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await emulateMedia({ forcedColors: 'active' });
    const [part, rest] = all(element, '.line > i').map((each) => getComputedStyle(each).backgroundColor);
    expect(part).not.to.equal(rest);
    await emulateMedia({ forcedColors: 'none' });
  });

  it('shows the Mois de l’ESS of Brittany when its data are there', async () => {
    const there = await fetch(DATA);
    if (!there.ok) {
      console.info(`no data at ${DATA}: nothing to show`);
      return;
    }
    const element = await fixture<EssEventCounter>(
      html`<ess-event-counter src=${DATA} series=${MONTH}></ess-event-counter>`,
    );
    await settle(element);
    expect(spoken(one(element, 'h3'))).to.equal('330 événements, Mois de l’ESS 2024, Bretagne');
    expect(spoken(one(element, '.part p'))).to.contain('17,5 %');
    expect(figuresOf(element)).to.have.length(3);
  });
});
