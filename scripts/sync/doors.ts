/**
 * The doors of core, `src/<room>/index.ts`: the names of a room that other rooms and packages import, and those that `@since`
 * promises. Nobody edits them: a name is imported from its door, and `npm run sync` puts it there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { LATE } from '../walls/walls.mjs';
import { foldersIn, formatted, type Generated } from './files.ts';

const CORE = 'packages/core/src';
/** Folders that have code of ours. */
export const CODE = ['packages', 'scripts', 'stories', '.storybook', 'examples'];
const PACKAGE = '@ess-widgets/core';

/** A name that a file of a room exports. */
interface Definition {
  readonly file: string;
  readonly isType: boolean;
  readonly isPromised: boolean;
}

/** Writes the doors of the rooms; that of the package itself is written by hand. */
export function coreDoors(root: string): Generated {
  const rooms = foldersIn(path.join(root, CORE)).filter((name) => name !== 'testing');
  const asked = namesAsked(root);
  return new Map(
    rooms.map((room) => {
      const file = `${CORE}/${room}/index.ts`;
      return [file, formatted(file, doorOf(root, room, asked.get(room) ?? new Map()))];
    }),
  );
}

/**
 * @param asked the files that ask for each name
 * @throws Error where the room has no such name, or two files have it
 */
function doorOf(root: string, room: string, asked: ReadonlyMap<string, string>): string {
  const folder = path.join(root, CORE, room);
  const defined = new Map<string, readonly Definition[]>();
  for (const file of codeIn(folder).filter((each) => each !== 'index.ts' && !isTest(each))) {
    if (LATE.includes(`${room}/${file.replace(/\.ts$/, '')}`)) continue;
    for (const [name, found] of exportsOf(parsed(path.join(folder, file))))
      defined.set(name, [...(defined.get(name) ?? []), { ...found, file }]);
  }
  const lines = new Map<string, string[]>();
  const promised = [...defined].flatMap(([name, found]) => (found.some(({ isPromised }) => isPromised) ? [name] : []));
  for (const name of new Set([...asked.keys(), ...promised])) {
    const [found, other] = defined.get(name) ?? [];
    if (!found) throw new Error(`${asked.get(name)} imports ${name} from the door of ${room}, which has none.`);
    if (other)
      throw new Error(`${found.file} and ${other.file} of ${room} both export ${name}: give one another name.`);
    const names = lines.get(found.file) ?? [];
    lines.set(found.file, [...names, found.isType ? `type ${name}` : name]);
  }
  const door = path.join(folder, 'index.ts');
  const said = (existsSync(door) && /^\/\*\*[\s\S]*?\*\/\n/.exec(readFileSync(door, 'utf8'))?.[0]) || '';
  return said + [...lines].map(([file, names]) => `export { ${names.join(', ')} } from './${file}';\n`).join('');
}

/** Returns the names that code asks of each door, each with a file that does. */
function namesAsked(root: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const asked = new Map<string, Map<string, string>>();
  for (const file of CODE.flatMap((folder) => codeIn(path.join(root, folder)).map((each) => path.join(folder, each)))) {
    const isCore = file.startsWith(CORE);
    // A test of core may name a file of another room: nothing is exported for it alone.
    if (isCore && isTest(file)) continue;
    for (const statement of parsed(path.join(root, file)).statements) {
      const isImport = ts.isImportDeclaration(statement);
      if (!isImport && !ts.isExportDeclaration(statement)) continue;
      const room = roomAt(file, statement.moduleSpecifier);
      const names = isImport ? statement.importClause?.namedBindings : statement.exportClause;
      if (room === null || !names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) continue;
      const all = asked.get(room) ?? new Map<string, string>();
      for (const each of names.elements) all.set((each.propertyName ?? each.name).text, file);
      asked.set(room, all);
    }
  }
  return asked;
}

/** Returns the room whose door a specifier names; null where it names none. */
function roomAt(file: string, specifier: ts.Expression | undefined): string | null {
  if (!specifier || !ts.isStringLiteral(specifier)) return null;
  const { text } = specifier;
  if (text.startsWith(`${PACKAGE}/`)) return /^[a-z]+$/.exec(text.slice(PACKAGE.length + 1))?.[0] ?? null;
  if (!text.startsWith('.')) return null;
  const to = path.posix.relative(CORE, path.posix.join(path.posix.dirname(file), text));
  return /^([a-z]+)\/index\.ts$/.exec(to)?.[1] ?? null;
}

/** Returns what a file defines and exports. */
export function exportsOf({ statements }: ts.SourceFile): ReadonlyMap<string, Omit<Definition, 'file'>> {
  const found = new Map<string, Omit<Definition, 'file'>>();
  const add = (name: string, isType: boolean, isPromised: boolean) => {
    const before = found.get(name);
    // A schema and the type of what it reads have one name.
    found.set(name, {
      isType: isType && (before?.isType ?? true),
      isPromised: isPromised || (before?.isPromised ?? false),
    });
  };
  for (const node of statements) {
    if (
      ts.isExportDeclaration(node) &&
      !node.moduleSpecifier &&
      node.exportClause &&
      ts.isNamedExports(node.exportClause)
    ) {
      for (const each of node.exportClause.elements) add(each.name.text, node.isTypeOnly || each.isTypeOnly, false);
    }
    if (!ts.canHaveModifiers(node)) continue;
    if (!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    const isPromised = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'since');
    const declarations = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
    for (const { name } of declarations as readonly { readonly name?: ts.Node }[]) {
      if (name && ts.isIdentifier(name)) add(name.text, isType, isPromised);
      else if (name && ts.isObjectBindingPattern(name))
        for (const each of name.elements) if (ts.isIdentifier(each.name)) add(each.name.text, false, isPromised);
    }
  }
  return found;
}

const isTest = (file: string): boolean => /\.test\.ts$|(?:^|\/)testing(?:\/|\.ts$)/.test(file);

/** Returns the files of code in a folder, those of builds left out. */
export function codeIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(?:ts|tsx|mjs|js)$/.test(file) && !/(?:^|\/)(?:node_modules|dist|cdn)\//.test(file))
    .sort();
}

const sources = new Map<string, ts.SourceFile>();

/** Returns a file as it is parsed, once. */
export function parsed(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  sources.set(file, source);
  return source;
}
