/** The page of the report says nothing to visitors that is meant for the organisation or its proof-reader. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/site.ts';
import { goTo, until, visitor } from './support/visit.ts';

const site = useSite();

/** Movements of staff, reasons for leaving, and what the checks say. */
const INTERNAL =
  /démission|rupture conventionnelle|congé maternité|Remplacement de congé|Tous les mouvements|Motif du départ|Adhésion non renouvelée|passés de la Cress au gérontopôle|à la direction du gérontopôle|Ce que les contrôles|town-names|parts-and-totals|announced-and-listed/gi;

const asked = (text: string): readonly string[] => [...new Set(text.match(INTERNAL))].sort();

/** All texts and labels of a page, in every shadow tree, shown or not. Runs in the page. */
function textsOf(): string {
  const said: string[] = [];
  const read = (root: ParentNode): void => {
    for (const each of root.querySelectorAll('*')) {
      if (each.localName === 'style' || each.localName === 'script') continue;
      for (const node of each.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.nodeValue ?? '');
      for (const { value } of each.attributes) said.push(value);
      if (each.shadowRoot) read(each.shadowRoot);
    }
  };
  read(document);
  return said.join('\n');
}

/** Whether something of the report is still on its way. Runs in the page. */
function waiting(): readonly string[] {
  const root = document.querySelector('ess-report')?.shadowRoot;
  const inside = [...(root?.querySelectorAll<HTMLElement & { state?: string }>('[data-section] *') ?? [])];
  return inside
    .filter(
      ({ classList, localName, state }) =>
        (classList.contains('room') && !classList.contains('map')) ||
        (localName.startsWith('ess-') && localName !== 'ess-provider' && state !== 'ready'),
    )
    .map(({ localName }) => localName);
}

/** The texts, the accessibility tree, the spreadsheet and the search of the page of the report. */
async function everything(attributes: Readonly<Record<string, string>>) {
  const visit = await visitor(site.browser, { viewport: { width: 1200, height: 900 } });
  try {
    const { page } = visit;
    await goTo(page, new URL('rapport/entier', site.url).href);
    await page.evaluate((given) => {
      for (const [name, value] of Object.entries(given))
        document.querySelector('ess-report')?.setAttribute(name, value);
    }, attributes);
    await page.keyboard.press('Shift');
    await until(() => page.evaluate(waiting));
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const tree = nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tous les chiffres, CSV' }).first().click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    return { texts: await page.evaluate(textsOf), tree, csv };
  } finally {
    await visit.close();
  }
}

/** The page as it is published: it is read once for all that look at it. */
let reading: ReturnType<typeof everything> | undefined;
const published = () => (reading ??= everything({}));

describe('the page of the report', () => {
  it('has no internal word in its texts, its accessibility tree and its spreadsheet', async () => {
    const { texts, tree, csv } = await published();
    expect(texts).toContain('Composition de l’équipe');
    expect({ texts: asked(texts), tree: asked(tree), csv: asked(csv) }).toEqual({ texts: [], tree: [], csv: [] });
    expect(csv).not.toMatch(/staff-movements|exit-reason/);
    expect(texts).not.toMatch(/staff-movements|exitReason/);
  }, 90_000);

  it('has them where it says to be internal, and for its author', async () => {
    const { texts, tree, csv } = await everything({ audience: 'internal', findings: 'author' });
    expect(asked(texts)).toEqual(
      expect.arrayContaining(['Ce que les contrôles', 'Motif du départ', 'Tous les mouvements']),
    );
    expect(asked(tree)).toContain('Tous les mouvements');
    expect(asked(csv)).toContain('démission');
    expect(csv).toContain('staff-movements');
  }, 90_000);

  it('names the town that the document misprints, and says what is printed', async () => {
    const { texts } = await published();
    expect(texts).toMatch(/Saint-Brieuc/);
    expect(texts).toMatch(/imprimé\s: St Briec/);
    expect(texts.match(/St Briec(?!\S)/g)?.length).toBe(texts.match(/imprimé[^\n]*St Briec/g)?.length);
  }, 90_000);
});
