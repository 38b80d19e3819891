import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { tagsOf } from './sync/elements.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = 'ess-source';

interface Package {
  readonly name: string;
  readonly private?: boolean;
  readonly sideEffects?: boolean | readonly string[];
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
}

const folders = readdirSync(path.join(ROOT, 'packages')).map((name) => path.join(ROOT, 'packages', name));
const packages = folders
  .filter((folder) => existsSync(path.join(folder, 'package.json')))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package,
  }));

/** Every target of an exports map: which entry, under which condition, which file. */
function targetsOf({
  exports = {},
}: Package): readonly (readonly [entry: string, condition: string, target: string])[] {
  return Object.entries(exports).flatMap(([entry, to]) =>
    typeof to === 'string'
      ? [[entry, 'default', to] as const]
      : Object.entries(to).map(([condition, target]) => [entry, condition, target] as const),
  );
}

/** Whether a pattern of a package.json (`./src/*`, where a star stands for any path) means a file. */
function matches(pattern: string, file: string): boolean {
  const text = pattern.replace(/^\.\//, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${text.replace(/\*+/g, '.*')}$`).test(file.split(path.sep).join('/'));
}

/** Runs a module text in a fresh Node without a DOM, and gives back what it printed. */
function inNode(text: string, ...flags: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', text], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trim();
}

describe.each(packages)('the package $manifest.name', ({ folder, manifest }) => {
  const targets = targetsOf(manifest);

  it('exports something, or is a command', () => {
    expect(targets.length + Object.keys(manifest.bin ?? {}).length).toBeGreaterThan(0);
  });

  it('has every file that it exports, built and as a source', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const missing = targets.filter(([, , target]) => !files.some((file) => matches(target, file)));
    expect(missing).toEqual([]);
    for (const file of Object.values(manifest.bin ?? {})) expect(existsSync(path.join(folder, file))).toBe(true);
  });

  it('has the same entries built as it has sources', () => {
    const uneven = targets.filter(
      ([entry, condition, target]) =>
        condition === SOURCE &&
        !targets.some(
          ([other, otherCondition, built]) =>
            other === entry &&
            otherCondition === 'default' &&
            built === target.replace('./src/', './dist/').replace(/\.ts$/, '.js'),
        ),
    );
    expect(uneven).toEqual([]);
  });

  it('is found correct by publint', async () => {
    const { messages } = await publint({ pkgDir: folder, pack: false, strict: true, level: 'warning' });
    // The private condition of this workspace comes first, and leads to TypeScript: on purpose, and never published.
    const own = messages.filter((message) => !message.path.includes(SOURCE));
    expect(own.map((message) => formatMessage(message, { ...manifest }))).toEqual([]);
  });
});

it.each(packages.filter(({ manifest }) => manifest.private !== true))(
  '$manifest.name is packed with its licence, and with a page that says what it is',
  ({ folder }) => {
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
  },
);

describe('core, built', () => {
  const core = packages.find(({ manifest }) => manifest.name === '@ess-widgets/core');
  const entries = targetsOf(core?.manifest ?? { name: '' })
    .filter(([entry, condition]) => condition === 'types' && !entry.includes('*'))
    .map(([entry]) => entry.replace(/^\./, '@ess-widgets/core'));

  /** The one that is imported for what it does. */
  const LANGUAGES = '@ess-widgets/core/format/all';

  it.each(entries.filter((entry) => entry !== LANGUAGES))('%s is imported in Node', (entry) => {
    expect(Number(inNode(`console.log(Object.keys(await import('${entry}')).length)`))).toBeGreaterThan(0);
  });

  it(`${LANGUAGES} makes the formats speak English`, () => {
    const date = `(await import('@ess-widgets/core/format')).formatDate('2025-03-05', 'en')`;
    expect(inNode(`await import('${LANGUAGES}'); console.log(${date})`).trim()).toBe('5 March 2025');
  });
});

describe('the command, built', () => {
  it('runs in plain Node, on the data set that is installed with it', () => {
    const main = path.join(ROOT, 'packages/cli/dist/main.js');
    const args = [main, 'indicators', '@ess-widgets/bretagne', 'members-stock', '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)[0].quantity.value).toBe(117);
  });

  it('starts with the line that makes it a command', () => {
    expect(readFileSync(path.join(ROOT, 'packages/cli/dist/main.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

describe('the loader, built', () => {
  it.each(['@ess-widgets/elements/loader', './packages/elements/dist/loader/ess.js'])(
    'is imported on a server without a DOM, and does nothing there: %s',
    (file) => {
      expect(inNode(`await import('${file}')`)).toBe('');
    },
  );
});

describe('the entry for extensions, built', () => {
  it('is imported on a server without a DOM, and registers no element', () => {
    const text = `
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
      const { registerIndicator } = await import('@ess-widgets/elements/extend');
      console.log(typeof registerIndicator, defined.length);
    `;
    expect(inNode(text)).toBe('function 0');
  });
});

describe('an element, built', () => {
  const tags = tagsOf(ROOT);
  /** Imports a module of an element and says which tags that registered. */
  const registeredBy = (tag: string, file: string): string =>
    inNode(`
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
      await import('./packages/elements/dist/${tag}/${file}.js');
      console.log(defined.join(' '));
    `);

  it('exists', () => {
    expect(tags.length).toBeGreaterThan(0);
  });

  it.each(tags)('%s is imported on a server without a DOM, and registers nothing', (tag) => {
    expect(registeredBy(tag, tag)).toBe('');
    expect(inNode(`await import('./packages/elements/dist/${tag}/${tag}.js')`)).toBe('');
  });

  it.each(tags)('%s is registered by its define module', (tag) => {
    expect(registeredBy(tag, 'define').split(' ')).toContain(tag);
  });

  it.each(tags)('%s keeps its define module from being dropped as free of side effects', (tag) => {
    const { manifest } = packages.find(({ manifest: each }) => each.name === '@ess-widgets/elements') ?? {};
    const kept = Array.isArray(manifest?.sideEffects) ? manifest.sideEffects : [];
    for (const file of [`src/${tag}/define.ts`, `dist/${tag}/define.js`]) {
      expect(kept.some((pattern) => matches(pattern, file))).toBe(true);
    }
  });
});
