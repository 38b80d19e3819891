/** Dates of one year as marks on its months; their list is one control away. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setClock } from '../base/clock.ts';
import { setPageClient } from '../base/page.ts';
import { wordsAmiss } from '../testing/layout.ts';
import { datasetFile, openShare, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssTimeline } from './ess-timeline.ts';

const meeting = (body: string, date: string | null, more: object = {}): object => ({
  ...{ id: `${body}/${date}`, body, date, status: 'held' },
  ...more,
});
const year = [
  meeting('ca', '2024-01-25', { place: 'Brest' }),
  meeting('ca', '2024-03-29'),
  meeting('ca', '2024-05', {}),
  meeting('ca', '2024'),
  meeting('bureau', '2024-02-06'),
  meeting('bureau', '2024-10-18/2024-10-19', { status: 'cancelled' }),
  meeting('bureau', '2024-11-07', { status: 'planned' }),
  meeting('bureau', null),
];
const votes = [
  { id: 'v1', subject: { fr: 'Nouveaux statuts' }, body: 'ca', date: '2024-12-19' },
  { id: 'v2', subject: { fr: '<img src=x onerror=alert(1)>' }, body: 'ca', date: '2024-12-19' },
];
const bodies = [
  { id: 'ca', name: { fr: 'Conseil d’administration' }, kind: 'governance' },
  { id: 'bureau', name: { fr: 'Bureau' }, kind: 'governance' },
];

async function timeline(
  attributes: Readonly<Record<string, string>> = {},
  collections: Readonly<Record<string, readonly object[]>> = { bodies, meetings: year, votes },
  width = '60rem',
): Promise<EssTimeline> {
  useFiles({ 'data.json': datasetFile(collections) });
  const element = document.createElement('ess-timeline');
  element.src = 'data.json';
  element.style.inlineSize = width;
  for (const [name, value] of Object.entries({ collections: 'meetings votes', ...attributes }))
    element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const words = (node: Element): string => node.textContent.replace(/[\s\u202f]+/g, ' ').trim();
const points = (element: Element): readonly HTMLElement[] => all(element, '.track > .point');
const spoken = (element: Element): readonly string[] =>
  points(element).map((point) => words(point.querySelector('.hidden')!));

describe('<ess-timeline> as a strip', () => {
  before(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2025-03-05T12:00:00Z'));
  });
  after(() => setClock(undefined));
  afterEach(() => setPageClient(undefined));

  it('has a row for each body and collection, with its dates in words', async () => {
    const element = await timeline();
    expect(one(element, '.subtitle').textContent).to.equal('2024, 10 dates');
    expect(all(element, '.line-name').map(words)).to.deep.equal([
      'Conseil d’administration 3, 3 dates',
      'Bureau 3, 3 dates',
      'Votes 2, 2 dates',
    ]);
    expect(spoken(element)).to.deep.equal([
      '25 janvier 2024, Brest',
      '29 mars 2024',
      'Mai 2024',
      '6 février 2024',
      '18 et 19 octobre 2024, Annulé',
      '7 novembre 2024, Était prévu',
      '19 décembre 2024 (2 dates), Nouveaux statuts, Conseil d’administration ; <img src=x onerror=alert(1)>, Conseil d’administration',
    ]);
    expect(all(element, 'img')).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('places marks by their day, and tells them apart by shape and by a key', async () => {
    const element = await timeline();
    const places = points(element).map((point) => {
      const [mark, track] = [point, point.parentElement!].map((each) => each.getBoundingClientRect());
      return Math.floor((12 * (mark!.left + mark!.width / 2 - track!.left)) / track!.width) + 1;
    });
    expect(places).to.deep.equal([1, 3, 5, 2, 10, 11, 12]);
    const [held, , month, , off, open, two] = points(element);
    const ground = (point?: HTMLElement) => getComputedStyle(point!).backgroundColor;
    expect(ground(held)).not.to.equal(ground(month));
    expect(getComputedStyle(off!).backgroundImage).to.contain('gradient');
    expect(getComputedStyle(open!).rotate).to.equal('45deg');
    expect(two!.querySelector('.many')!.textContent).to.equal('2');
    expect(all(element, '.keys > span').map(words)).to.deep.equal([
      '2plusieurs dates',
      'jour à préciser',
      'prévu, ou à confirmer',
      'annulé ou reporté',
    ]);
  });

  it('says below it what has no month, and what has no date', async () => {
    const element = await timeline();
    expect(all(element, '.note').map(words)).to.deep.equal([
      'Mois à préciser : Conseil d’administration.',
      '1 ligne sans date n’est pas affichée.',
    ]);
  });

  it('is one stop of the Tab key; arrows go from mark to mark, and its date is written out', async () => {
    const element = await timeline();
    expect(points(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    const readout = one(element, '.readout');
    expect(getComputedStyle(readout, '::before').content).to.contain('Choisissez un point');
    points(element)[0]!.focus();
    expect(words(readout)).to.equal('Conseil d’administration – 25 janvier 2024, Brest');
    await sendKeys({ press: 'ArrowRight' });
    expect(element.shadowRoot!.activeElement).to.equal(points(element)[1]);
    expect(words(readout)).to.equal('Conseil d’administration – 29 mars 2024');
    await sendKeys({ press: 'End' });
    expect(words(readout)).to.contain('Votes – 19 décembre 2024');
    points(element)[3]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(words(readout)).to.equal('Bureau – 6 février 2024');
  });

  it('keeps its height under a pointer that passes over its marks', async () => {
    const element = await timeline();
    element.style.inlineSize = '280px';
    const { height } = element.getBoundingClientRect();
    for (const point of points(element)) {
      point.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      expect(element.getBoundingClientRect().height, words(one(element, '.readout'))).to.equal(height);
    }
  });

  it('has the list behind one control, and the way back', async () => {
    const element = await timeline();
    const button = (await openShare(element, 'data')).querySelector('button')!;
    expect(words(button)).to.equal('Afficher la liste');
    button.focus();
    button.click();
    await element.updateComplete;
    expect(all(element, '.row')).to.have.length(10);
    expect(points(element)).to.deep.equal([]);
    expect(element.shadowRoot!.activeElement).to.equal(button);
    await waitUntil(() => one(element, '[aria-live]').textContent.includes('Liste affichée'));
    expect(words(button)).to.equal('Afficher la frise');
    button.click();
    await element.updateComplete;
    expect(points(element)).to.have.length(7);
  });

  it('is a list where it is asked for, where dates are few, and where they lie in several years', async () => {
    const meetings = [...year, meeting('ca', '2025-01-07')];
    const isList = (element: Element): boolean => all(element, '.row').length > 0 && points(element).length === 0;
    expect(isList(await timeline({ chart: 'list' }))).to.equal(true);
    expect(isList(await timeline({ collections: 'votes' }))).to.equal(true);
    expect(isList(await timeline({}, { bodies, meetings, votes }))).to.equal(true);
    expect(isList(await timeline({ period: '2024' }, { bodies, meetings, votes }))).to.equal(false);
    expect(isList(await timeline({ collections: 'votes', chart: 'strip' }))).to.equal(false);
    expect((await timeline({ chart: 'strip' }, { bodies, meetings: [], votes: [] })).state).to.equal('empty');
  });

  it('tells the author that dates of several years make no strip, and names the charts there are', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...all: unknown[]) => said.push(all.join(' '));
    try {
      await timeline({ chart: 'strip' }, { bodies, meetings: [...year, meeting('ca', '2025-01-07')], votes });
    } finally {
      console.warn = warn;
    }
    expect(said.join('\n')).to.contain('chart="strip"');
    const mistaken = await timeline({ chart: 'ruban' });
    // The words for a mistake are loaded when there is one.
    await waitUntil(() => /ruban.*auto, list, strip/s.test(visibleText(mistaken)), 'the charts there are');
  });

  it('has the names of its rows above them in a narrow place, and spills nothing', async () => {
    const dates = [...Array(100).keys()].map((n) =>
      meeting('ca', `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`, {
        id: `m${n}`,
      }),
    );
    const element = await timeline({}, { bodies, meetings: [...year, ...dates], votes }, '328px');
    const [name, track] = [one(element, '.line-name'), one(element, '.track')];
    expect(name.getBoundingClientRect().bottom).to.be.at.most(track.getBoundingClientRect().top + 1);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(wordsAmiss(element)).to.deep.equal([]);
    // A hundred days of one row are counted by month.
    expect(all(element, '.line:first-child .point')).to.have.length(12);
    const [many, mark] = [one(element, '.many'), one(element, '.point:has(.many)')];
    expect(mark.clientHeight).to.be.at.least(many.offsetHeight);
    await expect(element).to.be.accessible();
  });

  it('is the list on paper, where no control leads to it, unless the author asks for the strip', async () => {
    const [left, asked] = [await timeline(), await timeline({ chart: 'strip' })];
    window.dispatchEvent(new Event('beforeprint'));
    expect([all(left, '.row').length, points(left).length, points(asked).length]).to.deep.equal([10, 0, 7]);
    window.dispatchEvent(new Event('afterprint'));
    await left.updateComplete;
    expect(points(left)).to.have.length(7);
  });

  it('keeps marks full and hollow in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const element = await timeline();
      const [held, , month] = points(element).map((point) => getComputedStyle(point).backgroundColor);
      expect(held).not.to.equal(month);
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
