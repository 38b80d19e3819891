/** Host pages whose policies allow little: every widget is ready on each of them, and asks for nothing that is not allowed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PagePolicy, POLICIES } from '../../../scripts/attack/policies.ts';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { datasetFile } from '../src/testing/testing.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, type Visit, visitor } from './support/visit.ts';

const WIDGETS = `<ess-provider>
  <ess-indicator indicator="members-stock"></ess-indicator>
  <ess-member-map layers="members events projects"></ess-member-map>
  <ess-member-list></ess-member-list>
  <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
  <ess-breakdown indicator="governance-attendance"></ess-breakdown>
  <ess-event-counter series="mois-de-l-ess"></ess-event-counter>
  <ess-event-agenda></ess-event-agenda>
  <ess-territory-picker fields="territory period compare"></ess-territory-picker>
  <ess-table indicator="members-stock" by="college"></ess-table>
  <ess-timeline collections="meetings votes"></ess-timeline>
  <ess-trend indicator="audience-followers"></ess-trend>
</ess-provider>
<ess-member-list src="/liste.csv"></ess-member-list>
<ess-member-list src="/large/manifest.json"></ess-member-list>
<ess-indicator indicator="members-stock" where="college=associations"></ess-indicator>
<ess-report></ess-report>`;

const numbers = [...new Array<number>(300).keys()];
const { json: LARGE } = datasetFile(
  {
    organisations: numbers.map((n) => ({ id: `o${n}`, name: `Organisation ${n}` })),
    memberships: numbers.map((n) => ({ id: `m${n}`, organisation: `o${n}`, network: 'reseau' })),
  },
  { catalogue: undefined },
);

const site = useSite();
const folder = mkdtempSync(path.join(tmpdir(), 'ess-policies-'));
beforeAll(() => {
  const records = path.join(folder, 'records.json');
  writeFileSync(records, JSON.stringify(LARGE));
  const main = path.join(ROOT, 'packages/cli/src/main.ts');
  const pack = ['--conditions=ess-source', '--import', 'tsx', main, 'pack', records, '--no-records'];
  execFileSync(process.execPath, [...pack, '--out', path.join(folder, 'packed')], { cwd: ROOT, stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens the page of a policy. `violations` are the directives that it reports. */
