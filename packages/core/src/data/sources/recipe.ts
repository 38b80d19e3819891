/**
 * What an author says of a source besides its address: how it is read. Written as JSON in `sources.json`, or behind the address,
 * `#kind=members&columns=Coopérative:name,Horodateur:-`. Its vectors, for every reader of it, are in `recipe-vectors.json`.
 */
import { EssError } from '../../errors.ts';
import { FIELDS, type Field, type ListKind } from './table/headers.ts';

/** How a source is read. */
export interface Recipe {
  /** What its lines are; by default its records or its columns tell. */
  readonly kind?: ListKind;
  /** Table among several, or sheet of a workbook, by name. */
  readonly table?: string;
  /** Line of the headers, from 1. */
  readonly header?: number;
  /** Path of the list in an answer in JSON: `data.items`. */
  readonly records?: string;
  /** Header of the column whose text tells two records apart. */
  readonly id?: string;
  /** Field of each header, null for one that is not read; `Nom#2` is the second column called so. Others are guessed. */
  readonly columns?: Readonly<Record<string, Field | null>>;
  /** Zone of times that have none. */
  readonly zone?: string;
  /** Word of the publisher that past events took place. */
  readonly past?: 'held';
  /** Fields that a server may give out, where it reads with a key. */
  readonly public?: readonly string[];
  /** What the source is called, and under which licence it is published. */
  readonly credit?: { readonly name: string; readonly licence?: string };
}

/** A recipe as options behind an address: one text each. */
export type RecipeOptions = Readonly<Partial<Record<keyof Recipe, string>>>;

const escaped = (text: string): string => text.replace(/[\\,]/g, '\\$&');

/** Returns the parts of a text between commas; a comma behind a backslash is one of the text. */
function partsOf(text: string): readonly string[] {
  const parts = text.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts.map((part) => part.replace(/\\(.)/gs, '$1'));
}

/** Returns a recipe as options: of an address, or of whoever reads `sources.json`. */
export function recipeOptions({ columns, header, public: fields, credit, ...texts }: Recipe): RecipeOptions {
  const named = Object.entries(columns ?? {}).map(([title, field]) => `${escaped(title)}:${field ?? '-'}`);
  const credited = credit && [credit.name, ...(credit.licence ? [credit.licence] : [])].map(escaped).join(',');
  return {
    ...texts,
    ...(header === undefined ? {} : { header: String(header) }),
    ...(fields ? { public: fields.join(',') } : {}),
    ...(credited ? { credit: credited } : {}),
    ...(columns ? { columns: named.join(',') } : {}),
  };
}

/** Signs that end an address in a text, or begin something else in it. */
const UNSAFE = /[\s%#&<>"'“”«»`\\]/g;
/** Signs after an address that are taken for those of a sentence. */
const CLOSING = /[.,;:!?>…’)\]}]$/;

/** Returns an address with its recipe behind it, in the order in which a person reads it. @param src without options of ours */
export function withRecipe(src: string, recipe: Recipe): string {
  const options = Object.entries(recipeOptions(recipe)).map(([name, text]) => {
    const value = text.replace(UNSAFE, encodeURIComponent).replaceAll("'", '%27');
    return `${name}=${value.replace(CLOSING, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
  });
  if (options.length === 0) return src;
  return `${src}${src.includes('#') ? '&' : '#'}${options.join('&')}`;
}

/**
 * Returns the recipe that options say.
 * @param url address of the source, for errors
 * @throws EssError `config` for a kind, a line or a field that there is not, naming those that there are
 */
export function recipeOf(options: Readonly<Record<string, string>>, url: string): Recipe {
  const { kind, header, columns, id, records, table, zone, past, credit } = options;
  const wrong = (given: string, expected: string): EssError =>
    new EssError('config', `${url}#${given}: expected ${expected}.`, { url, given });
  if (kind !== undefined && kind !== 'members' && kind !== 'events') {
    throw wrong(`kind=${kind}`, 'kind=members or kind=events');
  }
  if (header !== undefined && !/^[1-9]\d{0,6}$/.test(header))
    throw wrong(`header=${header}`, 'the line of the headers');
  const [name, licence] = partsOf(credit ?? '');
  return {
    ...(kind ? { kind } : {}),
    ...(header === undefined ? {} : { header: Number(header) }),
    ...(columns === undefined ? {} : { columns: columnsIn(columns, kind, wrong) }),
    ...{
      ...(id ? { id } : {}),
      ...(records ? { records } : {}),
      ...(table ? { table } : {}),
      ...(zone ? { zone } : {}),
    },
    ...(past === 'held' ? { past } : {}),
    ...(name ? { credit: { name, ...(licence ? { licence } : {}) } } : {}),
  };
}

/** Returns the field of each header: `Coopérative:name,Horodateur:-`. The last colon of a part is the one before the field. */
function columnsIn(
  text: string,
  kind: ListKind | undefined,
  wrong: (given: string, expected: string) => EssError,
): Readonly<Record<string, Field | null>> {
  const known: readonly string[] = kind ? FIELDS[kind] : [...FIELDS.members, ...FIELDS.events];
  return Object.fromEntries(
    partsOf(text).map((part) => {
      const [, title = '', field = ''] = /^(.*):\s*([\w-]*)\s*$/s.exec(part) ?? [];
      if (field === '-' || field === 'null') return [title, null];
      if (known.includes(field)) return [title, field as Field];
      throw wrong(
        `columns=${part}`,
        `Header:field, with - for a column that is not read, else ${[...new Set(known)].join(', ')}`,
      );
    }),
  );
}
