import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elementIndexes } from '../sync/elements.ts';
import { formatted } from '../sync/files.ts';
import { readArguments, UsageError } from './arguments.ts';
import { byHand, create, plan } from './create.ts';
import { lintTexts, typeErrors } from './overlay.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEXTS = 'packages/elements/src/texts';
/** Files that list the elements by hand. */
const LISTS = [
  'packages/elements/src/base/attributes.ts',
  'packages/elements/src/base/card/heights.ts',
  'stories/guides/widgets.en.mdx',
  'stories/guides/widgets.fr.mdx',
];

describe('a new element', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ess-new-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  /** Creates an element beside the texts that it joins. */
  const createElement = (): readonly string[] => {
    for (const each of [TEXTS, ...LISTS]) cpSync(path.join(ROOT, each), path.join(root, each), { recursive: true });
    return create(['element', 'ess-boat-list'], root);
  };
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

  it('has its files where the house keeps them', () => {
    expect([...createElement()].sort()).toEqual([
      'packages/elements/src/base/attributes.ts',
      'packages/elements/src/base/card/heights.ts',
      'packages/elements/src/ess-boat-list/define.ts',
      'packages/elements/src/ess-boat-list/ess-boat-list.styles.ts',
      'packages/elements/src/ess-boat-list/ess-boat-list.test.ts',
      'packages/elements/src/ess-boat-list/ess-boat-list.ts',
      'packages/elements/src/texts/br.ts',
      'packages/elements/src/texts/charts.fr.ts',
      'packages/elements/src/texts/en.ts',
      'stories/ess-boat-list.states.stories.ts',
      'stories/ess-boat-list.stories.ts',
      'stories/guides/widgets.en.mdx',
      'stories/guides/widgets.fr.mdx',
    ]);
  });

  it('needs at most eight files by hand', () => {
    const files = byHand(createElement());
    console.log(`A new element: ${files.length} files by hand.\n${files.map((file) => `  ${file}`).join('\n')}`);
    expect(files.length).toBeLessThanOrEqual(8);
    expect(files.filter((file) => /\/(?:define|heights)\.ts$|\.mdx$/.test(file))).toEqual([]);
  });

  it('is in every list of elements, once', () => {
    createElement();
    for (const file of LISTS) {
      const rows = read(file)
        .split('\n')
        .filter((line) => /['/]ess-boat-list['.]/.test(line));
      expect(rows.length, file).toBe(file.endsWith('.mdx') ? 2 : 1);
    }
  });

  it('bears its name everywhere, and leaves no placeholder', () => {
    const files = createElement();
    for (const file of files) expect(read(file)).not.toMatch(/__[A-Za-z]+__/);
    expect(read('packages/elements/src/ess-boat-list/ess-boat-list.ts')).toContain('export class EssBoatList');
  });

  it('is found by the sync', () => {
    createElement();
    expect(elementIndexes(root).get('packages/elements/src/define.ts')).toContain('ess-boat-list');
  });

  it.each([
    [[], 'Say what is new'],
    [['source', 'ods'], 'Say what is new'],
    [['element'], 'Give one tag'],
    [['element', 'ess-a', 'ess-b'], 'Give one tag'],
    [['element', 'boat-list'], '"boat-list" is not a tag of ours'],
    [['element', 'ess-BoatList'], '"ess-BoatList" is not a tag of ours'],
    [['element', 'ess-../../x'], 'is not a tag of ours'],
    [['element', 'ess-'], 'is not a tag of ours'],
    [['indicator', 'boats-built', 'boats'], 'Say what is new'],
  ])('is refused with a clear message: %j', (args, message) => {
    expect(() => create(args, root)).toThrow(UsageError);
    expect(() => create(args, root)).toThrow(message);
    expect(existsSync(path.join(root, 'packages'))).toBe(false);
  });

  it('is refused where it exists, and what exists is left as it was', () => {
    createElement();
    expect(() => create(['element', 'ess-boat-list'], root)).toThrow('exists already');
  });
});

describe('the command', () => {
  /** Runs it as npm does. */
  function run(...args: readonly string[]) {
    const flags = ['--conditions=ess-source', '--import', 'tsx', path.join(ROOT, 'scripts/new.ts')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('explains itself when asked, and writes nothing', () => {
    const { status, stdout, stderr } = run('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm run new element <tag>\n/);
    expect(readArguments(['-h', 'element']).help).toBe(stdout.trimEnd());
  });

  it('refuses wrong arguments in one line, with status 2 and no stack', () => {
    for (const args of [[], ['source'], ['element', 'boat'], ['--colour'], ['--root']]) {
      const { status, stdout, stderr } = run(...args);
      expect([status, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).toMatch(/^.+ \(npm run new -- --help\)\n$/);
    }
  });

  it('names the option that it does not know', () => {
    expect(() => readArguments(['element', '--colour'])).toThrow("Unknown option '--colour'");
  });
});

describe('what is generated', () => {
  const element = new Map([...plan(['element', 'ess-boat-list'], ROOT)].filter(([file]) => file.endsWith('.ts')));
  const broken = lintTexts(element);
  const only = (files: ReadonlyMap<string, string>, folder: string) =>
    new Map([...files].filter(([file]) => file.startsWith(folder)));

  it('is typed', () => {
    expect(typeErrors('packages/elements/tsconfig.json', only(element, 'packages/'))).toEqual([]);
    const story = new Map([...only(element, 'packages/')].filter(([file]) => !file.endsWith('.test.ts')));
    expect(typeErrors('tsconfig.json', new Map([...story, ...only(element, 'stories/')]))).toEqual([]);
  });

  it.each([...element])('is formatted and passes the lint: %s', (file, text) => {
    expect(formatted(file, text)).toBe(text);
    expect(broken.get(file)).toEqual([]);
  });
});
