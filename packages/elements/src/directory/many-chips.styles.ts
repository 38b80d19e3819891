import { css } from 'lit';

/** Hundreds of chips have a box of their own to scroll in: what is below stays in reach. */
export const manyChipsStyles = css`
  .chips-all {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: var(--_2);
    min-inline-size: 0;
    max-block-size: 15rem;
    overflow-y: auto;
    /* Room for the rings of what has the focus. */
    margin: -5px;
    padding: 5px;
  }
  .chips-all > .chip {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .chips-find {
    flex: 0 1 24rem;
    padding-inline-start: var(--_3);
  }
  @media print {
    .chips > :not(.chips-all) {
      display: none;
    }
    .chips-all {
      max-block-size: none;
    }
  }
`;
