import { describe, expect, it } from 'vitest';
import { csv } from '../csv/csv.ts';

async function named(text: string): Promise<string | undefined> {
  const context = { fetch: async () => new Response(text), signal: new AbortController().signal };
  const { issues } = await csv.load({ src: 'https://data.example/l.csv', need: ['organisations'] }, context);
  return issues.find(({ rule }) => rule === 'personal-columns')?.found;
}

describe('a column that looks personal is named', () => {
  it.each([
    ['a first name and the name beside', 'structure;Nom;Prénom\nKerhea;X;Y', 'Nom, Prénom'],
    [
      'somebody’s part in an organisation',
      'structure;Président·e;Nom du trésorier\nKerhea;X;Y',
      'Président·e, Nom du trésorier',
    ],
    ['a mobile telephone', 'structure;Portable\nKerhea;0600000000', 'Portable'],
    [
      'a private address',
      'structure;Mail perso;Adresse personnelle\nKerhea;a@b.example;1 rue X',
      'Mail perso, Adresse personnelle',
    ],
    ['a birth', 'structure;Date de naissance\nKerhea;1/1/1970', 'Date de naissance'],
    ['a social security number', 'structure;N° SS\nKerhea;1', 'N° SS'],
    ['mailboxes of people', 'structure;courriel\nKerhea;aa.bbbb@gmail.com\nXylm;cc.dddd@orange.fr', 'courriel'],
    ['mobile numbers', 'structure;téléphone\nKerhea;06 00 00 00 00\nXylm;+33 7 00 00 00 00', 'téléphone'],
    ['lists of people', 'structure;Qui\nKerhea;Aaaa BBBB\nXylm;Cccc DDDD', 'Qui'],
    ['courtesy titles', 'structure;T\nKerhea;Mme\nXylm;M.', 'T'],
    ['numbers of people by their look', 'structure;Code\nKerhea;1 70 01 29 000 000 11\nXylm;2700129000000', 'Code'],
  ])('by %s', async (_title, text, found) => {
    expect(await named(text)).toBe(found);
  });

  it.each([
    [
      'the organisation’s own',
      'structure;téléphone;courriel;site\nKerhea;0298000000;contact@kerhea.example;kerhea.example',
    ],
    ['mailboxes of associations', 'structure;courriel\nKerhea;asso.kerhea@gmail.com\nXylm;contact.xylm@orange.fr'],
    ['a number of people', 'structure;Nombre de salariés;Nb de personnes\nKerhea;3;4'],
    ['an empty one', 'structure;Prénom\nKerhea;'],
    ['what OpenStreetMap says of an organisation', 'name,contact:phone\nKerhea,0298000000'],
  ])('and not %s', async (_title, text) => {
    expect(await named(text)).toBeUndefined();
  });

  it('and a card shows no telephone of somebody', async () => {
    const load = async (text: string) => {
      const context = { fetch: async () => new Response(text), signal: new AbortController().signal };
      const { dataset } = await csv.load({ src: 'https://data.example/l.csv', need: ['organisations'] }, context);
      return dataset.collections.organisations?.[0]?.links;
    };
    for (const heading of ['Portable', 'Mobile', 'Téléphone portable', 'Téléphone du président', 'Tel perso'])
      expect(await load(`structure;${heading}\nKerhea;0600000000`), heading).toEqual([]);
    expect(await load('structure;Téléphone\nKerhea;0298000000')).toEqual([{ kind: 'phone', url: 'tel:0298000000' }]);
  });
});
