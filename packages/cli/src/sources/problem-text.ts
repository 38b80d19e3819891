/** What is wrong with a declared source, in the words of the command line. */
import type { DeclaredSources } from '@ess-widgets/core/data';
import type { CommandText } from '../language.ts';

type SourceProblem = DeclaredSources['problems'][number];

const FRENCH: Readonly<Record<SourceProblem['fault'], (said: string) => string>> = {
  line: (said) => `«\u202f${said}\u202f» ne déclare aucune source (attendu\u202f: nom = adresse).`,
  name: (said) =>
    `«\u202f${said}\u202f» ne peut pas nommer une source\u202f: des minuscules sans accent, des chiffres et des traits d’union, et pas «\u202freference\u202f».`,
  twice: (said) => `deux sources s’appellent «\u202f${said}\u202f»\u202f: la première reste.`,
  address: (said) => `la source «\u202f${said}\u202f» n’a pas d’adresse (attendu\u202f: "src").`,
  kind: (said) =>
    `la source «\u202f${said}\u202f» n’est d’aucun genre connu (attendu\u202f: members, events, figures).`,
};

export const problemText = ({ fault, said, en }: SourceProblem): CommandText => ({
  fr: FRENCH[fault](said),
  en: `${en}.`,
});
