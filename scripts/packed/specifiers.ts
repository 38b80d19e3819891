import ts from 'typescript';

/**
 * Returns the files that a module or a declaration file asks for by a relative address: imports, lazy ones and those of
 * types, re-exports, and `new URL('…', import.meta.url)`.
 */
export function relativeSpecifiers(file: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = specifierOf(node);
    if (said && ts.isStringLiteralLike(said) && /^\.{1,2}\//.test(said.text)) found.push(said.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isCallExpression(node)) {
    return node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL') {
    const [address, base] = node.arguments ?? [];
    return base && ts.isPropertyAccessExpression(base) && ts.isMetaProperty(base.expression) ? address : undefined;
  }
  return undefined;
}
