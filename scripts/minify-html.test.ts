import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { minifyHtml } from './minify-html.ts';

const minified = (code: string): string => minifyHtml(code, parseAst(code));

describe('a module with minified templates', () => {
  it('has a space for each line end of a template, with what is around it', () => {
    expect(minified('html`<p\n    class="a">\n  <b>x</b>\n\n</p>`')).toBe('html`<p class="a"> <b>x</b> </p>`');
    expect(minified('svg`<g>\n  <path></path></g>`')).toBe('svg`<g> <path></path></g>`');
  });

  it('has it in templates inside templates, and in the parts around an expression', () => {
    expect(minified('html`<ul>\n  ${list.map((each) => html`<li>\n    ${each}\n  </li>`)}\n</ul>`')).toBe(
      'html`<ul> ${list.map((each) => html`<li> ${each} </li>`)} </ul>`',
    );
  });

  it('keeps other templates, the code in expressions and spaces within a line', () => {
    for (const code of ['`a\n  b`', 'css`a {\n  b: c;\n}`', 'html`${`a\n  b`}`', 'html`${\n  a\n}`', 'html`a  b`'])
      expect(minified(code)).toBe(code);
  });
});
