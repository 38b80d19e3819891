import path from 'node:path';
import { EssError, type EssErrorCode } from '@ess-widgets/core';
import { notTextClause } from '@ess-widgets/core/data';
import type { Text } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import { readable } from './dataset/address.ts';
import { BLOCKED } from './dataset/read.ts';
import { type CommandText, type Language, say } from './language.ts';

/**
 * Returns the message for the command's user: the place, the error, and the remedy where it is known. One line, no
 * stack.
 */
export function explain(error: unknown, lang: Language, cwd: string): string {
  if (error instanceof Refusal) return say(error.text, lang);
  if (error instanceof EssError) return explainData(error, lang, cwd);
  const known = optionError(error) ?? fileError(error, cwd) ?? sizeError(error);
  if (known) return say(known, lang);
  const what = error instanceof Error ? error.message : String(error);
  return say(
    {
      fr: `erreur inattendue\u202f: ${what} (--debug montre la pile d’appels)`,
      en: `unexpected error: ${what} (--debug shows the stack)`,
    },
    lang,
  );
}

type Headline = (file: string, details: EssError['details']) => string;

const FRENCH: Readonly<Record<EssErrorCode, Headline>> = {
  http: (file, { status }) => `${file}\u202f: réponse ${status ?? 'inattendue'} du serveur.`,
  network: (file) => `${file}\u202f: pas de réponse (hors ligne, adresse fausse ou connexion refusée).`,
  cors: (file) => `${file}\u202f: le serveur répond, mais ne laisse pas d’autres sites le lire.`,
  timeout: (file) => `${file}\u202f: pas de réponse à temps.`,
  syntax: (file, { path }) => `${file} n’est pas du JSON valide${path ? ` (${placeInFrench(path)})` : ''}.`,
  html: (file) => `${file} est une page web\u202f: des données étaient attendues.`,
  schema: (file, { path }) => `${file} n’a pas la forme attendue${path ? ` (${placeInFrench(path)})` : ''}.`,
  format: (file) => `${file}\u202f: format ou version que cette commande ne lit pas.`,
  config: (file) => `${file} ne peut pas être lu.`,
  blocked: (file) => `${file} n’est pas lu.`,
  large: (file, { limit }) =>
    `${file} est trop volumineux\u202f: rien n’est lu au-delà de ${limit}\u00a0Mo. Répartissez les données en un fichier par collection.`,
};

/** Codes of errors whose first words say everything. */
const WITHOUT_DETAILS: ReadonlySet<EssErrorCode> = new Set([
  'http',
  'network',
  'cors',
  'timeout',
  'html',
  'syntax',
  'large',
]);

const placeInFrench = (path: string): string => path.replace('line ', 'ligne ').replace('column ', 'colonne ');

/** Returns, in French, the received and the expected format. */
function formatInFrench(file: string, { code, message }: EssError): string | null {
  if (code !== 'format') return null;
  const [, found, known] = / is (\S+): this release reads (\S+?)\.?$/.exec(message) ?? [];
  if (found) return `${file} est au format ${found}\u202f: cette commande lit ${known ?? ''}.`;
  const [, received, expected] = /its "format" is (.+), expected (\S+?)\.?$/.exec(message) ?? [];
  if (!received) return null;
  const said = received === 'missing' ? 'manque' : `vaut ${received}`;
  const what = expected?.includes('ess-report/') ? 'un rapport' : 'un jeu de données ESS';
  return `${file} n’est pas ${what}\u202f: son champ «\u202fformat\u202f» ${said}, attendu\u202f: ${expected ?? ''}.`;
}

function explainData(error: EssError, lang: Language, cwd: string): string {
  const said = explainDataError(error, cwd);
  const isSaid =
    notTextClause(error) !== undefined ||
    error.details.remedy !== undefined ||
    WITHOUT_DETAILS.has(error.code) ||
    [formatInFrench, contentInFrench, blockedInFrench, foreignInFrench, unrecognised, namelessInFrench].some(
      (inFrench) => inFrench('', error) !== null,
    );
  const isKnown = error.details.url === undefined || isSaid || lang === 'en';
  return isKnown ? say(said, lang) : `${said.fr}\n  ${said.en}`;
}

