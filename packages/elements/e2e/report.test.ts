/** The page of the report as visitors get it: still, silent, accessible, read to its end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { focus, goTo, tabTo, until, type Visit, visitor } from './support/visit.ts';

const site = useSite();

/** What stands in the report and does not show what it has: `III.8 ess-table empty`. Runs in the page. */
function unready(): readonly string[] {
  const root = document.querySelector('ess-report')?.shadowRoot;
  const inside = [...(root?.querySelectorAll<HTMLElement & { state?: string }>('[data-section] *') ?? [])];
  const rooms = inside.filter(({ classList }) => classList.contains('room') && !classList.contains('map'));
  const widgets = inside.filter(({ localName, state }) => localName.startsWith('ess-') && state !== 'ready');
  return [...rooms, ...widgets].map(
    (each) => `${each.closest('[data-section]')?.getAttribute('data-section')} ${each.localName} ${each.state ?? ''}`,
  );
}

describe.each([1200, 360])('the page of the report at %i px', (width) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser, { viewport: { width, height: 900 } });
    await visit.page.addInitScript(watchShifts);
    await goTo(visit.page, new URL('rapport/', site.url).href);
  }, 60_000);
  afterAll(() => visit.close());

  it('does not move while it loads', async () => {
    const shift = await visit.page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
    expect(shift).toBeLessThanOrEqual(0.01);
  });

  it('has no accessibility violation', async () => {
    expect(await violations(visit.page)).toEqual([]);
  });

  it('shows every block of every section once somebody reads, and every figure of its texts', async () => {
    await visit.page.keyboard.press('Shift');
    await until(() => visit.page.evaluate(unready));
    const missing = await visit.page.evaluate(
      () => document.querySelector('ess-report')?.shadowRoot?.querySelectorAll('.missing').length,
    );
    expect(missing).toBe(0);
  });

  it('says nothing in the console and asks nothing of another site', () => {
    expect(visit.complaints).toEqual([]);
  });
});

describe('the report by keyboard alone', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser);
    await goTo(visit.page, new URL('rapport/', site.url).href);
  }, 60_000);
  afterAll(() => visit.close());

  it('is reached by its contents: the title of a chapter has the focus', async () => {
    await tabTo(visit.page, 'a: III');
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => focus(visit.page)).toMatch(/^heading: III ?Innovation/);
  });

  it('opens the source of a figure in a text, and closes it', async () => {
    await visit.page.goto(new URL('rapport/#I.1.a', site.url).href);
    await expect.poll(() => focus(visit.page)).toMatch(/^heading: I\.1\.a/);
    await tabTo(visit.page, 'figure: 117');
    await visit.page.keyboard.press('Enter');
    const card = visit.page.locator('ess-report').locator('.text .card');
    await card.waitFor();
    expect(await card.innerText()).toContain('Rapport d’activité 2024');
    await visit.page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await focus(visit.page)).toMatch(/^figure: 117/);
  });
});
