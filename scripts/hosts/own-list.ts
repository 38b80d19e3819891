/** A list and a calendar of a network's own, as sources of the plugins, and what a page then shows. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { useStills } from '../../packages/elements/e2e/support/visit.ts';

/** Towns of Brittany with their postal codes, of which no two have the same name there. */
const TOWNS =
  'Brest 29200,Quimper 29000,Morlaix 29600,Landerneau 29800,Douarnenez 29100,Concarneau 29900,Quimperlé 29300,Châteaulin 29150,Crozon 29160,Roscoff 29680,Lannion 22300,Guingamp 22200,Paimpol 22500,Loudéac 22600,Dinan 22100,Rennes 35000,Fougères 35300,Vitré 35500,Redon 35600,Saint-Malo 35400,Vannes 56000,Lorient 56100,Pontivy 56300,Auray 56400,Ploërmel 56800,Saint-Brieuc 22000'.split(
    ',',
  );

export const LIST = [
  'Nom;Code postal;Commune',
  ...TOWNS.map((town, at) => `Coopérative imaginaire ${at + 1};${town.slice(-5)};${town.slice(0, -6)}`),
  '',
].join('\n');

/** What « Vérifier » makes of its header. */
export const LIST_RECIPE = 'columns=Nom:name,Code%20postal:postcode,Commune:town';

export const CALENDAR = [
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:essai',
  ...[1, 2, 3, 4].map(
    (n) =>
      `BEGIN:VEVENT\r\nUID:${n}@essai\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:2100030${n}T100000Z\r\nSUMMARY:Rencontre imaginaire ${n}\r\nEND:VEVENT`,
  ),
  'END:VCALENDAR\r\n',
].join('\r\n');

/** Returns the row of a source inside the network, as settings keep it. @param fields what was ticked of it @param recipe of a table of members */
export const internalRow = (name: string, address: string, fields: readonly string[] = [], recipe = '') => ({
  name,
  address,
  kind: recipe ? 'members' : '',
  recipe,
  fields,
  isInternal: true,
});

/** Presses Tab until what has a label or a text has the focus, in the page, its frames or its shadow roots. */
export async function reach(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      let at: Element | null = document.activeElement;
      for (let inner = at; inner; ) {
        at = inner;
        const { contentDocument } = inner as HTMLIFrameElement;
        inner = (inner.localName === 'iframe' ? contentDocument : inner.shadowRoot)?.activeElement ?? null;
      }
      const texts = [at?.getAttribute('aria-label'), (at as HTMLInputElement | null)?.labels?.[0]?.textContent];
      return [...texts, (at as HTMLInputElement | null)?.value, at?.textContent].map((text) =>
        String(text ?? '').trim(),
      );
    });
  for (let presses = 0; presses < 200; presses++) {
    if ((await focused()).some((text) => text.startsWith(name))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}`);
}

/** Keeps what a page and its frames complain of, but for the portraits that a host site asks another one for. */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  await page.route(/gravatar\.com/, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Returns what the widgets of a page say, once all are there, by their tags. */
export async function said(browser: Browser, address: string): Promise<Readonly<Record<string, string>>> {
  const page = await browser.newPage();
  await page.goto(address);
  await useStills(page);
  const blocks = page.locator('[data-ess]');
  for (const block of await blocks.all()) {
    await block.scrollIntoViewIfNeeded();
    await block.locator(':state(ready), :state(empty), :state(error)').first().waitFor({ timeout: 60_000 });
  }
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('[data-ess] > *')].map((element) => [
      element.localName,
      (element.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(/\s+/g, ' '),
    ]),
  );
  await page.close();
  return Object.fromEntries(found);
}

/** Expects that a page with a map, an agenda and `members-stock` shows the list and the calendar, and the figure of the reference data. */
export async function expectOwn(browser: Browser, address: string): Promise<void> {
  const texts = await said(browser, address);
  expect(texts['ess-member-map']).toContain('26 adhérents, dont 26 situés sur la carte');
  expect(texts['ess-indicator']).toMatch(/\b117\b/);
  expect(texts['ess-event-agenda']).toMatch(/4 rendez-vous.*Rencontre imaginaire 3/);
}

/** Expects that the text of that page, as a visitor without script has it, holds the names, the dates and the same for search engines. */
export function expectLight(text: string): void {
  const names = text.match(/<strong>Coopérative imaginaire \d+<\/strong><p>/g) ?? [];
  const dates = text.match(/<li><p><time datetime="2100-03-0\d[T"]/g) ?? [];
  expect([new Set(names).size, new Set(dates).size]).toEqual([26, 4]);
  const told = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(
    ([, json = '']) =>
      (JSON.parse(json) as { readonly '@graph'?: readonly { readonly '@type': string }[] })['@graph'] ?? [],
  );
  const count = (type: string) => told.filter((one) => one['@type'] === type).length;
  expect([count('Organization'), count('Event')]).toEqual([26, 4]);
}
