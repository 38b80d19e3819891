import type { Grid, GridColumn, GridRow } from '@ess-widgets/core/charts';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';

/** Content of a table, of figures or of records. */
export interface TableContent {
  readonly grid: Grid;
  readonly title: Content;
  readonly subtitle: Content;
  readonly heading: (column: GridColumn) => Content;
  readonly mark?: (row: GridRow) => Content;
  /** The figure of the source line, or the documents that records come from. */
  readonly figure?: Measured;
  readonly documents?: readonly string[];
  readonly note?: Content;
}
