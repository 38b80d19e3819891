import { expect, fixture, html } from '@open-wc/testing';
import '../ess-breakdown/define.ts';
import type { EssBreakdown } from '../ess-breakdown/ess-breakdown.ts';
import { datasetFile, openShare, settle, useFiles } from '../testing/testing.ts';
import { ownReserve } from './own-reserve.ts';
import { setPageClient } from './page.ts';

const members = ['c1', 'c2'].map((college, at) => ({
  id: college,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period: '2024',
  dimensions: { college },
  quantity: { value: at + 3, op: '=', unit: 'members' },
  source: { document: 'rapport' },
}));

describe('the reserve of a widget', () => {
  afterEach(() => setPageClient(undefined));

  it('is its own height in a narrow and in a wide column, without what is open in it; the widget stays as it was', async () => {
    useFiles({ 'data.json': datasetFile({ observations: members }) });
    const element = await fixture<EssBreakdown>(
      html`<ess-breakdown src="data.json" indicator="members-stock" by="college"></ess-breakdown>`,
    );
    await settle(element);
    const before = element.getBoundingClientRect();
    const closed = ownReserve(element) ?? '';
    await openShare(element, 'data');
    expect(ownReserve(element)).to.equal(closed);
    element.renderRoot.querySelector<HTMLElement>('[data-take=data]')?.click();
    await element.updateComplete;
    expect(element.getBoundingClientRect().width).to.equal(before.width);
    expect(element.getAttribute('style') ?? '').to.equal('');
    const heights = [360, 1000].map((width) => {
      element.style.inlineSize = `${width}px`;
      return Math.ceil(element.getBoundingClientRect().height / 8) / 2;
    });
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    expect(closed).to.match(new RegExp(`^(?:${low}rem|clamp\\(${low}rem, -?[\\d.]+rem [+-] \\d+vw, ${high}rem\\))$`));
  });
});
