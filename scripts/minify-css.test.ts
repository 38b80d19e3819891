import { describe, expect, it } from 'vitest';
import { minifyCss } from './minify-css.ts';

describe('a minified style sheet', () => {
  it('loses comments, line ends and needless spaces', () => {
    expect(minifyCss('\n  /* why */\n  .a,\n  .b {\n    color: red;\n    margin: 0 1px;\n  }\n')).toBe(
      '.a,.b{color:red;margin:0 1px}',
    );
  });

  it('keeps the spaces that mean something', () => {
    expect(minifyCss('.a :hover > b { width: calc(1px + 2px); }')).toBe('.a :hover > b{width:calc(1px + 2px)}');
    expect(minifyCss('@media (width < 600px) and (hover: hover) { a { b: c } }')).toBe(
      '@media (width < 600px) and (hover:hover){a{b:c}}',
    );
  });

  it('leaves strings and expressions as they are written', () => {
    expect(minifyCss(`a::after { content: ' ;  : '; b: ${'${x}'}; }`)).toBe(`a::after{content:' ;  : ';b:${'${x}'}}`);
    expect(minifyCss("grid-template-areas:\n 'a  b'\n 'c d';")).toBe("grid-template-areas:'a  b' 'c d';");
  });
});