const isMissing = ({ code, details }: EssError): boolean =>
  code === 'http' && details.status === 404 && details.url?.startsWith('file:') === true;

/** Whether the user may not read a local file: it gets the words for files, not those for servers. */
const isForbidden = ({ code, details }: EssError): boolean =>
  code === 'http' && details.status === 403 && details.url?.startsWith('file:') === true;

/** Returns the message on data of no known format, in French. */
function unrecognised(file: string, { code, message }: EssError): string | null {
  const formats = /formats available: (.+?)\.?$/.exec(message)?.[1];
  return code === 'config' && formats ? `${file} n’est dans aucun format connu (formats lus\u202f: ${formats}).` : null;
}

/** Returns a file of a kind that is known, and not read, in French. */
function foreignInFrench(file: string, { code, message }: EssError): string | null {
  const [, name] = / is (\S+), which is not read: /.exec(message) ?? [];
  if (code !== 'config' || name === undefined) return null;
  return `${file} est du ${name}, qui n’est pas lu\u202f: exportez ses adhérents en CSV (UTF-8), ou donnez ses contours à une carte par «\u202fboundaries\u202f».`;
}

/** Sentences on the content of an answer, and what they say in French after its name. */
const CONTENTS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ holds no record of a dataset: nothing\.$/, () => ' ne contient aucun enregistrement.'],
  [/ holds no record of a dataset: (.+)\.$/, (found) => ` ne contient aucun enregistrement (trouvé\u202f: ${found}).`],
  [/ is empty: no table, or no such one\.$/, () => ' est vide\u202f: il n’y a pas de tableau, ou pas celui-là.'],
  [/ has no feature: expected GeoJSON\.$/, () => ' n’a aucun élément\u202f: du GeoJSON est attendu.'],
  [
    / describes neither an event nor an organisation of schema\.org\.$/,
    () => ' ne décrit ni événement ni organisation de schema.org.',
  ],
  [/ is no calendar: it has no BEGIN:VCALENDAR\.$/, () => ' n’est pas un agenda\u202f: BEGIN:VCALENDAR y manque.'],
  [
    /^Unknown time zone "(.+?)" in /,
    (found) => `\u202f: fuseau horaire inconnu «\u202f${found}\u202f», attendu\u202f: un nom comme Europe/Paris.`,
  ],
  [
    /#kind=(.*): expected kind=members or kind=events\.$/,
    (found) => `\u202f: kind=${found} n’existe pas, attendu\u202f: kind=members ou kind=events.`,
  ],
];

/** Returns, in French, what an answer lacks to be of its format. */
function contentInFrench(file: string, { message }: EssError): string | null {
  for (const [pattern, french] of CONTENTS) {
    const found = pattern.exec(message);
    if (found) return `${file}${french(found[1] ?? '')}`;
  }
  return null;
}

/** Returns, in French, the reason why an address that data name is not read. */
function blockedInFrench(file: string, { code, message }: EssError): string | null {
  const reason = Object.values(BLOCKED).find(({ en }) => message.includes(en));
  return code === 'blocked' && reason ? `${file} n’est pas lu\u202f: ${reason.fr}.` : null;
}

/** Returns a list of members without a column of their names, in French. */
function namelessInFrench(file: string, { code, message }: EssError): string | null {
  const [, expected, found, people] = / Expected one of: (.+?)\. Found: (.*?)\.( A “Nom”.*)?$/.exec(message) ?? [];
  if (code !== 'schema' || expected === undefined) return null;
  const hint =
    ' Un «\u202fNom\u202f» à côté d’un «\u202fPrénom\u202f» est lu comme celui d’une personne\u202f: appelez «\u202fStructure\u202f» la colonne des organisations.';
  return `${file}\u202f: aucune colonne ne donne le nom des adhérents (attendu\u202f: ${expected}\u202f; trouvé\u202f: ${found ?? ''}).${people ? hint : ''}`;
}

