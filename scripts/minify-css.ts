/** Takes out of `css` literals what is there for their readers alone. Strings and expressions stay as written. */
import type { Plugin } from 'vite';

/** White space and comments. */
const SPACE = String.raw`(?:\s|/\*[^]*?\*/)`;
/**
 * A string, kept; a brace that ends a declaration; punctuation, a colon or nothing, with the space that it makes needless;
 * the zero before a point.
 */
const PIECES = new RegExp(
  `("[^"]*"|'[^']*')|(?:${SPACE}*;)?${SPACE}*(})${SPACE}*|${SPACE}*([{;,>])${SPACE}*|(:)${SPACE}+|(?<![\\w.])()0(?=\\.\\d)|${SPACE}+`,
  'g',
);

/**
 * Returns a style sheet without comments and needless white space. A space before a colon stays: in `.a :hover` it is a
 * combinator. So do those around operators: `calc(1px + 2px)` needs them.
 */
export function minifyCss(css: string): string {
  const kept = (_piece: string, ...groups: readonly (string | undefined)[]): string =>
    groups.slice(0, 5).find((group) => group !== undefined) ?? ' ';
  return css.replace(PIECES, kept).trim();
}

/** Minifies the `css` literals of our own modules. */
export function minifyCssLiterals(): Plugin {
  return {
    name: 'ess-minify-css',
    enforce: 'pre',
    transform: {
      filter: { id: /\/elements\/src\/.*\.ts$/ },
      handler: (code) => ({
        code: code.replace(/\bcss`([^`]*)`/g, (_all, css: string) => `css\`${minifyCss(css)}\``),
        map: null,
      }),
    },
  };
}
