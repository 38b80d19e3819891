import type { Basemap } from '../geo/index.ts';
import type { CollectionName, Dataset, MeasuresNeed, Report, SourceRef, Story } from '../model/index.ts';
import type { BlockWidget } from './block-widgets.ts';
import type { Markup } from './markup.ts';
import type { FigureChart } from './register.ts';
import type { skins } from './stills.ts';
import type { Words } from './words/words.ts';

/** Languages that a still is written in. */
export type StillLang = 'fr' | 'br' | 'en';

/** A widget of which a still is made. */
export interface StillRequest {
  /** Name of the element: `ess-indicator`. */
  readonly tag: string;
  /** Its attributes, those of its provider among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly lang: StillLang;
  /** Day as `YYYY-MM-DD`, in the zone of the events. */
  readonly today: string;
  /** Address of the page that shows the widget, http or https: the still links to it. */
  readonly page?: string;
  /** The ground that the manifest names, for a map that needs it. */
  readonly basemap?: Basemap;
  /** The report that the data name, and its story if it has one: of a report there is no still without. */
  readonly document?: ReportDocument;
}

/** A report and its story. */
export interface ReportDocument {
  readonly report: Report;
  readonly story: Story | null;
}

/** Facts about a still. */
export interface StillMeta {
  /** Null where the request is too long for the name of a file. */
  readonly key: string | null;
  /** Names of its rules in {@link skinCss}: its own, and those of the widgets in it. */
  readonly skins: readonly string[];
  /** What the loader reads as `still` of an element, `data-ess-still` of a block: data, release, day, and the day of `expires`. */
  readonly mark: string;
  /** Hash of the data set; empty where its manifest has none. */
  readonly data: string;
  /** Day that it was made on, `YYYY-MM-DD`. */
  readonly made: string;
  /** First day on which it may be out of date: after the next event in it, or on the day of the next data. */
  readonly expires?: string;
}

/** A still. */
export interface Still {
  /** One line of HTML. */
  readonly html: string;
  readonly meta: StillMeta;
  /** Its events or members as objects of schema.org, without a context. */
  readonly jsonLd: readonly object[];
}

/** Parts of a data set that a still is made from. */
export type StillNeed = CollectionName | MeasuresNeed | 'basemap';

/** Request and data as the contents of an element read them. */
export interface StillContext {
  /** Without what is internal. */
  readonly dataset: Dataset;
  readonly attributes: Readonly<Record<string, string>>;
  readonly today: string;
  /** The ground of a map; undefined for a map without one. */
  readonly basemap?: Basemap | undefined;
  readonly m: Words;
  /** Whether territories lie in the one asked for; undefined where none is. */
  readonly within: ((territories: readonly string[]) => boolean) | undefined;
  readonly document: ReportDocument | undefined;
  /** Writes the still of a widget inside; nothing where there is nothing to show. */
  readonly widget: (widget: BlockWidget) => Markup;
}

/** Content of a still. */
export interface StillContent {
  readonly title: Markup;
  /** What it looks like: its skin has the rules. */
  readonly skin: keyof typeof skins | FigureChart;
  /** Under the title: what is shown, in what unit, when. */
  readonly subtitle?: Markup;
  /** Whether the title is a heading, of the level that is asked for; else it is the caption of a figure. */
  readonly isSection?: true;
  readonly body: Markup;
  readonly sources: readonly SourceRef[];
  /** Period of the figures, in words. */
  readonly period?: string;
  /** Last day of the next event in it. */
  readonly next?: string;
  readonly jsonLd?: readonly object[];
}

/** The still of one element. */
export interface StillKind {
  readonly needs: (attributes: Readonly<Record<string, string>>) => readonly StillNeed[];
  /** Returns null where there is nothing to show. */
  readonly content: (context: StillContext) => StillContent | null;
}
