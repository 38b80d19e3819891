/**
 * A WordPress of its own in a folder of its own: Debian's files, a MariaDB on a socket there, PHP's server on 127.0.0.1. The
 * same site answers at `/` and in the sub-folder `/site/`.
 * All processes are ended by their ids.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';

const SOURCE = '/usr/share/wordpress';
const START_TIMEOUT_MS = 60_000;

/** What the test asks of the site: the classic editor, and what an optimiser does to modules. */
const MUST_USE = `<?php
add_filter('use_block_editor_for_post', static function ($is) { return isset($_GET['classic']) ? false : $is; });
add_filter('wp_script_attributes', static function (array $attributes) {
  if (isset($_GET['strip'])) { unset($attributes['type']); }
  return $attributes;
}, 99);
`;

/** A site that runs. `folder` holds its files, `url` ends without a slash. */
export interface Site {
  readonly url: string;
  readonly folder: string;
  /** Runs PHP inside the site, and returns what it writes. */
  readonly php: (code: string) => string;
  readonly close: () => Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function until(isThere: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + START_TIMEOUT_MS;
  while (!(await isThere())) {
    if (Date.now() > end) throw new Error(`${what} did not start.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** Installs and starts a site in French, whose administrator is `admin` with the password `admin`. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ess-wordpress-'));
  const [files, data, socket] = ['site', 'data', 'sock'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const children: ChildProcess[] = [];
  const close = async () => {
    for (const child of children.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const installed = spawnSync(
      'mariadb-install-db',
      [
        '--no-defaults',
        '--auth-root-authentication-method=normal',
        `--datadir=${data}`,
        `--user=${os.userInfo().username}`,
      ],
      { encoding: 'utf8' },
    );
    if (installed.status !== 0) throw new Error(`MariaDB: ${installed.stderr}`);
    children.push(
      spawn(
        'mariadbd',
        [
          '--no-defaults',
          `--user=${os.userInfo().username}`,
          `--datadir=${data}`,
          `--socket=${socket}`,
          '--skip-networking',
          `--pid-file=${folder}/pid`,
          '--innodb-buffer-pool-size=32M',
          '--innodb-flush-log-at-trx-commit=0',
        ],
        { stdio: 'ignore' },
      ),
    );
    await until(() => existsSync(socket), 'MariaDB');
    cpSync(SOURCE, files, { recursive: true, dereference: true, filter: (file) => !file.endsWith('/wp-config.php') });
    // WordPress takes a language that it has a file of; the texts of the plugin are its own.
    mkdirSync(path.join(files, 'wp-content/languages'), { recursive: true });
    writeFileSync(path.join(files, 'wp-content/languages/fr_FR.l10n.php'), "<?php return ['messages' => []];");
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    writeFileSync(
      path.join(files, 'wp-config.php'),
      `<?php
define('DB_NAME', 'site'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true); define('FS_METHOD', 'direct');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_DEBUG', true); define('WP_DEBUG_LOG', '${folder}/debug.log'); define('WP_DEBUG_DISPLAY', false);
$base = strpos($_SERVER['REQUEST_URI'] ?? '', '/site/') === 0 ? '${url}/site' : '${url}';
define('WP_HOME', $base); define('WP_SITEURL', $base);
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) { define($name, "of the test $name"); }
$table_prefix = 'wp_';
if (is_file('${folder}/network.php')) { require '${folder}/network.php'; }
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
`,
    );
    symlinkSync(files, path.join(files, 'site'));
    mkdirSync(path.join(files, 'wp-content/mu-plugins'));
    writeFileSync(path.join(files, 'wp-content/mu-plugins/test.php'), MUST_USE);
    writeFileSync(
      path.join(folder, 'router.php'),
      `<?php
$file = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_dir($file)) { $file = rtrim($file, '/') . '/index.php'; }
if (is_file($file) && substr($file, -4) !== '.php') { return false; }
if (!is_file($file)) {
  $base = strpos($_SERVER['REQUEST_URI'], '/site/') === 0 ? '/site' : '';
  $file = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
  $_SERVER['SCRIPT_NAME'] = "$base/index.php";
}
$_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'];
chdir(dirname($file));
require $file;
`,
    );
    const php = (code: string, isInstalling = false): string => {
      const head = `error_reporting(E_ALL); $_SERVER += ['HTTP_HOST' => '127.0.0.1:${port}', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/'];${isInstalling ? "define('WP_INSTALLING', true);" : ''}`;
      const { status, stdout, stderr } = spawnSync('php', ['-r', `${head} require '${files}/wp-load.php'; ${code}`], {
        encoding: 'utf8',
        cwd: files,
      });
      if (status !== 0) throw new Error(`php: ${stderr || stdout}`);
      return stdout;
    };
    spawnSync('php', [
      '-r',
      `(new mysqli('localhost', 'root', '', '', 0, '${socket}'))->query('CREATE DATABASE site');`,
    ]);
    php(
      `require_once ABSPATH . 'wp-admin/includes/upgrade.php'; wp_install('Essai', 'admin', 'admin@site.example', true, '', 'admin', 'fr_FR');`,
      true,
    );
    children.push(
      spawn('php', ['-S', `127.0.0.1:${port}`, '-t', files, path.join(folder, 'router.php')], {
        stdio: 'ignore',
        env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
      }),
    );
    await until(
      () =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      'The server of PHP',
    );
    return { url, folder, php, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a page of somebody who has signed in, and whose clipboard may be read. @param login whose password is `admin` */
export async function signIn(browser: Browser, { url }: Site, login: string): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1200, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${url}/wp-login.php`);
  await page.fill('#user_login', login);
  await page.fill('#user_pass', 'admin');
  await page.keyboard.press('Enter');
  await page.waitForURL(/wp-admin/);
  return page;
}
