import { describe, expect, it } from 'vitest';
import { addressIn, splitOptions } from '../address.ts';
import { recipeOf } from './recipe.ts';
import { type Recipe, withRecipe } from './recipe-text.ts';
import vectors from './recipe-vectors.json' with { type: 'json' };

const SRC = 'https://data.example/liste.csv';

describe('a recipe', () => {
  it.each(vectors as readonly { readonly recipe: Recipe; readonly written: string }[])(
    'is written $written, and read back',
    ({ recipe, written }) => {
      const src = withRecipe(SRC, recipe);
      expect(src).toBe(`${SRC}#${written}`);
      // As somebody pastes it, in a line.
      const { src: address, options } = splitOptions(addressIn(`Voir ${src}, merci.`));
      expect([address, recipeOf(options, address)]).toEqual([SRC, recipe]);
    },
  );

  it('stands behind the fragment of a product', () => {
    const src = withRecipe('https://docs.example/edit#gid=3', { kind: 'events' });
    expect(splitOptions(src)).toEqual({ src: 'https://docs.example/edit#gid=3', options: { kind: 'events' } });
  });

  it('leaves a product the names that it has as well', () => {
    expect(splitOptions('https://forms.example/#id=3&header=no')).toEqual({
      src: 'https://forms.example/#id=3&header=no',
      options: {},
    });
  });

  it.each([
    [{ kind: 'membres' }, 'expected kind=members or kind=events'],
    [{ header: 'x' }, 'expected the line of the headers'],
    [{ columns: 'Coopérative:nom' }, 'expected Header:field'],
    [{ columns: 'Coopérative' }, 'expected Header:field'],
    [{ kind: 'members', columns: 'Jour:start' }, 'expected Header:field'],
  ])('%o is no recipe', (options, message) => {
    expect(() => recipeOf(options, SRC)).toThrow(
      expect.objectContaining({ code: 'config', message: expect.stringContaining(message) }),
    );
  });
});
