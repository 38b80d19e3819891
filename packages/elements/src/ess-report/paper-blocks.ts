/** How the blocks of a section share the width of paper: two a row, those that need it alone in theirs. */

/** Tables of this many columns stand in half the width of the paper. */
const COLUMNS = 3;
/** Lists longer than this fill the width, in two columns of their own. */
const ROWS = 12;
/** Tables and lists up to this long stay on one page. */
const SHORT = 4;

/**
 * What may be put on a block: it takes the width, or stands at the left or the right of a row; it is a list with columns of
 * its own; it is not broken.
 */
export type BlockMark = 'wide' | 'left' | 'right' | 'list' | 'short';

/** What to put on which block. */
export function marksOf(blocks: Element): ReadonlyMap<Element, readonly BlockMark[]> {
  const marks = new Map<Element, readonly BlockMark[]>();
  const all = [...blocks.children];
  for (let at = 0; at < all.length; at++) {
    const [block, next] = [all[at], all[at + 1]];
    if (!block) continue;
    if (next && !isWide(block) && !isWide(next)) {
      marks.set(block, ['left', ...shortOf(block)]).set(next, ['right', ...shortOf(next)]);
      at++;
    } else
      marks.set(block, ['wide', ...(isList(block) && rowsOf(block) > 1 ? (['list'] as const) : []), ...shortOf(block)]);
  }
  return marks;
}

const isList = ({ localName }: Element): boolean => /^ess-(timeline|event-agenda|member-map)$/.test(localName);

function isWide(block: Element): boolean {
  if (!block.shadowRoot || block.localName === 'ess-member-map') return true;
  return block.shadowRoot.querySelectorAll('thead th').length > COLUMNS || (isList(block) && rowsOf(block) > ROWS);
}

const rowsOf = (block: Element): number => (block.shadowRoot ?? block).querySelectorAll('tbody tr, .row').length;
const shortOf = (block: Element): readonly BlockMark[] => (rowsOf(block) <= SHORT ? ['short'] : []);
