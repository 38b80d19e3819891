import type { CollectionName, Dataset, Finding, IndicatorTexts, Measure, Territory, Text } from '../model/index.ts';
import type { DatasetIndex } from './shared/dataset-index.ts';

/** A commune that names of towns are compared with; the rows of a parsed commune table fit. */
export interface KnownCommune {
  /** INSEE code: `22278`. */
  readonly insee: string;
  readonly name: string;
  /** Code of its département, where the commune's own code does not begin with it. */
  readonly departement?: string;
  /** Degrees, WGS 84. */
  readonly position?: { readonly lon: number; readonly lat: number } | null;
  readonly population?: number | null;
}

/** Communes in a table of theirs; `formerByName` holds the names that merged communes had. */
interface KnownCommunes {
  readonly communes: readonly KnownCommune[];
  readonly formerByName?: ReadonlyMap<string, readonly KnownCommune[]>;
}

/** Data that rules may use besides the data set. Without them rules find less, never something else. */
export interface CheckOptions {
  /** Communes: without them, names of towns are compared with each other only. */
  readonly communes?: readonly KnownCommune[] | KnownCommunes;
  /** Territories besides those of the data set, with their points. */
  readonly territories?: readonly Territory[];
  /** Texts of the indicators: which dimensions are exclusive, what is a stock. Those of `measures` by default. */
  readonly indicators?: Readonly<
    Record<
      string,
      Pick<IndicatorTexts, 'kind' | 'dimensions'> &
        Partial<Pick<IndicatorTexts, 'unit' | 'label'>> & { readonly otherUnits?: readonly string[] }
    >
  >;
  /**
   * Measures that the indicators compute from the data set: published and computed values are compared. Those of
   * `measures` by default.
   */
  readonly measures?: readonly Measure[];
  /** Plain text of the documents by their id in the manifest: what is printed there is read too. */
  readonly texts?: Readonly<Record<string, string>>;
  /**
   * Collections (`events`) and records (`events/salon`) of the data that could not be read. They exist, so no rule may
   * report something as missing because of them.
   */
  readonly unread?: ReadonlySet<string>;
  /** Ids of the rules to run; all of them by default. */
  readonly only?: readonly string[];
}

/** Input of a rule: the data set, and an index of it that all rules share. */
export interface CheckContext {
  readonly dataset: Dataset;
  readonly index: DatasetIndex;
  readonly options: CheckOptions;
}

/**
 * A consistency rule over any data set: pure, in time linear in the records (or n log n). It knows no figure, no network
 * and no region by name.
 */
export interface Check {
  /** kebab-case, says the thing: `parts-and-totals`. It is the `rule` of its findings. */
  readonly id: string;
  readonly label: Text;
  /** Collections that it cannot do without; empty where it reads whatever is loaded. What is not loaded is not looked at. */
  readonly needs: readonly CollectionName[];
  readonly run: (context: CheckContext) => readonly Finding[];
}
