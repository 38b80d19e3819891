import { css } from 'lit';

/** Styles of the findings of the checks. */
export const checksPanelStyles = css`
  .findings {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_text-sm);
  }
  .findings > li {
    display: flex;
    gap: var(--_2);
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
  }
  .findings svg {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_warn);
  }
  .findings .info svg {
    color: var(--_accent);
  }
`;
