/** Choice of the data that a command reads: those that its line names, or sources of a file, as a page chooses them. */
import {
  kindsOf,
  type PickedAddresses,
  type PickRequest,
  pickAddresses,
  type SourceKind,
  unknownNames,
} from '@ess-widgets/core/data';
import type { Dataset } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import { givenAddress } from '../dataset/address.ts';
import type { Part } from '../dataset/opening.ts';
import type { Io } from '../io.ts';
import type { CommandText } from '../language.ts';
import { readDeclaredSources, type SourcesSettings, type SourceToRead } from './file.ts';

/** Options of the commands that read declared sources. */
export const SOURCE_OPTIONS = {
  sources: { type: 'string' },
  source: { type: 'string', multiple: true },
  reference: { type: 'string' },
} as const;

/** The same, as printed under the options of a command. */
export const SOURCE_OPTIONS_HELP = {
  fr: `  --sources <fichier>  des sources déclarées par leur nom, à la place de <données>\u202f: un fichier
                       ess-sources/1 (ess-widgets schema sources le décrit), ou son adresse
  --source <nom,…>     celles qui sont lues, réunies\u202f; sans cela, celles qui conviennent
  --reference <données>  les données de référence\u202f: communes, fond de carte, chiffres publiés\u202f; par
                       défaut celles que le fichier nomme`,
  en: `  --sources <file>     sources declared by name, in place of <data>: a file ess-sources/1
                       (described by ess-widgets schema sources), or its address
  --source <name,…>    those that are read, joined; without it, those that suit
  --reference <data>   the reference data: communes, basemap, published figures; by default those
                       that the file names`,
};

/** What a command line says of its data. */
interface Said {
  readonly data?: string | undefined;
  readonly sources?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly reference?: string | undefined;
}

/** What a command line gives to choose among. */
export interface DataToChoose {
  /** What is asked for, and what there is: it has absolute addresses alone. */
  readonly request: Omit<PickRequest, 'kinds'>;
  /** Address of the reference data. */
  readonly reference: string | undefined;
  /** Returns what is read at an address that the line or its file names; undefined for another one. */
  readonly partAt: (address: string) => Part | undefined;
}

/** Returns the data, the sources and the reference of a command line. @throws Refusal for what is not there, or said twice */
export async function dataToChoose({ data, sources, source, reference }: Said, io: Io): Promise<DataToChoose> {
  const names = source?.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
  if (names && sources === undefined) throw new Refusal(NO_FILE);
  if (data !== undefined && sources !== undefined) throw new Refusal(BOTH);
  const settings = sources === undefined ? undefined : await readDeclaredSources(sources, io);
  const given = [data, reference].map((text) => text && givenAddress(text, io.cwd));
  const [src, named = settings?.reference] = given;
  const request = {
    own: { src, source: names?.join(' ') },
    page: { sources: settings?.sources, reference: named },
  };
  const { unknown, known } = unknownNames(request);
  if (unknown.length > 0) throw new Refusal(unknownSources(unknown, known));
  return {
    ...{ request, reference: named },
    partAt: (address) => {
      const declared = settings?.sources.find((one) => one.src.split(' ').includes(address));
      if (settings && declared) {
        const key = keyOf(settings, declared);
        return { given: address, isDeclared: true, ...(key ? { key, strike: settings.strike } : {}) };
      }
      // As the user wrote it, for messages.
      if (address === src) return { given: data ?? address };
      return address === named ? { given: reference ?? address } : undefined;
    },
  };
}

const NO_FILE: CommandText = {
  fr: '--source choisit parmi des sources déclarées\u202f: donnez leur fichier par --sources.',
  en: '--source chooses among declared sources: give their file by --sources.',
};

const BOTH: CommandText = {
  fr: 'des données, ou --sources, pas les deux.',
  en: 'data or --sources, not both.',
};

/** Says that sources are not declared, and which ones are. */
export const unknownSources = (unknown: readonly string[], known: readonly string[]): CommandText => ({
  fr: `aucune source ne s’appelle «\u202f${unknown.join('\u202f», «\u202f')}\u202f». Il y a\u202f: ${known.join(', ') || 'aucune'}.`,
  en: `no source is called "${unknown.join('", "')}". There are: ${known.join(', ') || 'none'}.`,
});

/** Returns the key of a source. @throws Refusal where the environment lacks it */
function keyOf(settings: SourcesSettings, source: SourceToRead): string | undefined {
  const key = settings.keyOf(source);
  if (source.declared.key !== undefined && key === undefined) throw new Refusal(noVariable(source.declared.key));
  return key;
}

export const noVariable = (key: string): CommandText => {
  const name = key.replace('env:', '');
  return {
    fr: `la variable d’environnement ${name} est vide ou absente`,
    en: `the environment variable ${name} is empty or missing`,
  };
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Returns the addresses of a source, or of several, each with its format. */
export const addressesWithFormats = ({ src, format }: PickedAddresses): readonly Pick<Part, 'given' | 'format'>[] => {
  const formats = wordsOf(format ?? '').map((id) => (id === 'auto' ? undefined : id));
  // The code of a frame that somebody pasted is one address.
  return (src.includes('<') ? [src] : wordsOf(src)).map((given, at) => ({ given, format: formats[at] }));
};

/** Returns what was picked, as it is read. */
export const partsOf = (picked: PickedAddresses, { partAt }: DataToChoose): readonly Part[] =>
  addressesWithFormats(picked).map((one) => ({ ...one, ...partAt(one.given) }));

/** Returns the data that the line names; of a file of sources those that are asked for, by default all of them. */
export function allParts(choice: DataToChoose): readonly Part[] {
  const { own, page } = choice.request;
  const source = own?.source ?? page?.sources?.map(({ name }) => name).join(' ');
  const picked = pickAddresses({ ...choice.request, kinds: [], own: { ...own, source } }, () => undefined);
  return picked ? partsOf(picked, choice) : [];
}

/**
 * Reads the data that a widget shows, as it chooses them: a source that turns out to hold something else leaves it the next one.
 * @param known kinds of the sources that were read
 * @param read returns null for an address that cannot be had
 * @returns null where there are none
 */
export async function readPicked<T extends { readonly dataset: Dataset }>(
  request: PickRequest,
  known: Map<string, readonly SourceKind[]>,
  read: (picked: PickedAddresses) => Promise<T | null>,
): Promise<T | null> {
  for (;;) {
    const picked = pickAddresses(request, (address) => known.get(address));
    const opened = picked && (await read(picked));
    if (!picked || !opened || known.has(picked.src)) return opened;
    known.set(picked.src, kindsOf(opened.dataset.manifest));
    if (pickAddresses(request, (address) => known.get(address))?.src === picked.src) return opened;
  }
}
