import { type Block, type Figure, previousPeriod } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import { registered } from '../base/registered.ts';
import { warn } from '../base/warn.ts';

/** Block that the report draws itself, because it is no element of its own. */
export type OwnBlock = Extract<Block, { readonly type: 'observations' | 'checks' }>;

/** Options that blocks are drawn with. Their data and scope come from the provider around them. */
export interface BlockContext {
  /** Level of the titles of blocks, 3 to 6. */
  readonly level: number;
  readonly lang: string;
  /** Returns the title that the document gives to a block. */
  readonly title: (block: Block) => string | undefined;
  readonly own: (block: OwnBlock) => Content;
  /** Loads the code of an element, unless it is loaded. */
  readonly need: (tag: BlockTag) => void;
}

/** Tag of an element that blocks are shown with. */
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

/** Renders a block as the element that suits it; nothing for a block that neither this release nor the page knows. */
export function blockView(block: Block, { level, lang, title, own, need }: BlockContext): Content {
  const heading = title(block) ?? nothing;
  switch (block.type) {
    case 'indicators':
      need('ess-indicator');
      return html`<div class="tiles" part="tiles">${block.figures.map(tile)}</div>`;
    case 'breakdown':
      need('ess-breakdown');
      return html`<ess-breakdown indicator=${block.indicator} by=${block.by ?? nothing} period=${block.period ?? nothing}
        where=${block.where ?? nothing} chart=${block.chart ?? nothing} beside=${block.beside?.join(' ') ?? nothing} view=${block.view ?? nothing} subject=${heading} heading-level=${level}></ess-breakdown>`;
    case 'stack':
      need('ess-breakdown');
      return html`<ess-breakdown indicator=${block.indicator} by=${block.by} chart="stack" period=${block.periods[0] ?? nothing}
        compare=${comparedWith(block.periods)} where=${block.where ?? nothing} subject=${heading} heading-level=${level}></ess-breakdown>`;
    case 'trend':
      need('ess-trend');
      return html`<ess-trend indicator=${block.indicators.join(' ')} by=${block.by ?? nothing} heading=${heading} heading-level=${level}></ess-trend>`;
    case 'table':
      need('ess-table');
      return html`<ess-table indicator=${block.indicators?.join(' ') ?? nothing} by=${block.by ?? nothing} period=${block.period ?? (block.collection ? ANY : nothing)}
        collection=${block.collection ?? nothing} columns=${block.columns?.join(' ') ?? nothing} where=${block.where ?? nothing}
        chart=${block.chart ?? nothing} heading=${heading} heading-level=${level}></ess-table>`;
    case 'list':
      need('ess-table');
      return html`<ess-table chart="list" collection=${block.collection} period=${ANY} columns=${block.columns?.join(' ') ?? nothing} where=${block.where ?? nothing}
        heading=${heading} heading-level=${level}></ess-table>`;
    case 'timeline':
      need('ess-timeline');
      return html`<ess-timeline collections=${block.collections.join(' ')} period=${ANY} where=${block.where ?? nothing} chart=${block.chart ?? nothing} heading=${heading} heading-level=${level}></ess-timeline>`;
    case 'map':
      need('ess-member-map');
      return html`<ess-member-map class="map" layers=${block.layers.join(' ')} period=${block.period ?? nothing} where=${block.where ?? nothing} heading=${heading} heading-level=${level}></ess-member-map>`;
    case 'agenda':
      need('ess-event-agenda');
      return html`<ess-event-agenda series=${block.series ?? nothing} edition=${block.edition ?? nothing} where=${block.where ?? nothing}
        heading=${heading} heading-level=${level}></ess-event-agenda>`;
    case 'observations':
    case 'checks':
      return own(block);
    case 'other':
      return ofPage(block, level, lang);
  }
}

type OtherBlock = Extract<Block, { readonly type: 'other' }>;

/** Whether code of the page draws a block that this release does not know. */
export const isOfPage = ({ name = '' }: OtherBlock): boolean => Object.hasOwn(registered.blocks, name);

/** A block that code of the page draws; nothing where that fails, and the rest of the report stands. */
function ofPage({ name = '', fields = {} }: OtherBlock, level: number, lang: string): Content {
  try {
    return html`${registered.blocks[name]?.(fields, { level, lang })}`;
  } catch (error) {
    warn(`extend/block/${name}`, `the block "${name}" of a report could not be drawn: ${String(error)}`);
    return nothing;
  }
}

/**
 * Returns the period to compare with. The previous one is the default, and by name it could not be read from the build's
 * file.
 */
function comparedWith([shown, other]: readonly string[]): string | typeof nothing {
  return !shown || !other || other === previousPeriod(shown, 'flow') ? nothing : other;
}

const tile = ({ indicator, period, where, territory, sign }: Figure): Content =>
  html`<ess-indicator indicator=${indicator} period=${period ?? nothing} where=${where ?? nothing} territory=${territory ?? nothing} sign=${sign ?? nothing}></ess-indicator>`;
