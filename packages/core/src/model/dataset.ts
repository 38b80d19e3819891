import type { Catalogue } from './catalogue.ts';
import type { CollectionName, CollectionRecords } from './collections.ts';
import type { EventsDigest } from './events-digest.ts';
import type { Manifest } from './manifest.ts';
import type { Measure } from './measure.ts';
import type { Text } from './text.ts';

export type { CollectionName, CollectionRecords } from './collections.ts';
export type { CollectionEntry, Coverage, Manifest, SourceDocument } from './manifest.ts';

/** Major version of the data set format that this release reads. */
export const DATASET_FORMAT = 'ess-dataset/1';

/** Format of the catalogues of indicators that this release reads. */
export const CATALOGUE_FORMAT = 'ess-catalogue/1';

/**
 * A data set in memory. `collections` holds only what was asked for and loaded; `base` is the address that relative
 * addresses of the manifest resolve against.
 * @since 0.2.0
 */
export interface Dataset {
  readonly manifest: Manifest;
  readonly base: string;
  readonly collections: { readonly [N in CollectionName]?: readonly CollectionRecords[N][] };
  /** Measures written by the build, present when they were asked for and match the collections' hashes. */
  readonly measures?: MeasuresDocument;
  /** Definitions of its indicators, present when they were asked for and its manifest names some. */
  readonly catalogue?: Catalogue;
  /** Requested parts, in the words of requests; absent where the whole was read at once. */
  readonly need?: readonly string[];
  /** Limits of the addresses in it; absent where no client has read it, which limits them to the origin of `base`. */
  readonly reach?: Reach;
  /** Address of the reference data around it: communes and ground of data that have none of their own. */
  readonly reference?: string;
  /** Hashes of its files that need no schema, by their address in the manifest; absent where all are judged as they are read. */
  readonly judged?: Readonly<Record<string, string>>;
  /** Fields on which its sources differ: a list, be it empty, where it was merged from several, and absent elsewhere. */
  readonly differences?: readonly Difference[];
}

/** A field of which two sources of a merged data set say different things. */
export interface Difference {
  readonly collection: 'events' | 'organisations';
  readonly id: string;
  /** `start` and `end` are the instants or days of an event; `commune`, `college` and `address` those of an organisation. */
  readonly field: DifferingField;
  /** The field of the data that it comes from, as a manifest names it: `events.startsAt`. */
  readonly of: string;
  /** The value that is kept: an ISO date, a word of the model, or a text as written. */
  readonly kept: string;
  /** Document of the manifest that says so. */
  readonly keptFrom: string;
  /** The other value; an instant has the offset of the one that is kept. */
  readonly other: string;
  readonly otherFrom: string;
}

/** Fields that are compared when sources are merged: those that a reader sees. */
export type DifferingField =
  | 'title'
  | 'start'
  | 'end'
  | 'place'
  | 'status'
  | 'url'
  | 'name'
  | 'commune'
  | 'siren'
  | 'address'
  | 'college'
  | 'site'
  | 'email'
  | 'phone';

/** Limits of the addresses inside a data set: the hosts that are read, and the bytes of a file. */
export interface Reach {
  /** Addresses of its files that the page's author has written, also as redirected: their origins are read. */
  readonly addresses: readonly string[];
  /** Other hosts that the author lists, each as `URL.host` gives it: lower case, with the port where it is not the usual one. */
  readonly hosts: readonly string[];
  /** Bytes that are read of one file; undefined for the usual limit. */
  readonly maxBytes?: number | undefined;
}

/** Measures of a build that may be asked for: all of them, or those of one indicator, `measures/members-stock`. */
export type MeasuresNeed = 'measures' | `measures/${string}`;

/**
 * Part of a data set that a request may name besides collections and measures: a catalogue, or to be spared very many
 * members.
 * @since 0.2.0
 */
export type DatasetNeed = CollectionName | MeasuresNeed | 'catalogue' | 'large';

/**
 * Content of `measures.json` or of an excerpt of it: measures computed by the build, and the texts of their indicators.
 */
export interface MeasuresDocument {
  readonly format: string;
  /** Hash of each collection that the measures were computed from; in an excerpt, of those that its indicators read. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, IndicatorTexts>>;
  readonly measures: readonly Measure[];
  /**
   * Ids of the observations whose amount or period an open finding is about; absent where there is none, where no check has
   * run, and in excerpts.
   */
  readonly doubted?: readonly string[];
  /** Extract of the events besides their number; absent where an earlier release wrote the file. */
  readonly events?: EventsDigest;
}

/** Texts and properties of an indicator for a reader without its code. */
export interface IndicatorTexts {
  readonly label: Text;
  readonly definition: Text;
  readonly kind: 'stock' | 'flow' | 'rate';
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
  /** Whether the build knows it by parts alone: no period has a single value. */
  readonly whole?: false;
  /** Whether its values are changes: charts and tables write them with their sign. */
  readonly signed?: true;
  /** Ids of the indicators that change a stock during a year: what comes in and what goes out. */
  readonly flow?: { readonly in: string; readonly out: string };
  /** Id of the indicator that publishes its share in the country. */
  readonly countryShare?: string;
  /** Id of the indicator that it is said of. */
  readonly about?: string | undefined;
  /** Name of what a percentage leaves of the whole: "other regions". */
  readonly rest?: Text | undefined;
  /** Whether it counts what no part of a story begins with. */
  readonly minor?: true | undefined;
  /** Beginnings of the words that say it and not its opposite, by language. */
  readonly verbs?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Label of the whole where there is little room: on a tile. */
  readonly short?: Text | undefined;
  /** Labels of what it is kept to, where there is little room. */
  readonly shorts?: readonly KeptLabel[] | undefined;
}

/** Short label of an indicator kept to some pairs; a territory is one of them: `body=bureau`, `call=x territory=region-53`. */
export interface KeptLabel {
  readonly where: string;
  readonly short: Text;
}

/** A way to split an indicator. Only exclusive dimensions give shares, stacks and sums. */
export interface Dimension {
  readonly id: string;
  readonly label: Text;
  readonly exclusive: boolean;
  /** Whether each thing counted falls in one of its categories, so that all the parts must make the total. */
  readonly exhaustive?: true;
  /** Whether its values are answers, of which one person may give several: they are said not to add up. */
  readonly answers?: true;
}

/** Number of organisations from which a directory is not read record by record on a page's own thread. */
const LARGE = 20_000;

/** Whether the members of a data set are read in columns, off the page's thread: they are packed, or very many. */
export const isLarge = ({ packed, collections }: Manifest): boolean =>
  packed !== undefined || (collections['organisations']?.count ?? 0) > LARGE;

/** Whether pairs that are asked for are among those that a coverage is about: it names them, or nothing. */
export const coversPairs = (covered: string | undefined, asked: Readonly<Record<string, string>>): boolean =>
  Object.entries(parseWhere(covered)).every(([key, value]) => asked[key] === value);

/** Reads `college=associations body=bureau` into pairs. A key given twice keeps its last value. */
export function parseWhere(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(/\s+/).filter((word) => word.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
