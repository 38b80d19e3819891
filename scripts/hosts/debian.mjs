/**
 * Makes sure that the host sites of `npm run test:full -- hosts`, WordPress with MariaDB and SPIP with SQLite, are there as Debian
 * packs them, and installs them where they are not and may be.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const THEMES = ['twentytwentyfive', 'twentytwentyfour', 'twentytwentythree'];
const FILES = [
  '/usr/share/spip/ecrire/inc_version.php',
  '/usr/share/wordpress/wp-includes/kses.php',
  ...THEMES.map((theme) => `/usr/share/wordpress/wp-content/themes/${theme}`),
];
const EXTENSIONS = ['curl', 'mbstring', 'mysqli', 'pdo_sqlite', 'xml', 'Phar'];
const PACKAGES = [
  'php-cli',
  'php-curl',
  'php-mbstring',
  'php-mysql',
  'php-sqlite3',
  'php-xml',
  'mariadb-server-core',
  'spip',
  'wordpress',
  ...THEMES.map((theme) => `wordpress-theme-${theme}`),
];

const areThere = () =>
  FILES.every((file) => existsSync(file)) &&
  spawnSync('mariadbd', ['--version']).status === 0 &&
  spawnSync('php', ['-r', `exit((int) (array_diff(${JSON.stringify(EXTENSIONS)}, get_loaded_extensions()) !== []));`])
    .status === 0;

/** @param {readonly string[]} args */
function apt(args) {
  const { status } = spawnSync('apt-get', [...args, '-o', 'DPkg::Lock::Timeout=600'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

const MAY_INSTALL = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {readonly string[]} packages */
const install = (packages) => apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages]);

/** Installs PHP where it is not and may be: some unit tests run what the plugins share, and fail without it. */
export function ensurePhp() {
  if (spawnSync('php', ['--version']).status === 0 || !MAY_INSTALL) return;
  console.log('No PHP here: installing one.');
  install(['php-cli']);
}

/** @returns {boolean} whether the host sites are there; it says in one line why not */
export function ensureHosts() {
  if (areThere()) return true;
  if (MAY_INSTALL) {
    console.log('No WordPress or no SPIP here: installing their Debian packages.');
    if (install(PACKAGES) && areThere()) return true;
  }
  const why = MAY_INSTALL ? 'could not be installed' : 'are not there, and only root may install them';
  console.log(`Tests of host sites skipped: their Debian packages ${why} (apt-get install ${PACKAGES.join(' ')}).`);
  return false;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url) && !ensureHosts()) {
  process.exitCode = 1;
}
