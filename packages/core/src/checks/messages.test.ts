import { describe, expect, it } from 'vitest';
import { findingsOf } from './testing/find.ts';
import { added, amount, type Collections, clean, figure, withFault } from './testing/region.ts';

/** Returns the message of a rule's only finding, after its subject, with plain spaces. */
function said(rule: string, data: Collections): readonly (string | undefined)[] {
  const [{ message } = { message: { fr: 'nothing' } }, ...more] = findingsOf(rule, data);
  expect(more).toEqual([]);
  const [fr, en] = [message.fr, (message as { en?: string }).en].map((text) => text?.replaceAll('\u202f', ' '));
  return [fr?.replace(/^« .*? »(?: \(.*?\))? : /, ''), en?.replace(/^“.*?”(?: \(.*?\))?: /, '')];
}

const people = (value: number) => ({ value, op: '=', unit: 'people' });

describe('an amount', () => {
  it('has a decimal comma in French, and a percent sign without a space in English', () => {
    expect(said('shares', amount('share-a', 47.1))).toEqual([
      'la part publiée est 47,1 %, mais 25 sur 60 font 41,7 % (probable). Relisez la part, son numérateur et son dénominateur.',
      'the published share is 47.1%, but 25 of 60 make 41.7% (likely). Read the share, its numerator and its denominator again.',
    ]);
    const growth = added('observations', figure('up', 'adherents-growth', 9.1, 'percent'));
    expect(said('deltas', growth)).toEqual([
      '9,1 % est publié, mais 4 / 56 donne 7,1 % (probable). Relisez ces nombres dans le document : l’un d’eux est sans doute faux.',
      '9.1% is published, but 4 / 56 gives 7.1% (likely). Read these numbers again in the document: one of them is wrong, probably.',
    ]);
    const half = withFault('tallies', 'salon', {
      total: { ...people(12.5), unit: 'euros' },
      by: { gender: { women: { ...people(14.5), unit: 'euros' } } },
    });
    expect(said('subsets', half)[0]).toContain('14,5 est plus que l’ensemble dont c’est une partie, le total : 12,5 ');
  });

  it('below nothing is a negative number, and half a thing no whole one', () => {
    const salon = (value: number) => withFault('events', 'salon', { attendance: people(value) });
    expect(said('impossible-amounts', salon(-3.5))).toEqual([
      '−3,5 est un nombre négatif (certain). Relisez le nombre dans le document.',
      '−3.5 is a negative number (certain). Read the number again in the document.',
    ]);
    expect(said('impossible-amounts', salon(3.5))).toEqual([
      '3,5 n’est pas un nombre entier, or « people » se compte en entiers (probable). Relisez le nombre dans le document.',
      '3.5 is no whole number, and "people" are counted in whole numbers (likely). Read the number again in the document.',
    ]);
  });

  it('of one is told in the singular', () => {
    const tally = (women: number) =>
      withFault('tallies', 'salon', { total: people(290), by: { gender: { women: people(women), men: people(140) } } });
    expect(said('parts-and-totals', tally(149))).toEqual([
      'partie inconnue : 1 sur 290 n’est dans aucune part par « gender » (certain). Rien à corriger si le document ne le dit pas ; sinon ajoutez la partie qui manque.',
      'unknown part: 1 of 290 is in no part by "gender" (certain). Nothing to correct if the document does not say; otherwise add the part that is missing.',
    ]);
    expect(said('parts-and-totals', tally(148))).toEqual([
      expect.stringContaining('2 sur 290 ne sont dans aucune part'),
      expect.stringContaining('2 of 290 are in no part'),
    ]);
    expect(said('parts-and-totals', amount('stock-e', 4))).toEqual([
      expect.stringContaining('le total est 60 : il en manque 1 '),
      expect.stringContaining('the total is 60: 1 is missing '),
    ]);
    expect(said('announced-and-listed', amount('board', 1))[0]).toContain(
      'le nombre annoncé est 1, la liste en compte 3 ',
    );
  });
});

