/**
 * Chunks that an element needs besides its own, by tag, and under `*` those of every element: names of files in
 * `chunks/`. Written by the build (`scripts/along.ts`), empty where the sources run as they are.
 */
export const along: Readonly<Record<string, readonly string[]>> = {};
