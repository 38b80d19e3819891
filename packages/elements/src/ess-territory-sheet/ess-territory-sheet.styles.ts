import { css } from 'lit';

/** Parts side by side where there is room, each a list with rules between its lines. */
export const territorySheetStyles = css`
  /* One bar: a sheet that waits for a choice says one sentence, and is no higher before it does. */
  .skeleton {
    block-size: 1.25rem;
  }
  .parts {
    display: grid;
    gap: var(--_5) var(--_6);
    grid-template-columns: minmax(0, 1fr);
  }
  .heading {
    margin: 0 0 var(--_1);
    padding-block-end: var(--_2);
    border-block-end: 2px solid var(--_ink);
    font-size: 1em;
    font-weight: 700;
    line-height: 1.3;
  }
  .heading .count {
    font-variant-numeric: lining-nums tabular-nums;
  }
  .population {
    margin: 0 0 var(--_4);
    font-size: var(--_text-sm);
  }
  .named,
  .none,
  .choose {
    margin: var(--_2) 0 0;
    max-inline-size: 64ch;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .colleges,
  .lines {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .colleges {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    padding-block: var(--_2);
    font-size: var(--_text-sm);
  }
  .colleges > li {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
  }
  .line {
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
  }
  .line > p {
    margin: 0;
  }
  .about {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .value {
    font-weight: 700;
    font-variant-numeric: lining-nums tabular-nums;
  }
  summary {
    display: list-item;
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.45em) / 2);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .origin {
    margin: var(--_2) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
  }
  /* One under another in each column: a short part leaves no hole beside a long one. */
  @container (min-width: 44rem) {
    .parts {
      display: block;
      columns: 2;
      column-gap: var(--_6);
    }
    .section {
      break-inside: avoid;
      padding-block-end: var(--_5);
    }
  }
  @media print {
    .parts {
      display: block;
    }
    .section {
      margin-block-end: var(--_5);
    }
    .heading {
      break-after: avoid;
    }
    .line {
      break-inside: avoid;
    }
    summary {
      display: none;
    }
  }
`;
