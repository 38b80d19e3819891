import { css } from 'lit';

/** Bars in HTML, so that they zoom and reflow, and the remarks under them. */
export const breakdownStyles = css`
  .swap {
    --_min: 0px;
    min-block-size: var(--_min);
  }
  .bars {
    --_room: 8ch;
    --_zero: 0;
    --_start: 0;
    --_length: 0;
    display: grid;
    grid-template-columns: fit-content(42%) minmax(0, 1fr);
    column-gap: var(--_4);
    row-gap: var(--_2);
    margin: 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .bars > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    min-block-size: 1.625em;
    position: relative;
  }
  .label,
  .key {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    min-inline-size: 0;
  }
  .label {
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .label .symbol,
  .key .symbol {
    align-self: center;
  }
  .track {
    /* What is left for a bar once the longest value has its place. */
    --_axis: calc(100% - min(var(--_room) + 1.25em, 60%));
    position: relative;
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-inline-size: 0;
    block-size: 100%;
  }
  .track::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_axis) * var(--_zero));
    border-inline-start: 1px solid var(--_line-strong);
  }
  .bar {
    flex: none;
    block-size: 1.25em;
    inline-size: max(2px, calc(var(--_axis) * var(--_length)));
    margin-inline-start: calc(var(--_axis) * var(--_start));
    border-radius: 0 var(--_radius-1) var(--_radius-1) 0;
    color: var(--_accent);
    background: currentColor;
    print-color-adjust: exact;
  }
  .bar.none {
    inline-size: 0;
  }
  .bar.tone-cat-1 { color: var(--_cat-1); }
  .bar.tone-cat-2 { color: var(--_cat-2); }
  .bar.tone-cat-3 { color: var(--_cat-3); }
  .bar.tone-cat-4 { color: var(--_cat-4); }
  .bar.tone-cat-5 { color: var(--_cat-5); }
  .bar.tone-cat-6 { color: var(--_cat-6); }
  .bar.tone-cat-7 { color: var(--_cat-7); }
  .bar.tone-cat-8 { color: var(--_cat-8); }
  .bar.tone-ink-2 { color: var(--_ink-2); }
  .unit-name {
    grid-column: 1 / -1;
    font-size: 0.9375em;
    font-weight: 700;
    line-height: 1.3;
  }
  .bars > li:not(:first-child) > .unit-name {
    margin-block-start: var(--_2);
  }
  .marked .label {
    font-weight: 700;
  }
  .bars > li:hover .bar:not(.none) {
    outline: 2px solid var(--_ink);
    outline-offset: 1px;
  }
  .amount {
    min-inline-size: 0;
    line-height: 1.3;
  }
  .amount > strong {
    font-weight: 700;
  }
  .amount > .unknown {
    font-weight: 400;
    color: var(--_ink-2);
  }
  .share {
    margin-inline-start: 0.15em;
    color: var(--_ink-2);
  }
  .note {
    max-inline-size: 64ch;
    margin: var(--_4) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .legend .number {
    overflow-wrap: normal;
  }
  table.legend {
    margin-block-start: var(--_4);
  }
  .legend thead tr > * {
    padding-block: 0 var(--_1);
    border-block-end: 1px solid var(--_line);
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    font-weight: 400;
  }
  .legend tr > :not(:first-child) {
    inline-size: 5.5em;
  }
  .legend tbody > tr:last-child > * {
    border-block-end: 0;
  }
  .legend strong {
    font-weight: 700;
  }
  @container (max-width: 26em) {
    .bars {
      grid-template-columns: minmax(0, 1fr);
      row-gap: var(--_3);
    }
    .bars > li {
      row-gap: 0.125rem;
    }
    .track {
      min-block-size: 1.5em;
    }
    .legend tr > :not(:first-child) {
      inline-size: 4.25em;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      color: CanvasText !important;
    }
    .track::before {
      border-color: CanvasText;
    }
  }
`;
