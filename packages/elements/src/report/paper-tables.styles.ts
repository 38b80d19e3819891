import { css } from 'lit';

/**
 * Where tables may end on a page: with two rows at least before it, and after. `orphans` and `widows` count lines, not rows.
 * The only row of a table says nothing: what is avoided after it would hold for what follows the table.
 */
export const paperTablesStyles = css`
  tr {
    break-inside: avoid;
  }
  thead,
  tbody > tr:first-child:not(:last-child) {
    break-after: avoid;
  }
  /* What a head stands above has to say so too. */
  thead ~ tbody,
  thead ~ tbody > tr:first-child,
  tbody > tr:last-child:not(:first-child),
  tfoot {
    break-before: avoid;
  }
  /* Said once, under the last row: what is a foot is said again on every page. */
  tfoot {
    display: table-row-group;
  }
`;
