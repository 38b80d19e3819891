/** The most columns of a table that stands in half the width of the paper. */
const COLUMNS = 3;
/** The most rows of a list of dates that stands in half the width. */
const ROWS = 12;
/** The height of a page between its margins, px. */
const PAGE = (297 - 36) * (96 / 25.4);
/** Blocks up to this high stay on one page. */
const SHORT = PAGE / 3;
/** The same for a block beside another: where one of them goes on alone, the room beside it stays empty. */
const SHORT_BESIDE = PAGE / 2;
/** The most figures in a row. */
const TILES = 5;

/**
 * Mark of a block: it takes the width, or stands at the left or the right of a row; it is a list of dates that has the width;
 * it has so many figures in a row.
 */
type BlockMark = 'wide' | 'left' | 'right' | 'list' | `of-${number}`;

/** Returns the marks of blocks: they stand two a row, and those that need it alone in theirs. */
export function marksOf(blocks: Element): ReadonlyMap<Element, readonly BlockMark[]> {
  const marks = new Map<Element, readonly BlockMark[]>();
  const all = [...blocks.children];
  for (let at = 0; at < all.length; at++) {
    const [block, next] = [all[at], all[at + 1]];
    if (!block) continue;
    if (next && !isWide(block) && !isWide(next)) {
      marks.set(block, ['left']).set(next, ['right']);
      at++;
    } else if (block.matches('.tiles')) marks.set(block, ['wide', `of-${evenly(block.childElementCount)}`]);
    else marks.set(block, isDated(block) ? ['wide', 'list'] : ['wide']);
  }
  return marks;
}

const isDated = ({ localName }: Element): boolean => /^ess-(timeline|event-agenda)$/.test(localName);

function isWide(block: Element): boolean {
  if (!block.shadowRoot || block.localName === 'ess-member-map') return true;
  return block.shadowRoot.querySelectorAll('thead th').length > COLUMNS || (isDated(block) && rowsOf(block) > ROWS);
}

const rowsOf = (block: Element): number => (block.shadowRoot ?? block).querySelectorAll('tbody tr, .row').length;

/** Returns the columns for so many figures: rows of one length, as far as that goes; two at least, for their words. */
const evenly = (n: number): number => Math.max(2, Math.ceil(n / Math.ceil(n / TILES)));

/**
 * Returns the blocks that stay on one page. They must be laid by now as they are printed. Other figures are none of them,
 * because their rows say where a page may end.
 */
export const shortOf = (blocks: Iterable<Element>): readonly Element[] =>
  [...blocks].filter((block) => !block.matches('.others') && block.getBoundingClientRect().height <= limitOf(block));

const limitOf = (block: Element): number => (block.matches('.left, .right') ? SHORT_BESIDE : SHORT);

/** Two blocks of a row, and the height of the higher one, px. */
interface Row {
  readonly left: HTMLElement;
  readonly right: HTMLElement;
  readonly height: number;
}

/**
 * Returns the rows of two short blocks. Where both are given its height, both go to the next page where one of them does not
 * fit, and neither stands alone beside an empty half.
 * @param lefts short blocks at the left of a row
 */
export const rowsOfTwo = (lefts: Iterable<Element>): readonly Row[] =>
  [...lefts].flatMap((left) => {
    const right = left.nextElementSibling;
    if (!(left instanceof HTMLElement && right instanceof HTMLElement && right.matches('.right.short'))) return [];
    const height = Math.max(left.getBoundingClientRect().height, right.getBoundingClientRect().height);
    return [{ left, right, height }];
  });
