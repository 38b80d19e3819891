import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { breach, ZONES, zoneOf } from './walls.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Loaded when it is wanted: what imports it has been read by then. */
  readonly isLate: boolean;
}

/** Every import of a source text: static, re-exported, dynamic, and `import('…')` in a type. */
function importsOf(text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, isLate = false) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly, isLate });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
  return found;
}

function sources(): readonly string[] {
  return readdirSync(path.join(ROOT, 'packages'))
    .map((name) => `packages/${name}/src`)
    .filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
    );
}

/** The folder of a package that a file is in, or the file itself where it is in none. */
const roomOf = (file: string): string => file.split('/').slice(0, 4).join('/');

/**
 * Returns the names left after taking off, again and again, what imports nothing that is left or is imported by
 * nothing: a cycle, if anything.
 */
function cycleOf(arrows: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const from = new Set(arrows.map(([each]) => each));
  const to = new Set(arrows.map(([, each]) => each));
  const left = arrows.filter((arrow) => to.has(arrow[0]) && from.has(arrow[1]));
  return left.length === arrows.length ? [...from].sort() : cycleOf(left);
}

describe('the walls between packages and folders', () => {
  it('are kept by every import of every source file', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(0);
    const breaches = files.flatMap((file) =>
      importsOf(readFileSync(path.join(ROOT, file), 'utf8'))
        .map(({ specifier, typeOnly, isLate }) => breach(file, specifier, typeOnly, isLate))
        .filter((why) => why !== null),
    );
    expect(breaches).toEqual([]);
  });

  it('leave no cycle: of modules at run time, of rooms with types too', () => {
    const files = sources().filter((file) => !/\.test\.ts$|\/testing(\.ts$|\/)/.test(file));
    const known = new Set(files);
    const imports = files.flatMap((from) =>
      importsOf(readFileSync(path.join(ROOT, from), 'utf8')).flatMap(({ specifier, typeOnly, isLate }) => {
        const to = path.posix.join(path.posix.dirname(from), specifier);
        return known.has(to) ? [{ from, to, isRead: !typeOnly && !isLate }] : [];
      }),
    );
    const modules = imports.filter(({ isRead }) => isRead).map(({ from, to }) => [from, to] as const);
    expect(cycleOf(modules)).toEqual([]);
    const rooms = imports.map(({ from, to }) => [roomOf(from), roomOf(to)] as const);
    expect(cycleOf(rooms.filter(([from, to]) => from !== to))).toEqual([]);
  });

  it('see a cycle where there is one', () => {
    expect(
      cycleOf([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'd'],
        ['c', 'b'],
      ]),
    ).toEqual(['b', 'c']);
  });

  it('know every source file', () => {
    expect(sources().filter((file) => !zoneOf(file))).toEqual([]);
  });

  it('name zones that exist in the table', () => {
    const names = new Set(ZONES.map((zone) => zone.name));
    const named = ZONES.flatMap((zone) => [...zone.zones, ...(zone.types ?? [])]).filter((name) => !name.endsWith('*'));
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('an import', () => {
  const model = 'packages/core/src/model/quantity.ts';
  const indicator = 'packages/core/src/indicators/formulas/stock.ts';
  const client = 'packages/core/src/data/client/client.ts';
  const element = 'packages/elements/src/ess-indicator/ess-indicator.ts';
  const cases: readonly (readonly [allowed: boolean, file: string, specifier: string, typeOnly?: boolean])[] = [
    [true, model, './text.ts'],
    [true, model, 'zod/mini'],
    [false, model, 'zod'],
    [false, model, '../errors.ts'],
    [false, model, '../format/number.ts'],
    [true, indicator, '../../model/index.ts'],
    [false, indicator, '../../model/quantity.ts'],
    [false, indicator, '../index.ts'],
    [true, indicator, '../../errors.ts'],
    [true, indicator, '../measure.ts'],
    [false, indicator, '../../data/client/client.ts'],
    [false, indicator, '@ess-widgets/core/model'],
    [false, indicator, 'lit'],
    [false, indicator, 'node:fs'],
    [true, client, '../cache/cache.ts'],
    [true, client, '../sources/source.ts', true],
    [false, client, '../sources/source.ts'],
    [false, client, '../../../../elements/src/define.ts'],
    [true, element, 'lit'],
    [true, element, 'lit/decorators.js'],
    [true, element, '@ess-widgets/core/model'],
    [true, element, '../base/element.ts'],
    [false, element, '../../../core/src/model/quantity.ts'],
    [false, element, '@ess-widgets/bretagne/data/manifest.json'],
    [false, element, 'ess-widgets'],
    [false, element, 'zod/mini'],
    [false, element, './ess-indicator.test.ts'],
    [true, 'packages/cli/src/main.ts', '@ess-widgets/core/indicators'],
    [true, 'packages/cli/src/main.ts', 'node:fs'],
    [false, 'packages/cli/src/main.ts', '@ess-widgets/elements'],
    [true, 'packages/core/src/data/client/client.test.ts', '../sources/csv/csv.ts'],
    [true, 'packages/core/src/data/client/client.test.ts', 'fake-indexeddb'],
    [false, 'packages/core/src/data/client/client.test.ts', 'lit'],
    [false, 'packages/core/src/data/client/client.test.ts', '@ess-widgets/elements'],
    [false, 'packages/cli/src/main.ts', 'ess-geo'],
    [false, 'packages/cli/src/main.ts', 'topojson-client'],
    [true, 'packages/geo-tools/src/main.ts', 'ess-widgets/internal'],
    [false, 'packages/geo-tools/src/main.ts', '@ess-widgets/bretagne/data/manifest.json'],
    [false, 'packages/geo-tools/src/main.ts', '../../cli/src/run.ts'],
    [true, 'packages/geo-tools/src/testing/ess-geo.ts', '../../../cli/src/testing/io.ts'],
    [false, 'packages/geo-tools/src/testing/ess-geo.ts', '../../../cli/src/run.ts'],
    [false, 'packages/cli/src/testing/io.ts', '../../../geo-tools/src/testing/ess-geo.ts'],
  ];
  for (const [allowed, file, specifier, typeOnly = false] of cases) {
    it(`${allowed ? 'may' : 'may not'} name ${specifier}${typeOnly ? ' as a type' : ''} in ${file}`, () => {
      expect(breach(file, specifier, typeOnly) === null).toBe(allowed);
    });
  }

  it('comes late from a late file alone, never from a door', () => {
    const late = (file: string, specifier: string): boolean => breach(file, specifier, false, true) === null;
    expect(late(element, '@ess-widgets/core/data/all')).toBe(true);
    expect(late(element, '@ess-widgets/core/data')).toBe(false);
    expect(late(client, '../../reading/refusals.ts')).toBe(true);
    expect(late(client, '../../reading/index.ts')).toBe(false);
    expect(late(client, '../../model/quantity.ts')).toBe(false);
    expect(late(client, './recognise.ts')).toBe(true);
  });

  it('is found wherever it is written', () => {
    const text = `import 'a'; import type { B } from 'b'; export * from 'c'; const d = () => import('d'); type E = import('e').E;`;
    expect(importsOf(text)).toEqual([
      { specifier: 'a', typeOnly: false, isLate: false },
      { specifier: 'b', typeOnly: true, isLate: false },
      { specifier: 'c', typeOnly: false, isLate: false },
      { specifier: 'd', typeOnly: false, isLate: true },
      { specifier: 'e', typeOnly: true, isLate: false },
    ]);
  });
});
