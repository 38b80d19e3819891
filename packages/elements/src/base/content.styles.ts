import { css } from 'lit';
import { emptyStyles } from './empty.ts';

/** Styles of the content of a frame larger than a tile: buttons, the empty state, tables. */
export const contentStyles = css`
  ${emptyStyles}
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    padding: 0 var(--_4);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
  }
  .button:hover {
    background: var(--_surface-2);
    color: var(--_accent-hover);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_text-sm);
    font-variant-numeric: lining-nums tabular-nums;
  }
  caption {
    padding-block-end: var(--_2);
    color: var(--_ink-2);
    text-align: start;
  }
  th,
  td {
    padding: var(--_2) var(--_2) var(--_2) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    border-block-end: 2px solid var(--_ink);
    font-weight: 600;
  }
  .number {
    text-align: end;
    padding-inline-end: 0;
  }
`;
