/**
 * Makes sure that SPIP and what it needs, as Debian packs them, are there for `npm run test:hosts`, and installs them where
 * they are not and may be.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['php-cli', 'php-curl', 'php-mbstring', 'php-sqlite3', 'php-xml', 'spip'];
const EXTENSIONS = ['curl', 'mbstring', 'pdo_sqlite', 'xml', 'Phar'];

const isThere = () =>
  existsSync('/usr/share/spip/ecrire/inc_version.php') &&
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

/** @throws {Error} when they are not there and cannot be installed */
export function ensureSpip() {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No SPIP here: installing its Debian packages.');
    const isDone = apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...PACKAGES]);
    if (isDone && isThere()) return;
  }
  throw new Error(
    `The tests of SPIP need Debian packages (apt-get install ${PACKAGES.join(' ')}), ` +
      'and they are neither there nor could they be installed.',
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureSpip();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
