/** Browser of the measurements, and its figures read by CDP. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';

export const ROOT = path.resolve(import.meta.dirname, '../../../..');

/**
 * The machines that measure have no graphics card: the browser draws pages with its own software, as it does on such a
 * machine, and WebGL through a driver made of software, which it has to be allowed.
 */
const WEBGL_BY_SOFTWARE = '--enable-unsafe-swiftshader';

/** Opens the Chromium that the tests of the repository use, with their flags. */
export function openChromium(): Promise<Browser> {
  const script = path.join(ROOT, 'scripts/chromium.mjs');
  const found = spawnSync(process.execPath, [script, '--json'], { encoding: 'utf8' });
  if (found.status !== 0) throw new Error(found.stderr);
  const { executablePath, flags } = JSON.parse(found.stdout.trim().split('\n').at(-1) ?? '') as {
    readonly executablePath: string;
    readonly flags: readonly string[];
  };
  return chromium.launch({ executablePath, args: [...flags, WEBGL_BY_SOFTWARE] });
}

/** A slow phone: processor, kilobits a second, ms before the first byte of an answer. */
export interface Slowness {
  readonly cpu: number;
  readonly kilobits: number;
  readonly latency: number;
}

export const SLOW_PHONE: Slowness = { cpu: 4, kilobits: 1600, latency: 150 };

/** Opens a browser context of its own, with nothing in the cache. Animations are left out, so that none is measured. */
export const visitor = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    viewport: { width: 1200, height: 900 },
  });

/** Slows a page down, before it is sent anywhere. */
export async function slow(session: CDPSession, slowness: Slowness | null): Promise<void> {
  if (!slowness) return;
  const throughput = (slowness.kilobits * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowness.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
}

/** Returns the bytes of the JavaScript heap of the page after a collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Returns the process of the browser itself: all others descend from it. */
export async function processOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('the browser names no process of its own');
  return own.id;
}

/** Runs until the page has asked for nothing and had no long task for a while. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    const since = (): number => {
      const last = globalThis.essWatch.tasks.at(-1);
      return performance.now() - (last ? last.start + last.duration : 0);
    };
    do await new Promise((resolve) => setTimeout(resolve, 200));
    while (since() < 400);
  });
}
