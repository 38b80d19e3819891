/** Writing of a recipe behind an address, for whoever reads `sources.json`: without the table of names that reading it needs. */
import type { Field, ListKind } from './table/headers.ts';

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
type RecipeOptions = Readonly<Partial<Record<keyof Recipe, string>>>;

const escaped = (text: string): string => text.replace(/[\\,]/g, '\\$&');

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

/** Returns the parts of a text between commas; a comma behind a backslash is one of the text. */
export function textParts(text: string): readonly string[] {
  const parts = text.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts.map((part) => part.replace(/\\(.)/gs, '$1'));
}

/** Returns what a source is called, and its licence: `Nos adhérents,Licence Ouverte`. */
export function creditOf(text: string): NonNullable<Recipe['credit']> {
  const [name = '', licence] = textParts(text);
  return { name, ...(licence ? { licence } : {}) };
}
