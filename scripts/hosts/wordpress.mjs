/**
 * Makes sure that php-cli, WordPress and a database server, as Debian packs them, are there for `npm run test:hosts`, and
 * installs them where they are not and may be.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const FILTER = '/usr/share/wordpress/wp-includes/kses.php';

const THEMES = ['twentytwentyfive', 'twentytwentyfour', 'twentytwentythree'];
const PACKAGES = [
  'php-cli',
  'php-curl',
  'php-mysql',
  'mariadb-server-core',
  'wordpress',
  ...THEMES.map((theme) => `wordpress-theme-${theme}`),
];

const isThere = () =>
  existsSync(FILTER) &&
  THEMES.every((theme) => existsSync(`/usr/share/wordpress/wp-content/themes/${theme}`)) &&
  spawnSync('mariadbd', ['--version']).status === 0 &&
  spawnSync('php', ['-r', 'exit((int) !(extension_loaded("curl") && extension_loaded("mysqli")));']).status === 0;

/** @param {readonly string[]} args */
function apt(args) {
  const { status } = spawnSync('apt-get', [...args, '-o', 'DPkg::Lock::Timeout=600'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @throws {Error} when they are not there and cannot be installed */
export function ensureWordPress() {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No WordPress here: installing its Debian packages.');
    const isDone = apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...PACKAGES]);
    if (isDone && isThere()) return;
  }
  throw new Error(
    `The tests of host sites need Debian packages (apt-get install ${PACKAGES.join(' ')}), ` +
      'and they are neither there nor could they be installed.',
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureWordPress();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
