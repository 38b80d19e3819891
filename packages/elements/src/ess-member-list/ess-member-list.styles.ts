import { css } from 'lit';

/** Alone, the directory takes two columns where there is room. */
export const memberListStyles = css`
  @container (min-width: 48em) {
    .rows {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: var(--_5);
    }
  }
`;
