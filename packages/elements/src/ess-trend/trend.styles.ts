import { css } from 'lit';

/** Positions are fractions of the area; words stand beside it in columns of their own. */
export const trendStyles = css`
  .swap {
    --_min: 0px;
    min-block-size: var(--_min);
  }
  .unit {
    margin: 0 0 var(--_3);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .plot ~ .unit {
    margin-block-start: var(--_5);
  }
  .plot {
    --_labels: 14em;
    --_room: 6ch;
    --_height: 14em;
    --_x: 0%;
    --_y: 0%;
    padding-inline: calc(var(--_room) + 0.6em) var(--_labels);
    padding-block: 2em 1em;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.2;
  }
  .plot.line {
    padding-block: 1.75em 2em;
  }
  .area {
    position: relative;
    block-size: var(--_height);
  }
  .lines {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    fill: none;
    stroke: currentColor;
  }
  .leaders {
    inset-inline: calc(100% + 0.5em) auto;
    inline-size: 1em;
  }
  .lines path {
    vector-effect: non-scaling-stroke;
    stroke-width: 2px;
  }
  .lines .axes {
    stroke: var(--_line-strong);
    stroke-width: 1px;
  }
  .lines .bar {
    stroke-width: 4px;
  }
  [class^='rank-'] {
    color: var(--_ink-2);
  }
  .rank-1 {
    color: var(--_accent);
  }
  .rank-1 .line {
    stroke-width: 3px;
  }
  .rank-2 .line {
    stroke-dasharray: 6 4;
  }
  .rank-3 .line {
    stroke-dasharray: 1.5 4;
  }
  .rank-4 .line {
    stroke-dasharray: 10 4;
  }
  .rank-5 .line {
    stroke-dasharray: 8 3 1.5 3;
  }
  .rank-6 .line {
    stroke-dasharray: 3 3;
  }
  .rank-7 .line {
    stroke-dasharray: 12 3 3 3;
  }
  .rank-8 .line {
    stroke-dasharray: 2 6;
  }
  .series {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .period,
  .tick,
  .zero,
  .start,
  .end,
  .dot,
  .at {
    position: absolute;
    inset-block-start: var(--_y);
    transform: translateY(-50%);
    overflow-wrap: normal;
  }
  .period {
    inset-inline-start: var(--_x);
    inset-block-start: -1.5em;
    font-size: 0.9375em;
    font-weight: 700;
    white-space: nowrap;
  }
  .slope .period:first-child {
    inset-inline: auto calc(100% - 1ch);
  }
  .slope .period:nth-child(2) {
    inset-inline-start: calc(100% - 1ch);
  }
  .line .period {
    inset-block: 100% auto;
    inset-inline-start: calc(var(--_x) - 5em);
    inline-size: 10em;
    margin-block-start: 1.25em;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    font-weight: 400;
    text-align: center;
  }
  .tick,
  .start {
    inset-inline-end: calc(100% + 0.6em);
    white-space: nowrap;
  }
  /* Where a value comes from is no doubt. */
  .badge.computed {
    border-style: solid;
  }
  .start small {
    display: block;
    color: var(--_ink-2);
    font-size: 0.75em;
    line-height: 1;
  }
  .start {
    color: var(--_ink);
    text-align: end;
    font-size: 0.9375em;
  }
  .tick,
  .zero {
    color: var(--_ink-3);
    font-size: var(--_text-xs);
  }
  .zero {
    inset-inline-start: 0.5em;
    margin-block-start: -0.8em;
  }
  .dot {
    display: flex;
    inset-inline-start: var(--_x);
    font-size: 0.85em;
    transform: translate(-50%, -50%);
  }
  .dot .symbol {
    stroke: var(--_bg);
    stroke-width: 3;
    paint-order: stroke;
  }
  .dot .symbol.hollow {
    fill: var(--_surface);
    stroke: currentColor;
    stroke-width: 2.4;
    paint-order: normal;
  }
  .at {
    inset-inline-start: calc(var(--_x) - 5em);
    inline-size: 10em;
    margin-block-start: -1.25em;
    color: var(--_ink);
    font-size: var(--_text-sm);
    text-align: center;
    text-shadow: 0 0 3px var(--_surface), 0 0 3px var(--_surface);
  }
  .at.first {
    inset-inline-start: 0;
    margin-inline-start: -0.25em;
    text-align: start;
  }
  .end {
    inset-inline-start: calc(100% + 1.75em);
    inline-size: calc((var(--_labels) - 1.6em) / 0.875);
    color: var(--_ink);
    font-size: var(--_text-sm);
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .long .name {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }
  .change {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
  }
  .many.minor {
    display: none;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_4) var(--_6);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .figures > li {
    min-inline-size: 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .figures strong {
    display: block;
    color: var(--_ink);
    font-size: 2em;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  .note {
    max-inline-size: 64ch;
    margin: var(--_4) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  @container (max-width: 46em) {
    .some.minor {
      display: none;
    }
  }
  @container (max-width: 30em) {
    .plot {
      --_labels: 10.5em;
    }
    .inner {
      display: none;
    }
    .minor:not(.inner, .at.many) {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .lines,
    .dot {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .lines [class^='rank-'] {
      color: CanvasText;
    }
    .lines .axes {
      stroke: CanvasText;
    }
    .dot .symbol {
      stroke: Canvas;
    }
    .dot .symbol.hollow {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
  @media print {
    .lines,
    .dot {
      print-color-adjust: exact;
    }
  }
`;
