import { css } from 'lit';

/** The text and the figures of a report while it is being printed: closer lines, blocks two a row. */
export const paperStyles = css`
  .frame {
    position: relative;
    border: 0;
    background: none;
    font-size: 9.5pt;
  }
  .frame > :is(.stripes, .title, .subtitle) {
    margin-inline: 0;
  }
  .rest,
  .on-its-way {
    display: none !important;
  }
  .frame > .subtitle,
  .aside,
  .next,
  .opening .others:not(.checks),
  .others.checks:not([open]) {
    display: none;
  }
  .body {
    margin-block-start: 0;
  }
  .opening,
  .columns,
  .alone,
  .chapters {
    display: block;
    padding: var(--_3) 0 0;
  }
  .opening {
    margin-block-start: var(--_5);
    border: 0;
  }
  .section,
  .part {
    /* Who writes a file has them stand closer, where the last page would be left mostly blank. */
    margin: calc(var(--_4) - var(--_closer, 0mm)) 0 0;
    padding: 0;
    content-visibility: visible;
  }
  .section > .heading,
  .part > .heading,
  .chapter > .heading,
  .intro {
    break-after: avoid;
  }
  /* The accent of a capital is higher than a line: at the head of a page it would be painted at the foot of the one before. */
  .section > .heading,
  .part > .heading,
  .chapter > .heading {
    padding-block-start: 0.25em;
  }
  .intro {
    max-inline-size: none;
    break-inside: avoid;
  }
  .heading + .text,
  .text > p:first-child {
    break-before: avoid;
  }
  /* A section begins where some of what it shows has room: its title and its sentences go with that. */
  .text {
    break-inside: avoid;
    break-after: avoid;
  }
  .text > p {
    max-inline-size: none;
    line-height: 1.45;
    orphans: 3;
    widows: 3;
  }
  .sources {
    break-before: avoid;
    margin-block-start: var(--_1);
    color: var(--_ink-2);
    font-size: 9pt;
  }
  /* A chapter goes on where the one before ends: no page is left nearly empty. */
  .index,
  .index ~ .chapters {
    break-before: page;
  }
  .chapter {
    break-before: auto;
  }
  .chapter + .chapter {
    margin: var(--_3) 0 0;
    padding: var(--_2) 0 0;
    border-block-start: 2px solid var(--_accent);
  }
  /* Two a row. Floats: where a page ends, a grid lays what has columns of its own over what follows. */
  .blocks {
    display: flow-root;
    margin-block-start: var(--_1);
  }
  /* So it does where floats come first, which follow nothing: as much room as they take is kept for them. */
  .blocks.in-two::before {
    content: '';
    display: block;
    block-size: calc(var(--_first) + var(--_3));
    margin-block-end: calc(-1 * (var(--_first) + var(--_3)));
    break-inside: avoid;
  }
  .blocks > * {
    display: block;
    clear: both;
    margin-block: var(--_3) 0;
  }
  .blocks > :not(.tiles, .others, .on-its-way) {
    padding: 0;
    border: 0;
  }
  .blocks > :is(.left, .right) {
    float: left;
    inline-size: calc(50% - 4mm);
    min-block-size: var(--_row, 0);
    margin-block-end: var(--_2);
  }
  .blocks > .right {
    clear: right;
    float: right;
  }
  /* Firefox lays what follows over floats that it moves to the next page. */
  @supports (-moz-appearance: none) {
    .blocks > :is(.left, .right) {
      float: none;
      inline-size: auto;
      min-block-size: 0;
    }
    .blocks.in-two::before {
      content: none;
    }
  }
  .blocks > .short {
    break-inside: avoid;
  }
  .blocks > .tiles {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0 var(--_3);
  }
  .tiles.of-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .tiles.of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .tiles.of-4 {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  .tiles > * {
    min-block-size: 0;
    padding: 0 0 var(--_2);
    border: 0;
    break-inside: avoid;
    --ess-text-figure: 1.75em;
  }
  .others > summary {
    display: block;
    min-block-size: 0;
    color: var(--_ink);
    font-weight: 700;
    text-decoration: none;
    list-style: none;
    break-after: avoid;
  }
  .others :is(th, td) {
    padding-block: 0.15em;
    font-size: 9pt;
  }
  .others :is(th, td):nth-child(n + 3) {
    inline-size: 1px;
  }
  .others :is(thead th, td, td > strong) {
    white-space: nowrap;
  }
  .others td.number {
    white-space: normal;
  }
  .others th[scope='row'] {
    inline-size: 46%;
  }
  .others br {
    display: none;
  }
  /* A box of its own may begin a line, which a word right after another may not: the labels keep their width. */
  .others small {
    display: inline-block;
    margin-inline-start: 0.5em;
    font-size: 9pt;
  }
`;
