import ts from 'typescript';

/** One change of a source: the text between two offsets becomes another. */
export interface Mutation {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** Operators and what a slip of the hand would make of them. */
const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
]);

/** Names in a pair that a slip of the hand swaps: `[lon, lat]`. */
const isName = (node: ts.Node | undefined): node is ts.Node =>
  node !== undefined && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node));

const text = (node: ts.Node): string => node.getText();
const whole = (node: ts.Node, by: string): Mutation => ({ from: node.getStart(), to: node.getEnd(), by });

function mutationsAt(node: ts.Node): readonly Mutation[] {
  if (ts.isBinaryExpression(node)) {
    const by = OPERATORS.get(node.operatorToken.kind);
    return by ? [whole(node.operatorToken, by)] : [];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [whole(node, text(node.operand))];
  }
  if (ts.isConditionalExpression(node)) return [whole(node.condition, `!(${text(node.condition)})`)];
  if (ts.isIfStatement(node)) return [whole(node.expression, `!(${text(node.expression)})`)];
  if (ts.isNumericLiteral(node)) return [whole(node, String(Number(node.text.replaceAll('_', '')) + 1))];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [whole(node, 'false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [whole(node, 'true')];
  if (ts.isArrayLiteralExpression(node) && node.elements.length === 2 && node.elements.every(isName)) {
    const [one, other] = node.elements;
    return one && other ? [whole(node, `[${text(other)}, ${text(one)}]`)] : [];
  }
  return [];
}

/** Returns all changes of one operator, condition, constant or pair of names of a source, in its order; types are left alone. */
export function mutationsOf(source: string): readonly Mutation[] {
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    found.push(...mutationsAt(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ESNext, true));
  return found;
}

/** Returns the source with the change. */
export const mutated = (source: string, { from, to, by }: Mutation): string =>
  source.slice(0, from) + by + source.slice(to);

/** Returns numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns different items of a list, chosen by a seed. */
export function sample<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const [left, next] = [[...all], seeded(seed)];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(next() * left.length), 1));
  return taken;
}
