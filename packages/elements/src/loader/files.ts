/**
 * Files of the elements for a loader in a bundle, whose bundler makes files of its own. The build of `cdn` replaces this
 * module by its table (`vite.config.ts`).
 */
import { registry } from './registry.ts';

/** Names of the files that an element needs besides its own, by tag, and of those of late code that the loader asks for. */
export const needs: Readonly<Partial<Record<string, readonly string[]>>> = Object.fromEntries(
  Object.keys(registry).map((tag) => [tag, []]),
);

/**
 * Loads a file.
 * @param name tag of an element, or the name of a shared file, which a bundler loads by itself
 * @param _query of its address: another one is asked for anew
 */
export const loadModule = async (name: string, _query: string): Promise<unknown> =>
  Object.hasOwn(registry, name) ? registry[name as keyof typeof registry]() : undefined;
