import { css } from 'lit';

/** Bars in HTML (they zoom and reflow), 100 % stacks with patterns that hold in black and white, and their tables. */
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
  .stacks {
    --_length: 0;
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.375rem var(--_4);
    align-items: center;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .period {
    font-weight: 700;
    font-size: 0.9375em;
  }
  .segments {
    display: flex;
    gap: 2px;
    block-size: 2.25em;
  }
  .segment,
  .rest {
    display: flex;
    flex: var(--_length) 0 0;
    align-items: center;
    justify-content: center;
    min-inline-size: 2px;
    overflow: hidden;
  }
  .segment.p1 {
    justify-content: flex-start;
  }
  .pattern {
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-1);
    background: var(--_accent);
    print-color-adjust: exact;
  }
  .pattern.p2 {
    background: repeating-linear-gradient(135deg, var(--_accent) 0 4px, var(--_accent-soft) 4px 8px);
  }
  .pattern.p3 {
    background: radial-gradient(circle, var(--_accent) 1.3px, transparent 1.7px) 0 0 / 6px 6px var(--_accent-soft);
  }
  .pattern.p3.status {
    border-color: var(--_warn);
    background: radial-gradient(circle, var(--_warn) 1.3px, transparent 1.7px) 0 0 / 6px 6px var(--_warn-soft);
  }
  .pattern.p4 {
    border-color: var(--_line-strong);
    background: var(--_surface);
  }
  .chip {
    padding: 0.05em 0.35em;
    border-radius: var(--_radius-1);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_text-sm);
    font-weight: 700;
    line-height: 1.35;
    white-space: nowrap;
  }
  .small > .chip {
    padding-inline: 0.2em;
  }
  .p1 > .chip {
    background: none;
    color: var(--_on-accent);
  }
  .swatch {
    flex: none;
    inline-size: 1.5em;
    block-size: 1em;
    align-self: center;
  }
  table.legend {
    margin-block-start: var(--_4);
  }
  .legend thead th,
  .legend thead td {
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
  .legend strong,
  .rows strong {
    font-weight: 700;
  }
  .first::first-letter {
    text-transform: uppercase;
  }
  .first {
    display: inline-block;
  }
  .rows td.number,
  .rows th.number {
    padding-inline-start: var(--_3);
  }
  tfoot th,
  tfoot td {
    border-block: 2px solid var(--_ink);
    border-block-end: 0;
    font-weight: 700;
  }
  @container (max-width: 26rem) {
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
    .small > .chip,
    .sign {
      display: none;
    }
    .legend tr > :not(:first-child) {
      inline-size: 4.25em;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .pattern {
      forced-color-adjust: none;
    }
    .bar {
      color: CanvasText !important;
    }
    .track::before {
      border-color: CanvasText;
    }
    .pattern,
    .pattern.p3.status,
    .pattern.p4 {
      border-color: CanvasText;
    }
    .pattern {
      background: CanvasText;
    }
    .pattern.p2 {
      background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 8px);
    }
    .pattern.p3,
    .pattern.p3.status {
      background: radial-gradient(circle, CanvasText 1.3px, transparent 1.7px) 0 0 / 6px 6px Canvas;
    }
    .pattern.p4 {
      background: Canvas;
    }
    .chip {
      background: Canvas;
      color: CanvasText;
    }
    .p1 > .chip {
      color: Canvas;
    }
  }
`;
