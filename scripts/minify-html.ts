/** Takes the line ends and indents out of `html` and `svg` literals: to a browser they are one space. */
import type { Plugin } from 'vite';

/** What a place in the syntax tree may be. */
type Syntax = Readonly<Partial<Record<string, unknown>>>;
type Quasi = Readonly<{ start: number; end: number }>;

const isSyntax = (value: unknown): value is Syntax => typeof value === 'object' && value !== null;

/** The written parts of all templates for the page, of which one may stand in an expression of another. */
function* quasisOf(syntax: Syntax): Generator<Quasi> {
  const { type, tag, quasi } = syntax;
  if (type === 'TaggedTemplateExpression' && isSyntax(tag) && /^(html|svg)$/.test(String(tag['name'])))
    yield* (quasi as { quasis: readonly Quasi[] }).quasis;
  for (const child of Object.values(syntax)) if (isSyntax(child)) yield* quasisOf(child);
}

/**
 * A module whose templates have a space for each line end with the space around it.
 * @param program the syntax tree of the code
 */
export function minifyHtml(code: string, program: object): string {
  const parts = [...quasisOf(program as Syntax)].sort((a, b) => b.start - a.start);
  let minified = code;
  for (const { start, end } of parts)
    minified = minified.slice(0, start) + minified.slice(start, end).replace(/\s*\n\s*/g, ' ') + minified.slice(end);
  return minified;
}

/** Minifies the templates of our own modules, once their types are gone. */
export function minifyHtmlLiterals(): Plugin {
  return {
    name: 'ess-minify-html',
    transform: {
      filter: { id: /\/elements\/src\/.*\.ts$/, code: /\b(?:html|svg)`/ },
      handler(code) {
        return { code: minifyHtml(code, this.parse(code)), map: null };
      },
    },
  };
}
