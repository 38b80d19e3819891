/** `npm run build -- lib`: compiles the packages into their `dist` folders (modules and declarations), in dependency order. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const PACKAGES = ['core', 'elements', 'cli', 'geo-tools'];
const TSC = path.join(ROOT, 'node_modules/typescript-native/bin/tsc');

/** @param {string} folder */
function filesOf(folder) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}

/**
 * The compiler rewrites the extension of an import, but not that of a worker's address, nor any in declarations. Lazy
 * imports it rewrites in the order of the source: once it has moved a field that has one into a constructor, it passes over
 * those that follow. An imported JSON file has become a module (below).
 * @param {string} text
 */
export function rewriteAddresses(text) {
  return text
    .replace(/(new URL\(\s*(['"])\.{1,2}\/[^'"]+)\.ts(\2,\s*import\.meta\.url)/g, '$1.js$3')
    .replace(/((?:\bfrom|\bimport)\s*\(?\s*(['"])\.{1,2}\/[^'"]+)\.ts\2/g, '$1.js$2')
    .replace(
      /((?:\bfrom|\bimport)\s*\(?\s*(['"])\.{1,2}\/[^'"]+\.json)\2(?: with \{ type: (['"])json\3 \})?/g,
      '$1.js$2',
    );
}

/**
 * @param {string} folder
 * @returns {{bin?: Record<string, string>}}
 */
const manifestOf = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** @param {string} name */
function buildPackage(name) {
  const folder = path.join(ROOT, 'packages', name);
  const [src, dist] = [path.join(folder, 'src'), path.join(folder, 'dist')];
  if (!filesOf(src).some((file) => file.endsWith('.ts'))) return true;
  rmSync(dist, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [TSC, '-p', path.join(folder, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  for (const file of filesOf(dist).filter((each) => /\.(js|d\.ts)$/.test(each))) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    const rewritten = rewriteAddresses(text);
    if (rewritten !== text) writeFileSync(path.join(dist, file), rewritten);
  }
  // In this repository npx runs the file itself; an installed package is made executable by npm.
  for (const file of Object.values(manifestOf(folder).bin ?? {})) chmodSync(path.join(folder, file), 0o755);
  const declarations = filesOf(dist)
    .filter((each) => each.endsWith('.d.ts'))
    .map((each) => readFileSync(path.join(dist, each), 'utf8'));
  for (const file of filesOf(dist).filter((each) => each.endsWith('.json'))) {
    // Neither Node nor browsers import JSON as it is, which the compiler writes, nor does every bundler without a plugin.
    rmSync(path.join(dist, file), { force: true });
    const json = readFileSync(path.join(src, file), 'utf8').trim();
    writeFileSync(path.join(dist, `${file}.js`), `export default ${json};\n`);
    // A module without a declaration is of any type, and so is what is declared of its keys.
    if (declarations.some((text) => text.includes(`/${path.basename(file)}.js`)))
      writeFileSync(path.join(dist, `${file}.d.ts`), `declare const json: ${json};\nexport default json;\n`);
  }
  return true;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  for (const name of PACKAGES) {
    if (!buildPackage(name)) {
      console.error(`packages/${name} does not compile.`);
      process.exit(1);
    }
  }
}
