/** Strikes a page with each fault, on a first visit and with a kept copy, and then presses « Réessayer ». */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { pageOf } from '../../packages/elements/e2e/support/host.ts';
import { fileOf, MOUNTS } from '../site/mounts.mjs';
import type { Fault } from './faults.ts';
import { options } from './options.ts';
import { type Attack, loader } from './payload-runs.ts';
import { frames, type Stand, settle, type Watch, watch } from './stand.ts';
import { breachesOf } from './tally.ts';

/** The short form has the widgets alone that are soon there. */
const PAGE = pageOf(
  `<ess-indicator indicator="members-stock"></ess-indicator><ess-event-agenda></ess-event-agenda>
  ${options.isQuick ? '' : '<ess-member-list></ess-member-list><ess-member-map></ess-member-map>'}`,
  loader().replace('/ess/', 'ess/'),
);
/** The day after tomorrow: what was kept is old by then. */
const LATER = new Date('2025-03-12T10:00:00+01:00');
/** Longer than any wait for an answer, and than what « Réessayer » may be held back for, ms. */
const WAIT_MS = 70_000;

let counter = 0;

/**
 * The code of two elements: a browser asks a host for six files at once over HTTP/1.1, and files that never come would leave
 * none of these to the others.
 */
const ELEMENT = /\/ess-(indicator|event-agenda)\.js$/;

/** Serves a site whose data or code fail while `isOn`. */
function serveFault(stand: Stand, { answer, file, code }: Fault): { readonly url: string; isOn: boolean } {
  const folder = `/fault-${++counter}/` as const;
  const site = { url: `${stand.url}${folder.slice(1)}`, isOn: true };
  stand.serve(folder, (request, response) => {
    const name = (request.url ?? '').slice(folder.length).split('?', 1)[0] ?? '';
    if (name === '') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    const isCode = name.startsWith('ess/');
    const path = fileOf(isCode ? `/${name}` : `/data/${name}`, MOUNTS);
    if (!path) return void response.writeHead(404).end('not found');
    const good = readFileSync(path, 'utf8');
    if (isCode) {
      if (site.isOn && code && ELEMENT.test(name)) return code(response, good);
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(good);
    }
    if (site.isOn && answer && (file === undefined || file === name)) return answer(response, good);
    response.writeHead(200, { 'content-type': 'application/json' }).end(good);
  });
  return site;
}

/** Less than any wait for an answer: an answer that is on its way is not taken for lost, ms. */
const STEP_MS = 4_000;

/** Lets time pass until every widget has said something. */
async function settleInTime(page: Page, step: number): Promise<boolean> {
  for (let turns = 0; turns < 8; turns++) {
    if (await settle(page, turns ? 1_500 : 2_500)) return true;
    await page.clock.fastForward(step);
  }
  return settle(page, 10_000);
}

interface Shown {
  readonly tag: string;
  readonly state: string;
  readonly text: string;
  readonly hasRetry: boolean;
}

/** Returns the state and words of each widget. */
const shown = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement & { state?: string }>('main > *')]
      .filter(({ localName }) => localName.startsWith('ess-'))
      .map((element) => ({ element, own: element.shadowRoot ?? element }))
      .map(({ element, own }) => ({
        tag: element.localName,
        state: element.state ?? 'not defined',
        text: ((own === element ? own : own.querySelector('[part~="frame"]'))?.textContent ?? '')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 250),
        hasRetry: [...own.querySelectorAll('button')].some((each) => each.textContent?.includes('Réessayer')),
      })),
  );

type Expected = 'figures' | 'kept figures' | 'words';

const IS_ALIVE: Readonly<Record<Expected, (widget: Shown) => boolean>> = {
  figures: ({ state }) => /^(ready|empty|stale)$/.test(state),
  // The last ones, with their date and a way to try again.
  'kept figures': (widget) => IS_ALIVE.figures(widget) || (widget.hasRetry && /Données du \d/.test(widget.text)),
  words: (widget) => IS_ALIVE.figures(widget) || (widget.hasRetry && widget.text !== ''),
};

