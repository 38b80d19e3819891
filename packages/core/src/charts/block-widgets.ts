/** The widgets that show the blocks of a report: names of elements and their attributes. */
import { type Block, type Figure, nameOfFigure, previousPeriod } from '../model/index.ts';

/** Block that is shown by widgets. */
type ShownBlock = Exclude<Block, { readonly type: 'observations' | 'checks' | 'other' }>;

/** A widget by its element and the attributes that are set. */
export interface BlockWidget {
  readonly tag: BlockTag;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Element that blocks are shown with. */
export type BlockTag =
  | 'ess-indicator'
  | 'ess-breakdown'
  | 'ess-trend'
  | 'ess-table'
  | 'ess-timeline'
  | 'ess-member-map'
  | 'ess-event-agenda';

/** Period of records: a block shows all that it names, because some are of the year before the report's, some of no year. */
const ANY = 'any';

/**
 * Returns the widgets that show a block: one, or one for each figure. Their data and scope come from the report around them.
 * @param title that the document gives to it
 * @param level of its title, 3 to 6
 */
export function blockWidgets(block: ShownBlock, title: string | undefined, level: number): readonly BlockWidget[] {
  const own = attributesOf(block);
  if (block.type === 'indicators' && block.chart !== 'bars')
    return block.figures.map((figure) => widget('ess-indicator', figureAttributes(figure)));
  const heading = TAGS[block.type] === 'ess-breakdown' ? 'subject' : 'heading';
  return [widget(TAGS[block.type], { ...own, [heading]: title, 'heading-level': String(level) })];
}

const TAGS: Readonly<Record<ShownBlock['type'], BlockTag>> = {
  indicators: 'ess-breakdown',
  breakdown: 'ess-breakdown',
  stack: 'ess-breakdown',
  trend: 'ess-trend',
  table: 'ess-table',
  list: 'ess-table',
  timeline: 'ess-timeline',
  map: 'ess-member-map',
  agenda: 'ess-event-agenda',
};

type Given = Readonly<Record<string, string | undefined>>;

const widget = (tag: BlockTag, given: Given): BlockWidget => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});

const figureAttributes = ({ indicator, period, where, territory, sign }: Figure): Given => ({
  ...{ indicator, period, where, territory, sign },
});

function attributesOf(block: ShownBlock): Given {
  switch (block.type) {
    case 'indicators':
      return { figures: block.figures.map(nameOfFigure).join('; '), chart: block.chart };
    case 'breakdown': {
      const { indicator, by, period, where, chart, beside, view } = block;
      return { indicator, by, period, where, chart, beside: beside?.join(' '), view };
    }
    case 'stack': {
      const { indicator, by, periods, where } = block;
      return { indicator, by, chart: 'stack', period: periods[0], compare: comparedWith(periods), where };
    }
    case 'trend':
      return { indicator: block.indicators.join(' '), by: block.by };
    case 'table': {
      const { indicators, by, period, collection, columns, where, chart } = block;
      const when = period ?? (collection ? ANY : undefined);
      return {
        ...{
          indicator: indicators?.join(' '),
          by,
          period: when,
          collection,
          columns: columns?.join(' '),
          where,
          chart,
        },
      };
    }
    case 'list': {
      const { collection, columns, where } = block;
      return { chart: 'list', collection, period: ANY, columns: columns?.join(' '), where };
    }
    case 'timeline': {
      const { collections, where, chart } = block;
      return { collections: collections.join(' '), period: ANY, where, chart };
    }
    case 'map': {
      const { layers, period, where } = block;
      return { layers: layers.join(' '), period, where };
    }
    case 'agenda': {
      const { series, edition, where } = block;
      return { series, edition: edition === undefined ? undefined : String(edition), where };
    }
  }
}

/**
 * Returns the period to compare with. The previous one is the default, and by name it could not be read from the build's
 * file.
 */
function comparedWith([shown, other]: readonly string[]): string | undefined {
  return !shown || !other || other === previousPeriod(shown, 'flow') ? undefined : other;
}
