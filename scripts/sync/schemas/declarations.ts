/** Texts of the model's sources: comments of zod schemas, and interfaces as JSON Schemas. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { type JsonSchema, refTo } from './json-schema.ts';

/** Comments of a type and of its fields. */
export interface Comments {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A type declared with the language (an interface, an alias), not with zod. */
export type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

export interface Declarations {
  /** By the name of the exported constant. */
  readonly comments: ReadonlyMap<string, Comments>;
  readonly types: ReadonlyMap<string, Declaration>;
}

/** Reads the modules of some folders, from the root of the repository. */
export function readDeclarations(root: string, folders: readonly string[]): Declarations {
  const comments = new Map<string, Comments>();
  const types = new Map<string, Declaration>();
  for (const file of folders.flatMap((folder) => modulesIn(path.join(root, folder)))) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        types.set(statement.name.text, statement);
      }
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations) {
        const literal = initializer && objectOf(initializer);
        comments.set(name.getText(), { type: commentOf(statement), fields: literal ? fieldComments(literal) : {} });
      }
    }
  }
  return { comments, types };
}

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => path.join(folder, file));

/** Returns the object that `z.object({…})` is given, wherever it is in a chain of calls. */
function objectOf(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isCallExpression(node) && /^z\.object$/.test(node.expression.getText())) {
    return node.arguments.find(ts.isObjectLiteralExpression);
  }
  return ts.forEachChild(node, objectOf);
}

const fieldComments = (literal: ts.ObjectLiteralExpression): Readonly<Record<string, string>> =>
  Object.fromEntries(
    literal.properties
      .filter(ts.isPropertyAssignment)
      .map((property) => [property.name.getText(), commentOf(property)] as const)
      .filter(([, comment]) => comment !== ''),
  );

/** Returns the comment of a declaration on one line, without its tags. */
function commentOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  const text = ts.getTextOfJSDocComment(doc?.comment) ?? '';
  return text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Returns an interface or an alias as a JSON Schema; types that it names are referred to by name.
 * @throws Error for a type that JSON Schema has no word for here: it names the type
 */
export function schemaOfDeclaration(declaration: Declaration): JsonSchema {
  const description = commentOf(declaration);
  const schema = ts.isInterfaceDeclaration(declaration)
    ? objectSchema(declaration.members)
    : schemaOfType(declaration.type);
  return description === '' ? schema : { description, ...schema };
}

function objectSchema(members: ts.NodeArray<ts.TypeElement>): JsonSchema {
  const fields = members.filter(ts.isPropertySignature);
  const properties = fields.map((field) => {
    const description = commentOf(field);
    const schema = field.type ? schemaOfType(field.type) : {};
    return [field.name.getText(), description === '' ? schema : { description, ...schema }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: fields.filter((field) => !field.questionToken).map((field) => field.name.getText()),
  };
}

const KEYWORDS: Partial<Record<ts.SyntaxKind, JsonSchema>> = {
  [ts.SyntaxKind.StringKeyword]: { type: 'string' },
  [ts.SyntaxKind.NumberKeyword]: { type: 'number' },
  [ts.SyntaxKind.BooleanKeyword]: { type: 'boolean' },
  [ts.SyntaxKind.UnknownKeyword]: {},
};

function schemaOfType(node: ts.TypeNode): JsonSchema {
  const keyword = KEYWORDS[node.kind];
  if (keyword) return keyword;
  if (ts.isParenthesizedTypeNode(node)) return schemaOfType(node.type);
  if (ts.isTypeOperatorNode(node)) return schemaOfType(node.type);
  if (ts.isArrayTypeNode(node)) return { type: 'array', items: schemaOfType(node.elementType) };
  if (ts.isTypeLiteralNode(node)) return objectSchema(node.members);
  if (ts.isUnionTypeNode(node)) return unionSchema(node.types);
  if (ts.isLiteralTypeNode(node)) {
    if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { type: 'null' };
    if (ts.isStringLiteral(node.literal)) return { const: node.literal.text };
  }
  if (ts.isTypeReferenceNode(node)) return referenceSchema(node);
  throw new Error(`The type ${node.getText()} has no JSON Schema.`);
}

function unionSchema(types: readonly ts.TypeNode[]): JsonSchema {
  const schemas = types.map(schemaOfType);
  if (schemas.every((schema) => 'const' in schema)) return { enum: schemas.map((schema) => schema['const']) };
  return { anyOf: schemas };
}

function referenceSchema(node: ts.TypeReferenceNode): JsonSchema {
  const [first, second] = node.typeArguments ?? [];
  const name = node.typeName.getText();
  if (name === 'Readonly' && first) return schemaOfType(first);
  if (name === 'Record' && second) return { type: 'object', additionalProperties: schemaOfType(second) };
  return refTo(name);
}
