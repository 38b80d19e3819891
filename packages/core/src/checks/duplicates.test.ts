import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added } from './testing/region.ts';

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
    const branch = (id: string, code: string) => ({ id, name: 'Table ouverte', territories: [`departement-${code}`] });
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
