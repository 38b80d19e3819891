import { type Period, parsePeriod } from '../period.ts';
import { plainSection } from '../sections.ts';
import type { Block } from './block.ts';
import type { Chapter, Report } from './report-schema.ts';
import { runsOf } from './runs.ts';
import type { Section, Subsection } from './section.ts';

/** A section where it stands in its report. */
export interface SectionPlace {
  readonly section: Section | Subsection;
  /** 1 for `I.1`, 2 for `I.1.a`. */
  readonly depth: 1 | 2;
  /** Null for the opening. */
  readonly chapter: Chapter | null;
  /** The section that it is a part of. */
  readonly parent: Section | null;
  /** Path in the file: `chapters.0.sections.1`. */
  readonly path: string;
  /** Ids of the sections before and after it, in the order of reading. */
  readonly previous: string | null;
  readonly next: string | null;
}

type Unlinked = Omit<SectionPlace, 'previous' | 'next'>;

const placesIn = (
  chapter: Chapter | null,
  sections: readonly Section[],
  paths: (at: number) => string,
): readonly Unlinked[] =>
  sections.flatMap((section, at) => [
    { section, depth: 1, chapter, parent: null, path: paths(at) },
    ...section.sections.map(
      (part, rank) =>
        ({ section: part, depth: 2, chapter, parent: section, path: `${paths(at)}.sections.${rank}` }) as const,
    ),
  ]);

/** Returns every section of a report in the order of reading, the opening first. */
export function sectionsOf({ opening, chapters }: Report): readonly SectionPlace[] {
  const places = [
    ...placesIn(null, opening ? [opening] : [], () => 'opening'),
    ...chapters.flatMap((chapter, rank) =>
      placesIn(chapter, chapter.sections, (at) => `chapters.${rank}.sections.${at}`),
    ),
  ];
  return places.map((place, at) => ({
    ...place,
    previous: places[at - 1]?.section.id ?? null,
    next: places[at + 1]?.section.id ?? null,
  }));
}

/** Returns the section of that number, however its letters are written; undefined when there is none. */
export const findSection = (report: Report, id: string): SectionPlace | undefined =>
  sectionsOf(report).find(({ section }) => plainSection(section.id) === plainSection(id));

/** Returns the chapter of that number, however its letters are written; undefined when there is none. */
export const findChapter = ({ chapters }: Report, id: string): Chapter | undefined =>
  chapters.find((chapter) => plainSection(chapter.id) === plainSection(id));

/** A figure as it is asked of an indicator. What is left out is the report's period, the whole, everywhere. */
export interface FigureRequest {
  readonly indicator: string;
  readonly period?: Period;
  readonly where?: string;
  readonly territory?: string;
  /** Dimension by which it is split, if it is. */
  readonly by?: string;
}

/** Returns the figures that a block shows, or shows split: with `by`, as many as there are parts. */
export function figuresOf(block: Block): readonly FigureRequest[] {
  switch (block.type) {
    case 'indicators':
      return block.figures.map((figure) => requestFor(figure.indicator, figure));
    case 'breakdown':
      return [
        requestFor(block.indicator, block),
        ...(block.beside ?? []).map((one) => requestFor(block.indicator, { ...block, ...placeOrPeriod(one) })),
      ];
    case 'stack':
      return block.periods.map((period) => requestFor(block.indicator, { ...block, period }));
    case 'trend':
      return block.indicators.map((indicator) => requestFor(indicator, { by: block.by }));
    case 'table':
      return (block.indicators ?? []).map((id) => requestFor(id, block));
    default:
      return [];
  }
}

/**
 * Returns the figures that a block draws: those that it shows, and the flows of a stock that it draws as steps.
 * @param flowOf what comes in and goes out of an indicator, as its catalogue says
 */
export function figuresDrawn(
  block: Block,
  flowOf: (indicator: string) => { readonly in: string; readonly out: string } | undefined,
): readonly FigureRequest[] {
  const flow = block.type === 'breakdown' && block.chart === 'bridge' ? flowOf(block.indicator) : undefined;
  const flows = flow ? [flow.in, flow.out] : [];
  return [...figuresOf(block), ...flows.map((indicator) => requestFor(indicator, block as Asked))];
}

/** Returns the comparison that a text names: another period, or another territory. */
const placeOrPeriod = (text: string): { readonly period: Period } | { readonly territory: string } =>
  parsePeriod(text) ? { period: text } : { territory: text };

type Asked = { readonly [K in Exclude<keyof FigureRequest, 'indicator'>]?: string | undefined };

/** Returns a request without what is left undefined. */
const requestFor = (indicator: string, { period, where, territory, by }: Asked): FigureRequest => ({
  indicator,
  ...(period === undefined ? {} : { period }),
  ...(where === undefined ? {} : { where }),
  ...(territory === undefined ? {} : { territory }),
  ...(by === undefined ? {} : { by }),
});

/** Returns the figures that a section, or another text, names, whatever the language. */
export const figuresInText = ({ text }: Pick<Section, 'text'>): readonly FigureRequest[] =>
  Object.values(text ?? {}).flatMap((each) =>
    runsOf(each).flatMap((run) => (run.kind === 'figure' ? [requestFor(run.indicator, run)] : [])),
  );

/**
 * Returns the section where each indicator stands: the first one that shows it in a block, else in its text. The
 * opening repeats what stands elsewhere, so it comes last.
 */
export function sectionOfIndicators(report: Report): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const [opening, others] = [true, false].map((first) =>
    sectionsOf(report).filter(({ chapter }) => (chapter === null) === first),
  );
  const places = [...(others ?? []), ...(opening ?? [])];
  const add = (id: string, figures: readonly FigureRequest[]): void => {
    for (const { indicator } of figures) if (!found.has(indicator)) found.set(indicator, id);
  };
  for (const { section } of places) add(section.id, section.blocks.flatMap(figuresOf));
  for (const { section } of places) add(section.id, figuresInText(section));
  return found;
}
