import { css } from 'lit';

/** The table of a breakdown, in a region of its own: too wide, it scrolls there. */
export const breakdownTableStyles = css`
  /* Paper has nothing to scroll with. */
  @media screen {
    .region {
      position: relative;
      overflow: auto;
    }
  }
  .rows strong {
    font-weight: 700;
  }
  .rows td.number,
  .rows th.number {
    padding-inline-start: var(--_3);
    /* A number is never broken: what has to give way is the label. */
    overflow-wrap: normal;
  }
  tfoot th,
  tfoot td {
    border-block: 2px solid var(--_ink);
    border-block-end: 0;
    font-weight: 700;
  }
  /* Where letters are large beside the place: better scrolled than a column of letters. */
  @container (max-width: 15em) {
    .rows th {
      overflow-wrap: break-word;
    }
  }
  @container (max-width: 26em) {
    .rows td.number,
    .rows th.number {
      padding-inline-start: var(--_2);
    }
    /* Four columns: the label takes a line of its own above its values. */
    .wide,
    .wide :is(thead, tbody, tfoot) {
      display: block;
    }
    .wide tr {
      display: grid;
      grid-template-columns: 1fr 1fr 1.5fr;
      border-block-end: 1px solid var(--_line);
    }
    .wide thead tr {
      border-block-end: 2px solid var(--_ink);
    }
    .wide tr > * {
      padding-block: 0 var(--_2);
      border-block-end: 0;
    }
    .wide tr > :first-child {
      grid-column: 1 / -1;
      padding-block: var(--_2) 0.125rem;
    }
  }
`;
