import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { planted } from './testing/region.ts';

const rule = 'codes';
const linked = (url: string) => linesOf(rule, planted('organisations', 'jardins', { links: [{ kind: 'site', url }] }));

describe('an address', () => {
  it.each([
    'https://jardins.example/',
    'mailto:a@jardins.example',
    'tel:+33561000000',
    'jardins.example',
    'http://a:8080/x',
  ])('%s may be followed', (url) => {
    expect(linked(url)).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://jardins.example',
    'https:/jardins',
    'http//jardins.example',
    'https://jar dins.fr/',
  ])('%s may not', (url) => {
    expect(linked(url)).toHaveLength(1);
  });
});

describe('a code', () => {
  it('of a legal person has nine digits', () => {
    const siren = (text: string) => linesOf(rule, planted('organisations', 'jardins', { siren: text }));
    expect(siren('452 367 890')).toEqual([]);
    expect(siren('45236789000012')).toEqual([
      'warning organisations/jardins siren: 45236789000012, expected 452367890',
    ]);
    expect(siren('45236789')).toHaveLength(1);
  });

  it('of a territory is that of its id', () => {
    const code = (text: string) => linesOf(rule, planted('territories', 'commune-77001', { code: text }));
    expect(code('77001')).toEqual([]);
    expect(code('77010')).toEqual(['warning territories/commune-77001 code: 77010, expected 77001']);
  });
});
