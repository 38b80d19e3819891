import { describe, expect, it } from 'vitest';
import { plainNamespaces } from './namespaces.ts';

const RUNTIME = 'chunks/rolldown-runtime-DWK5is8.js';
const HEAD = 'import{t as e}from"./rolldown-runtime-DWK5is8.js";';
const lean = (code: string) => plainNamespaces({ code, imports: ['chunks/base.js', RUNTIME] });

describe('an object of exports without exports', () => {
  it.each([
    ['last of several', 'var T=1,E=e({});f(T);export{T as b,E as t};', 'var T=1;f(T);export{T as b};'],
    ['first of several', 'var E=e({}),T=1;f(T);export{E as t,T as b};', 'var T=1;f(T);export{T as b};'],
    ['alone', 'var E=e({});f(2);export{E as t};', 'f(2);export{};'],
  ])('goes, %s, and with it the file that makes it', (_case, code, expected) => {
    expect(lean(HEAD + code)).toEqual({ code: expected, imports: ['chunks/base.js'] });
  });

  it('is not taken for a file without the bundler’s', () => {
    const code = 'var E=e({});export{E as t};';
    expect(lean(code)).toEqual({ code, imports: ['chunks/base.js', RUNTIME] });
  });
});

describe('an object of exports', () => {
  it.each([
    ['alone', 'var E=e({a:()=>x});export{E as t};', 'var E={get a(){return x}};export{E as t};'],
    [
      'of several exports, beside others',
      'var T=1,E=e({a:()=>x,$b:()=>y$}),F=e({c:()=>z});export{F as n,T as r,E as t};',
      'var T=1,E={get a(){return x},get $b(){return y$}},F={get c(){return z}};export{F as n,T as r,E as t};',
    ],
    [
      'beside an empty one',
      'var T=e({a:()=>x}),E=e({});export{T as a,E as t};',
      'var T={get a(){return x}};export{T as a};',
    ],
  ])('is written as a plain one, %s, and what makes it goes', (_case, code, expected) => {
    expect(lean(HEAD + code)).toEqual({ code: expected, imports: ['chunks/base.js'] });
  });

  it('gives what its module exports when it is read, also what changes', () => {
    const { code } = lean(`${HEAD}var x=1,E=e({a:()=>x});x=2;export{E as t};`);
    const read = new Function(`${code.replace(/export.*/, '')}return E.a;`);
    expect(read()).toBe(2);
  });

  it.each([
    ['what a function calls by the same name', `${HEAD}var f=e=>{let x=e({a:()=>b});return x};export{f as t};`],
    ['an empty one in a function', `${HEAD}var f=e=>{let x=e({});return x};export{f as t};`],
    ['one that is not exported, which keeps what makes it', `${HEAD}var E=e({a:()=>x});f(E);export{f as t};`],
    ['one of other values', `${HEAD}var E=e({a:()=>1+1});export{E as t};`],
  ])('is not taken for %s', (_case, code) => {
    expect(lean(code)).toEqual({ code, imports: ['chunks/base.js', RUNTIME] });
  });
});
