import { type BlockTag, type BlockWidget, blockWidgets } from '@ess-widgets/core/charts';
import type { Block } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { registered } from '../base/registered.ts';
import { warn } from '../base/warn.ts';
import { attributed } from '../views/attributed.ts';

/** Block that the report draws itself, because it is no element of its own. */
export type OwnBlock = Extract<Block, { readonly type: 'observations' | 'checks' }>;

type IndicatorsBlock = Extract<Block, { readonly type: 'indicators' }>;

/** Options that blocks are drawn with. Their data and scope come from the provider around them. */
export interface BlockContext {
  /** Level of the titles of blocks, 3 to 6. */
  readonly level: number;
  readonly lang: string;
  /** Returns the title that the document gives to a block. */
  readonly title: (block: Block) => string | undefined;
  readonly own: (block: OwnBlock) => Content;
  /** Renders the share bar of a row of figures. */
  readonly share: (block: IndicatorsBlock) => Content;
  /** Title of the message that the block proves, which stands above it: the block has none of its own. */
  readonly heading?: string | undefined;
  /** Territory of the reader, which stands out in a chart of territories. */
  readonly place?: string | undefined;
  /** Loads the code of an element, unless it is loaded. */
  readonly need: (tag: BlockTag) => void;
}

/** Renders a block as the element that suits it; nothing for a block that neither this release nor the page knows. */
export function blockView(
  block: Block,
  { level, lang, title, own, share, need, heading, place }: BlockContext,
): Content {
  switch (block.type) {
    case 'observations':
    case 'checks':
      return own(block);
    case 'other':
      return ofPage(block, level, lang);
    default: {
      const widgets = blockWidgets(block, title(block), level);
      for (const { tag } of widgets) need(tag);
      const isTiles = block.type === 'indicators' && block.chart !== 'bars';
      const titled = heading === undefined || isTiles ? {} : { heading, 'heading-level': 'none' };
      const views = widgets.map(({ tag, attributes }) => VIEWS[tag]({ ...attributes, ...titled }, place));
      if (!isTiles) return html`${views}`;
      return html`<div class="tiles" part="tiles">${views}</div>${block.figures.length > 1 ? share(block) : nothing}`;
    }
  }
}

/** Elements of blocks: templates have their names in them. */
const VIEWS: Readonly<
  Record<BlockTag, (attributes: BlockWidget['attributes'], place: string | undefined) => TemplateResult>
> = {
  'ess-indicator': (given) => html`<ess-indicator ${attributed(given)}></ess-indicator>`,
  'ess-breakdown': (given, place) => html`<ess-breakdown ${attributed(given)} .place=${place}></ess-breakdown>`,
  'ess-trend': (given) => html`<ess-trend ${attributed(given)}></ess-trend>`,
  'ess-table': (given) => html`<ess-table ${attributed(given)}></ess-table>`,
  'ess-timeline': (given) => html`<ess-timeline ${attributed(given)}></ess-timeline>`,
  // A map shows where the reader is.
  'ess-member-map': (given, place) =>
    html`<ess-member-map class="map" ${attributed(place ? { territory: place, ...given } : given)}></ess-member-map>`,
  'ess-event-agenda': (given) => html`<ess-event-agenda ${attributed(given)}></ess-event-agenda>`,
};

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
