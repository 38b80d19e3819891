/** Headers of lists and what each names: one that other things have as well names nothing by itself. */
import { describe, expect, it } from 'vitest';
import { type Headers, readHeaders } from './headers.ts';
import { cleanTable, findHeader } from './table.ts';

const said = ({ kind, columns, texts }: Headers): string =>
  [kind, ...[...columns].map(([field, at]) => `${field}=${texts[at]}`).sort()].join(' | ');

describe('a header', () => {
  it.each([
    ['Coopérative;Ville', 'members | name=Coopérative | town=Ville'],
    ['Structure / association;Commune', 'members | name=Structure / association | town=Commune'],
    [
      'Quel est le nom de votre structure ?;Commune',
      'members | name=Quel est le nom de votre structure ? | town=Commune',
    ],
    ['c_nom;c_commune;Commune', 'members | name=c_nom | town=Commune'],
    ['Lieu;Commune', 'members | name=Lieu | town=Commune'],
    ['Structure;Projet;Commune', 'members | name=Structure | town=Commune'],
    ['Action;Date;Lieu', 'events | name=Action | place=Lieu | start=Date'],
    ['Subject;Start Date;Start Time', 'events | name=Subject | start=Start Date | startTime=Start Time'],
    ['Titre;Du;Au', 'events | end=Au | name=Titre | start=Du'],
    ['Titre;Date;Heure de fin de l’atelier', 'events | endTime=Heure de fin de l’atelier | name=Titre | start=Date'],
    ['Association;Atelier;Date;Horaire', 'events | name=Atelier | start=Date | startTime=Horaire'],
    ['Titre de l’action;Activité;Date', 'events | name=Titre de l’action | start=Date'],
    ['Titre;Thématique;Jour de l’atelier', 'events | name=Titre | start=Jour de l’atelier | themes=Thématique'],
  ])('%s is read', (row, expected) => {
    expect(said(readHeaders(row.split(';')))).toBe(expected);
  });

  it.each([
    ['Titre;Texte', 'members'],
    ['Intitulé;Montant', 'members'],
    ['Lieu;Date;Heure', 'members'],
    ['Association;Activité;Date', 'members | activities=Activité | name=Association'],
    ['Titre;Date de signature', 'members'],
    ['Titre;Date de l’inscription', 'members'],
    ['Lib_dep;Lib_reg', 'members'],
    ['Titre;Date;Heure de connexion', 'events | name=Titre | start=Date'],
    ['Titre;Date;Heure de l’export', 'events | name=Titre | start=Date'],
    ['Nom & prénom;Commune', 'members | town=Commune'],
    ['president_nom;Commune', 'members | town=Commune'],
  ])('%s says no more than it does', (row, expected) => {
    expect(said(readHeaders(row.split(';')))).toBe(expected);
  });

  it('of anything is what the author says it is', () => {
    expect(said(readHeaders(['Projet', 'Date'], 'members'))).toBe('members | name=Projet');
    expect(said(readHeaders(['Titre'], 'members'))).toBe('members | name=Titre');
  });

  it('that is not known is not replaced by a value under it that may call names', () => {
    const rowsOf = (...lines: readonly string[]) =>
      cleanTable(lines.map((line, index) => ({ line: index + 1, cells: line.split(';') }))).rows;
    expect(findHeader(rowsOf('Chose;Genre;Endroit', 'Kerhea;Coopératives;Brest'))).toBeNull();
    expect(findHeader(rowsOf('Export du 1er mars', 'Nom;Chose', 'Kerhea;bleu'))?.index).toBe(1);
  });
});
