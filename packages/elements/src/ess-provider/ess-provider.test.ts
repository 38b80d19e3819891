import { expect, fixture, html } from '@open-wc/testing';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import '../ess-indicator/define.ts';
import { setPageClient } from '../internal/page.ts';
import { EssScopeRequestEvent } from '../internal/provider-controller.ts';
import { datasetFile, settle, useFiles, visibleText } from '../internal/testing.ts';
import './define.ts';
import type { EssProvider } from './ess-provider.ts';

const observed = (id: string, period: string, value: number) => ({
  id,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period,
  quantity: { value, op: '=', unit: 'members' },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
});
const file = (offset = 0) =>
  datasetFile(
    { observations: [observed('a', '2023', 114 + offset), observed('b', '2024', 117 + offset)] },
    { periods: ['2023', '2024'] },
  );

async function page(provider: string, child = '<ess-indicator indicator="members-stock"></ess-indicator>') {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = provider.replace('…', child);
  const element = host.querySelector('ess-indicator') as EssIndicator;
  await settle(element);
  return { provider: host.querySelector('ess-provider') as EssProvider, element };
}

describe('<ess-provider>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  beforeEach(() => {
    useFiles({ 'data.json': file(), 'other.json': file(100) });
  });
  afterEach(() => setPageClient(undefined));

  it('gives its source and its period to what is inside it', async () => {
    const { element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>');
    expect(visibleText(element)).to.contain('114');
  });

  it('gives way to a child’s own attributes', async () => {
    const child = '<ess-indicator src="other.json" period="2024" indicator="members-stock"></ess-indicator>';
    const { element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>', child);
    expect(visibleText(element)).to.contain('217');
  });

  it('moves its elements when its period changes', async () => {
    const { provider, element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>');
    provider.period = '2024';
    await provider.updateComplete;
    await element.updateComplete;
    expect(visibleText(element)).to.contain('117');
  });

  it('takes up what an element asks for, and keeps the request to itself', async () => {
    const { provider, element } = await page('<ess-provider src="data.json">…</ess-provider>');
    let escaped = 0;
    const count = () => escaped++;
    document.addEventListener(EssScopeRequestEvent.type, count);
    element.dispatchEvent(new EssScopeRequestEvent({ selection: 'x' }));
    document.removeEventListener(EssScopeRequestEvent.type, count);
    expect(provider.scope.state.selection).to.equal('x');
    expect(escaped).to.equal(0);
  });

  it('says in one region of its own what its elements have to announce', async () => {
    const { provider, element } = await page('<ess-provider src="data.json">…</ess-provider>');
    const region = provider.shadowRoot?.querySelector('[role="status"]');
    expect(region?.textContent).to.equal('');
    (element as unknown as { announce(text: string): void }).announce('3 adhérents');
    for (let turns = 0; turns < 200 && !region?.textContent; turns++) await new Promise((r) => setTimeout(r, 5));
    expect(region?.textContent).to.equal('3 adhérents');
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent?.trim()).to.equal('');
  });
});
