import { css } from 'lit';

export const filtersStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
    gap: var(--_3);
    align-items: end;
    margin-block-end: var(--_5);
    padding: var(--_3) var(--_4) var(--_4);
    background: var(--_surface-2);
    border-radius: var(--_radius-2);
  }
  .filters > p {
    margin: 0;
    font-size: var(--_text-sm);
  }
  .field {
    display: grid;
    gap: var(--_1);
    min-inline-size: 0;
  }
  .field > label {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .field > select {
    inline-size: 100%;
    min-block-size: var(--_target);
    margin: 0;
    padding-inline: var(--_3) var(--_2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    text-overflow: ellipsis;
  }
  .field > .pressed {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 700;
  }
  .clear {
    padding-inline: var(--_3);
  }
  @media (forced-colors: active) {
    .field > .pressed {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .filters {
      display: none;
    }
  }
`;
