/**
 * A SPIP of its own in a folder of its own: Debian's files, SQLite, PHP's server on 127.0.0.1, installed by its own form.
 */
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';

const SOURCE = '/usr/share/spip';
/** Folders of one site, which Debian keeps elsewhere, and its settings for several sites. */
const OWN = ['IMG', 'local', 'plugins', 'sites', 'themes', 'config/mes_options.php'];

/** Password of all accounts: SPIP takes none that is shorter than twelve characters. */
export const PASSWORD = 'mot-de-passe-d-essai';

/** A site that runs. `folder` holds its files below `site`, `url` ends without a slash. */
export interface SpipSite {
  readonly url: string;
  readonly folder: string;
  /** Runs PHP inside the site, and returns what it writes. @throws Error where PHP fails */
  readonly php: (code: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts PHP's server on a free port, and returns its address. */
async function serve(files: string, router: string) {
  const child = spawn(
    'php',
    ['-d', 'opcache.enable=0', '-d', 'max_execution_time=60', '-S', '127.0.0.1:0', '-t', files, router],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
      // A group of its own: the workers end with the process that started them.
      detached: true,
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const [, found] = /\((http:\/\/127\.0\.0\.1:\d+)\) started/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server of PHP did not start: ${said}`)));
  });
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid) process.kill(-child.pid);
    await gone;
  };
  return { url, end };
}

/** Installs and starts a site in French, whose webmestre is `webmestre`. */
export async function openSpip(): Promise<SpipSite> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ess-spip-'));
  const files = path.join(folder, 'site');
  let end: (() => Promise<void>) | undefined;
  const close = async () => {
    await end?.();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    cpSync(SOURCE, files, {
      recursive: true,
      dereference: true,
      filter: (file) => !OWN.includes(path.relative(SOURCE, file)),
    });
    for (const own of ['IMG', 'local', 'plugins', 'tmp']) mkdirSync(path.join(files, own));
    // Notices of PHP are written where a test reads them. No task of SPIP's own runs after a page.
    writeFileSync(
      path.join(files, 'config/mes_options.php'),
      `<?php
error_reporting(E_ALL); ini_set('display_errors', '0'); ini_set('log_errors', '1'); ini_set('error_log', '${folder}/php.log');
define('_DIRECT_CRON_INHIBE', true); define('_HTML_BG_CRON_INHIBE', true);
`,
    );
    const router = path.join(folder, 'router.php');
    writeFileSync(
      router,
      `<?php
$file = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file) && substr($file, -4) !== '.php') { return false; }
if (is_dir($file)) { $file = rtrim($file, '/') . '/index.php'; }
if (!is_file($file)) { $file = $_SERVER['DOCUMENT_ROOT'] . '/spip.php'; }
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($file, strlen($_SERVER['DOCUMENT_ROOT']));
chdir(dirname($file));
require $file;
`,
    );
    const served = await serve(files, router);
    end = served.end;
    const { url } = served;
    const step = async (etape: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ exec: 'install', etape, ...fields });
      const response = await fetch(`${url}/ecrire/`, { method: 'POST', body, redirect: 'manual' });
      return response.text();
    };
    const database = { adresse_db: '', login_db: '', pass_db: '', server_db: 'sqlite3' };
    await step('3', { ...database, choix_db: 'new_spip', table_new: 'spip', tprefix: 'spip', chmod: '511' });
    const person = { nom: 'Webmestre', email: 'webmestre@site.example' };
    const account = { login: 'webmestre', pass: PASSWORD, pass_verif: PASSWORD };
    await step('3b', { ...database, ...person, ...account, sel_db: 'spip' });
    await step('4', {});
    await step('fin', {});
    const php = async (code: string): Promise<string> => {
      const { host } = new URL(url);
      const head = `$_SERVER += ['HTTP_HOST' => '${host}', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/', 'REMOTE_ADDR' => '127.0.0.1'];`;
      const load = `require 'vendor/autoload.php'; require 'ecrire/inc_version.php';`;
      const { stdout } = await promisify(execFile)('php', ['-r', `${head} ${load} ${code}`], { cwd: files });
      return stdout;
    };
    return { url, folder, php, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a page of somebody who has signed in. */
export async function signIn(browser: Browser, { url }: SpipSite, login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${url}/spip.php?page=login&url=ecrire/`);
  await page.fill('#var_login', login);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ecrire\//);
  return page;
}
