import { type ComparedRequest, writtenFigure } from '../indicators/index.ts';
import { type Dataset, isFigureHidden } from '../model/index.ts';
import { figuresAsked } from './bars/figures.ts';
import { bridgeInWords, bridgeSaid } from './bridge/chart.ts';
import { bridgeTable } from './bridge/still.ts';
import { combined, type MeasuredFigure } from './combined.ts';
import { dotsInWords } from './dots/chart.ts';
import { dotsList } from './dots/still.ts';
import { type DrawnNeed, type DrawnParts, type DrawnRatios, type DrawnSteps, mayRead, readDrawn } from './drawn.ts';
import { changesFinding } from './dumbbell/changes.ts';
import { type Figure, figureSubject } from './figure.ts';
import { bridgeFinding, type ChartFinding, dotsFinding, partsFinding, rateFinding } from './finding.ts';
import { findingTitle, partsUnit } from './finding-words.ts';
import { titleBy } from './grid-markup.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { keptMarkup, measured, measureNeeds, scopeOf } from './measured.ts';
import { notesOf } from './notes.ts';
import { noted, subtitleOf } from './parts-words.ts';
import { territoryMarkup } from './pieces.ts';
import type { StillContent, StillContext, StillKind } from './request.ts';
import { partStills } from './stills.ts';
import { figuresBody } from './table/still.ts';

/** A figure as the chart that its widget draws: its parts, its steps, or dots; as a table where a still has no form of the chart. */
export const breakdown: StillKind = {
  needs: (attributes) => {
    const { by, chart, beside, figures } = attributes;
    if (figures)
      return [...figuresAsked(figures).map(({ indicator }) => `measures/${indicator}` as const), 'territories'];
    // The flows of a stock are those that its own texts name.
    const measures = mayRead('flow', { by, chart }) ? (['measures'] as const) : [];
    return [...new Set([...measures, ...measureNeeds(attributes), ...(beside ? (['territories'] as const) : [])])];
  },
  content: (context) => {
    const { dataset, attributes, m } = context;
    const { indicator = '', figures, by, chart, beside, compare, view } = attributes;
    const scope = scopeOf(attributes);
    const ask = (needs: readonly DrawnNeed[]) => needs.map((need) => read(dataset, { indicator, ...scope, ...need }));
    const drawn = readDrawn(dataset, { indicator, figures, by, chart, beside, compare }, { ask }, m);
    if (!drawn || 'problem' in drawn) return null;
    if ('breakdown' in drawn) return ofParts(drawn, view === 'table', context);
    return 'steps' in drawn ? ofSteps(drawn, context) : ofRatios(drawn, context);
  },
};

/** Returns a measure as {@link measured}; an optional one, as in the widget, only where a build has written it. */
function read(dataset: Dataset, { isOptional, ...asked }: DrawnNeed & ComparedRequest): MeasuredFigure | null {
  if (!isOptional) return measured(dataset, asked);
  return isFigureHidden(dataset, asked) ? null : (writtenFigure(dataset.measures, asked) ?? null);
}

const FINDINGS: Readonly<Record<string, typeof changesFinding>> = { dumbbell: changesFinding };

