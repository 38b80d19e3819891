/** `story-proof`: the title of a message is drawn by its chart, and the chart draws nothing else. */
import {
  type Block,
  FEWEST_OF,
  type FigureRequest,
  figureRequest,
  figuresDrawn,
  isExact,
  type Measure,
  nameOfFigure,
  type Observation,
  parseWhere,
  periodContains,
  pointOf,
  type Quantity,
  runsOf,
  type Slot,
  type SourceRef,
  type StoryClaim,
  type StoryMessage,
  slotOf,
} from '../../model/index.ts';
import { claimWords } from './claim-words.ts';
import { problemsBy, type StoryContext, type StoryProblem } from './context.ts';

const problem = problemsBy('story-proof', {
  undrawn: [
    'le titre dit « {found} », que le graphique ne montre pas',
    'the title says "{found}", which its chart does not show',
  ],
  other: [
    'le graphique montre « {found} », que ni le titre ni une affirmation ne disent',
    'the chart shows "{found}", which neither the title nor a claim says',
  ],
  few: [
    'ces parts sont de moins de {least} : dites les deux comptes, sans les comparer',
    'these are shares of fewer than {least}: give both counts, and do not compare them',
  ],
});

/** A figure as a chart draws it. */
interface Drawn {
  readonly request: FigureRequest;
  readonly measure: Measure;
}

export function problemsOfProof(context: StoryContext): readonly StoryProblem[] {
  const { messages, cover, chapters } = context.story;
  return [
    ...messages.flatMap((message, at) => ofMessage(message, `messages.${at}`, context)),
    ...ofRatios(cover.claims, { section: '0', field: 'cover' }, context),
    ...chapters.flatMap(({ id, claims }, at) => ofRatios(claims, { section: id, field: `chapters.${at}` }, context)),
    ...ofTitles(context),
  ];
}

function ofMessage(message: StoryMessage, path: string, context: StoryContext): readonly StoryProblem[] {
  const { title, chart, claims, section } = message;
  const slots = runsOf(title.fr).filter((run) => run.kind !== 'text');
  const said = [
    ...slots,
    ...claims.flatMap(({ of, to }) => [slotOf(of), slotOf(to ?? '')].flatMap((slot) => slot ?? [])),
  ];
  const drawn = drawnBy(chart, context);
  return [
    ...slots
      .filter((slot) => !drawn.some((each) => shows(each, slot, context)))
      .map((slot) => problem('undrawn', { section, field: `${path}.title` }, nameOfFigure(slot))),
    ...drawn
      .filter((each) => !isSaid(each, said, context))
      .map(({ request }) => problem('other', { section, field: `${path}.chart` }, nameOf(request))),
    ...ofRatios(claims, { section, field: path }, context),
  ];
}

/** Returns the figures that a chart draws; those without a value are told as such. */
const drawnBy = (chart: Block, { catalogue, measure }: StoryContext): readonly Drawn[] =>
  figuresDrawn(chart, (id) => (Object.hasOwn(catalogue, id) ? catalogue[id]?.flow : undefined)).flatMap((request) => {
    const found = measure(request);
    return found ? [{ request, measure: found }] : [];
  });

const nameOf = ({ by: _, ...request }: FigureRequest): string => nameOfFigure({ ...request });

/** Returns the name of a figure whose period is that of the story by default. */
const dated = (figure: Slot | FigureRequest, { story: { period } }: StoryContext): string =>
  'observation' in figure ? nameOfFigure(figure) : nameOfFigure({ period, ...withoutSplit(figure) });

const withoutSplit = ({ indicator, period, where, territory }: FigureRequest): FigureRequest => ({
  indicator,
  ...(period === undefined ? {} : { period }),
  ...(where === undefined ? {} : { where }),
  ...(territory === undefined ? {} : { territory }),
});

/** Whether a chart that draws a figure shows what a slot says: the figure, a part or an operand of it, or what it is about. */
function shows({ request, measure }: Drawn, slot: Slot, context: StoryContext): boolean {
  const { catalogue, observation } = context;
  if (dated(request, context) === dated(slot, context)) return true;
  const published = slot.kind === 'observation' ? observation(slot.observation) : undefined;
  if (published) {
    const places = placesOf(measure, context);
    const ids = [...(measure.observations ?? []), ...(measure.derivedFrom ?? [])];
    return ids.includes(published.id) || operandsOf(measure).some((quantity) => isOperand(quantity, published, places));
  }
  const asked = figureRequest(slot);
  if (!asked) return false;
  const about = Object.hasOwn(catalogue, request.indicator) ? catalogue[request.indicator]?.about : undefined;
  if (about !== undefined && dated({ ...request, indicator: about }, context) === dated(asked, context)) return true;
  return (measure.calculation?.operands ?? []).some(({ indicator, where, period }) => {
    if (indicator === undefined) return false;
    const pairs = [request.where, where].filter(Boolean).join(' ');
    const own = { ...request, indicator, ...(period ? { period } : {}), ...(pairs ? { where: pairs } : {}) };
    return dated(own, context) === dated(asked, context);
  });
}

const operandsOf = ({ calculation }: Measure): readonly Quantity[] =>
  (calculation?.operands ?? []).map(({ quantity }) => quantity);

/** Whether a number of a record is that of an observation: same value, unit, period and section. */
function isOperand(
  quantity: Quantity,
  { period, quantity: own, source }: Observation,
  sections: readonly Dated[],
): boolean {
  const isSame = isExact(quantity) && isExact(own) && pointOf(quantity) === pointOf(own) && quantity.unit === own.unit;
  return isSame && sections.some((each) => each.section === source.section && periodContains(each.period, period));
}

