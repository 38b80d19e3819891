import { css } from 'lit';

/** What a share bar opens: under its buttons, as wide as the widget. It comes with its code. */
export const shareStyles = css`
  :is(.actions, .share-row):has(> .taken:not([hidden])) {
    flex: 1 0 100%;
  }
  .taken {
    order: 1;
    flex: 1 0 100%;
    min-inline-size: 0;
    /* A text to copy may be one long word: the page is not to grow by it. */
    contain: inline-size;
    padding: var(--_2) var(--_3);
    border-inline-start: 2px solid var(--_accent);
    background: var(--_surface-2);
    color: var(--_ink);
    font-size: 1.08em;
    line-height: 1.45;
  }
  .taken[hidden] {
    display: none;
  }
  .taken:focus {
    outline: none;
    box-shadow: none;
  }
  .taken p {
    margin: 0;
  }
  .taken .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
  }
  .taken .link {
    min-block-size: 2.25rem;
    text-align: start;
  }
  .taken .said {
    display: block;
    margin-block: var(--_1) 0;
    font-weight: 600;
  }
  .taken textarea {
    display: block;
    inline-size: 100%;
    margin-block-start: var(--_1);
    padding: var(--_2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-1);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 400;
    field-sizing: content;
    resize: vertical;
  }
`;