async function open({ headers, nonce }: PagePolicy): Promise<{ host: Host; visit: Visit; violations: string[] }> {
  const loader = nonce ? LOADER.replace('<script', `<script nonce="${nonce}"`) : LOADER;
  const host = await openHost({
    headers,
    mounts: [...MOUNTS, { url: '/large/', folder: path.join(folder, 'packed') }],
    pages: {
      // A favicon is a picture of the page, which most of these policies do not allow.
      '/': pageOf(WIDGETS, loader).replace('<link rel="icon" href="data:,">', ''),
      '/favicon.ico': { body: '', type: 'image/x-icon' },
      '/liste.csv': { body: 'nom;commune\nÉpicerie imaginaire;Brest\n', type: 'text/csv' },
    },
  });
  const visit = await visitor(site.browser);
  const violations: string[] = [];
  await visit.page.exposeFunction('noteViolation', (line: string) => violations.push(line));
  await visit.page.addInitScript(() => {
    const page = globalThis as unknown as { noteViolation(line: string): void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      page.noteViolation(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return { host, visit, violations };
}

describe.each(POLICIES.filter(({ isClosed }) => !isClosed))('a page with $name', (policy) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open(policy);
    await goTo(opened.visit.page, opened.host.url);
  });
  afterAll(async () => {
    await opened?.visit.close();
    await opened?.host.close();
  });

  it('every widget is ready', async () => {
    const { page } = opened.visit;
    expect((await states(page)).filter((state) => !/ (ready|empty)$/.test(state))).toEqual([]);
    const list = page.locator('ess-member-list[src$=".csv"]');
    await expect.poll(() => list.locator('.row').textContent()).toContain('Épicerie imaginaire');
    const large = page.locator('ess-member-list[src*="large"]');
    await expect.poll(() => large.locator('.row').first().textContent()).toContain('Organisation');
  });

  it(`very many members are read ${policy.hasWorker ? 'in a worker' : 'without a worker'}`, () => {
    expect(opened.visit.page.workers()).toHaveLength(policy.hasWorker ? 1 : 0);
  });

  it('every widget still answers its visitor', async () => {
    const { page } = opened.visit;
    for (const tag of ['ess-breakdown', 'ess-member-map', 'ess-provider ess-member-list']) {
      const widget = page.locator(tag).first();
      await widget.locator('[data-take=data]').click();
      await widget.getByRole('button', { name: 'Afficher le tableau' }).click();
      await expect.poll(() => widget.getByRole('table').isVisible()).toBe(true);
    }
    await page.locator('ess-member-map').getByRole('button', { name: 'Afficher la carte' }).click();
    await page.locator('ess-member-map').getByRole('button', { name: 'Zoomer', exact: true }).click();
    await page.locator('ess-member-map').getByRole('searchbox').fill('brest');
    await expect.poll(async () => (await texts(page, 'ess-member-map')).join()).toMatch(/\d+ résultats? sur/);
    await page.evaluate(() => {
      document.documentElement.lang = 'br';
    });
    await settled(page);
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
    });
    await settled(page);
  });

  if (!policy.hasNoDownloads)
    it('gives tables as CSV and charts as a picture, or as a drawing and says so', async () => {
      const { page } = opened.visit;
      const nameOf = async (press: Promise<void>): Promise<string> => {
        const [file] = await Promise.all([page.waitForEvent('download'), press]);
        return file.suggestedFilename();
      };
      for (const tag of ['ess-event-agenda', 'ess-event-counter', 'ess-breakdown']) {
        const widget = page.locator(tag).first();
        await widget
          .locator('[data-take=data]:not([aria-expanded=true])')
          .click({ timeout: 2_000 })
          .catch(() => undefined);
        expect(await nameOf(widget.getByRole('button', { name: /CSV/ }).click())).toMatch(/\.csv$/);
      }
      const indicator = page.locator('ess-provider ess-breakdown').first();
      await indicator.locator('[data-take=image]').click();
      expect(await nameOf(indicator.getByRole('button', { name: /SVG/ }).first().click())).toMatch(/\.svg$/);
      const isDrawing = policy.reported.includes('img-src');
      const name = await nameOf(indicator.getByRole('button', { name: /PNG/ }).first().click());
      expect(name).toMatch(isDrawing ? /\.svg$/ : /\.png$/);
      if (isDrawing)
        await expect.poll(async () => (await texts(page, 'ess-breakdown')).join()).toContain('le dessin (SVG)');
    });

  it('nothing else was blocked', () => {
    const others = opened.violations.filter((line) => !policy.reported.includes(line.split(' ', 1)[0] ?? ''));
    expect(others).toEqual([]);
    expect(
      opened.visit.complaints.filter((line) => line.startsWith('uncaught') || line.startsWith('elsewhere')),
    ).toEqual([]);
    // Without any breach that is expected, nothing is said at all.
    if (policy.reported.length === 0 && !policy.hasNoDownloads) expect(opened.visit.complaints).toEqual([]);
  });
});

describe.each(POLICIES.filter(({ isClosed }) => isClosed))('a page with $name', (policy) => {
  it('gets no widget, and what its blocks hold stays', async () => {
    const { host, visit } = await open(policy);
    await visit.page.goto(host.url);
    await visit.page.locator('ess-report').waitFor({ state: 'attached' });
    await expect.poll(() => visit.complaints.length).toBeGreaterThan(0);
    expect((await states(visit.page)).filter((state) => / (ready|empty)$/.test(state))).toEqual([]);
    await visit.close();
    await host.close();
  });
});
