import { css } from 'lit';

/** The field of a combobox, and its list over what stands under it. */
export const comboboxStyles = css`
  /* Each widget is a layer of its own: the list lies over those that come after. */
  :host(:focus-within) {
    position: relative;
    z-index: 1;
  }
  .field {
    position: relative;
  }
  input {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    text-overflow: ellipsis;
  }
  .options {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-block-size: 20rem;
    margin-block-start: var(--_1);
    overflow-y: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
  }
  .options[hidden] {
    display: none;
  }
  .option {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: var(--_1) var(--_3);
    cursor: pointer;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option.active {
    background: var(--_accent-soft);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .kind {
    margin: 0;
    padding: var(--_2) var(--_3) var(--_1);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .option.active {
      outline-color: Highlight;
    }
  }
`;
