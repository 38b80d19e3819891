import { css } from 'lit';

/** Styles of a table that scrolls in its own region, with its head always visible. */
export const gridStyles = css`
  .grid {
    overflow-wrap: normal;
  }
  .grid thead th {
    vertical-align: bottom;
  }
  /* Paper has nothing to scroll with, and Chromium draws hairlines there beside a shadow that lies inside. */
  @media screen {
    .region {
      /* What is hidden from the eye stays in it: beside the page it would make room for itself. */
      position: relative;
      overflow: auto;
    }
    .region.long {
      max-block-size: 40rem;
      /* On a telephone a finger must find the page beside it, to get past. */
      max-block-size: min(40rem, 70svh);
    }
    .grid thead th {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--_bg);
      border: 0;
      box-shadow: inset 0 -2px var(--_ink);
    }
    /*
     * Columns beyond an edge fade there, on any ground: the mask moves with what scrolls, and is none where nothing does, nor
     * where a browser takes this for an animation of no length. The ring of the focus would fade too.
     */
    .region:not(:focus-visible) {
      animation: beyond linear;
      animation-timeline: scroll(self inline);
    }
  }
  @keyframes beyond {
    from,
    to {
      mask: linear-gradient(90deg, #0000, #000 2rem calc(100% - 2rem), #0000) 0 / calc(100% + 2rem);
    }
    from {
      mask-position: -2rem;
    }
  }
  .grid :is(th, td):not(:last-child) {
    padding-inline-end: var(--_3);
  }
  .grid .text {
    min-inline-size: 7em;
  }
  .grid tbody th.text {
    min-inline-size: 11em;
  }
  .grid tbody th {
    font-weight: 600;
    overflow-wrap: break-word;
  }
  .grid td {
    max-inline-size: 24em;
    overflow-wrap: break-word;
  }
  .grid .date,
  .grid td.number {
    white-space: nowrap;
  }
  .grid tfoot > tr > * {
    border-block: 2px solid var(--_ink);
    border-block-end: 0;
    font-weight: 700;
  }
  .grid .badge {
    margin-inline-start: 0.25em;
  }
  .key {
    display: inline-flex;
    gap: 0.6em;
    align-items: baseline;
  }
  .key .symbol {
    align-self: center;
  }
  .sort {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    min-block-size: 2rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: inherit;
  }
  .sort:hover {
    color: var(--_accent-hover);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  /* Two carets; the one that holds stays alone. */
  .way {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.9em;
    background:
      conic-gradient(from 135deg at 50% 0, currentColor 25%, transparent 0) 0 0 / 100% 0.3em no-repeat,
      conic-gradient(from -45deg at 50% 100%, currentColor 25%, transparent 0) 0 100% / 100% 0.3em no-repeat;
    opacity: 0.55;
  }
  [aria-sort] .way {
    opacity: 1;
    background-size: 100% 0.3em, 0 0;
  }
  [aria-sort='descending'] .way {
    background-size: 0 0, 100% 0.3em;
  }
  @media (forced-colors: active) {
    .way {
      forced-color-adjust: none;
      color: ButtonText;
    }
    .grid thead th {
      border-block-end: 2px solid CanvasText;
    }
  }
  @media print {
    .grid tr {
      break-inside: avoid;
    }
    .way {
      display: none;
    }
    /* Where a head is said again on the next page, Chromium leaves out what has a box of its own. */
    .sort {
      display: contents;
    }
  }
`;