/** Widgets that are dead: neither figures, nor a sentence with a way to try again. */
const dead = (all: readonly Shown[], expected: Expected): readonly string[] =>
  all.filter((widget) => !IS_ALIVE[expected](widget)).map(({ tag, state, text }) => `<${tag}> ${state}: ${text}`);

/** Without the fault, every widget comes back by its button. */
async function retries({ page }: Watch): Promise<readonly string[]> {
  await page.clock.fastForward(WAIT_MS);
  const press = () =>
    page.evaluate(() => {
      for (const element of document.querySelectorAll('main > *'))
        for (const button of (element.shadowRoot ?? element).querySelectorAll('button'))
          if (button.textContent?.includes('Réessayer') && button.getAttribute('aria-disabled') !== 'true')
            button.click();
    });
  let left: readonly string[] = [];
  for (let turns = 0; turns < 20; turns++) {
    if (turns % 5 === 0) await press();
    await settle(page, 2_000);
    left = (await shown(page))
      .filter(({ state, hasRetry }) => hasRetry || !/^(ready|empty|stale)$/.test(state))
      .map(({ tag, state, text }) => `<${tag}> does not come back: ${state}: ${text}`);
    if (left.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return left;
}

/** Waits until the page has kept its data: nothing is added to the storage any more. */
async function untilKept(page: Page): Promise<void> {
  const count = (): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opened = indexedDB.open('ess-widgets', 1);
          opened.onupgradeneeded = () => opened.transaction?.abort();
          opened.onerror = () => resolve(0);
          opened.onsuccess = () => {
            const read = opened.result.transaction('heads').objectStore('heads').count();
            opened.result.close();
            read.onsuccess = () => resolve(read.result);
          };
        }),
    );
  let [before, same] = [0, 0];
  for (let turns = 0; turns < 100 && same < 3; turns++) {
    await page.clock.fastForward(1_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await count();
    same = now > 0 && now === before ? same + 1 : 0;
    before = now;
  }
}

/** @param hasCopy the visitor has been there before the fault began */
export async function strike(attack: Attack, fault: Fault, hasCopy: boolean): Promise<readonly string[]> {
  const { stand, tally } = attack;
  const { isHarmless = false } = fault;
  const site = serveFault(stand, fault);
  const start = performance.now();
  const asked = stand.asked.length;
  const context = await stand.browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1000, height: 2_000 },
  });
  try {
    if (hasCopy) {
      site.isOn = false;
      const first = await watch(stand, { context, hasClock: true });
      await first.page.goto(site.url);
      await settle(first.page);
      await untilKept(first.page);
      await first.close();
      site.isOn = true;
    }
    const visit = await watch(stand, {
      context,
      hasClock: true,
      ...(fault.before ? { before: fault.before } : {}),
      ...(hasCopy ? { today: LATER } : {}),
    });
    const { page } = visit;
    await page.goto(site.url, { waitUntil: 'domcontentloaded' });
    await settleInTime(page, isHarmless ? STEP_MS : WAIT_MS);
    if (hasCopy && !isHarmless) {
      // The copy is shown at once: the fault strikes the refreshing of it.
      await page.clock.fastForward(WAIT_MS);
      await page.waitForTimeout(300);
      // A widget that had no copy asks once more by itself, which a busy machine does not do in a moment.
      await settle(page, 10_000);
    }
    await frames(page);
    const found = await visit.look();
    const during = await shown(page);
    // A kept copy is shown in spite of the fault.
    const lost = dead(during, isHarmless ? 'figures' : hasCopy && !fault.code ? 'kept figures' : 'words');
    site.isOn = false;
    const other = [...lost, ...(await retries(visit))];
    const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0).catch(() => 0);
    const elsewhere = [...visit.elsewhere, ...stand.asked.slice(asked)];
    const part = hasCopy ? 'faults, kept copy' : 'faults, first visit';
    return tally.add(
      part,
      fault.id,
      { ...breachesOf(found, { elsewhere, unhandled: visit.unhandled }), other },
      { ms: performance.now() - start, bytes },
    );
  } catch (error) {
    return tally.add('faults', fault.id, { other: [String(error)] });
  } finally {
    await context.close();
  }
}
