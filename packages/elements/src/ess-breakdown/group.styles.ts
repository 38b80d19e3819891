import { css } from 'lit';

/** Groups of bars: the bars of a category touch its one line of zero. */
export const groupStyles = css`
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    margin: 0 0 var(--_4);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .keys + .bars {
    row-gap: var(--_3);
  }
  .group .track {
    block-size: auto;
    min-block-size: 1.375em;
  }
  .group .bar {
    box-sizing: border-box;
    block-size: 1em;
    border-radius: 0;
  }
  .group .track ~ .track strong {
    font-weight: 400;
  }
  .bars > li:has(.group) {
    break-inside: avoid;
  }
  .wide.four tr {
    grid-template-columns: repeat(4, 1fr);
  }
`;
