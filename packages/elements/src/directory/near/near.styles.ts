import { css } from 'lit';

/** Under the row of the search: what may be meant, then the place and its radius, then the chips of the directory. */
export const nearStyles = css`
  .suggestions,
  .around {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    order: 1;
    gap: var(--_2);
    align-items: center;
    min-inline-size: 0;
  }
  .around {
    gap: var(--_1) var(--_3);
  }
  .around > strong {
    overflow-wrap: anywhere;
  }
  .unplaced {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .filters > .chips {
    order: 2;
  }
  .distance {
    white-space: nowrap;
  }
`;
