/** The browser of the end-to-end tests. */
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';

/**
 * @param {{scrollBars?: boolean}} [options] `scrollBars` take room beside what they scroll, as on most desktops; without
 * it there are none
 * @returns {Promise<import('playwright-core').Browser>} the caller closes it
 */
export function openBrowser({ scrollBars = false } = {}) {
  const left = scrollBars ? { ignoreDefaultArgs: ['--hide-scrollbars'] } : {};
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS, ...left });
}
