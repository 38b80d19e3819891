/** The browser of the end-to-end tests. */
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium, OWN_FONTS } from '../chromium.mjs';

/**
 * @param {{scrollBars?: boolean, systemFonts?: boolean}} [options] `scrollBars` take room beside what they scroll, as on
 * most desktops; without it there are none. `systemFonts` are those of the machine, for what is not a test
 * @returns {Promise<import('playwright-core').Browser>} the caller closes it
 */
export function openBrowser({ scrollBars = false, systemFonts = false } = {}) {
  const left = scrollBars ? { ignoreDefaultArgs: ['--hide-scrollbars'] } : {};
  const env = { ...process.env, ...(systemFonts ? {} : OWN_FONTS) };
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS, env, ...left });
}
