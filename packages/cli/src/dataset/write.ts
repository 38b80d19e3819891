/** Writes what a command makes: whole or not at all, only where it was asked to, and never over what it read. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '@ess-widgets/core/prepare';

/** A file to be written. */
export interface Output {
  /** Relative to the folder that is written into. */
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes files into an existing folder. All of them are first written beside their places under temporary names, then
 * renamed in their order: another reader finds each file either as it was or as it will be.
 * @param sources real paths of files that were read
 * @throws Refusal where a file would replace one of `sources`, or what is no file, or lie outside the folder; errors of
 *   `node:fs`. Nothing temporary is left.
 */
export function writeFiles(folder: string, outputs: readonly Output[], sources: ReadonlySet<string>): void {
  const home = realpathSync(folder);
  const pending: { readonly temporary: string; readonly file: string }[] = [];
  try {
    for (const { name, bytes } of outputs) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      expectFree(file, home, sources);
      const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
      pending.push({ temporary, file });
      writeFileSync(temporary, bytes, { flag: 'wx' });
    }
    for (const { temporary, file } of pending) renameSync(temporary, file);
  } finally {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
  }
}

/** @throws Refusal where nothing may be written */
function expectFree(file: string, home: string, sources: ReadonlySet<string>): void {
  const parent = realpathSync(path.dirname(file));
  if (parent !== home && !parent.startsWith(`${home}${path.sep}`)) {
    throw new Refusal({
      fr: `${file} serait écrit hors de ${home} (un lien y mène)\u202f: choisissez un autre dossier.`,
      en: `${file} would be written outside ${home} (a link leads there): choose another folder.`,
    });
  }
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there) return;
  if (sources.has(realpathSync(file))) {
    throw new Refusal({
      fr: `${file} est lu par cette commande\u202f: écrire là le remplacerait. Choisissez une autre sortie (--out).`,
      en: `${file} is read by this command: writing there would replace it. Choose another output (--out).`,
    });
  }
  if (there.isFile()) return;
  throw new Refusal({
    fr: `${file} n’est pas un fichier\u202f: choisissez une autre sortie (--out).`,
    en: `${file} is no file: choose another output (--out).`,
  });
}
