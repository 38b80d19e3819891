import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, formatMessages } from 'esbuild';
import { createLogger, build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagsOf } from '../sync/elements.ts';
import { type Consumer, createConsumer } from './consumer.ts';
import { relativeSpecifiers } from './specifiers.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Returns the file of a relative address: declarations name the module that they describe. */
function targetOf(file: string, specifier: string): string {
  const target = path.resolve(path.dirname(file), specifier);
  return file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target;
}

describe.each(['core', 'elements', 'cli', 'geo-tools'])('the built package %s', (name) => {
  const dist = path.join(ROOT, 'packages', name, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });

  it.each(['.js', '.d.ts'])('has every file that its %s files ask for', (ending) => {
    const asked = files
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => {
        const full = path.join(dist, file);
        return relativeSpecifiers(full, readFileSync(full, 'utf8')).map((specifier) => ({ file, full, specifier }));
      });
    expect(asked.length).toBeGreaterThan(0);
    const missing = asked.filter(({ full, specifier }) => !existsSync(targetOf(full, specifier)));
    expect(missing.map(({ file, specifier }) => `${file}: ${specifier}`)).toEqual([]);
  });

  it('has nothing that only tests use', () => {
    expect(files.filter((file) => /\.test\.|(^|\/)testing\b/.test(file))).toEqual([]);
  });
});

describe.each(['core', 'elements'])('the modules of %s', (name) => {
  const dist = path.join(ROOT, 'packages', name, 'dist');
  const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

  it('ask for modules alone: Node, browsers and some bundlers refuse to import anything else', () => {
    const asked = modules.flatMap((file) =>
      relativeSpecifiers(file, readFileSync(path.join(dist, file), 'utf8')).map((specifier) => `${file}: ${specifier}`),
    );
    expect(asked.filter((each) => !each.endsWith('.js'))).toEqual([]);
  });
});

describe('the packed elements', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = createConsumer();
    consumer.write('main.js', `import '@ess-widgets/elements/define';\n`);
    consumer.write('index.html', `<script type="module" src="./main.js"></script>\n`);
  }, 240_000);
  afterAll(() => consumer.remove());

  // Frameworks that watch what is asynchronous (Zone.js) take no `await` outside of functions, nor does a classic script.
  it.each<readonly [string, Pick<BuildOptions, 'format' | 'splitting' | 'supported'>]>([
    ['', { splitting: true }],
    [', where a framework takes no top-level await,', { splitting: true, supported: { 'top-level-await': false } }],
    [', as one classic script,', { format: 'iife' }],
  ])('are bundled by esbuild%s without a warning', async (_, options) => {
    const { errors, warnings, outputFiles } = await build({
      absWorkingDir: consumer.folder,
      entryPoints: ['main.js'],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      outdir: 'esbuild',
      write: false,
      logLevel: 'silent',
      ...options,
    }).catch((failure: { errors: never[]; warnings: never[] }) => ({ ...failure, outputFiles: [] }));
    expect(await formatMessages([...errors, ...warnings], { kind: 'error' })).toEqual([]);
    expect(outputFiles.map(({ text }) => text).join('')).toContain('ess-event-counter');
  });

  it('have a loader that a bundler can follow to the code of each element', async () => {
    const { outputFiles } = await build({
      absWorkingDir: consumer.folder,
      stdin: { contents: `import '@ess-widgets/elements/loader';`, resolveDir: consumer.folder },
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'loader',
      write: false,
    });
    const written = outputFiles.map(({ text }) => text).join('');
    for (const tag of tagsOf(ROOT)) expect(written).toMatch(new RegExp(`define\\w*\\(["']${tag}["']`));
  });

  it('are bundled by Vite without a warning, workers too', async () => {
    const said: string[] = [];
    const logger = createLogger('silent');
    const tell = (message: string): number => said.push(message);
    await viteBuild({
      root: consumer.folder,
      configFile: false,
      customLogger: { ...logger, warn: tell, warnOnce: tell, error: tell },
      build: {
        target: 'es2022',
        outDir: 'vite',
        // The time of a plugin depends on the load of the machine, so its warning is off.
        rolldownOptions: { checks: { pluginTimings: false } },
      },
    }).catch((failure: Error) => tell(failure.message));
    expect(said).toEqual([]);
    const written = readdirSync(path.join(consumer.folder, 'vite/assets'));
    expect(written.filter((file) => file.includes('worker')).length).toBeGreaterThan(0);
  });
});
