/** A still in a block: it stays until its element has something to show. */
import { expect, fixture, html } from '@open-wc/testing';
import '../ess-indicator/define.ts';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import { clock, datasetFile, type FileAnswer, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import { setPageClient } from './page.ts';

const good = datasetFile(
  {
    observations: [
      {
        ...{ id: 'o', indicator: 'members-stock', label: { fr: 'Adhérents' }, period: '2024' },
        quantity: { op: '=', value: 117, unit: 'members' },
        source: { document: 'rapport', section: 'I.1.a', page: 4 },
      },
    ],
  },
  { documents: { rapport: { title: { fr: 'Rapport' }, href: 'https://example.org/rapport.pdf' } } },
);
const refused: FileAnswer = { status: 404 };

const make = (): Promise<EssIndicator> =>
  fixture<EssIndicator>(
    html`<ess-indicator src="data.json" indicator="members-stock"><figure class="ess-still"><figcaption>Adhérents</figcaption><p>99 adhérents</p><p>Données du 1er mai 2031. <a href="https://example.org/chiffres">En savoir plus</a></p></figure><a href="/rapport">Le rapport</a></ess-indicator>`,
  );

const stillOf = (element: Element): HTMLElement | null => element.querySelector('.ess-still');
const isInSight = (element: Element | null | undefined): boolean =>
  element?.checkVisibility({ visibilityProperty: true }) === true && element.getClientRects().length > 0;
const frameOf = (element: Element): Element | null | undefined => element.shadowRoot?.querySelector('.frame');

describe('a still', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    getSelection()?.removeAllRanges();
    clock.ahead = 0;
    setPageClient(undefined);
  });

  it('is in sight while the element waits, with the frame laid out unseen over it', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    expect(element.state).to.equal('loading');
    expect(isInSight(stillOf(element))).to.equal(true);
    expect(isInSight(frameOf(element))).to.equal(false);
    const { height } = element.getBoundingClientRect();
    expect(height).to.equal(stillOf(element)?.parentElement?.getBoundingClientRect().height);
  });

  it('goes once there are figures, in one step, and other content of the block stays', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    const seen: boolean[] = [];
    const watch = new MutationObserver(() => seen.push(isInSight(frameOf(element))));
    watch.observe(element, { childList: true });
    await settle(element, 'ready');
    await element.updateComplete;
    watch.disconnect();
    expect(stillOf(element)).to.equal(null);
    expect(seen).to.deep.equal([true]);
    expect(element.querySelector('a')?.textContent).to.equal('Le rapport');
  });

  it('leaves its height where it was higher than the figures, and the words below it where they are', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    (stillOf(element) as HTMLElement).style.height = '20rem';
    const { height } = element.getBoundingClientRect();
    await settle(element, 'ready');
    await element.updateComplete;
    expect(stillOf(element)).to.equal(null);
    expect(element.getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('has no room of its own left below the window', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    (stillOf(element) as HTMLElement).style.height = '200rem';
    await settle(element, 'ready');
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.lessThan(innerHeight);
  });

  it('stays with its date under the notice of an error without data', async () => {
    useFiles({ 'data.json': refused });
    const element = await make();
    await settle(element, 'error');
    await element.updateComplete;
    expect(isInSight(stillOf(element))).to.equal(true);
    expect(isInSight(frameOf(element))).to.equal(true);
    expect(visibleText(element)).to.match(
      /Données indisponibles\s: voici celles du 1er mai 2031 – la source répond par une erreur/,
    );
    // It has a title of its own.
    expect(isInSight(element.renderRoot.querySelector('#title') as HTMLElement)).to.equal(false);
    expect(stillOf(element)?.textContent).to.contain('Données du 1er mai 2031');
  });

  it('has its date in the notice in the language of the page, from the last date that it has', async () => {
    useFiles({ 'data.json': refused });
    const english = async (inside: string): Promise<string> => {
      const element = await fixture<EssIndicator>(
        html`<ess-indicator src="data.json" indicator="members-stock" lang="en"><figure class="ess-still"></figure></ess-indicator>`,
      );
      stillOf(element)!.innerHTML = inside;
      await settle(element, 'error');
      element.requestUpdate();
      await element.updateComplete;
      return visibleText(element);
    };
    const next = '<p>Next: <time datetime="2031-06-02">2 June 2031</time></p>';
    expect(await english(`${next}<p>Data of <time datetime="2031-05-01">1 May 2031</time>.</p>`)).to.contain(
      'Data unavailable: those of 1 May 2031 are shown – ',
    );
    expect(await english('<p>117 members</p>')).to.contain('Data unavailable – ');
  });

  it('waits while some of its words are selected', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    getSelection()?.selectAllChildren(stillOf(element) as Element);
    await settle(element, 'ready');
    await element.updateComplete;
    expect(isInSight(stillOf(element))).to.equal(true);
    getSelection()?.removeAllRanges();
    await waitUntil(() => stillOf(element) === null);
    expect(isInSight(frameOf(element))).to.equal(true);
  });

  it('gives the focus of its link to the same link of the element', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    const link = stillOf(element)?.querySelector('a');
    link?.setAttribute('href', 'https://example.org/rapport.pdf');
    link?.focus();
    await settle(element, 'ready');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.getAttribute('href')).to.equal('https://example.org/rapport.pdf');
  });

  it('gives the focus of its link to the title where the element has no such link', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    stillOf(element)?.querySelector('a')?.focus();
    await settle(element, 'ready');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal('title');
  });

  it('gives the focus of its source to the control of the source', async () => {
    useFiles({ 'data.json': good });
    const element = await make();
    const summary = document.createElement('summary');
    summary.tabIndex = 0;
    stillOf(element)?.append(summary);
    summary.focus();
    await settle(element, 'ready');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.matches('button.cited')).to.equal(true);
  });
});
