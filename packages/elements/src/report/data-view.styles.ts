import { css } from 'lit';

/** Styles of the data view: its fields in a row, its table under them; on a phone each row on a few lines of its own. */
export const dataStyles = css`
  .data-filters {
    display: grid;
    grid-template-columns: minmax(14rem, 2fr) repeat(4, minmax(8rem, 1fr));
    gap: var(--_3);
    align-items: end;
    margin-block: var(--_4) var(--_3);
  }
  .data-filters label {
    display: grid;
    gap: var(--_1);
    min-inline-size: 0;
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  .data-filters :is(input, select) {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: 1rem;
    text-overflow: ellipsis;
  }
  /* Fifty rows are a page of their own: they need no window within the page. */
  .data .region.long {
    max-block-size: none;
  }
  .data .grid tbody :is(th, td) {
    vertical-align: baseline;
  }
  .data .grid tbody th {
    inline-size: 38%;
  }
  /* Long units and school years give way to the names. */
  .data .grid tbody :is(td.number, td.date) {
    min-inline-size: 11em;
    white-space: normal;
  }
  .data .grid tbody td.number {
    min-inline-size: 12.5em;
  }
  .data .grid tbody button.figure {
    text-align: end;
  }
  /* The ways into the overview have the same name as the carets of a head. */
  .data .way {
    padding: 0;
    border: 0;
  }
  .data .note {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
    font-weight: 400;
  }
  .data td:nth-child(n + 4) {
    font-size: var(--_text-sm);
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    align-items: center;
    margin: 0 0 var(--_2);
    min-block-size: var(--_target);
    color: var(--_ink-2);
  }
  @container (min-width: 46em) {
    .count .csv {
      margin-inline-start: auto;
    }
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    margin-block-start: var(--_3);
  }
  .more p {
    margin: 0;
    color: var(--_ink-2);
  }
  .back {
    margin: 0;
    padding: var(--_3) var(--_4) 0;
  }
  @container (max-width: 62em) {
    .data-filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .data-filters label:first-child {
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 46em) {
    .data .region {
      overflow: visible;
    }
    .data .grid,
    .data .grid :is(thead, tbody) {
      display: block;
    }
    .data .grid thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_4);
      border-block-end: 2px solid var(--_ink);
    }
    .data .grid thead th {
      position: static;
      padding: 0;
      box-shadow: none;
      font-size: var(--_text-sm);
    }
    .data .sort {
      min-block-size: var(--_target);
    }
    /* The name and the value, then all else in one line under them. */
    .data .grid tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_3);
      align-items: baseline;
      padding-block: var(--_3);
      border-block-end: 1px solid var(--_line);
    }
    .data .grid tbody tr > * {
      flex: none;
      min-inline-size: 0;
      max-inline-size: 100%;
      padding: 0;
      border: 0;
      font-size: var(--_text-sm);
      white-space: normal;
      /* A number and its unit stay together, but where letters are very large. */
      overflow-wrap: anywhere;
    }
    .data .grid tbody th {
      flex: 1 1 9rem;
      inline-size: auto;
      font-size: 1em;
    }
    .data .grid tbody :is(td.number, td.date) {
      min-inline-size: 0;
    }
    .data .grid tbody td.number {
      font-size: 1em;
      font-weight: 700;
    }
    .data .grid tbody tr::after {
      content: '';
      flex-basis: 100%;
      order: 1;
    }
    .data .grid tbody td:nth-child(n + 3) {
      order: 2;
      color: var(--_ink-2);
    }
    .data .grid tbody td:has(> [aria-hidden]) {
      display: none;
    }
  }
`;
