/** What is declared of a feed: where its records are, how its pages are asked for, and which value each field has. */
import type { Remedy } from '../../errors.ts';
import type { ListKind } from '../sources/table/headers.ts';
import type { Expression } from './expression.ts';

/** A pattern of an address, and what is put in the place of it. */
export type Rewriting = readonly string[];

/** Columns that a service describes apart from its rows. */
interface ColumnsDeclaration {
  /** Address of the description, made of that of the rows; the answer itself describes them where it is not given. */
  readonly at?: Rewriting | undefined;
  /** List of the columns, and what is read of each. */
  readonly list: string;
  readonly key: string;
  readonly title: string;
  readonly type: string;
  /** Columns that are not read: by a pattern of their type, or by a mark. */
  readonly hidden: string;
  readonly unless?: string | undefined;
  /** Of Grist: the number of a column, and that of the one which is shown of what its cells refer to. */
  readonly ref?: string | undefined;
  readonly shown?: string | undefined;
}

/** Facts of the list, from its answer or from one beside it. */
interface AboutDeclaration {
  /** Address of the answer that says them, made of that of the records. */
  readonly at?: Rewriting | undefined;
  readonly title?: Expression | undefined;
  readonly publisher?: Expression | undefined;
  readonly site?: Expression | undefined;
  readonly licence?: Expression | undefined;
  readonly terms?: Expression | undefined;
}

/** One kind of answer of a service. */
export interface Feed {
  /** Public id of the format. */
  readonly format: string;
  /** Pattern of the addresses at which the service answers: nowhere else is anything asked besides the answer itself. */
  readonly api?: string | undefined;
  /** What an answer of this kind has, where the format has several: a list, or true. */
  readonly is?: string | undefined;
  /** What most records of this kind have: a list of events that was saved alone is known by it. */
  readonly like?: string | undefined;
  /** Pattern of a refusal in words, which comes with status 200. */
  readonly closed?: string | undefined;
  /** What says that a part is missing: an error that comes with status 200 beside the records. */
  readonly partial?: string | undefined;
  /** Parameter of the public key, and where it is found. */
  readonly secret?: { readonly parameter: string; readonly remedy: Remedy } | undefined;
  /** What is asked for where the address does not say: a parameter in square brackets stands for all that begin so. */
  readonly ask?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** List of the records. */
  readonly records?: string | undefined;
  /** What the answer has where it is one record itself. */
  readonly single?: string | undefined;
  /** Names of the items of a record that is a list; records that are the lines of a table have none. */
  readonly compact?: readonly string[] | undefined;
  readonly lines?: boolean | undefined;
  /** Where the properties of a record are within it. */
  readonly within?: string | undefined;
  /** Properties that are put to those. */
  readonly put?: Readonly<Record<string, string>> | undefined;
  /** Conditions of a record; those that do not meet them are counted by the finding, where it is given. */
  readonly only?: readonly string[] | undefined;
  readonly left?: Remedy | undefined;
  /** What tells a record from others, and when it was changed. */
  readonly key?: Expression | undefined;
  readonly newest?: string | undefined;
  readonly page?:
    | {
        /** Parameter and number of the records of a page. */
        readonly size?: readonly [parameter: string, size: number] | readonly (string | number)[] | undefined;
        /** Records that the service gives in all its pages. */
        readonly most?: number | undefined;
        /** Number of all records: it is compared with those that came, and asks for nothing. */
        readonly total?: string | undefined;
        /** Number of the last page, or whether the page is the last. */
        readonly last?: string | undefined;
        /** Address that the answer names; with `search` its question alone: a service behind another server names itself otherwise. */
        readonly next?: string | undefined;
        readonly search?: boolean | undefined;
        /** Parameter of the first record, or of the number of the page. */
        readonly offset?: string | undefined;
        readonly number?: string | undefined;
        /** Parameter and place of what stands for the next page. */
        readonly cursor?: readonly string[] | undefined;
      }
    | undefined;
  /** Times of one event: each makes a record, with these properties, and with a number of its own in the key. */
  readonly spread?:
    | { readonly times: string; readonly set: Readonly<Record<string, string>>; readonly number: string }
    | undefined;
  /** Categories that are numbers, and the address of their names. */
  readonly names?: { readonly of: string; readonly at: string } | undefined;
  /** Choice among tables, and the address of the one that is chosen. */
  readonly tables?:
    | {
        readonly list: string;
        readonly id: string;
        readonly name: string;
        readonly unless?: string | undefined;
        readonly only?: string | undefined;
        /** Address, relative to that of the answer, with `{id}`. */
        readonly to: string;
        /** Whether the id is a path by itself. */
        readonly isPath?: boolean | undefined;
        /** Whether the first is taken of several. */
        readonly isFirst?: boolean | undefined;
        /** Format of what is there, where it is no answer of the service. */
        readonly format?: string | undefined;
      }
    | undefined;
  /** Pattern of an address whose group is the name of the list. */
  readonly titled?: string | undefined;
  /** Address of the rows that this answer describes. */
  readonly rows?: Rewriting | undefined;
  readonly columns?: ColumnsDeclaration | undefined;
  readonly about?: AboutDeclaration | undefined;
  /** Vocabulary of `word`: by name, patterns and what they mean. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Fields by the kind of list; without any, the properties of the records are its columns. */
  readonly fields?: { readonly [K in ListKind]?: Readonly<Record<string, Expression>> | undefined } | undefined;
}