interface Dated {
  readonly section: string | undefined;
  readonly period: string;
}

/** Returns the sections and periods of what a measure comes from: its sources, and the records that it is kept to. */
function placesOf({ sources, period, where }: Measure, { dataset }: StoryContext): readonly Dated[] {
  const ids = Object.values(parseWhere(where));
  const records = Object.values(dataset.collections).flatMap((list) =>
    (list as readonly { readonly id: string; readonly date?: unknown; readonly source?: SourceRef }[]).filter(
      ({ id }) => ids.includes(id),
    ),
  );
  return [
    ...sources.map(({ section }) => ({ section, period })),
    ...records.map(({ date, source }) => ({
      section: source?.section,
      period: typeof date === 'string' ? date : period,
    })),
  ];
}

/** Whether a figure that is drawn is one that is said, a flow or the value before of one, the whole of a part, or a ratio of two. */
function isSaid(drawn: Drawn, said: readonly Slot[], context: StoryContext): boolean {
  const { request, measure } = drawn;
  const names = said.map((slot) => dated(slot, context));
  if (names.includes(dated(request, context))) return true;
  const ofSame = said.flatMap((slot) => figureRequest(slot) ?? []);
  const isFlow = ofSame.some(({ indicator, where, territory }) => {
    const { in: inflow, out } = context.catalogue[indicator]?.flow ?? {};
    const { period: _, ...rest } = withoutSplit(request);
    return [inflow, out].some(
      (id) =>
        id !== undefined &&
        nameOfFigure(rest) === nameOfFigure(withoutSplit({ indicator: id, ...kept({ where, territory }) })),
    );
  });
  const isReference = ofSame.some(({ indicator, where, territory, period }) => {
    const isSame = indicator === request.indicator && where === request.where;
    return isSame && ((territory !== undefined && request.territory === undefined) || period !== request.period);
  });
  const operands = operandsOf(measure);
  const isRatio =
    operands.length === 2 &&
    [...Array(2).keys()].every((at) =>
      said.some((slot) => {
        const operand = operands[at];
        const own = slot.kind === 'observation' ? context.observation(slot.observation)?.quantity : undefined;
        const quantity = own ?? context.measure(figureRequest(slot) ?? { indicator: '' })?.quantity;
        const isOne = operand && quantity && isExact(quantity) && isExact(operand);
        return (
          isOne &&
          pointOf(operand) === pointOf(quantity) &&
          operand.unit === quantity.unit &&
          shows(drawn, slot, context)
        );
      }),
    );
  return isFlow || isReference || isRatio;
}

const kept = ({ where, territory }: { where?: string | undefined; territory?: string | undefined }) => ({
  ...(where === undefined ? {} : { where }),
  ...(territory === undefined ? {} : { territory }),
});

/** Finds comparisons of two shares of which one is of few things, or of nobody knows how many. */
const ofRatios = (
  claims: readonly StoryClaim[],
  { section, field }: { readonly section: string; readonly field: string },
  { measure }: StoryContext,
): readonly StoryProblem[] =>
  claims.flatMap(({ says, of, to = '' }, at) => {
    if (says !== 'compare') return [];
    const both = [of, to].map((name) => {
      const slot = slotOf(name);
      const request = slot && figureRequest(slot);
      return request ? measure(request) : null;
    });
    if (!both.every((each) => each?.quantity?.unit === 'percent')) return [];
    const isMany = both.every((each) => ((each && wholeCount(each)) ?? 0) >= FEWEST_OF);
    return isMany
      ? []
      : [problem('few', { section, field: `${field}.claims.${at}` }, `${of} / ${to}`, undefined, { least: FEWEST_OF })];
  });

/** Finds titles that compare, in words, above a chart of shares of few things. */
function ofTitles(context: StoryContext): readonly StoryProblem[] {
  const { messages, chapters } = context.story;
  const shown = [
    ...messages.map(({ chart, section, title }, at) => ({ chart, title, section, field: `messages.${at}` })),
    ...chapters.flatMap(({ id, steps }, at) =>
      steps.map(({ chart, title }, rank) => ({ chart, title, section: id, field: `chapters.${at}.steps.${rank}` })),
    ),
  ];
  return shown.flatMap(({ chart, title, section, field }) => {
    const drawn = chart ? drawnBy(chart, context).map(({ measure }) => measure) : [];
    if (!drawn.some((each) => each.quantity?.unit === 'percent' && (wholeCount(each) ?? 0) < FEWEST_OF)) return [];
    const texts = { title, ...(chart?.title ? { 'chart.title': chart.title } : {}) };
    return Object.entries(texts).flatMap(([path, text]) =>
      Object.entries(text).flatMap(([lang, said = '']) =>
        claimWords(said, lang)
          .claims.filter(({ says }) => says.includes('compare'))
          .map(({ words }) =>
            problem('few', { section, field: `${field}.${path}.${lang}` }, words, undefined, { least: FEWEST_OF }),
          ),
      ),
    );
  });
}

/** Returns the number of things that a percent is of; undefined where nobody says it. */
function wholeCount({ population, calculation }: Measure): number | undefined {
  const whole = calculation?.form === 'ratio' || calculation?.form === 'rest' ? calculation.operands[1] : undefined;
  return whole ? pointOf(whole.quantity) : (population ?? undefined);
}
