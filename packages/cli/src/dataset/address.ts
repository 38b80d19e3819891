import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addressIn } from '@ess-widgets/core/data/address';
import { Refusal } from '@ess-widgets/core/prepare';

/** Paths of the manifest in a folder or in a package. */
const PLACES = ['manifest.json', 'data/manifest.json'] as const;

/**
 * Returns the address that the user means: an http(s) address, also one in a snippet of a page, a file, a folder with a
 * manifest, or an installed package that holds a data set. A file or folder of that name comes before a package.
 * @throws Refusal when there is nothing of that name
 */
export function givenAddress(given: string, cwd: string): string {
  const pasted = addressIn(given);
  if (isWeb(pasted)) return webAddress(pasted);
  const found = foundAddress(given, cwd);
  const file = found === null ? null : pathOf(found);
  if (found !== null) return file && statSync(file).isDirectory() ? pathToFileURL(manifestOf(file, given)).href : found;
  const or = isPackageName(given);
  const shown = readable(given.startsWith('file:') ? given.replace(/#.*/, '') : given, cwd);
  throw new Refusal({
    fr: `fichier introuvable\u202f: ${shown}${or ? ' (et aucun paquet installé de ce nom n’a de jeu de données)' : ''}`,
    en: `no such file: ${shown}${or ? ' (and no installed package of that name holds a data set)' : ''}`,
  });
}

export const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/**
 * Returns the address of a file, a folder or the data set of a package of this machine, by its path, its name or its address, whose
 * fragment stays; null where there is nothing of that name.
 */
export function foundAddress(given: string, cwd: string): string | null {
  const isUrl = given.startsWith('file:');
  const file = isUrl ? pathOf(given) : path.resolve(cwd, given);
  if (file !== null && existsSync(file)) return isUrl ? given : pathToFileURL(file).href;
  return isPackageName(given) ? packagedManifest(given, cwd) : null;
}

/** Returns the path of a `file:` address; null for others, and for those that are no path of this machine. */
export function pathOf(url: string): string | null {
  try {
    const file = fileURLToPath(url);
    return file.includes('\0') ? null : file;
  } catch {
    // Another scheme, another machine, or an encoded separator.
    return null;
  }
}

/** Returns an address as its user would write it: a path from the current folder, or the web address. */
export function readable(url: string, cwd: string): string {
  const file = pathOf(url);
  if (file === null) return url;
  const relative = path.relative(cwd, file);
  return relative === '' || relative.startsWith('..') ? file : relative;
}

function webAddress(given: string): string {
  if (URL.canParse(given)) return new URL(given).href;
  throw new Refusal({ fr: `adresse illisible : ${given}`, en: `not an address: ${given}` });
}

function manifestOf(folder: string, given: string): string {
  const found = PLACES.map((place) => path.join(folder, place)).find((file) => existsSync(file));
  if (found) return found;
  throw new Refusal({
    fr: `le dossier ${given} ne contient pas de manifest.json`,
    en: `the folder ${given} holds no manifest.json`,
  });
}

const isPackageName = (text: string): boolean => /^(@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/.test(text);

/** Returns the manifest of a package installed beside the user's files, or beside this command. */
function packagedManifest(name: string, cwd: string): string | null {
  const homes = [pathToFileURL(path.join(cwd, 'index.js')), import.meta.url];
  for (const home of homes) {
    const { resolve } = createRequire(home);
    for (const place of PLACES) {
      try {
        return pathToFileURL(resolve(`${name}/${place}`)).href;
      } catch {
        // Not installed there, or it exports no such file: the next place is tried.
      }
    }
  }
  return null;
}
