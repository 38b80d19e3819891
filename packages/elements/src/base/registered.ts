import type { OwnIndicator } from '@ess-widgets/core/indicators';

/** Context that the code of a block of a report gets besides the fields of the block. */
export interface BlockPlace {
  /** Language of the page around it: `fr`. */
  readonly lang: string;
  /** Level of the headings in it, 4 to 6. */
  readonly level: number;
}

/** Draws a block of a report, as a template of Lit. Fields are data: texts, never HTML. */
export type RenderBlock = (fields: Readonly<Record<string, unknown>>, place: BlockPlace) => unknown;

/** Indicators and blocks that code of the page has registered (`extend.ts`). Lists are replaced, since what is made of one is kept with it. */
export const registered: {
  indicators: readonly OwnIndicator[];
  blocks: Readonly<Record<string, RenderBlock>>;
} = { indicators: [], blocks: {} };

/** Called after each registration. */
export const onRegistered: Set<() => void> = new Set();
