import { css } from 'lit';
import { datedStyles } from '../views/dated.styles.ts';

/** A rail from the first date to the last, with a mark for each: full for what was held, hollow for what was not yet. */
export const timelineStyles = css`
  ${datedStyles}
  .group {
    margin: var(--_5) 0 var(--_2);
    font-size: var(--_text-sm);
    font-weight: 700;
  }
  .group:first-child {
    margin-block-start: 0;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: 4.75em 1.25em minmax(0, 1fr);
    column-gap: var(--_3);
    position: relative;
    padding-block-end: var(--_4);
    scroll-margin-block: var(--_4);
  }
  .row:last-child {
    padding-block-end: 0;
  }
  .date {
    justify-items: end;
    text-align: end;
  }
  .date b {
    font-size: 1.5em;
  }
  .date:is(.range, .month, .year) b {
    font-size: 1.2em;
    line-height: 1.4;
  }
  .mark {
    justify-self: center;
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-block-start: 0.3em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_accent);
    print-color-adjust: exact;
  }
  .row::before {
    content: '';
    position: absolute;
    inset-block: 1.4em -0.15em;
    inset-inline-start: calc(4.75em + var(--_3) + 0.625em - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .row:last-child::before {
    inset-block-end: 0;
  }
  .mark:not(.held) {
    background: var(--_surface);
  }
  .mark:is(.was-planned, .postponed, .check-date, .check-status) {
    border-style: dashed;
    border-color: var(--_ink-2);
  }
  .mark.cancelled {
    border-color: var(--_ink-2);
    background: linear-gradient(to bottom right, transparent 42%, var(--_ink-2) 42% 58%, transparent 58%) var(--_surface);
  }
  .name {
    font-weight: 600;
  }
  .about {
    margin: 0.125rem 0 0;
  }
  .ref {
    margin-inline-start: 0.35em;
  }
  .ref .document {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .note {
    margin: var(--_4) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  @container (max-width: 30em) {
    .row {
      grid-template-columns: 3.25em 1.25em minmax(0, 1fr);
      column-gap: var(--_2);
      padding-block-end: var(--_3);
    }
    .row::before {
      inset-inline-start: calc(3.25em + var(--_2) + 0.625em - 1px);
    }
    .date.range b {
      font-size: 1.1em;
    }
  }
  /* Where letters are large beside the place, the date stands above its words. */
  @container (max-width: 16em) {
    .row {
      grid-template-columns: 1.25em minmax(0, 1fr);
    }
    .row::before {
      inset-inline-start: calc(0.625em - 1px);
    }
    .mark {
      grid-area: 1 / 1;
    }
    .date,
    .what {
      grid-column: 2;
      justify-items: start;
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .mark.held {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
  }
`;