function ofParts(drawn: DrawnParts<MeasuredFigure>, isTable: boolean, context: StillContext): StillContent | null {
  const { attributes, m } = context;
  const { chart, rate, segments, stacks } = drawn;
  const figure = { ...drawn.breakdown, segments, stacks };
  const { measure, texts, dimension, groups } = figure;
  if (![measure, ...(groups?.series ?? [])].some(({ parts }) => parts?.some(({ quantity }) => quantity))) return null;
  const body = isTable ? null : (partStills[chart]?.(figure, m) ?? null);
  const own = FINDINGS[chart];
  const finding = rate
    ? rateFinding(rate.measure, texts)
    : (own?.(measure, texts) ?? partsFinding(measure, texts, dimension));
  const { subject, heading } = attributes;
  const found =
    groups && !own ? null : titleOf(finding, { label: texts.label, unit: partsUnit(figure) }, figure, context);
  const plain = named(subject ? html`${subject}` : titleBy(texts.label, dimension.label, m), figure, context);
  // A sentence above the chart does not say what is measured.
  const isTold = heading ? attributes['heading-level'] !== 'none' : !found || rate;
  const what = isTold ? placeOf(figure, context) : plain;
  return {
    title: found ?? plain,
    subtitle: sentences(
      [what],
      subtitleOf(figure, m, chart === 'stack' && (stacks?.length ?? 0) > 1, attributes['heading-level'] === 'none'),
    ),
    skin: body ? chart : 'table',
    body: html`${body ?? figuresBody([drawn.breakdown], attributes['sort'], m)}${noted(notesOf(figure, body ? chart : 'table', m), m)}`,
    sources: measure.sources,
  };
}

function ofSteps({ figures, steps }: DrawnSteps<MeasuredFigure>, context: StillContext): StillContent {
  const { attributes, m } = context;
  const [figure] = figures;
  const all = combined(figures) ?? figure;
  const { texts } = figure;
  const { key, params } = bridgeSaid(figures, m);
  return {
    title: titleOf(bridgeFinding(steps), texts, figure, context) ?? named(m.data(texts.label), figure, context),
    subtitle: sentences([html`${attributes['subject'] ?? ''}`, placeOf(figure, context)], m.say(key, params)),
    skin: 'bridge',
    body: bridgeTable(bridgeInWords(figures, steps, m), m),
    sources: all.measure.sources,
  };
}

function ofRatios({ figures, ratios }: DrawnRatios<MeasuredFigure>, context: StillContext): StillContent | null {
  const { attributes, m } = context;
  const { subject = '', heading } = attributes;
  const [figure] = figures;
  const all = combined(figures);
  if (!figure || !all) return null;
  const { measure, texts } = figure;
  const found = titleOf(dotsFinding(ratios), texts, all, context);
  const plain = named(m.data(texts.label), all, context);
  const dimension = { id: '', label: texts.label, exclusive: true };
  // The title of a single ratio begins with its name.
  const isUntold = heading ? attributes['heading-level'] === 'none' : found && ratios.length > 1;
  const what = isUntold ? plain : placeOf(all, context);
  return {
    title: found ?? plain,
    subtitle: sentences(
      [html`${subject}`, what],
      subtitleOf(
        { ...figure, dimension, before: measure.period, isCounted: true },
        m,
        false,
        attributes['heading-level'] === 'none',
      ),
    ),
    skin: 'dots',
    body: dotsList(dotsInWords(figures, ratios, m)),
    sources: all.measure.sources,
  };
}

/** Writes the title that a finding makes; null where there is none. */
function titleOf(
  finding: ChartFinding | null,
  about: Parameters<typeof findingTitle>[1],
  figure: Pick<Figure, 'measure' | 'groups'>,
  context: StillContext,
): Markup | null {
  const found = findingTitle(finding, about, context.m);
  return found === null ? null : named(html`${found}`, figure, context);
}

/** Writes what a figure is kept to before its name: a chart of a part never stands for that of the whole. */
const named = (name: Markup, figure: Pick<Figure, 'measure' | 'groups'>, { dataset, m }: StillContext): Markup =>
  joined([...keptMarkup(dataset, figureSubject(figure), m), name], ' · ');

/** Writes the place of a figure under a heading of the author, which need not name it. */
const placeOf = (figure: Pick<Figure, 'measure' | 'groups'>, { dataset, attributes, m }: StillContext): Markup =>
  attributes['heading'] ? territoryMarkup(dataset, figureSubject(figure).territory, m) : NOTHING;

/** Writes short sentences before the last words. */
const sentences = (short: readonly Markup[], last: Markup): Markup =>
  joined([...short.map((one) => (one.markup ? html`${one}.` : NOTHING)), last], ' ');
