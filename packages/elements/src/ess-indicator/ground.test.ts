import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import { datasetFile, settle, useFiles } from '../testing/testing.ts';
import './define.ts';
import type { EssIndicator } from './ess-indicator.ts';

const PUBLISHED = {
  id: 'members',
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period: '2024',
  quantity: { op: '=', unit: 'members', value: 117 },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
};

const DARK_PAGE = 'color: #eee; background: #222';
const LIGHT_PAGE = 'color: #333; background: #fff';
/** However a browser writes a colour that is not there. */
const NONE = /^rgba\(0, 0, 0, 0\)$|\/ 0\)$/;
/** White, as `lab()` has it. */
const WHITE = /^lab\(100 0 0\)$/;

/** A tile on a page of given colours, and what is painted under its words: around its frame, and in it. */
async function groundOf(page: string, attributes = ''): Promise<{ around: string; frame: string }> {
  useFiles({ 'data.json': datasetFile({ observations: [PUBLISHED] }) });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.setAttribute('style', page);
  host.innerHTML = `<ess-indicator src="data.json" indicator="members-stock" ${attributes}></ess-indicator>`;
  const element = host.firstElementChild as EssIndicator;
  await settle(element);
  await expect(element).to.be.accessible();
  const frame = element.shadowRoot?.querySelector('.frame') as HTMLElement;
  return { around: getComputedStyle(element).backgroundColor, frame: getComputedStyle(frame).backgroundColor };
}

describe('the ground of an <ess-indicator>', () => {
  afterEach(() => setPageClient(undefined));

  it('is that of a light page, and one of its own on a dark page, where its words could not be read', async () => {
    const light = await groundOf(LIGHT_PAGE);
    expect(light.around).to.match(NONE);
    expect(light.frame).to.match(NONE);
    const dark = await groundOf(DARK_PAGE);
    expect(dark.around).to.match(WHITE);
    expect(dark.frame).to.match(NONE);
  });

  it('is what a page says that sets colours of a tile', async () => {
    const inks = await groundOf(`${DARK_PAGE}; --ess-surface: #222; --ess-ink: #fff; --ess-ink-2: #ddd`);
    expect(inks.around).to.match(NONE);
    const own = await groundOf(`${DARK_PAGE}; --ess-bg: rgb(250, 240, 230)`);
    expect(own.around).to.match(NONE);
    expect(own.frame).to.equal('rgb(250, 240, 230)');
  });

  it('is dark under the light words of a dark tile, on whatever page', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    for (const page of [LIGHT_PAGE, DARK_PAGE]) {
      for (const theme of ['dark', 'auto']) {
        const { around, frame } = await groundOf(page, `theme="${theme}"`);
        expect(around).to.match(NONE);
        expect(frame).to.equal('rgb(16, 34, 42)');
      }
    }
    await emulateMedia({ colorScheme: 'light' });
    expect((await groundOf(DARK_PAGE, 'theme="auto"')).around).to.match(WHITE);
  });
});
