import { css } from 'lit';

export const monthStyles = css`
  .month-bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    align-items: center;
    margin-block-end: var(--_3);
  }
  .month-bar .link {
    margin-inline-start: auto;
    font-size: var(--_text-sm);
  }
  .month-name {
    min-inline-size: min(8.5em, 100%);
    margin: 0;
    font-weight: 700;
    text-align: center;
  }
  .turn {
    inline-size: var(--_target);
    padding: 0;
  }
  .turn:disabled {
    color: var(--_ink-3);
    cursor: default;
  }
  .back,
  .on {
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentColor;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .back {
    rotate: -135deg;
  }
  .grid {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    border-block-end: 1px solid var(--_line);
  }
  .grid th {
    padding: 0 0 var(--_1);
    border-block-end: 2px solid var(--_ink);
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    text-align: center;
  }
  .grid td {
    block-size: 5.75rem;
    padding: 0;
    border-block-end: 0;
    border-block-start: 1px solid var(--_line);
    vertical-align: top;
  }
  .grid tbody tr:first-child td {
    border-block-start: 0;
  }
  .grid td + td {
    border-inline-start: 1px solid var(--_line);
  }
  .out {
    background: var(--_surface-2);
  }
  .cell {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    align-items: stretch;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: var(--_target);
    padding: 0.3em 0.35em;
    border: 0;
    background: none;
    text-align: start;
  }
  .cell:hover {
    background: var(--_surface-2);
  }
  [aria-selected='true'] > .cell {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .cell:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_focus-halo);
  }
  .cell .number {
    align-self: flex-start;
    min-inline-size: 1.7em;
    padding-inline: 0.25em;
    border-radius: 999px;
    font-size: var(--_text-sm);
    line-height: 1.7;
    text-align: center;
  }
  .cell.gone .number {
    color: var(--_ink-2);
  }
  .cell[aria-current] .number {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .titles {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }
  .mark {
    overflow: hidden;
    padding-inline: 0.4em 0.1em;
    border-inline-start: 3px solid var(--_line-strong);
    font-size: var(--_text-xs);
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .mark.planned {
    border-color: var(--_accent);
    font-weight: 600;
  }
  .mark.was-planned {
    border-inline-start-style: dashed;
  }
  .mark.cancelled {
    color: var(--_ink-2);
    text-decoration: line-through;
  }
  .rest::after {
    padding-inline-start: 0.6em;
    content: '+' attr(data-n);
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    line-height: 1.2;
  }
  .dots {
    display: none;
  }
  .dots > i:not(:where(.many)) {
    inline-size: 6px;
    block-size: 6px;
    border: 1px solid var(--_line-strong);
    border-radius: 999px;
    background: var(--_line-strong);
  }
  .dots > .planned {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .dots > :is(.cancelled, .was-planned) {
    background: none;
  }
  .many::after {
    font-size: var(--_text-xs);
    font-style: normal;
    font-weight: 700;
    line-height: 1;
    content: attr(data-n);
  }
  .month-none {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    align-items: center;
    margin: var(--_3) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  @container (max-width: 34em) {
    .grid td {
      block-size: 3.25rem;
    }
    .cell {
      align-items: center;
      padding: 0.2em 0;
    }
    .cell .number {
      align-self: center;
    }
    .titles {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .dots {
      display: flex;
      gap: 2px;
      align-items: center;
      justify-content: center;
      min-block-size: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .cell[aria-current] .number {
      outline: 2px solid Highlight;
    }
    [aria-selected='true'] > .cell {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .dots > i:not(:where(.many)) {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .dots > .planned {
      background: CanvasText;
    }
  }
`;
