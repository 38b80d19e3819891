import { css } from 'lit';

/** A report on A4: no navigation, closer lines, a chapter a page, headings with what follows them. */
export const printStyles = css`
  @media print {
    .frame {
      border: 0;
      break-inside: auto;
      font-size: 10pt;
    }
    /* Printed before anybody could have asked for the rest of it, or before it came. */
    .frame:has(.room) .rest,
    .frame:has(:state(loading)) .rest {
      display: block;
    }
    .aside,
    .views,
    .place,
    .unfold,
    .readers,
    .others:not(.checks),
    .all,
    .message > .read,
    .next,
    .room + .room {
      display: none;
    }
    .unfold[aria-expanded='false'] ~ .text {
      display: block !important;
    }
    .room::before {
      content: "[…]";
    }
    .frame > .stripes,
    .frame > .title,
    .frame > .subtitle {
      margin-inline: 0;
    }
    .opening,
    .columns,
    .alone,
    .chapters {
      display: block;
      padding: var(--_3) 0 0;
    }
    .section,
    .part {
      margin-block-start: var(--_4);
      content-visibility: visible;
    }
    /* Grids overlap where a page ends. */
    .blocks {
      display: block;
    }
    .blocks > * {
      display: block;
      margin-block-start: var(--_3);
    }
    .checks:not([open]) {
      display: none;
    }
    .blocks > .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
      gap: var(--_2) var(--_4);
    }
    .tiles > * {
      min-block-size: 0;
      padding: 0;
      border: 0;
      break-inside: avoid;
      --ess-text-figure: 1.75em;
    }
    .heading {
      break-after: avoid;
    }
    .chapter {
      break-before: page;
    }
    .chapter + .chapter {
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
`;
