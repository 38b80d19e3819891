/** The sheet of a territory on paper: one page, whatever is known of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../scripts/report-pdf/pdf.ts';
import { textOf } from '../../../scripts/report-pdf/pdf-text.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, visitor } from './support/visit.ts';

const site = useSite();
/** Départements, a Pôle, a commune, and a territory of which no record says anything. */
const TERRITORIES = [
  'departement-22',
  'departement-29',
  'departement-35',
  'departement-56',
  'pole-rich-ess',
  'commune-35238',
  'epci-200070670',
];
let host: Host;
const sheet = (territory: string): string =>
  pageOf(`<ess-territory-sheet territory="${territory}"></ess-territory-sheet>`, LOADER);

beforeAll(async () => {
  host = await openHost({ pages: Object.fromEntries(TERRITORIES.map((id) => [`/${id}`, sheet(id)])) });
});
afterAll(() => host?.close());

describe('the sheet of a territory on paper', () => {
  it.each(TERRITORIES)('is one page of %s, with its map, its code and what does not fit counted', async (territory) => {
    for (const width of [360, 1200]) {
      const visit = await visitor(site.browser, { viewport: { width, height: 900 }, colorScheme: 'dark' });
      const code = visit.page.waitForResponse(/basemap/);
      await goTo(visit.page, `${host.url}${territory}`);
      await code;
      // The drawing is made of the answer, in the same turn as its code has it.
      await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      const pdf = readPdf(await visit.page.pdf({ format: 'A4', printBackground: true }));
      expect(pdf.pages).toHaveLength(1);
      expect(textOf(pdf, 1)).toContain('ESS');
      expect(await visit.page.locator('ess-territory-sheet .page').count()).toBe(0);
      await visit.page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
      const inside = visit.page.locator('ess-territory-sheet');
      expect(await inside.locator('.page .qr').count()).toBe(1);
      expect(await inside.locator('.page .locator').count()).toBe(1);
      // A line left out of a list is counted under it: heading and lines agree.
      const sections = await inside.locator('.page .section').evaluateAll((all) =>
        all.map((one) => {
          const number = (text: string | null | undefined) => Number(/\d+/.exec(text ?? '')?.[0] ?? 0);
          const heading = one.querySelector('[part=heading]')?.textContent?.split('·')[1];
          return [
            number(heading),
            one.querySelectorAll('.lines > li').length + number(one.querySelector('.more')?.textContent),
          ];
        }),
      );
      expect(sections).toHaveLength(5);
      for (const [said, shown] of sections) expect(shown).toBe(said);
      await visit.close();
    }
  });
});
