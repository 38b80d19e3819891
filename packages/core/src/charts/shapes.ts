/** A shape: the eight of the categorical scale in their fixed order, then those of things that are no category. */
export type Shape =
  | 'disc'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'pentagon'
  | 'cross'
  | 'star'
  | 'triangle-down'
  | 'flag'
  | 'dome'
  | 'house';

/** Appearance of a category: its shape, and the private CSS property that has its colour. */
export interface Tone {
  readonly shape: Shape;
  /** Name of a custom property, for example `--_cat-3`. */
  readonly cssVar: string;
}

/** Outline of each shape as SVG path data on a 16 × 16 grid. */
export const shapePaths: Readonly<Record<Shape, string>> = {
  disc: 'M13.53 8A5.53 5.53 0 1 1 2.47 8A5.53 5.53 0 1 1 13.53 8Z',
  square: 'M3.1 3.1L12.9 3.1L12.9 12.9L3.1 12.9Z',
  triangle: 'M8 0.95L15.44 13.85L0.56 13.85Z',
  diamond: 'M8 1.07L14.93 8L8 14.93L1.07 8Z',
  pentagon: 'M8 2.25L14.04 6.64L11.73 13.75L4.27 13.75L1.96 6.64Z',
  cross:
    'M5.55 1.88L10.45 1.88L10.45 5.55L14.12 5.55L14.12 10.45L10.45 10.45L10.45 14.12L5.55 14.12L5.55 10.45L1.88 10.45L1.88 5.55L5.55 5.55Z',
  star: 'M8 0.69L10.38 5.5L15.69 6.27L11.84 10.02L12.75 15.31L8 12.81L3.25 15.31L4.16 10.02L0.31 6.27L5.62 5.5Z',
  'triangle-down': 'M8 15.05L0.56 2.15L15.44 2.15Z',
  flag: 'M1.8 0.8L14.6 0.8L11.6 4.3L14.6 7.8L4.2 7.8L4.2 15.2L1.8 15.2Z',
  dome: 'M0.18 12.3A7.82 7.82 0 0 1 15.82 12.3Z',
  house: 'M8 2.4L13.6 7.4V13.5H2.4V7.4Z',
};

const order: readonly Shape[] = ['disc', 'square', 'triangle', 'diamond', 'pentagon', 'cross', 'star', 'triangle-down'];
/** Shapes in the ink, the disc first: a cross would be taken for the sixth, whose grey is near. */
const inInk = order.filter((shape) => shape !== 'cross');

/**
 * Returns the shape and colour of a category.
 * @param position the category's `order`, from 1. Beyond 8 there are six more shapes in the ink: a ninth hue could no longer
 *   be told from the others. A category without a position, or with a later one, is a disc in the ink.
 */
export function toneOf(position: number): Tone {
  const shape = order[position - 1];
  return shape ? { shape, cssVar: `--_cat-${position}` } : { shape: inInk[position - 8] ?? 'disc', cssVar: '--_ink-2' };
}
