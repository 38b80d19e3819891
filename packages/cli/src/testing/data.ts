import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of files for the tests of one file. */
export interface Folder {
  readonly path: string;
  /** Writes a file, objects as JSON. @returns its name */
  readonly write: (name: string, body: string | object) => string;
  readonly remove: () => void;
}

export function temporaryFolder(): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-cli-'));
  return {
    path: folder,
    write: (name, body) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof body === 'string' ? body : JSON.stringify(body));
      return name;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Returns a published figure whose id is that of its indicator. */
export const observation = (indicator: string, value: number, unit = 'members', extra: object = {}) => ({
  id: indicator,
  indicator,
  label: { fr: indicator },
  period: '2024',
  quantity: { value, op: '=', unit },
  source: { document: 'report', section: 'I', page: 1 },
  ...extra,
});

export const event = (id: string, extra: object = {}) => ({
  id,
  title: { fr: id },
  date: '2024-06-18',
  status: 'held',
  ...extra,
});

/** Returns a data set in a single file. */
export const dataset = (collections: object, more: object = {}) => ({
  format: 'ess-dataset/1',
  id: 'small',
  title: { fr: 'Petit jeu', en: 'Small set' },
  publisher: { name: 'Essai' },
  licence: { name: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr' },
  language: 'fr',
  updated: '2025-03-05',
  periods: ['2024'],
  documents: { report: { title: { fr: 'Rapport' } } },
  collections,
  ...more,
});
