/** Data that the checks of a story share. */
import {
  type Dataset,
  type FigureRequest,
  forAudience,
  type IndicatorTexts,
  isFigureHidden,
  lookOf,
  type Measure,
  type Observation,
  parsePeriod,
  type Report,
  type ReportCatalogue,
  type ReportCheckState,
  type Story,
} from '../../model/index.ts';
import { fillPattern, type Pattern, type Value } from '../rule.ts';
import type { BilingualText } from '../shared/finding.ts';

/** The rules of stories: the `rule` of their findings, besides those of blocks, which are a report's. */
export const STORY_RULES = ['story-shape', 'story-slots', 'story-claims', 'story-proof', 'story-prose'] as const;

/** The rule of texts that are no story: those of the report document. */
export const REPORT_PROSE = 'report-prose';

/** An indicator, as far as the checks of a story need it. */
interface StoryIndicator {
  /** Whether its value is a change. */
  readonly signed?: true;
  readonly definition?: IndicatorTexts['definition'];
  readonly flow?: IndicatorTexts['flow'];
  /** Id of the indicator that it is said of. */
  readonly about?: string | undefined;
  /** Beginnings of the words that say it and not its opposite, by language. */
  readonly verbs?: IndicatorTexts['verbs'];
  /** Whether it counts what no part of a story begins with. */
  readonly minor?: true | undefined;
  readonly compute: (dataset: Dataset, request: Omit<FigureRequest, 'indicator'>) => Measure;
}

/** Indicators by id, with their arithmetic. */
export type StoryCatalogue = ReportCatalogue & Readonly<Record<string, StoryIndicator>>;

/** A mistake, before it becomes a finding. */
export interface StoryProblem {
  readonly rule: (typeof STORY_RULES)[number];
  /** Section or chapter of the report that the part is about. */
  readonly section: string;
  /** Path in the file: `messages.0.title`. */
  readonly field: string;
  readonly found: string;
  readonly expected?: string;
  /** The mistake as a clause. */
  readonly said: BilingualText;
}

/** Section and path of a problem. */
export type StoryPlace = Pick<StoryProblem, 'section' | 'field'>;

/** Returns the maker of the problems of a rule: what each kind says is a table, `{found}` and `{expected}` are in its texts. */
export const problemsBy =
  <Kind extends string>(rule: StoryProblem['rule'], said: Readonly<Record<Kind, Pattern>>) =>
  (
    kind: Kind,
    { section, field }: StoryPlace,
    found: string,
    expected?: string,
    values: Readonly<Record<string, Value>> = {},
  ): StoryProblem => {
    const named = expected === undefined ? {} : { expected };
    return { rule, section, field, found, ...named, said: fillPattern(said[kind], { found, ...named, ...values }) };
  };

/** What texts are compared with. */
export interface FactsContext {
  /** Period that the texts are about. */
  readonly period: string;
  readonly catalogue: StoryCatalogue;
  /** The data as visitors see them. */
  readonly dataset: Dataset;
  /** Returns the published figure of an id; undefined where visitors see none. */
  readonly observation: (id: string) => Observation | undefined;
  /** Returns the measure that answers a request; null where there is none that visitors may see. */
  readonly measure: (request: FigureRequest) => Measure | null;
}

/** A story with what it is compared with. */
export interface StoryContext extends FactsContext {
  readonly story: Story;
  readonly report: Report;
  readonly look: ReportCheckState;
}

export function factsContextOf(period: string, whole: Dataset, catalogue: StoryCatalogue): FactsContext {
  const dataset = forAudience(whole);
  const observations = new Map((dataset.collections.observations ?? []).map((each) => [each.id, each]));
  const known = new Map<string, Measure | null>();
  const compute = ({ indicator, ...asked }: FigureRequest): Measure | null => {
    const request = { period, ...asked };
    const of = Object.hasOwn(catalogue, indicator) ? catalogue[indicator] : undefined;
    if (!of || !parsePeriod(request.period) || isFigureHidden(dataset, { indicator, ...request })) return null;
    return of.compute(dataset, request);
  };
  return {
    period,
    catalogue,
    dataset,
    observation: (id) => observations.get(id),
    measure: (request) => {
      const key = JSON.stringify(request);
      const measure = known.has(key) ? (known.get(key) ?? null) : compute(request);
      known.set(key, measure);
      return measure;
    },
  };
}

export const storyContextOf = (
  story: Story,
  report: Report,
  whole: Dataset,
  catalogue: StoryCatalogue,
): StoryContext => ({
  ...factsContextOf(story.period, whole, catalogue),
  story,
  report,
  look: lookOf(report, whole.manifest, catalogue),
});
