/** What is said of a feed: errors with their remedy, and findings besides those of its pages. */
import { EssError, type Remedy } from '../../errors.ts';
import type { Finding } from '../../model/index.ts';
import { objectOf } from '../sources/values.ts';

/** What is missing of a saved answer that says of what another one consists: nothing is asked beside it. */
export const NO_OTHER = {
  fr: 'Ce fichier enregistré renvoie à d’autres réponses du service, qui ne sont pas lues à côté d’un fichier\u202f: donnez l’adresse du service, ou enregistrez la réponse qui contient les lignes.',
  en: 'This saved file refers to other answers of the service, which are not read beside a file: give the address of the service, or save the answer that holds the rows.',
};
export const NO_ROWS = {
  fr: 'Ce fichier enregistré décrit les colonnes d’une vue, sans ses lignes\u202f: donnez l’adresse du service, ou exportez la vue en CSV.',
  en: 'This saved file describes the columns of a view, without its rows: give the address of the service, or export the view as CSV.',
};

export function severalTables(all: readonly { readonly id: string; readonly name: string }[]): Remedy {
  const names = all.map(({ name }) => name).join(', ');
  const example = all[0]?.id ?? '';
  return {
    fr: `Cette adresse donne ${all.length} tableaux\u202f: ${names}. Ajoutez #table= et le nom de l’un d’eux à la fin de l’adresse, par exemple #table=${example}.`,
    en: `This address gives ${all.length} tables: ${names}. Add #table= and the name of one of them at the end of the address, for example #table=${example}.`,
  };
}

/** Returns the error of what the page's author can mend. */
export const refusal = (url: string, remedy: Remedy): EssError =>
  new EssError('config', `${url}: ${remedy['en']}`, { url, remedy });

export const closed = (url: string): EssError =>
  new EssError('http', `${url} needs a token: its map is not open to other sites.`, { url, status: 401 });

/** Returns the error of an answer without a list, with what the service says about it. */
export function noList(url: string, answer: unknown): EssError {
  const json = objectOf(answer);
  const words = ['detail', 'message', 'error'].map((key) => json[key]).find((text) => typeof text === 'string');
  const found = words ?? (Object.keys(json).slice(0, 6).join(', ') || 'nothing');
  return new EssError('format', `${url} holds no record of a dataset: ${String(found).slice(0, 200)}.`, { url });
}

export const empty = (url: string): EssError =>
  new EssError('schema', `${url} is empty: no table, or no such one.`, { url });

const finding = (
  rule: string,
  severity: Finding['severity'],
  file: string,
  found: string,
  message: Finding['message'],
): Finding => ({ rule, severity, certainty: 'certain', where: { file }, found, message });

export const nameless = (file: string): Finding =>
  finding('category-names', 'info', file, 'taxonomy', {
    fr: 'Les catégories sont des numéros, dont les noms sont à une autre adresse de la carte et n’ont pas pu être lus\u202f: les activités manquent',
    en: 'The categories are numbers, whose names stand at another address of the map and could not be read: activities are missing',
  });

export const leftAside = (file: string, { fr, en }: Remedy, count: number): Finding =>
  finding('closed', 'info', file, String(count), { fr: `${fr}\u202f: ${count}`, en: `${en}: ${count}` });

export const partial = (file: string, words: string): Finding =>
  finding('truncated', 'warning', file, words.slice(0, 200), {
    fr: `Le service dit que sa réponse est incomplète («\u202f${words.slice(0, 200)}\u202f»)\u202f: des enregistrements manquent`,
    en: `The service says that its answer is incomplete (“${words.slice(0, 200)}”): records are missing`,
  });
