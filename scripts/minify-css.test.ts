import { describe, expect, it } from 'vitest';
import { minifyCss } from './minify-css.ts';

describe('a minified style sheet', () => {
  it('loses comments, line ends and needless spaces', () => {
    expect(minifyCss('\n  /* why */\n  .a,\n  .b {\n    color: red;\n    margin: 0 1px;\n  }\n')).toBe(
      '.a,.b{color:red;margin:0 1px}',
    );
  });

  it('keeps the spaces that mean something', () => {
    expect(minifyCss('.a :hover > b { width: calc(1px + 2px); }')).toBe('.a :hover>b{width:calc(1px + 2px)}');
    expect(minifyCss('@media (width < 600px) and (hover: hover) { a { b: c } }')).toBe(
      '@media (width < 600px) and (hover:hover){a{b:c}}',
    );
  });

  it('loses the zero before a point, and no other', () => {
    expect(minifyCss('a { b: 0.5em -0.02em 10.5px 0 0px; c: rgb(0 0 0 / 0.5); d: calc(1em - 0.5em); }')).toBe(
      'a{b:.5em -.02em 10.5px 0 0px;c:rgb(0 0 0 / .5);d:calc(1em - .5em)}',
    );
  });

  it('leaves strings and expressions as they are written', () => {
    expect(minifyCss(`a::after { content: ' ;  : > 0.5'; b: ${'${x}'}; }`)).toBe(
      `a::after{content:' ;  : > 0.5';b:${'${x}'}}`,
    );
    expect(minifyCss("grid-template-areas:\n 'a  b'\n 'c d';")).toBe("grid-template-areas:'a  b' 'c d';");
  });
});
