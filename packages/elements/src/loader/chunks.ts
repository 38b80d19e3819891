import { along } from './along.ts';

/** Names of the chunks that come along under a key. */
export const namesOf = (key: string): string[] => along[key]?.split(' ') ?? [];

/** Asks for a chunk. Whoever needs it says what fails. */
export function askForChunk(name: string): void {
  import(/* @vite-ignore */ /* webpackIgnore: true */ `./chunks/${name}.js`).catch(() => undefined);
}
