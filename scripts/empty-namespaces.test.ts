import { describe, expect, it } from 'vitest';
import { withoutEmptyNamespaces } from './empty-namespaces.ts';

const RUNTIME = 'chunks/rolldown-runtime-DWK5is8.js';
const HEAD = 'import{t as e}from"./rolldown-runtime-DWK5is8.js";';
const lean = (code: string) => withoutEmptyNamespaces({ code, imports: ['chunks/base.js', RUNTIME] });

describe('an object of exports without exports', () => {
  it.each([
    ['last of several', 'var T=1,E=e({});f(T);export{T as b,E as t};', 'var T=1;f(T);export{T as b};'],
    ['first of several', 'var E=e({}),T=1;f(T);export{E as t,T as b};', 'var T=1;f(T);export{T as b};'],
    ['alone', 'var E=e({});f(2);export{E as t};', 'f(2);export{};'],
  ])('goes, %s, and with it the file that makes it', (_case, code, expected) => {
    expect(lean(HEAD + code)).toEqual({ code: expected, imports: ['chunks/base.js'] });
  });

  it('goes without the file that makes it where another object is made with it', () => {
    const code = 'var T=e({a:()=>1}),E=e({});export{T as a,E as t};';
    expect(lean(HEAD + code)).toEqual({
      code: `${HEAD}var T=e({a:()=>1});export{T as a};`,
      imports: ['chunks/base.js', RUNTIME],
    });
  });

  it.each([
    ['an object with exports', `${HEAD}var E=e({a:()=>1});export{E as t};`],
    ['what a function calls by the same name', `${HEAD}var f=e=>{let x=e({});return x};export{f as t};`],
    ['a file without the bundler’s', 'var E=e({});export{E as t};'],
  ])('is not taken for %s', (_case, code) => {
    expect(lean(code)).toEqual({ code, imports: ['chunks/base.js', RUNTIME] });
  });
});
