import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const COPIED = ['packages', 'scripts', 'stories', 'examples', 'api', 'docs', '.changeset', '.storybook'];
const BUILT = /^(?:node_modules|dist|cdn|stills|storybook-static|\.git)$/;

/** A package that the server of element tests converts: it reads below its root alone, where no link may lead out. */
const CONVERTED = 'papaparse';

/** Makes a copy of the repository, in which packages find each other, and everything else that is installed in the original. @returns its folder */
export function copyRepository(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'ess-copy-'));
  const files = readdirSync(ROOT, { withFileTypes: true }).filter((each) => each.isFile());
  const isSource = (file: string): boolean => !BUILT.test(path.basename(file));
  for (const name of [...COPIED, ...files.map((each) => each.name)]) {
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true, filter: isSource });
  }
  mkdirSync(path.join(copy, 'node_modules/@ess-widgets'), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name === '@ess-widgets' || name === '.cache' || name.startsWith('.vite')) continue;
    const [from, to] = [path.join(ROOT, 'node_modules', name), path.join(copy, 'node_modules', name)];
    if (name === CONVERTED) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to);
  }
  for (const name of readdirSync(path.join(ROOT, 'node_modules/@ess-widgets'))) {
    symlinkSync(`../../packages/${name}`, path.join(copy, 'node_modules/@ess-widgets', name));
  }
  // What npm could not put beside everything else.
  for (const name of readdirSync(path.join(ROOT, 'packages'))) {
    const installed = path.join(ROOT, 'packages', name, 'node_modules');
    if (existsSync(installed)) symlinkSync(installed, path.join(copy, 'packages', name, 'node_modules'));
  }
  return copy;
}
