import { css } from 'lit';

export const tableStyles = css`
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    margin-block-start: var(--_4);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .more > p,
  .note {
    margin: 0;
  }
  .list {
    margin: 0;
    padding: 0;
    columns: 16rem;
    list-style: none;
  }
  p.list {
    columns: auto;
  }
  .list > li {
    padding-block: var(--_1);
    break-inside: avoid;
  }
  .note {
    max-inline-size: 64ch;
    margin-block-start: var(--_4);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  @media print {
    .frame {
      break-inside: auto;
    }
    .more > button {
      display: none;
    }
  }
`;
