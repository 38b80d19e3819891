import { fold, type Organisation } from '../../model/index.ts';
import { departementCode, townKey } from './places.ts';

/** An organisation as it is compared: its name without spaces, articles and legal form, its digits apart, its place. */
export interface ComparedName {
  readonly organisation: Organisation;
  /** Its name folded, words apart. */
  readonly words: string;
  /** The same without articles and legal form. */
  readonly bare: string;
  readonly key: string;
  readonly digits: string;
  readonly place: string;
  /** Its département, where a territory says it: two of these set two namesakes apart. */
  readonly departement: string;
  /** Its SIREN number without spaces. */
  readonly siren: string;
}

/** Words that names are written with or without. */
const FREE = /\b(?:le|la|les|l|de|du|des|d|et|the|and|association|asso|scop|scic|sas|sarl|sa)\b/g;

/** Returns a name without spaces, articles and legal form. */
export function nameKey(name: string): string {
  const folded = fold(name.replace(/\(.*?\)/g, ' ')).replace(/\bst(e?)\b/g, 'saint$1');
  const kept = folded.replace(FREE, ' ').replace(/\s+/g, '');
  return kept.length < 3 ? folded.replace(/\s+/g, '') : kept;
}

function departementOf(territories: readonly string[]): string {
  const named = territories.find((each) => each.startsWith('departement-'))?.slice('departement-'.length);
  const insee = territories.find((each) => each.startsWith('commune-'))?.slice('commune-'.length);
  return named ?? (insee === undefined ? '' : departementCode(insee));
}

/** Returns a name without its town after a dash or a comma: "Bike workshop - Nantes". */
function withoutTown({ name, town }: Organisation): string {
  const [, before, after] = /^(.+?)(?: [-–—] |, )([^,–—]+)$/u.exec(name) ?? [];
  return before && after && town && townKey(after) === townKey(town) ? before : name;
}

export function namedOf(organisation: Organisation): ComparedName {
  const key = nameKey(withoutTown(organisation));
  const commune = organisation.territories.find((each) => each.startsWith('commune-'));
  return {
    organisation,
    words: fold(organisation.name),
    bare: fold(organisation.name).replace(FREE, ' ').replace(/\s+/g, ' ').trim(),
    key,
    digits: key.replace(/\D+/g, ' ').trim(),
    place: organisation.town ? townKey(organisation.town) : (commune ?? ''),
    departement: departementOf(organisation.territories),
    siren: organisation.siren?.replace(/\s/gu, '') ?? '',
  };
}
