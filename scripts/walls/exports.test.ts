/** Nothing is exported that nobody uses: a name without `export` is known to be its file's own. */
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
      ts.forEachChild(node, visit);
    };
    visit(parsed(path.join(ROOT, file)));
  }
  return used;
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

  it('is told apart from what it keeps to itself and what it promises', () => {
    const text = `const a = 1;\nexport const b = 2;\n/** @since 0.1.0 */\nexport function c() {}\nexport type D = 1;\nexport interface E {}`;
    const found = exportsOf(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
    expect([...found].filter(([, { isPromised }]) => !isPromised).map(([name]) => name)).toEqual(['b', 'D', 'E']);
  });
});