describe('what to do', () => {
  const exclusive = 'dites que « college » n’est pas exclusive';

  it('is to say that parts may overlap only where an indicator says that they do not', () => {
    const jobs = (id: string, value: number, territory: string) => figure(id, 'emplois', value, 'jobs', { territory });
    const located = added(
      'observations',
      jobs('all', 800, 'departement-77'),
      jobs('one', 600, 'commune-77001'),
      jobs('two', 300, 'commune-77002'),
    );
    expect(said('parts-and-totals', amount('stock-b', 25))[0]).toContain(exclusive);
    expect(said('parts-and-totals', located)[0]).toMatch(/Relisez le total et les parties dans le document\.$/);
  });

  it('is to make two meetings of one planned one what they were', () => {
    expect(said('announced-and-listed', withFault('meetings', 'bureau/2023-10-03', { status: 'planned' }))).toEqual([
      'le nombre annoncé est 3, la liste en compte 2, plus 1 à l’état prévu ou annulé, hors compte (probable). Relisez le nombre annoncé, ou ajoutez à la liste des réunions ce qui manque.',
      '3 announced, 2 listed, and 1 planned or cancelled, not counted (likely). Read the announced number again, or add to the list of meetings what is missing.',
    ]);
  });
});

describe('a day', () => {
  it('that reads two ways is written in words', () => {
    expect(said('printed-dates', withFault('memberships', 'm1', { printed: { start: '02/04/2019' } }))).toEqual([
      '« 02/04/2019 » se lit de deux façons : 2 avril 2019 ou 4 février 2019 (possible). Écrivez le mois en lettres, ou vérifiez.',
      '"02/04/2019" reads two ways: 2 April 2019 or 4 February 2019 (possible). Write the month in letters, or make sure.',
    ]);
    expect(
      said(
        'printed-dates',
        withFault('memberships', 'm1', { start: '2019-02-01', printed: { start: '01/02/2019' } }),
      )[0],
    ).toContain('1er février 2019 ou 2 janvier 2019');
  });

  it('outside the time of a network or a programme says which time that is', () => {
    const networks = (since: string) => ({ ...clean, networks: [{ id: 'valdor', name: { fr: 'Valdor' }, since }] });
    expect(said('lifetimes', networks('2018'))).toEqual([
      'l’adhésion commence (2015) avant la création de « Valdor » (2018) (probable). Relisez les dates des deux fiches.',
      'the membership begins in 2015, before “Valdor” does, in 2018 (likely). Read the dates of both records again.',
    ]);
    expect(said('lifetimes', networks('2050'))).toEqual([
      'la création de ce réseau (2050) est plus tard que ces données (15/02/2024) (probable). Relisez les dates des deux fiches.',
      'this network is said to begin in 2050, after these data, of 2024-02-15 (likely). Read the dates of both records again.',
    ]);
    const jobs = [{ id: 'j', programme: 'appui', period: '2017', jobs: { value: 2, op: '=', unit: 'jobs' } }];
    const programmes = [{ id: 'appui', name: { fr: 'Appui' }, period: '2022/2024' }];
    expect(said('lifetimes', { ...clean, jobs, programmes })[0]).toContain(
      'la période, 2017, est en dehors de celle de « Appui », 2022/2024 ',
    );
  });
});

describe('the name of a field', () => {
  it('stands in quotation marks', () => {
    expect(said('references', withFault('memberships', 'm1', { organisation: 'nobody' }))).toEqual([
      '« organisation » nomme « nobody », qui n’est pas dans « organisations » (certain). Ajoutez la fiche qui manque, ou corrigez l’identifiant.',
      '"organisation" names "nobody", which is not in "organisations" (certain). Add the missing record, or correct the id.',
    ]);
    expect(said('references', withFault('tallies', 'salon', { of: 'nothing' }))).toEqual([
      expect.stringContaining('« of » nomme « nothing », qui n’est pas dans « events » ni dans « meetings » '),
      expect.stringContaining('"of" names "nothing", which is not in "events" or "meetings" '),
    ]);
  });
});
