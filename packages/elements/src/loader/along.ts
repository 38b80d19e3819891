import { registry } from './registry.ts';

/**
 * What the loader knows of the files of the elements. The build (`scripts/along.ts`) writes a module of its own in place of
 * this one, which serves where the sources run as they are.
 */

/**
 * Chunks that an element needs, by tag, its own first, as the hash in its name; under `*` those of every element; under `+`
 * those that compute a figure, under `+` and a tag what such an element needs for that besides. Names of files in
 * `chunks/`, with spaces between them.
 */
export const along: Readonly<Partial<Record<string, string>>> = {};

/** Whether an element has a tag. No object has anything of its own under a name that begins as those of our tags do. */
export const elements: Readonly<Partial<Record<string, unknown>>> = registry;

/**
 * Loads the code of an element.
 * @param _hash what its file has in its name besides its tag, where the build has named it
 * @param _query of its address: another one is asked for anew
 */
export const load = (tag: string, _hash: string | undefined, _query: string): Promise<unknown> =>
  registry[tag as keyof typeof registry]();
