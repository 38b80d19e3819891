/**
 * What a contributor may write against the widgets of a page.
 *
 * Attributes that HTML lets an author write on any element, as data: a block may pass one on to its widget only where
 * the widget documents it.
 */
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { useStills } from '../../packages/elements/e2e/support/visit.ts';

/** The event handler content attributes of the HTML standard (any element, body, clipboard), of CSS, pointers, touch, selection, full screen. */
export const HANDLERS = `
onabort onauxclick onbeforeinput onbeforematch onbeforetoggle onblur oncancel oncanplay oncanplaythrough onchange onclick onclose
oncommand oncontextlost oncontextmenu oncontextrestored oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter ondragleave
ondragover ondragstart ondrop ondurationchange onemptied onended onerror onfocus onformdata oninput oninvalid onkeydown onkeypress
onkeyup onload onloadeddata onloadedmetadata onloadstart onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover
onmouseup onpaste onpause onplay onplaying onprogress onratechange onreset onresize onscroll onscrollend onsecuritypolicyviolation
onseeked onseeking onselect onslotchange onstalled onsubmit onsuspend ontimeupdate ontoggle onvolumechange onwaiting
onwebkitanimationend onwebkitanimationiteration onwebkitanimationstart onwebkittransitionend onwheel
onafterprint onbeforeprint onbeforeunload onhashchange onlanguagechange onmessage onmessageerror onoffline ononline onpagehide
onpagereveal onpageshow onpageswap onpopstate onrejectionhandled onstorage onunhandledrejection onunload
onanimationcancel onanimationend onanimationiteration onanimationstart ontransitioncancel ontransitionend ontransitionrun
ontransitionstart ongotpointercapture onlostpointercapture onpointercancel onpointerdown onpointerenter onpointerleave onpointermove
onpointerout onpointerover onpointerrawupdate onpointerup ontouchcancel ontouchend ontouchmove ontouchstart onselectionchange
onselectstart onfullscreenchange onfullscreenerror onbeforecopy onbeforecut onbeforepaste onmousewheel onsearch onbeforexrselect
`
  .trim()
  .split(/\s+/);

/** The global attributes of the HTML standard and of DOM, but `lang`, which every widget understands. */
export const GLOBALS = `
accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts headingoffset headingreset
hidden id inert inputmode is itemid itemprop itemref itemscope itemtype nonce part popover role slot spellcheck style tabindex title
translate writingsuggestions xmlns aria-hidden aria-label
`
  .trim()
  .split(/\s+/);

/** In no standard, and what only the page's author may say. */
export const OTHERS = [
  'onessready',
  'onanything',
  'srcdoc',
  'href',
  'constructor',
  'hosts',
  'max-bytes',
  'data-ess-onclick',
];

export const HOSTILE: readonly string[] = [...HANDLERS, ...GLOBALS, ...OTHERS];

/** The keyframes that a page may have, which an animation of a `style` runs. */
export const KEYFRAMES = '<style>@keyframes turn{to{opacity:.9}}</style>';

const VALUES: ReadonlyMap<string, string> = new Map([
  ['tabindex', '0'],
  ['contenteditable', 'true'],
  ['style', 'position:fixed;inset:0;animation:turn 1s infinite;transition:all 1s'],
]);

/** Returns the value that an attacker writes into an attribute: a handler notes in the page that it has run. */
export const valueOf = (name: string): string =>
  VALUES.get(name) ?? (name.startsWith('on') ? `(globalThis.executed??=[]).push('${name}')` : 'autofocus');

/** The attributes of a block that try them all. */
export const hostile: string = HOSTILE.map((name) => `data-ess-${name}="${valueOf(name)}"`).join(' ');

/**
 * Returns the attributes that have come to the widgets of a page, and the handlers that ran when each was used. Runs in
 * the page.
 */
export function arrived(names: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const block of document.querySelectorAll('[data-ess]')) {
    const element = block.querySelector<HTMLElement>(`:scope > ess-${block.getAttribute('data-ess')}`);
    if (!element) {
      found.push(`no ess-${block.getAttribute('data-ess')}`);
      continue;
    }
    for (const name of names) {
      const value = block.getAttribute(`data-ess-${name}`);
      if (value !== null && element.getAttribute(name) === value) found.push(`${element.localName} ${name}`);
    }
    element.focus();
    for (const name of names.filter((one) => one.startsWith('on'))) element.dispatchEvent(new Event(name.slice(2)));
  }
  const { executed = [] } = globalThis as unknown as { executed?: readonly string[] };
  return [...found, ...executed.map((name) => `executed ${name}`)];
}

const FOREIGN = 'https://foreign.example';

/**
 * Returns a text whose names hide members of the document, and whose elements say what the site alone may say.
 * @param pdf address of a file of the site: WordPress keeps no other object
 */
export const takeover = (pdf: string): string => {
  const tiles = `${FOREIGN}/{z}/{x}/{y}.png`;
  const names = ['currentScript', 'scripts', 'scripts', 'baseURI', 'body', 'querySelectorAll'];
  const images = names.map(
    (name) => `<img name="${name}" src="${FOREIGN}/image.js" data-src="${FOREIGN}/a.json" alt="">`,
  );
  return `${images.join('')}<form name="querySelectorAll"></form><object id="scripts" type="application/pdf" data="${pdf}"></object>
<div data-ess="member-map" data-ess-tiles="${tiles}" data-ess-tiles-consent="granted" data-ess-reference="${FOREIGN}/a.json" data-ess-loader="${FOREIGN}/a.js"></div>
<ess-provider hosts="foreign.example" max-bytes="1" tiles="${tiles}" reference="${FOREIGN}/a.json"><ess-member-map tiles="${tiles}" tiles-consent="granted"></ess-member-map></ess-provider>`;
};

/** Returns for each map of a page whether it offers a street map. @throws where another host than the page's is asked for pictures */
export async function streets(browser: Browser, address: string): Promise<readonly boolean[]> {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === new URL(address).origin) return route.continue();
    if (url.hostname === 'foreign.example' || url.pathname.endsWith('wmts')) asked.push(url.href);
    return route.abort();
  });
  await page.goto(address);
  await useStills(page);
  const maps = page.locator('ess-member-map');
  const found: boolean[] = [];
  for (const map of await maps.all()) {
    await map.scrollIntoViewIfNeeded();
    await map.locator('.marker').first().waitFor({ timeout: 30_000 });
    found.push((await map.locator('.ground-choice').count()) > 0);
  }
  await page.close();
  expect(asked).toEqual([]);
  return found;
}

/** Opens a page with {@link takeover}. Returns its widgets with their states, what a foreign server was asked for but the images, and its scripts that ran. */
export async function takenOver(browser: Browser, address: string) {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route(`${FOREIGN}/**`, async (route) => {
    asked.push(route.request().url());
    await route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: '(globalThis.executed??=[]).push("foreign")',
    });
  });
  await page.goto(address);
  await useStills(page);
  const widgets = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...Document.prototype.querySelectorAll.call(document, '[data-ess] > *, ess-provider > *')].map(
        (one) => `${one.localName} ${(one as Element & { readonly state?: string }).state}`,
      ),
    );
  await expect
    .poll(async () => (await widgets()).filter((one) => /loading|undefined/.test(one)), { timeout: 30_000 })
    .toEqual([]);
  const executed = await page.evaluate(() => (globalThis as { executed?: readonly string[] }).executed ?? []);
  const found = { widgets: await widgets(), asked: asked.filter((url) => !url.endsWith('/image.js')), executed };
  await page.close();
  return found;
}
