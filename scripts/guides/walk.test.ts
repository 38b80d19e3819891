import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatCount, formatPeriod } from '@ess-widgets/core/format';
import { Block, collectionSchemas, Quantity } from '@ess-widgets/core/model';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, type Step, walk } from './walk.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const guideOf = (file: string): string => readFileSync(path.join(ROOT, 'stories/guides', file), 'utf8');

/** Runs a script from the sources of the packages, so that no build is needed. */
function runNode(script: string, folder: string): number {
  const conditions = ['--conditions=ess-source', '--import', 'tsx'];
  const { status, stderr } = spawnSync(process.execPath, [...conditions, script], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) console.error(stderr);
  return status ?? 1;
}

/** Rows of the tables of a guide: their cells. */
const rowsOf = (guide: string): readonly (readonly string[])[] =>
  [...guide.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.replaceAll('\\`', '`').split(' | '));
const codeIn = (cell = ''): string => /^`(.*)`$/.exec(cell)?.[1] ?? '';

describe.each([
  ['donnees.fr.mdx', 'fr'],
  ['data.en.mdx', 'en'],
])('the guide to the data, %s', (file, lang) => {
  const guide = guideOf(file);
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-guide-'));
  let steps: readonly Step[] = [];
  beforeAll(async () => {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    steps = await walk(guide, folder, lang, runNode);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  const named = (name: string): readonly Step[] =>
    steps.filter(({ command }) => command.startsWith(`npx ess-widgets ${name}`));

  it('has commands that end as it says, and print what it shows', () => {
    expect(steps.map(({ command, status }) => [command, status])).toEqual(
      steps.map(({ command, expectedStatus }) => [command, expectedStatus]),
    );
    const shown = steps.filter(({ expected }) => expected !== null);
    for (const { command, printed, expected } of shown) expect(printed, command).toBe(expected);
    expect(shown.length).toBeGreaterThan(5);
  });

  it('shows check, indicators, observations, diff and schema', () => {
    for (const name of ['check', 'indicators', 'observations', 'diff', 'schema']) {
      expect(named(name).length, name).toBeGreaterThan(0);
    }
  });

  it('ends with a data set of which nothing is said, whose measures are those of its build', () => {
    const last = named('check').at(-1);
    expect([last?.status, last?.printed.split('\n').length]).toEqual([0, 4]);
    const measures = JSON.parse(readFileSync(path.join(folder, 'data/measures.json'), 'utf8'));
    expect(measures.measures).toContainEqual(
      expect.objectContaining({ indicator: 'members-stock', period: '2025', basis: 'both' }),
    );
    const { excerpts } = JSON.parse(readFileSync(path.join(folder, 'data/manifest.json'), 'utf8'));
    const file = Object.keys(excerpts).find((name) => excerpts[name].includes('members-stock')) ?? '';
    const { measures: kept } = JSON.parse(readFileSync(path.join(folder, 'data', file), 'utf8'));
    const isOfMembers = ({ indicator }: { indicator: string }): boolean => excerpts[file].includes(indicator);
    expect(kept).toEqual(measures.measures.filter(isOfMembers));
  });

  it('tells the editor of schemas that exist and that the files of the example fit', () => {
    const settings: {
      readonly 'json.schemas': readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
    } = JSON.parse(readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8'));
    expect(settings['json.schemas'].length).toBeGreaterThan(0);
    for (const { fileMatch, url } of settings['json.schemas']) {
      const schema = JSON.parse(readFileSync(path.join(folder, url), 'utf8'));
      const data = JSON.parse(readFileSync(path.join(folder, fileMatch[0] ?? ''), 'utf8'));
      const ajv = new Ajv({ allErrors: true });
      // It knows older dialects: nothing here differs between them and the one that is declared.
      ajv.validate({ ...schema, $schema: undefined }, data);
      expect(ajv.errors, url).toBeNull();
    }
    const inPackage = /`(node_modules\/@ess-widgets\/[^`]+)`/.exec(guide)?.[1] ?? '';
    expect(existsSync(path.join(ROOT, inPackage)), inPackage).toBe(true);
  });

  it('names collections that exist, and all those of the example', () => {
    const cells = rowsOf(guide).map(([first = '']) => [...first.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    const listed = cells.filter((names) => names.some((name) => name in collectionSchemas)).flat();
    expect(listed.filter((name) => !(name in collectionSchemas))).toEqual([]);
    const files = readdirSync(path.join(folder, 'data')).map((name) => name.replace('.json', ''));
    const apart = ['manifest', 'catalogue', 'measures', 'report-2025'];
    const isApart = (name: string): boolean => apart.includes(name) || name.startsWith('measures-');
    expect(files.filter((name) => !isApart(name) && !listed.includes(name))).toEqual([]);
  });

  it('names every block of a report', () => {
    const named = rowsOf(guide).flatMap(([first = '']) => [...first.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    const types = Block.def.options.flatMap((option) => option.shape.type.def.values);
    expect(types.filter((type) => type !== 'other' && !named.includes(type))).toEqual([]);
  });

  it('writes quantities and periods that are shown as it says', () => {
    const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
    const quantities = rowsOf(guide).filter(([, code]) => codeIn(code).startsWith('{'));
    expect(quantities.length).toBeGreaterThan(5);
    for (const [said, code, shown = ''] of quantities) {
      expect(plain(formatCount(Quantity.parse(JSON.parse(codeIn(code))), lang)), said).toBe(plain(shown));
    }
    const periods = rowsOf(guide).filter(([code]) => /^\d{4}/.test(codeIn(code)));
    expect(periods.length).toBeGreaterThan(5);
    for (const [code, shown] of periods) expect(formatPeriod(codeIn(code), lang)).toBe(shown);
  });

  it('names degrees of precision that exist', () => {
    const schema: { readonly $defs: { readonly Position: object } } = JSON.parse(
      readFileSync(path.join(ROOT, 'packages/core/schema/organisation.json'), 'utf8'),
    );
    const [, ...rows] = guide.split('| \\`precision\\` |')[1]?.split('`}</Markdown>')[0]?.split('\n') ?? [];
    const words = rows.flatMap((row) => [...row.matchAll(/\\`(\w+)\\`/g)].map(([, word]) => word));
    expect(words).toContain('commune');
    const known = JSON.stringify(schema.$defs);
    expect(words.filter((word) => !known.includes(`"${word}"`))).toEqual([]);
  });
});

describe('the two guides to the data', () => {
  it('give the same files, changes and commands, but for words', () => {
    const codes = (file: string): readonly string[] =>
      blocksOf(guideOf(file))
        .filter(({ kind }) => kind !== 'text')
        .map(({ code }) => code.replaceAll('avant', 'before').replace('statut', 'exit status'));
    expect(codes('donnees.fr.mdx')).toEqual(codes('data.en.mdx'));
  });
});
