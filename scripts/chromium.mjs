/**
 * Finds a Chromium for the tests that need one, and installs one where there is none.
 *
 * Run as `node scripts/chromium.mjs` it makes sure that one is there and prints its path (`pretest` does), with `--json`
 * the flags of its launches too; imported, `findChromium()` only looks.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Features switched off in every launch. A second switch of that name replaces the first, so the list begins with that
 * of Playwright. The last ones belong to the browser's own address bar, for which it would load hundreds of files in
 * each new context, beside the page that is tested.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** Flags for every launch: works as root, and asks nothing of anyone outside. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.join()}`,
];

/**
 * Environment in which its pages have the fonts of an npm package alone, so that a text is as wide on every machine with
 * Linux. Other systems have fonts of their own and do not read it.
 */
export const OWN_FONTS = { FONTCONFIG_FILE: path.join(import.meta.dirname, 'fonts.conf') };

/** @param {string | undefined} file @returns {file is string} */
function isExecutable(file) {
  if (!file) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns the path of the browser that playwright-core installed itself, if it did. */
function ownDownload() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Returns the path of a Chromium, or null.
 * @param {{env?: Record<string, string | undefined>, places?: readonly string[], download?: () => string | undefined}}
 * [options]
 *   everything that is looked at, for tests
 * @returns {string | null}
 */
export function findChromium({ env = process.env, places = PLACES, download = ownDownload } = {}) {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, which is not an executable file: correct or unset it.`);
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...places, download()].find(isExecutable) ?? null;
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, [...args], {
    // Standard output belongs to the path printed at the end.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @returns {boolean} */
function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const wait = ['-o', 'DPkg::Lock::Timeout=600'];
  return (
    run('apt-get', ['update', ...wait]) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', ...wait, 'chromium'])
  );
}

/** @returns {boolean} */
function installFromPlaywright() {
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  return run(process.execPath, [cli, 'install', 'chromium-headless-shell']);
}

/**
 * Returns the path of a Chromium, installed if need be.
 * @returns {string}
 * @throws {Error} when there is none and none could be installed
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium here: installing one.');
  for (const install of [installFromDebian, installFromPlaywright]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need Chromium, and none was found or could be installed. ' +
      'Install Chromium or Chrome, or set CHROME_PATH to the executable.',
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const executablePath = ensureChromium();
    const isJson = process.argv.includes('--json');
    console.log(isJson ? JSON.stringify({ executablePath, flags: CHROMIUM_FLAGS }) : executablePath);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
