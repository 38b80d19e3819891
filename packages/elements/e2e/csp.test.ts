/** A host page whose policy allows scripts and styles of its own files only, and no HTML made from text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, type Visit, visitor } from './support/visit.ts';

const POLICY = [
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const WIDGETS = `<ess-provider>
  <ess-indicator indicator="members-stock"></ess-indicator>
  <ess-member-map layers="members events projects"></ess-member-map>
  <ess-member-list></ess-member-list>
  <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
  <ess-breakdown indicator="governance-attendance"></ess-breakdown>
  <ess-event-counter series="mois-de-l-ess"></ess-event-counter>
  <ess-event-agenda></ess-event-agenda>
</ess-provider>
<ess-member-list src="/liste.csv"></ess-member-list>
<ess-indicator indicator="members-stock" where="college=associations"></ess-indicator>`;

const site = useSite();
let host: Host;
let visit: Visit;
const violations: string[] = [];

beforeAll(async () => {
  host = await openHost({
    headers: { 'content-security-policy': POLICY },
    pages: {
      '/': pageOf(WIDGETS, LOADER),
      '/liste.csv': { body: 'nom;commune\nÉpicerie imaginaire;Brest\n', type: 'text/csv' },
    },
  });
  visit = await visitor(site.browser);
  await visit.page.exposeFunction('noteViolation', (line: string) => violations.push(line));
  await visit.page.addInitScript(() => {
    const page = globalThis as unknown as { noteViolation(line: string): void };
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber }) =>
        page.noteViolation(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}:${columnNumber}`),
    );
  });
  await goTo(visit.page, host.url);
});
afterAll(async () => {
  await visit?.close();
  await host?.close();
});

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  it('every widget is ready', async () => {
    expect((await states(visit.page)).filter((state) => !/ (ready|empty)$/.test(state))).toEqual([]);
    const list = visit.page.locator('ess-member-list[src]');
    await expect.poll(() => list.locator('.row').textContent()).toContain('Épicerie imaginaire');
  });

  it('every widget still answers its visitor', async () => {
    const { page } = visit;
    await page.locator('ess-provider ess-indicator button.badge').click();
    for (const tag of ['ess-breakdown', 'ess-member-map', 'ess-provider ess-member-list']) {
      const widget = page.locator(tag).first();
      await widget.getByRole('button', { name: 'Afficher le tableau' }).click();
      await expect.poll(() => widget.getByRole('table').isVisible()).toBe(true);
    }
    await page.locator('ess-member-map').getByRole('button', { name: 'Afficher la carte' }).click();
    await page.locator('ess-member-map').getByRole('button', { name: 'Zoomer', exact: true }).click();
    await page.locator('ess-member-map').getByRole('searchbox').fill('brest');
    await expect.poll(async () => (await texts(page, 'ess-member-map')).join()).toMatch(/\d+ résultats? sur/);
    const downloads = [];
    for (const tag of ['ess-event-agenda', 'ess-event-counter', 'ess-breakdown']) {
      const wait = page.waitForEvent('download');
      await page.locator(tag).first().getByRole('button', { name: /CSV/ }).click();
      downloads.push((await wait).suggestedFilename());
    }
    expect(downloads.every((name) => name.endsWith('.csv'))).toBe(true);
    await page.evaluate(() => {
      document.documentElement.lang = 'br';
    });
    await settled(page);
  });

  it('nothing was blocked', () => {
    expect(violations).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});
