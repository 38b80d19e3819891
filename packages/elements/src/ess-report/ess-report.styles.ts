import { css } from 'lit';

/** Serif titles, a measure that is read easily, the contents beside the text where there is room. */
export const reportStyles = css`
  :host {
    --_serif: var(
      --ess-font-title,
      'Iowan Old Style',
      'Palatino Linotype',
      Palatino,
      'URW Palladio L',
      P052,
      'Noto Serif',
      Georgia,
      serif
    );
  }
  .frame {
    padding: 0;
    /* A clipped box is no anchor of scrolling: a report would move under its reader while figures come. */
    overflow-x: visible;
  }
  slot[name='logo']::slotted(*) {
    align-self: start;
    max-inline-size: min(18rem, 100% - 2 * var(--_6));
    max-block-size: 5rem;
    margin: var(--_6) var(--_6) 0;
  }
  .frame > .stripes {
    margin: var(--_6) var(--_6) var(--_3);
  }
  .frame > .title {
    margin-inline: var(--_6);
    font-family: var(--_serif);
    font-size: clamp(1.75em, 1.2em + 2.6cqi, 3.25em);
    line-height: 1.1;
    max-inline-size: 20em;
  }
  .frame > .subtitle {
    margin: var(--_4) var(--_6) 0;
    max-inline-size: 34em;
    font-size: 1em;
    line-height: 1.5;
  }
  .body {
    margin-block-start: var(--_6);
  }
  .body > :is(.notice, .loading, .skeleton) {
    margin-inline: var(--_6);
  }
  .opening {
    padding: var(--_5) var(--_6);
    border-block: 1px solid var(--_line);
  }
  .columns {
    padding: var(--_5) var(--_6) var(--_6);
  }
  .alone {
    padding: 0 var(--_6) var(--_6);
  }
  .frame > .foot {
    padding: var(--_4) var(--_6);
  }
  /* The bar of the views stays in view on a phone, and covers what is scrolled under it. */
  .title,
  .heading {
    scroll-margin-block-start: calc(var(--_bar, 0px) + var(--_4));
  }
  .heading {
    margin: 0;
    font-family: var(--_serif);
    font-weight: 700;
    line-height: 1.25;
    color: var(--_ink);
    text-wrap: balance;
  }
  /* The focus is there for whoever hears or goes on by keyboard; nobody pressed a title, on the screen or on paper. */
  [tabindex='-1']:focus {
    outline: none;
    box-shadow: none;
  }
  .number {
    font-variant-numeric: lining-nums;
  }
  .heading > .number {
    margin-inline-end: 0.15em;
    font-weight: 400;
    color: var(--_ink-2);
  }
  /* A long word of a title stays whole on a phone, whose serif may be wide. */
  .chapter > .heading {
    font-size: min(1.875em, 8.4cqi);
  }
  .chapter > .heading > .number {
    color: var(--_accent);
    font-size: 1.25em;
    font-weight: 700;
  }
  .section > .heading {
    font-size: 1.375em;
  }
  .part > .heading {
    font-size: 1.1875em;
  }
  .intro {
    margin: var(--_3) 0 0;
    max-inline-size: 34em;
    font-family: var(--_serif);
    font-size: 1.1875em;
    line-height: 1.5;
    color: var(--_ink-2);
  }
  .chapter + .chapter {
    margin-block-start: var(--_6);
    padding-block-start: var(--_6);
    border-block-start: 1px solid var(--_line);
  }
  .section {
    margin-block-start: var(--_6);
    /*
     * Each is laid out by itself, at its own height: a guess in its place would move what a reader jumps to. Nor is it skipped
     * at the height that it has had (content-visibility): Chromium leaves its headings out of the accessibility tree.
     */
    contain: layout style;
  }
  .part {
    margin-block-start: var(--_6);
  }
  .text > p {
    margin: var(--_3) 0 0;
    max-inline-size: 64ch;
    line-height: 1.6;
  }
  button.figure {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 700;
    font-variant-numeric: lining-nums;
    color: var(--_ink);
    text-decoration: underline dotted var(--_accent) 2px;
    text-underline-offset: 0.2em;
    text-align: start;
  }
  button.figure:hover,
  button.figure[aria-expanded='true'] {
    color: var(--_accent);
  }
  .missing {
    color: var(--_ink-2);
    font-style: italic;
  }
  .text > .card {
    margin-block-start: var(--_3);
    max-inline-size: 48rem;
  }
  .blocks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_5);
    margin-block-start: var(--_5);
  }
  .blocks:empty {
    display: none;
  }
  /* The elements of a report have no box of their own, and its titles: the stripes are above that of the whole. */
  .blocks > * {
    --ess-stripes: none;
    --ess-border: 0;
    --ess-pad: 0;
    --ess-bg: transparent;
    --ess-font-title: var(--_serif);
  }
  .share-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    margin-block-start: var(--_2);
    font-size: var(--_text-xs);
  }
  .blocks > :not(.tiles, .share-row, .others, .room) {
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_line);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    gap: var(--_4) var(--_5);
  }
  .tiles > * {
    display: block;
    min-block-size: 10.5rem;
    --ess-text-figure: clamp(1.75em, 1.2em + 8cqi, 2.75em);
  }
  .others > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }
  p.others {
    margin: 0;
    font-size: var(--_text-sm);
  }
  p.others > a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  .next {
    margin: var(--_6) 0 0;
    text-align: end;
  }
  @container (min-width: 56em) {
    .columns {
      display: grid;
      grid-template-columns: 15rem minmax(0, 1fr);
      padding: 0;
    }
    .aside {
      /* As high as the text beside it, and still: the browser would take it for what the reader looks at. */
      overflow-anchor: none;
      padding: var(--_5) var(--_3) var(--_5) var(--_5);
      border-inline-end: 1px solid var(--_line);
    }
    .sticky {
      --_top: var(--_3);
      position: sticky;
      inset-block-start: var(--_top);
      max-block-size: calc(100vh - var(--_top) - var(--_3));
      display: flex;
      flex-direction: column;
      padding: 4px;
    }
    .contents {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    /* All of it is open, and follows the reader: rows that open and close while somebody scrolls would move the others. */
    .sticky .contents > ol {
      overflow-y: auto;
      overscroll-behavior: contain;
      /* A bar that takes room of its own stands beside the titles: they need all of theirs. */
      scrollbar-width: thin;
      margin-inline-end: calc(-1 * var(--_3));
    }
    .contents li > ol {
      display: block !important;
    }
    .tools {
      flex-direction: column;
      align-items: flex-start;
    }
    .chapters {
      padding: var(--_5) var(--_6) var(--_6);
    }
  }
  @container (max-width: 30em) {
    .frame > .stripes,
    .frame > .title,
    .frame > .subtitle {
      margin-inline: var(--_4);
    }
    /* Two lines, as most titles have there: what stands below does not move when it comes. */
    .frame > .title {
      min-block-size: 2.2em;
    }
    .opening,
    .columns,
    .alone,
    .frame > .foot {
      padding-inline: var(--_4);
    }
    .tiles {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .tiles > * {
      min-block-size: 8.5rem;
      padding-block: var(--_3);
      border-block-end: 1px solid var(--_line);
    }
  }
  /* Paper has the publisher on its cover, and nothing to press. */
  @media print {
    .frame > .foot {
      display: none;
    }
  }
`;
