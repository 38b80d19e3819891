/**
 * Nothing is exported that nobody uses: a name without `export` is known to be its file's own. A name is exported by one file, so
 * that whoever reads it somewhere knows what it is.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CODE, codeIn, exportsOf, parsed } from '../sync/doors.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/**
 * Where exports have users that no import names: schemas of the model, which the JSON Schemas are made of; entries of packages; the
 * contracts of commands, which are published; modules that a page or a worker loads by its address.
 */
const READ_OTHERWISE =
  /^packages\/(?:core\/src\/model\/|elements\/src\/(?:loader\/|(?:define|extend|types)\.ts)|[a-z-]+\/src\/contract\/|bench\/src\/pages\/|bretagne\/)|-worker\.ts$|\.test\.ts$/;

/** Names that every module of one kind exports, by which what loads one of them finds its part. */
const PARTS = new Set('about choice drawing look marks skin still svg texts view words'.split(' '));

const files = CODE.flatMap((folder) => codeIn(path.join(ROOT, folder)).map((file) => path.posix.join(folder, file)));

/** Returns the file that a specifier names; null for packages that are not ours. */
function fileAt(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  const [, name = '', entry = ''] = /^@ess-widgets\/([a-z]+)\/?(.*)$/.exec(specifier) ?? [];
  const whole = `packages/${name}/src/${entry}`;
  return name === ''
    ? null
    : existsSync(path.join(ROOT, `${whole}.ts`))
      ? `${whole}.ts`
      : path.posix.join(whole, 'index.ts');
}

/** Whether there may be an `import()` in a statement: few have one, and the others need not be looked through. */
const mayImport = (node: ts.Node): boolean => !ts.isSourceFile(node.parent) || node.getFullText().includes('import(');

/** By file: the names that others import; `*` where they take it whole. */
function namesUsed(): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  const add = (from: string, node: ts.Node | undefined, names: readonly string[]) => {
    const to = node && ts.isStringLiteralLike(node) ? fileAt(from, node.text) : null;
    if (to) used.set(to, new Set([...(used.get(to) ?? []), ...names]));
  };
  const namesIn = (bindings: ts.Node | undefined): readonly string[] =>
    bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
      ? bindings.elements.map((each) => (each.propertyName ?? each.name).text)
      : ['*'];
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(file, node.moduleSpecifier, namesIn(node.importClause?.namedBindings));
      else if (ts.isExportDeclaration(node)) add(file, node.moduleSpecifier, namesIn(node.exportClause));
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(file, node.arguments[0], ['*']);
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        add(file, node.argument.literal, [node.qualifier?.getText() ?? '*']);
      else if (!ts.isSourceFile(node) && !mayImport(node)) return;
      ts.forEachChild(node, visit);
    };
    visit(parsed(path.join(ROOT, file)));
  }
  return used;
}

/** Returns the names that a file declares and exports, those that it hands on left out. */
const ownNames = (source: ts.SourceFile): readonly string[] => {
  const handedOn = source.statements.flatMap((node) =>
    ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements.map((each) => each.name.text)
      : [],
  );
  return [...exportsOf(source).keys()].filter((name) => !handedOn.includes(name));
};

/** Returns the names that several files export; a file has one of its own name to itself. */
function namesTwice(exported: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const holders = new Map<string, string>();
  return [...exported].flatMap(([file, names]) => {
    const own = path.basename(file, '.ts').replace(/\.(?:fr|styles)$/, '');
    return names.flatMap((name) => {
      if (PARTS.has(name) || name.toLowerCase() === own.replace(/\W/g, '').toLowerCase()) return [];
      const holder = holders.get(name);
      holders.set(name, holder ?? file);
      return holder ? [`${name}: ${holder}, ${file}`] : [];
    });
  });
}

describe('what a file exports', () => {
  it('is used by another file', () => {
    const used = namesUsed();
    const checked = files.filter((file) => /^packages\/[a-z-]+\/src\//.test(file) && !READ_OTHERWISE.test(file));
    expect(checked.length).toBeGreaterThan(300);
    const unused = checked.flatMap((file) => {
      const names = used.get(file) ?? new Set();
      if (names.has('*')) return [];
      const exported = [...exportsOf(parsed(path.join(ROOT, file)))].filter(([, { isPromised }]) => !isPromised);
      return exported.flatMap(([name]) => (names.has(name) ? [] : [`${file}: ${name}`]));
    });
    expect(unused).toEqual([]);
  }, 120_000);

  it('has a name that no other file exports', () => {
    const own = files.filter(
      (file) =>
        /^packages\/[a-z-]+\/src\//.test(file) &&
        !/\.test\.ts$|\/testing(?:\.ts$|\/)|\/fixture\.ts$|\/index\.ts$/.test(file),
    );
    const exported = new Map(own.map((file) => [file, ownNames(parsed(path.join(ROOT, file)))]));
    expect(namesTwice(exported)).toEqual([]);
    const both = ['keyOf', 'table', 'view'];
    expect(
      namesTwice(
        new Map([
          ['a/table.ts', both],
          ['b/rows.ts', both],
          ['c/keys.ts', both],
        ]),
      ),
    ).toEqual(['keyOf: a/table.ts, b/rows.ts', 'keyOf: a/table.ts, c/keys.ts', 'table: b/rows.ts, c/keys.ts']);
  });

  it('is told apart from what it keeps to itself and what it promises', () => {
    const text = `const a = 1;\nexport const b = 2;\n/** @since 0.1.0 */\nexport function c() {}\nexport type D = 1;\nexport interface E {}`;
    const found = exportsOf(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
    expect([...found].filter(([, { isPromised }]) => !isPromised).map(([name]) => name)).toEqual(['b', 'D', 'E']);
  });
});
