/** The page on paper: A4, as the browser's own print lays it out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSite } from './support/site.ts';
import { goTo, type Visit, visitor } from './support/visit.ts';

const site = useSite();

/** A4 less its margins, in CSS pixels. */
const PAPER = { width: 680, height: 960 };

describe('the page on paper', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser, { viewport: PAPER, colorScheme: 'dark' });
    await goTo(visit.page, site.url);
    await visit.page.emulateMedia({ media: 'print' });
    // What is left out on screen is brought in by an event that only a real print sends.
    await visit.page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
    await visit.page.waitForTimeout(300);
  });
  afterAll(() => visit.page.context().close());

  it('has no widget that runs over the next one', async () => {
    const over = await visit.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
        .flatMap((widget) => {
          const frame = widget.shadowRoot?.querySelector('.frame');
          const room = widget.getBoundingClientRect().bottom;
          const last = Math.max(
            ...[...(frame?.querySelectorAll('*') ?? [])]
              .filter((node) => node.getClientRects().length > 0 && !node.closest('.hidden, .document, .map-box'))
              .map((node) => node.getBoundingClientRect().bottom),
          );
          return last > room + 2 ? [`${widget.localName}: ${Math.round(last - room)} px`] : [];
        }),
    );
    expect(over).toEqual([]);
  });

  it('is light, whatever the theme of the screen', async () => {
    const ink = await visit.page.evaluate(() => {
      const widget = document.querySelector('ess-indicator');
      return widget && getComputedStyle(widget).getPropertyValue('--_ink').trim();
    });
    expect(ink).toBe('#0f2a36');
  });

  it('lists every member, not the first page alone', async () => {
    // The members of today are 20; a page on screen holds 50.
    const manifest = await (await fetch(new URL('data/manifest.json', site.url))).json();
    const { events, projects } = manifest.collections;
    expect(await visit.page.locator('ess-member-map .list-panel .row').count()).toBe(
      20 + events.count + projects.count,
    );
  });
});
