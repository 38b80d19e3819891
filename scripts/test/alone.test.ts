/** The tests stand on what the repository holds: a fresh clone with nothing beside it passes them all. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILT = /(?:^|\/)(?:node_modules|dist|cdn|data|storybook-static)\//;
const CODE = /\.(?:ts|mjs|js)$/;

const codeIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => CODE.test(file) && !BUILT.test(file));

/**
 * Folders beside the repository that a file names: paths up to a folder "shared" that is none of the repository, from the
 * file or from the root.
 */
const beside = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/(?:\.\.\/)+shared(?![\w.-])/g)]
    .map(([written]) => written)
    .filter((written) => !isInside(path.resolve(ROOT, path.dirname(file), written)));

const isInside = (folder: string): boolean => folder.startsWith(ROOT + path.sep) && existsSync(folder);

/** Returns whether a file is run by `npm run test:full -- samples` only, or says where the files of those tests are. */
const ofSamples = (file: string): boolean =>
  /\.samples\.test\.ts$|\/testing\/samples\.ts$/.test(file) || file === 'scripts/test/samples.mjs';

describe('what `npm test` runs', () => {
  const files = ['packages', 'scripts', 'examples', 'stories'].flatMap(codeIn);

  it('names no folder beside the repository', () => {
    const found = files
      .filter((file) => !ofSamples(file))
      .flatMap((file) =>
        beside(file, readFileSync(path.join(ROOT, file), 'utf8')).map((written) => `${file}: ${written}`),
      );
    expect(files.length).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  });

  it('imports nothing of the tests of real files', () => {
    const imports = /from '[^']*\bsamples(?:\.test)?\.ts'/;
    const found = files.filter((file) => !ofSamples(file) && imports.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('skips no test, whatever lies beside it', () => {
    const skips = /\b(?:it|test|describe)\.(?:skip|skipIf|runIf|todo|only)\b|\bthis\.skip\(/;
    const tests = files.filter((file) => /\.test\.ts$/.test(file));
    const found = tests.filter((file) => skips.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
