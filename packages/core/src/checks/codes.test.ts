import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, communes, withFault } from './testing/region.ts';

const rule = 'codes';
const linked = (url: string) =>
  linesOf(rule, withFault('organisations', 'jardins', { links: [{ kind: 'site', url }] }));

describe('an address', () => {
  it.each([
    'https://jardins.example/',
    'mailto:a@jardins.example',
    'tel:+33561000000',
    'jardins.example',
    'http://a:8080/x',
    'a:8080',
    'a.example:8080/x',
    ' HTTPS://jardins.example ',
    'MAILTO:a@jardins.example?subject=Bonjour',
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
    '//jardins.example',
    'https',
    'HTTP jardins.example',
    'mailto:a@b@jardins.example',
    'mailto:a@jardins',
    'tel:jardins',
    'file://jardins.example',
    'https://',
  ])('%s may not', (url) => {
    expect(linked(url)).toHaveLength(1);
  });
});

describe('the finding of an address', () => {
  it('says which one of a record it is, and of which record', () => {
    const links = ['https://a.example', 'ftp://b.example'].map((url) => ({ kind: 'site', url }));
    expect(linesOf(rule, withFault('organisations', 'jardins', { links }))).toEqual([
      'warning organisations/jardins links.1.url: ftp://b.example, expected https://…, mailto:…, tel:…',
    ]);
    const url = 'ftp://b.example';
    expect(linesOf(rule, withFault('events', 'salon', { url }))).toEqual([
      'warning events/salon url: ftp://b.example, expected https://…, mailto:…, tel:…',
    ]);
    const publications = [{ id: 'p', title: { fr: 'Guide' }, date: '2023', url }];
    expect(linesOf(rule, { ...clean, publications })).toHaveLength(1);
  });
});

describe('a code', () => {
  it('of a legal person has nine digits', () => {
    const siren = (text: string) => linesOf(rule, withFault('organisations', 'jardins', { siren: text }));
    expect(siren('452 367 890')).toEqual([]);
    expect(siren('45236789000012')).toEqual([
      'warning organisations/jardins siren: 45236789000012, expected 452367890',
    ]);
    expect(siren('45236789')).toHaveLength(1);
    const said = (text: string) =>
      findingsOf(rule, withFault('organisations', 'jardins', { siren: text })).map(({ message }) => message['en']);
    expect(said('452 367 890 00012')).toEqual([
      expect.stringContaining('It is a SIRET number, probably: keep its first'),
    ]);
    expect(said('45236789')).toEqual([expect.stringMatching(/Check the number\.$/)]);
  });

  it('of a territory is that of its id', () => {
    const code = (text: string) => linesOf(rule, withFault('territories', 'commune-77001', { code: text }));
    expect(code('77001')).toEqual([]);
    expect(code('77010')).toEqual(['warning territories/commune-77001 code: 77010, expected 77001']);
  });

  it.each(['epci', 'departement', 'region'])('of a territory is that of its id, of every official kind: %s', (kind) => {
    const coded = (id: string, code: string | undefined) =>
      linesOf(rule, added('territories', { id, kind, name: { fr: 'Là' }, code }));
    expect(coded(`${kind}-200000001`, '200000002')).toHaveLength(1);
    expect(coded(`${kind}-200000001`, undefined)).toEqual([]);
    expect(coded('la', '200000002')).toEqual([]);
  });

  it('of a hub is nobody’s', () => {
    expect(
      linesOf(rule, added('territories', { id: 'pole-lac', kind: 'pole', name: { fr: 'Lac' }, code: 'x' })),
    ).toEqual([]);
  });

  it('of an EPCI has nine digits, and what is not in digits is no official code', () => {
    const epci = (id: string) => linesOf(rule, added('territories', { id, kind: 'epci', name: { fr: 'Là' } }));
    expect(epci('epci-200000001')).toEqual([]);
    expect(epci('epci-20000001')).toEqual(['warning territories/epci-20000001 id: 20000001']);
    expect(epci('epci-2000000011')).toHaveLength(1);
    expect(epci('epci-lac')).toEqual([]);
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
    expect(linesOf(rule, commune('770011'))).toHaveLength(1);
  });

  it('whose code begins with a zero has lost it in a spreadsheet', () => {
    const ain = { insee: '01004', name: 'Ambérieu' };
    const lost = added('territories', { id: 'commune-1004', kind: 'commune', name: { fr: 'Ambérieu' } });
    const [finding] = findingsOf(rule, lost, { communes: [...communes, ain] });
    expect(finding).toMatchObject({ found: '1004', expected: '01004' });
    expect(finding?.message.fr).toContain('Un tableur a sans doute ôté le zéro du début\u202f: écrivez 01004.');
  });

  it('is in the département of its code', () => {
    expect(linesOf(rule, withFault('territories', 'commune-77001', { parents: ['departement-66'] }))).toEqual([
      'warning territories/commune-77001 parents: departement-66, expected departement-77',
    ]);
  });

  it.each([
    ['97411', '974'],
    ['98735', '987'],
    ['2A004', '2A'],
    ['01004', '01'],
  ])('of code %s is in the département %s', (insee, code) => {
    const within = (departement: string) =>
      linesOf(
        rule,
        added('territories', {
          id: `commune-${insee}`,
          kind: 'commune',
          name: { fr: 'Bourg' },
          parents: [`departement-${departement}`],
        }),
      );
    expect(within(code)).toEqual([]);
    expect(within('77')).toEqual([
      `warning territories/commune-${insee} parents: departement-77, expected departement-${code}`,
    ]);
  });

  it('has the name that its code has in the table', () => {
    const name = (fr: string) => linesOf(rule, withFault('territories', 'commune-77001', { name: { fr } }));
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
