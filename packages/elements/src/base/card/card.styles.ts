import { css } from 'lit';
import { atFoot, closeDeclarations, overPage } from '../sheet.ts';

/** The source card. Its styles come with its code: most visitors never open it. */
export const cardStyles = css`
  /* The whole width of the widget: beside the number of a tile, or beside the actions, it would be a column of words. */
  .foot > :has(> .card:not([popover])) {
    flex: 1 0 100%;
  }
  .foot:has(.card:not([popover])) {
    grid-row: 4;
    grid-column: 1 / -1;
  }
  .card {
    flex: 1 0 100%;
    min-inline-size: 0;
    container-type: inline-size;
    margin-block-start: var(--_2);
    padding: var(--_3) var(--_4);
    border-inline-start: 2px solid var(--_accent);
    background: var(--_surface-2);
    color: var(--_ink);
    /* The line that it stands in is small print; this is to be read. */
    font-size: 1.08em;
    line-height: 1.45;
  }
  /* Over the page: as wide as a column of text, beside its number. */
  .card[popover] {
    --_left: 0px;
    --_top: 0px;
    ${overPage}
    position: absolute;
    inset: auto;
    left: var(--_left);
    top: var(--_top);
    inline-size: min(26rem, 100vw - 16px);
    max-block-size: calc(100vh - 16px);
    max-block-size: calc(100dvh - 16px);
  }
  .card[popover] .what {
    display: flex;
    gap: var(--_1) var(--_2);
    flex-wrap: wrap;
    align-items: baseline;
    margin: 0;
    padding-inline-end: var(--_target);
    color: var(--_ink-2);
  }
  .card[popover] .what strong {
    color: var(--_ink);
  }
  .card[popover] dd a {
    display: inline-block;
    padding-block: 0.15em;
  }
  .card .what:focus {
    outline: none;
    box-shadow: none;
  }
  .card .close {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    ${closeDeclarations}
  }
  .card .close:hover {
    color: var(--_ink);
  }
  .card .origin {
    margin-block: var(--_2) var(--_3);
    font-size: 1.0625em;
  }
  .card details {
    border-block-start: 1px solid var(--_line);
  }
  .card[popover] > dl {
    margin-block-end: var(--_3);
  }
  .card summary {
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.45em) / 2);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .card details[open] {
    padding-block-end: var(--_3);
  }
  /* A small window has no room beside a number: the card is a sheet at its foot. */
  @media (max-width: 30rem) {
    .card[popover] {
      ${atFoot}
    }
  }
  .card .document {
    all: unset;
  }
  .card p {
    margin: 0 0 var(--_2);
  }
  .card dl {
    display: grid;
    grid-template-columns: fit-content(9em) minmax(0, 1fr);
    gap: var(--_1) var(--_3);
    margin: 0;
  }
  .card dt {
    color: var(--_ink-2);
  }
  .card dd {
    margin: 0;
    max-inline-size: 64ch;
  }
  .card .share-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    padding-block-start: var(--_2);
    border-block-start: 1px solid var(--_line);
  }
  .card .link {
    min-block-size: 2.25rem;
    text-align: start;
  }
  @container (max-width: 24em) {
    .card dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .card dd {
      margin-block-end: var(--_2);
    }
  }
  @media print {
    .card[popover],
    .card .share-row {
      display: none;
    }
  }
`;
