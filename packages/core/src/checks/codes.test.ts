import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, planted } from './testing/region.ts';

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
    'mailto:jardins.example',
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

describe('a SIREN number', () => {
  const right = ['813204567', '332940170', '485512065', '790144828'];
  const coded = (...sirens: readonly string[]) =>
    linesOf(
      rule,
      added('organisations', ...sirens.map((siren, at) => ({ id: `o${at}`, name: `Maison ${siren}`, siren }))),
    );

  it('whose digits do not check is told among others that do', () => {
    expect(coded(...right)).toEqual([]);
    expect(coded(...right, '512007330')).toEqual(['warning organisations/o4 siren: 512007330']);
  });

  it('is left alone where the others do not check either: they are invented', () => {
    expect(coded('512007330', '123456789', '813204567')).toEqual([]);
  });
});

describe('a commune', () => {
  it('has an INSEE code of five characters', () => {
    const commune = (code: string) =>
      added('territories', { id: `commune-${code}`, kind: 'commune', name: { fr: 'Bourg' } });
    expect(linesOf(rule, commune('2A004'))).toEqual([]);
    expect(linesOf(rule, commune('7701'))).toEqual(['warning territories/commune-7701 id: 7701']);
  });

  it('is in the département of its code', () => {
    expect(linesOf(rule, planted('territories', 'commune-77001', { parents: ['departement-66'] }))).toEqual([
      'warning territories/commune-77001 parents: departement-66, expected departement-77',
    ]);
  });

  it('has the name that its code has in the table', () => {
    const name = (fr: string) => linesOf(rule, planted('territories', 'commune-77001', { name: { fr } }));
    expect(name('MONTVAL')).toEqual([]);
    expect(name('Rochelonde')).toEqual([
      'warning territories/commune-77001 name: Rochelonde, expected Montval (77001)',
    ]);
  });

  it('is in the table of its département', () => {
    const lost = { id: 'commune-77999', kind: 'commune', name: { fr: 'Bourg' } };
    expect(linesOf(rule, added('territories', lost))).toEqual(['warning territories/commune-77999 id: 77999']);
    expect(linesOf(rule, added('territories', { ...lost, id: 'commune-78999' }))).toEqual([]);
  });
});