/** Returns the words on the text at which the JSON breaks off. */
function unexpected({ code, message }: EssError): string {
  if (code !== 'syntax') return '';
  if (message.includes('the text is empty')) return ' Le texte est vide.';
  if (message.includes('ends too early')) return ' Le texte s’arrête trop tôt.';
  const found = /unexpected ("(?:[^"\\]|\\.)+") at line/.exec(message)?.[1];
  return found === undefined ? '' : ` Inattendu\u202f: ${JSON.parse(found)}`;
}

/** Returns the sentence on an error in data. */
export function explainDataError(error: EssError, cwd: string): Text & { readonly en: string } {
  const { code, details, message } = error;
  const { url } = details;
  if (url === undefined) return { fr: message, en: message };
  const file = readable(url, cwd);
  if (isMissing(error)) return { fr: `fichier introuvable\u202f: ${file}`, en: `no such file: ${file}` };
  if (isForbidden(error)) {
    const [what, todo] = [`lecture refusée\u202f: ${file}`, 'vérifiez vos droits sur ce fichier'];
    return { fr: `${what} (${todo})`, en: `not allowed to read ${file} (check your rights to this file)` };
  }
  const { remedy } = details;
  if (remedy) return { fr: `${file}\u202f: ${remedy.fr}`, en: `${file}: ${remedy.en ?? remedy.fr}` };
  const what = notTextClause(error);
  if (what) return { fr: `${file} ${what.fr}.`, br: `${file} ${what.br}.`, en: `${file} ${what.en}.` };
  const fr =
    formatInFrench(file, error) ??
    contentInFrench(file, error) ??
    blockedInFrench(file, error) ??
    foreignInFrench(file, error) ??
    unrecognised(file, error) ??
    namelessInFrench(file, error) ??
    `${FRENCH[code](file, details)}${unexpected(error)}`;
  return { fr, en: message.replaceAll(url, file) };
}

/** Returns the message for errors of `node:fs`: files that could not be written, or read outside a data set. */
function fileError(error: unknown, cwd: string): CommandText | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  const whole = String(error.path);
  const inside = path.relative(cwd, whole);
  const file = inside === '' || inside.startsWith('..') ? whole : inside;
  switch (error.code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return {
        fr: `${file}\u202f: un fichier est là où un dossier est attendu`,
        en: `${file}: a file is where a folder is expected`,
      };
    case 'EISDIR':
      return {
        fr: `${file} est un dossier\u202f: un fichier est attendu là`,
        en: `${file} is a folder: a file is expected there`,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        fr: `accès refusé\u202f: ${file} (vérifiez vos droits sur ce dossier)`,
        en: `no access to ${file} (check your rights to this folder)`,
      };
    case 'ENOSPC':
      return { fr: `plus de place pour écrire ${file}`, en: `no space left to write ${file}` };
    default:
      return null;
  }
}

/** Returns the message for data that are longer or nested deeper than the engine can hold. */
function sizeError(error: unknown): CommandText | null {
  const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
  if (!(error instanceof RangeError) && !isTooLong) return null;
  return {
    fr: 'ces données ont un texte trop long ou sont imbriquées trop profondément pour être lues.',
    en: 'these data have a text that is too long or are nested too deep to be read.',
  };
}

/** Returns the message for errors of `node:util`'s parseArgs. */
function optionError(error: unknown): CommandText | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!error.code.startsWith('ERR_PARSE_ARGS_')) return null;
  const option = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return {
      fr: `option inconnue\u202f: ${option} (--help les décrit)`,
      en: `unknown option: ${option} (--help lists them)`,
    };
  }
  if (/argument (missing|is ambiguous)/.test(error.message)) {
    const name = option.split(' ')[0];
    return { fr: `${name} attend une valeur (--help dit laquelle)`, en: `${name} needs a value (--help says which)` };
  }
  if (error.message.includes('does not take an argument')) {
    return {
      fr: `${option} n’attend pas de valeur (--help la décrit)`,
      en: `${option} takes no value (--help describes it)`,
    };
  }
  return {
    fr: `option mal écrite\u202f: ${option} (--help dit ce qu’elle attend)`,
    en: `wrong use of option ${option} (--help says what it takes)`,
  };
}
