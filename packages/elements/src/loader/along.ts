/**
 * Chunks that an element needs besides its own, by tag; under `*` those of every element, under `=` and a tag those that it
 * needs where no build has written its figures. Names of files in `chunks/`, with spaces between them. Written by the
 * build (`scripts/along.ts`), empty where the sources run as they are.
 */
export const along: Readonly<Record<string, string>> = {};
