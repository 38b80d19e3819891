/**
 * Tests the names that Chromium gives the page's headings, links and buttons, which no snapshot of the DOM contains.
 */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/site.ts';
import { goTo, settled, visitor } from './support/visit.ts';

const ROLES: ReadonlySet<unknown> = new Set(['heading', 'link', 'button']);

/** A name as it is heard, and the text that is seen in its place. */
interface Called {
  readonly name: string;
  readonly text: string;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const letters = (text: string): string => text.replace(/\s+/g, '');

/** Runs in the page, on a node. */
function seen(this: HTMLElement): string {
  return this.innerText ?? '';
}

async function textOf(session: CDPSession, backendNodeId: number): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: seen.toString(),
    returnByValue: true,
  });
  return String(result.value);
}

/** The headings, links and buttons whose name is their text: others have a name of their own. */
async function calledByTheirText(page: Page): Promise<readonly Called[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const called: Called[] = [];
  for (const { ignored, role, name, backendDOMNodeId } of nodes) {
    if (ignored || !ROLES.has(role?.value) || backendDOMNodeId === undefined) continue;
    const text = await textOf(session, backendDOMNodeId);
    const of = { name: plain(String(name?.value ?? '')), text: plain(text) };
    if (letters(of.name) === letters(of.text)) called.push(of);
  }
  return called;
}

const site = useSite();

describe.each(['', 'rapport/', 'rapport/#I', 'rapport/#donnees', 'rapport/entier', 'pole/'])('the page /%s', (path) => {
  it('says the words of its headings, links and buttons apart, as they are seen', async () => {
    const { page, close } = await visitor(site.browser);
    await goTo(page, new URL(path, site.url).href);
    // A report draws some of its blocks only once somebody reads; the key press makes it draw them too.
    await page.keyboard.press('Shift');
    await page.locator('.room:not(.map)').first().waitFor({ state: 'detached' });
    await settled(page);
    const called = await calledByTheirText(page);
    await close();
    expect(called.length).toBeGreaterThan(10);
    const words = ({ name, text }: Called) => text.split(' ').length - name.split(' ').length;
    expect(called.filter((each) => words(each) > 0).map(({ name, text }) => `${name} <= ${text}`)).toEqual([]);
  });
});
