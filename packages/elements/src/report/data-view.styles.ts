import { css } from 'lit';

/** Styles of the data view: its fields in a row, its table under them. */
export const dataStyles = css`
  .data-filters {
    display: grid;
    grid-template-columns: minmax(12rem, 2fr) repeat(2, minmax(10rem, 1fr));
    gap: var(--_3);
    margin-block: var(--_4) var(--_3);
  }
  .data-filters label {
    display: grid;
    gap: var(--_1);
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  .data-filters :is(input, select) {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: 1rem;
  }
  /* Fifty rows are a page of their own: they need no window within the page. */
  .data .region.long {
    max-block-size: none;
  }
  .count {
    margin: 0 0 var(--_3);
    color: var(--_ink-2);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    margin-block-start: var(--_3);
  }
  .more p {
    margin: 0;
    color: var(--_ink-2);
  }
  @container (max-width: 40em) {
    .data-filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
