import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchRecord } from './plain-search.ts';
import { createSearchIndex, type SearchIndex } from './search.ts';

const records: readonly SearchRecord[] = [
  {
    id: 'adess',
    name: 'Adess Morlaix',
    aliases: ['Association de développement'],
    places: ['Morlaix', 'Finistère'],
    category: 'Pôles ESS',
  },
  {
    id: 'batylab',
    name: 'Batylab',
    places: ['Rennes'],
    activities: ['construction durable'],
    category: 'Associations',
  },
  { id: 'rance', name: 'ESS’P’Rance', aliases: ['Espérance'], places: ['Pays de Dinan'], category: 'Pôles ESS' },
  { id: 'brieuc', name: 'Rich’ESS', places: ['Saint-Brieuc'], category: 'Pôles ESS' },
  { id: 'briec', name: 'Recyclerie de Briec', places: ['Briec'], activities: ['réemploi'], category: 'Associations' },
  { id: 'coeur', name: 'Cœur de Bretagne', places: ['Loudéac'], category: 'Coopératives' },
];

let index: SearchIndex;
beforeAll(async () => {
  index = await createSearchIndex(records);
});

describe('the search index', () => {
  it('of a long list is made in parts, between which others have their turn', async () => {
    const many = [...new Array(4_000).keys()].map((n) => ({ id: `o${n}`, name: `Organisation ${n}` }));
    let turns = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (): void => {
      turns += 1;
      timer = setTimeout(turn);
    };
    turn();
    const long = await createSearchIndex(many);
    clearTimeout(timer);
    expect(turns).toBeGreaterThan(5);
    expect(long.search('3999')).toEqual(['o3999']);
    expect(long.search('organisation')).toHaveLength(4_000);
  });

  it('finds by name, other name, place, activity and category', () => {
    expect(index.search('batylab')).toEqual(['batylab']);
    expect(index.search('développement')).toEqual(['adess']);
    expect(index.search('finistère')).toEqual(['adess']);
    expect(index.search('réemploi')).toEqual(['briec']);
    expect(index.search('coopératives')).toEqual(['coeur']);
  });

  it('takes a code by its figures: its beginning finds it, another figure does not', async () => {
    const coded = await createSearchIndex([
      { id: 'brest', name: 'Atelier', places: ['Brest', '29200'] },
      { id: 'plouzane', name: 'Atelier', places: ['Plouzané', '29280'] },
    ]);
    expect(coded.search('29200')).toEqual(['brest']);
    expect(coded.search('292')).toEqual(['brest', 'plouzane']);
    expect(coded.search('29201')).toEqual([]);
  });

  it('forgives accents, case and ligatures', () => {
    expect(index.search('REEMPLOI')).toEqual(['briec']);
    expect(index.search('coeur')).toEqual(['coeur']);
    expect(index.search('esperance')).toEqual(['rance']);
  });

  it('forgives a typing error in a word of five letters or more, and not in a shorter one', () => {
    expect(index.search('batilab')).toEqual(['batylab']);
    expect(index.search('morlais')).toEqual(['adess']);
    expect(index.search('riche')).toContain('brieuc');
    expect(index.search('dinon')).toEqual(['rance']);
    expect(index.search('dnan')).toEqual([]);
  });

  it('finds from the beginning of a word, while the visitor types', () => {
    expect(index.search('baty')).toEqual(['batylab']);
  });

  it('finds initials and compounds however they are written', async () => {
    const written = await createSearchIndex([
      { id: 'scic', name: 'S.C.I.C. L’Hermine', activities: ['co-working, marché d’art'] },
      { id: 'lieu', name: 'Éco-lieu du Léon', places: ['Côtes-d’Armor'], category: 'Scic' },
      { id: 'ty', name: 'Ty’Coop', aliases: ['Tiers-Lieu'] },
    ]);
    for (const typed of ['scic', 'S.C.I.C.', 's.c.i.c', 'S.C']) {
      expect(written.search(typed)).toEqual(['scic', 'lieu']);
    }
    expect(written.search('ecolieu')).toEqual(['lieu']);
    expect(written.search('éco-lieu')).toEqual(['lieu']);
    expect(written.search('tierslieu tycoop')).toEqual(['ty']);
    expect(written.search('cotesdarmor')).toEqual(['lieu']);
    expect(written.search('coworking')).toEqual(['scic']);
    // An article is no part of its word.
    expect(written.search('dart')).toEqual([]);
    expect(written.search('hermine')).toEqual(['scic']);
  });

  it('asks for every word', () => {
    expect(index.search('pôles brieuc')).toEqual(['brieuc']);
    expect(index.search('batylab morlaix')).toEqual([]);
  });

  it('reads St as Saint and passes over words that say nothing', () => {
    expect(index.search('St Brieuc')).toEqual(['brieuc']);
    expect(index.search('coeur de la Bretagne')).toEqual(['coeur']);
  });

  it('puts the exact word before the near miss', () => {
    expect(index.search('brieuc')[0]).toBe('brieuc');
    expect(index.search('briec')[0]).toBe('briec');
  });

  it('returns everything in the order of the list when there is nothing to search for', () => {
    const all = records.map(({ id }) => id);
    expect(index.search('')).toEqual(all);
    expect(index.search('  de la ')).toEqual(all);
  });

  it('returns nothing for what is not there', () => {
    expect(index.search('xylophone')).toEqual([]);
  });

  it('reads a query as text: signs of other search languages mean nothing', () => {
    expect(index.search('"batylab" (+rennes)')).toEqual(['batylab']);
    expect(() => index.search('[.*')).not.toThrow();
  });

  it('takes a word for a word where it is the name of something else in JavaScript', async () => {
    const named = await createSearchIndex([{ id: 'a', name: 'Constructor et fils' }]);
    expect(named.search('constructor')).toEqual(['a']);
  });

  it('gives equal matches in the order of the list', async () => {
    const same = await createSearchIndex(['c', 'a', 'b'].map((id) => ({ id, name: 'Recyclerie' })));
    expect(same.search('recyclerie')).toEqual(['c', 'a', 'b']);
  });

  it('still finds the beginnings of words where the host page has replaced Array.from', () => {
    const mootools = vi.spyOn(Array, 'from').mockImplementation((item: unknown) => [item]);
    const found = [index.search('baty'), index.search('REEMPLOI briec'), index.search('xylophone')];
    mootools.mockRestore();
    expect(found).toEqual([['batylab'], ['briec'], []]);
  });
});
