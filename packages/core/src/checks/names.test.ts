import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, communes, figure, withFault } from './testing/region.ts';

describe('duplicates', () => {
  const rule = 'duplicates';
  const named = (name: string, more: object = {}) => added('organisations', { id: 'other', name, ...more });
  const saintAubert = { town: 'Saint-Aubert', territories: ['commune-77002'] };

  describe('two records of one organisation', () => {
    it.each([
      ['another case', 'LES JARDINS DU LAC'],
      ['no article', 'Jardins du Lac'],
      ['its legal form', 'Association Les Jardins du Lac'],
      ['accents and hyphens', 'Les Jàrdins-du-Lac'],
      ['a letter missing', 'Les Jardin du Lac'],
      ['two letters swapped', 'Les Jardisn du Lac'],
      ['a letter missing and another article', 'Jardin du Lac'],
    ])('are seen through %s', (_how, name) => {
      expect(findingsOf(rule, named(name, saintAubert))).toHaveLength(1);
      expect(findingsOf(rule, named(name))).toHaveLength(1);
    });

    it('have one SIREN number', () => {
      const data = added(
        'organisations',
        { id: 'x', name: 'Le Fournil', siren: '123456789' },
        { id: 'y', name: 'Boulangerie partagée', siren: '123456789' },
      );
      expect(linesOf(rule, data)).toEqual([
        'warning organisations/x siren: Le Fournil, expected Boulangerie partagée (y)',
      ]);
    });

    it('know each other by another name', () => {
      const data = named('La Pédale', { aliases: ['Atelier des roues libres'] });
      expect(linesOf(rule, data)).toEqual([
        'warning organisations/other aliases: La Pédale, expected Atelier des Roues libres (atelier)',
      ]);
    });
  });

  describe('two organisations', () => {
    it.each([
      ['in two towns', 'Les Jardins du Lac', { town: 'Rochelonde' }],
      ['with other digits', 'Essor 12', {}],
      ['with names that are merely alike', 'Les Jardins du Parc', saintAubert],
      ['whose short names differ by a letter', 'Le Rab', {}],
    ])('%s are two', (_how, name, more) => {
      const data = added(
        'organisations',
        { id: 'other', name, ...more },
        { id: 'essor', name: 'Essor 13' },
        { id: 'le-rob', name: 'Le Rob' },
      );
      expect(linesOf(rule, data)).toEqual([]);
    });

    it('named by one letter each were meant to differ', () => {
      const data = added('organisations', { id: 'a', name: 'Groupement A' }, { id: 'b', name: 'Groupement B' });
      expect(linesOf(rule, data)).toEqual([]);
    });

    it('that one record lists side by side are two, though nothing else sets them apart', () => {
      const records = ['x', 'y'].map((id) => ({ id, name: 'Maison Sports Santé' }));
      const data = added('organisations', ...records);
      expect(linesOf(rule, data)).toHaveLength(1);
      const mission = {
        id: 'm',
        title: { fr: 'Réseau' },
        programme: 'dla',
        mode: 'collective',
        status: 'held',
        period: '2024',
        organisations: ['x', 'y'],
      };
      expect(linesOf(rule, { ...data, missions: [mission] })).toEqual([]);
    });

    it.each([
      ['legal form', { legalForm: 'Association' }, { legalForm: 'SCIC' }],
      ['département', { territories: ['departement-31'] }, { territories: ['departement-32'] }],
    ])('of one name are told of though the first of that name is another one by its %s', (_what, first, others) => {
      const records = [
        { ...first, id: 'a' },
        { ...others, id: 'b' },
        { ...others, id: 'c' },
      ];
      const data = added('organisations', ...records.map((each) => ({ name: 'Table ouverte', ...each })));
      expect(linesOf(rule, data)).toEqual(['warning organisations/b name: Table ouverte, expected Table ouverte (c)']);
    });

    it('of the same words are told of though the first is another one by its legal form', () => {
      const data = added(
        'organisations',
        { id: 'a', name: 'Garage Solidaire Autan', legalForm: 'SCIC' },
        { id: 'b', name: 'Autan Garage Solidaire', legalForm: 'Association' },
        { id: 'c', name: 'Solidaire Garage Autan', legalForm: 'Association' },
      );
      expect(linesOf(rule, data)).toEqual([
        'warning organisations/b name: Autan Garage Solidaire, expected Solidaire Garage Autan (c)',
      ]);
    });

    it('of one name in many towns are told once for each town that has two', () => {
      const branch = (id: string, town: string) => ({ id, name: 'Aide à domicile', town });
      const data = added('organisations', branch('a', 'Montval'), branch('b', 'Rochelonde'), branch('c', 'Montval'));
      expect(linesOf(rule, data)).toEqual([
        'warning organisations/a name: Aide à domicile, expected Aide à domicile (c)',
      ]);
    });
  });

  describe('two names', () => {
    const pair = (a: string, b: string, more: object = {}) =>
      added('organisations', { id: 'a', name: a, ...more }, { id: 'b', name: b });

    it.each([
      ['another first letter', 'Cinéma Le Pastel', 'Cinéma Le Castel'],
      ['another letter of a short word', 'Ferme du Pont', 'Ferme du Port'],
    ])('with %s are those of two organisations', (_how, a, b) => {
      expect(linesOf(rule, pair(a, b))).toEqual([]);
    });

    it('of the same words in another order may be one', () => {
      expect(linesOf(rule, pair('Garage Solidaire Autan', 'Autan Garage solidaire'))).toHaveLength(1);
    });

    it('in two départements are two', () => {
      const branch = (id: string, code: string) => ({
        id,
        name: 'Table ouverte',
        territories: [`departement-${code}`],
      });
      expect(linesOf(rule, added('organisations', branch('a', '31'), branch('b', '32')))).toEqual([]);
      expect(linesOf(rule, added('organisations', branch('a', '31'), branch('b', '31')))).toHaveLength(1);
    });
  });

  describe('two names one letter apart', () => {
    const pair = (a: string, b: string, more: object = {}) =>
      linesOf(rule, added('organisations', { id: 'a', name: a, ...more }, { id: 'b', name: b }));

    it.each([
      ['a letter less at the beginning', 'Ressourcerie Verte', 'essourcerie Verte'],
      ['a letter more at the end', 'Ressourcerie Verte', 'Ressourcerie Vertes'],
      ['a letter in the middle', 'Ressourcerie Verte', 'Ressourcarie Verte'],
      ['two letters swapped', 'Ressourcerie Verte', 'Resosurcerie Verte'],
      ['a name of seven letters', 'Epicentre', 'Epicntre'],
    ])('are one: %s', (_how, a, b) => {
      expect(pair(a, b)).toHaveLength(1);
      expect(pair(b, a)).toHaveLength(1);
    });

    it.each([
      ['a word of two letters', 'Ressourcerie XY', 'Ressourcerie XZ'],
      ['a short word', 'Ferme du Pont', 'Ferme du Pond'],
      ['a number', 'Ressourcerie 12', 'Ressourcerie 13'],
      ['a name of five letters', 'Abris', 'Abrit'],
    ])('are two: %s', (_how, a, b) => {
      expect(pair(a, b)).toEqual([]);
    });

    it('are found among many that begin alike', () => {
      const many = [...'bcdfghjklmnpqrstv'].map((letter) => ({
        id: `o-${letter}`,
        name: `Ressourcerie de ${letter.repeat(9)}ville`,
      }));
      const twins = [
        { id: 'x', name: 'Ressourcerie de mouettes' },
        { id: 'y', name: 'Ressourcerie de mouetes' },
      ];
      expect(linesOf(rule, added('organisations', ...many, ...twins))).toHaveLength(1);
    });
  });

  describe('the other organisations of one name', () => {
    it('are named up to five, then counted', () => {
      const six = [...'abcdefg'].map((id) => ({ id, name: 'Table ouverte', town: 'Montval' }));
      expect(linesOf(rule, added('organisations', ...six.slice(0, 6)))[0]).toMatch(/\(f\)$/);
      expect(linesOf(rule, added('organisations', ...six))[0]).toMatch(/\(f\), … 1$/);
    });

    it('are likely to be one in one town, possibly one where a town is missing, and unknown among several towns', () => {
      const at = (id: string, town: string | null) => ({ id, name: 'Table ouverte', town });
      const certainties = (...towns: readonly (string | null)[]) =>
        findingsOf(rule, added('organisations', ...towns.map((town, n) => at(`o${n}`, town)))).map(
          ({ certainty }) => certainty,
        );
      expect(certainties('Montval', 'Montval')).toEqual(['likely']);
      expect(certainties('Montval', null)).toEqual(['possible']);
      expect(certainties(null, null)).toEqual(['likely']);
      expect(certainties('Montval', 'Rochelonde', null)).toEqual([]);
    });
  });

  describe('two spellings of one name', () => {
    it.each([
      ['with and without its town', 'Épicerie des Quatre Chemins - Montval', 'Montval'],
      ['with "et" for "&"', 'Épicerie des Quatre & Chemins', 'Montval'],
    ])('%s', (_how, name, town) => {
      expect(linesOf(rule, named(name, { town }))).toHaveLength(1);
    });

    it('are one SIREN number however it is spaced', () => {
      const data = added(
        'organisations',
        { id: 'x', name: 'Le Fournil', siren: '123456789' },
        { id: 'y', name: 'Boulangerie partagée', siren: '123 456 789' },
      );
      expect(linesOf(rule, data)).toHaveLength(1);
    });

    it('may be an acronym in the same town', () => {
      const acronym = (town: string) => named('EQC', { town });
      expect(linesOf(rule, acronym('Montval'))).toEqual([
        'info organisations/epicerie name: Épicerie des Quatre Chemins, expected EQC (other)',
      ]);
      expect(linesOf(rule, acronym('Rochelonde'))).toEqual([]);
    });
  });
});

