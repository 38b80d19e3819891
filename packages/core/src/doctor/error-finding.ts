/** The finding of a file that cannot be read at all. */
import { notTextClause } from '../data/index.ts';
import type { EssError, EssErrorCode } from '../errors.ts';
import type { Finding, Text } from '../model/index.ts';

const FRENCH: Readonly<Partial<Record<EssErrorCode, string>>> = {
  syntax: 'n’est pas du JSON valide',
  html: 'est une page web\u202f: des données étaient attendues',
  schema: 'n’a pas la forme attendue',
  format: 'est d’un format ou d’une version qui n’est pas lu',
  config: 'n’est d’aucun format connu',
  large: 'est trop volumineux',
  http: 'n’est pas donné par son serveur\u202f: vérifiez l’adresse',
  network: 'n’est pas joignable\u202f: vérifiez l’adresse et votre connexion',
};

/** Returns the finding of an error of reading, in the words for whoever has the file. */
export function errorFinding(error: EssError, name: string): Finding {
  const { code, details } = error;
  const line = Number(/line (\d+)/.exec(details.path ?? '')?.[1]);
  return {
    rule: code,
    severity: 'error',
    certainty: 'certain',
    where: { file: name, ...(line > 0 ? { line } : {}) },
    found: '',
    message: messageOf(error, name),
  };
}

function messageOf(error: EssError, name: string): Text {
  const said = notTextClause(error);
  if (said) return { fr: `${name} ${said.fr}.`, en: `${name} ${said.en}.` };
  const { code, details } = error;
  // The address under which the file is read means nothing to whoever dropped it.
  const en = details.url === undefined ? error.message : error.message.replaceAll(details.url, name);
  if (details.remedy)
    return { fr: `${name}\u202f: ${details.remedy.fr}`, en: `${name}: ${details.remedy['en'] ?? details.remedy.fr}` };
  if (isNameless(error)) return { fr: NAMELESS.replace('%', found(error)), en };
  return { fr: `${name} ${FRENCH[code] ?? 'ne peut pas être lu'}.`, en };
}

/** Whether a list was refused because no column holds names: a person may say which one does. */
const isNameless = ({ code, message }: EssError): boolean =>
  code === 'schema' && message.includes(' holds the names of members or events.');

const found = ({ message }: EssError): string => / Found: (.*?)\.(?: A “Nom”|$)/.exec(message)?.[1] ?? '';

const NAMELESS =
  'Aucune colonne n’est reconnue comme celle des noms (trouvé\u202f: %). Dites ci-dessous laquelle l’est, ou appelez-la «\u202fStructure\u202f» (adhérents) ou «\u202fTitre\u202f» (événements).';
