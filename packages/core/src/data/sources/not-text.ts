import { EssError } from '../../errors.ts';
import type { Text } from '../../model/index.ts';

/** Clause after the name of a file: the kind of file that it is, and what to do about it. */
type Clauses = Text & { readonly br: string; readonly en: string };

/** A kind of file that is no text. */
interface Kind {
  /** Its first characters: a byte each, or what is left of them where they were read as UTF-8. */
  readonly start: RegExp;
  readonly said: Clauses;
}

/** Files that are given, or saved under the name of a CSV or of a JSON, by mistake. */
const KINDS: readonly Kind[] = [
  {
    start: /^PK[\x03\x05\x07]/,
    said: {
      fr: 'est un classeur (xlsx, ods) ou une archive\u202f: enregistrez d’abord la feuille en CSV (UTF-8)',
      br: 'zo ul levr taolennoù (xlsx, ods) pe un diell\u202f: enrollit ar follenn e CSV (UTF-8) da gentañ',
      en: 'is a workbook (xlsx, ods) or an archive: save the sheet as CSV (UTF-8) first',
    },
  },
  {
    start: /^(?:\xd0\xcf|\ufffd\ufffd|–œ)\x11/,
    said: {
      fr: 'est un ancien classeur (xls)\u202f: ouvrez-le et choisissez «\u202fFichier › Enregistrer sous › .xlsx\u202f»',
      br: 'zo ul levr taolennoù kozh (xls)\u202f: digorit anezhañ ha dibabit «\u202fRestr › Enrollañ evel › .xlsx\u202f»',
      en: 'is an old workbook (xls): open it and choose “File › Save as › .xlsx”',
    },
  },
  {
    start: /^%PDF/,
    said: {
      fr: 'est un PDF\u202f: demandez le tableau dont il vient, et enregistrez-le en CSV (UTF-8)',
      br: 'zo ur PDF\u202f: goulennit an daolenn m’eo bet savet diwarni, hag enrollit anezhi e CSV (UTF-8)',
      en: 'is a PDF: ask for the table that it was made from, and save it as CSV (UTF-8)',
    },
  },
];

const BINARY: Clauses = {
  fr: 'est un fichier binaire, pas un CSV',
  br: 'zo ur restr vinarel, n’eo ket ur CSV',
  en: 'is a binary file, not a CSV',
};

const EMPTY: Clauses = {
  fr: 'est vide\u202f: un en-tête et une ligne par adhérent sont attendus',
  br: 'zo goullo\u202f: gortozet ez eus un talbenn hag ul linenn dre ezel',
  en: 'is empty: expected a header and a line a member',
};

/** Returns the error of a list that has bytes which no text has. */
export const binaryList = (url: string): EssError => new EssError('format', `${url} ${BINARY.en}.`, { url });

/** Returns the error of a list without a line. */
export const emptyList = (url: string): EssError => new EssError('schema', `${url} ${EMPTY.en}.`, { url });

/** Whether first characters are those of a file that is no text. */
export const isNotText = (head: string): boolean => KINDS.some(({ start }) => start.test(head));

/** Returns the error of a file that is no text, by its first characters; undefined for what may be one. */
export function notText(head: string, url: string): EssError | undefined {
  const kind = KINDS.find(({ start }) => start.test(head));
  if (!kind) return undefined;
  const { fr, en } = kind.said;
  const remedy = { fr: `Ce fichier ${fr}.`, en: `This file ${en}.` };
  return new EssError('format', `${url} ${en}.`, { url, remedy });
}

/** Returns the clause of such an error in all languages; undefined for any other error. */
export function notTextClause({ code, message }: EssError): Clauses | undefined {
  if (code !== 'format' && code !== 'schema') return undefined;
  return [...KINDS.map(({ said }) => said), BINARY, EMPTY].find(({ en }) => message.endsWith(` ${en}.`));
}