describe('indicator-names', () => {
  const named = (indicator: string, ...more: readonly string[]) =>
    added(
      'observations',
      ...[indicator, ...more].map((name, at) => figure(`more-${at}`, name, 4, 'events', { period: `20${10 + at}` })),
    );

  describe('the indicator of a figure', () => {
    it('that no catalogue has is told, with the nearest name', () => {
      expect(linesOf('indicator-names', named('atelier'))).toEqual([
        'error observations/more-0 indicator: atelier, expected ateliers',
      ]);
      expect(linesOf('indicator-names', named('ateliers-moyens'))).toEqual([
        'error observations/more-0 indicator: ateliers-moyens, expected ateliers',
      ]);
      expect(linesOf('indicator-names', named('xyz'))).toEqual(['error observations/more-0 indicator: xyz']);
    });

    it('is told once, with the number of its figures', () => {
      const found = findingsOf('indicator-names', named('xyz', 'xyz', 'xyz', 'ateliers'));
      expect(found.map(({ message }) => message.fr)).toEqual([
        'Indicateur «\u202fxyz\u202f»\u202f: il n’est dans aucun catalogue\u202f: ces 3 chiffres ne seront montrés nulle part (certain). Définissez cet indicateur dans le catalogue, ou ôtez «\u202findicator\u202f».',
      ]);
      expect(findingsOf('indicator-names', named('xyz'))[0]?.message['en']).toContain('this figure is shown nowhere');
    });

    it('is told for each name where the catalogue is empty, and for none where there is no catalogue to ask', () => {
      const names = new Set(
        (clean.observations as readonly { indicator: string | null }[]).flatMap(({ indicator }) => indicator ?? []),
      );
      expect(linesOf('indicator-names', clean, { indicators: {} })).toHaveLength(names.size);
      expect(findingsOf('indicator-names', clean, { indicators: undefined as never })).toEqual([]);
    });
  });
});

describe('codes', () => {
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

    it.each(['epci', 'departement', 'region'])(
      'of a territory is that of its id, of every official kind: %s',
      (kind) => {
        const coded = (id: string, code: string | undefined) =>
          linesOf(rule, added('territories', { id, kind, name: { fr: 'Là' }, code }));
        expect(coded(`${kind}-200000001`, '200000002')).toHaveLength(1);
        expect(coded(`${kind}-200000001`, undefined)).toEqual([]);
        expect(coded('la', '200000002')).toEqual([]);
      },
    );

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
});
