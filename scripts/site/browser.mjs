/** The browser of the end-to-end tests. */
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';

/** @returns {Promise<import('playwright-core').Browser>} the caller closes it */
export function openBrowser() {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
}
