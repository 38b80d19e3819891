import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../ess-breakdown/define.ts';
import type { EssBreakdown } from '../../ess-breakdown/ess-breakdown.ts';
import { datasetFile, openShare, settle, take, useFiles, waitUntil, watchDownloads } from '../../testing/testing.ts';
import { pageDefaults } from '../defaults.ts';
import { setPageClient } from '../page.ts';

const members = ['c1', 'c2'].map((college, at) => ({
  id: college,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period: '2024',
  dimensions: { college },
  quantity: { value: at + 3, op: '=', unit: 'members' },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
}));

async function chart(): Promise<EssBreakdown> {
  useFiles({ 'data.json': datasetFile({ observations: members }) });
  const host = await fixture<HTMLElement>(html`<div lang="fr"><section id="chiffres"></section></div>`);
  const element = document.createElement('ess-breakdown');
  for (const [name, value] of Object.entries({ src: 'data.json', indicator: 'members-stock', by: 'college' }))
    element.setAttribute(name, value);
  host.firstElementChild?.append(element);
  await settle(element);
  return element;
}

const active = (element: EssBreakdown): Element | null => (element.renderRoot as ShadowRoot).activeElement;
const field = (panel: HTMLElement): string => panel.querySelector('textarea')?.value ?? '';

describe('the share bar', () => {
  beforeEach(() => {
    document.documentElement.lang = 'fr';
    Object.assign(pageDefaults, { loader: 'https://a.example/ess/ess.js', atelier: undefined });
  });
  afterEach(() => {
    setPageClient(undefined);
    Object.assign(pageDefaults, { loader: undefined, atelier: undefined });
  });

  it('has four buttons, of which one at a time is open', async () => {
    const element = await chart();
    const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('[part=actions] > button')];
    expect(buttons.map((each) => each.textContent)).to.deep.equal(['Partager', 'Image', 'Intégrer', 'Données']);
    await openShare(element, 'data');
    await openShare(element, 'image');
    expect(buttons.map((each) => each.ariaExpanded)).to.deep.equal(['false', 'true', 'false', 'false']);
    expect(element.renderRoot.querySelectorAll('.taken')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('moves the focus to what it opens, and Escape gives it back', async () => {
    const element = await chart();
    const button = element.renderRoot.querySelector<HTMLElement>('[data-take=data]')!;
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => active(element)?.id === 'taken', 'the focus');
    expect(active(element)?.ariaLabel).to.equal('Données');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.taken')).to.equal(null);
    expect(active(element)).to.equal(button);
  });

  it('shares the page and the part of it that the chart stands in', async () => {
    const element = await chart();
    expect(field(await openShare(element, 'share'))).to.match(/#chiffres$/);
  });

  it('leads to the Atelier that lies beside the loader, at the step that places this widget', async () => {
    const element = await chart();
    const links = [...(await openShare(element, 'embed')).querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal([
      `https://a.example/ess/atelier/#${new URLSearchParams({ from: new URL('data.json', document.baseURI).href, widget: 'breakdown', indicator: 'members-stock', by: 'college', step: 'place' })}`,
    ]);
    expect(element.renderRoot.querySelector('.taken textarea')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  for (const defaults of [{ loader: undefined }, { atelier: 'off' }])
    it(`offers no other page where there is no Atelier: ${JSON.stringify(defaults)}`, async () => {
      Object.assign(pageDefaults, defaults);
      const element = await chart();
      expect(element.renderRoot.querySelector('[data-take=embed]')).to.equal(null);
    });

  it('gives the same rows as CSV and as JSON, with their publisher and licence', async () => {
    const element = await chart();
    const { files, stop } = watchDownloads();
    await take(element, 'CSV');
    await take(element, 'JSON');
    await waitUntil(() => files.length === 2, 'two files');
    stop();
    const json = JSON.parse((await files[1]?.blob.text()) ?? '');
    expect(json.publisher.name).to.equal('Réseau d’essai');
    expect(json.licence.name).to.equal('CC0');
    const lines = ((await files[0]?.blob.text()) ?? '').trim().split('\r\n');
    expect(json.rows).to.have.length(lines.length - 1);
    expect(json.rows[0].indicator).to.equal('members-stock');
  });
});
