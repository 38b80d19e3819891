import { css } from 'lit';
import { contentStyles } from '../base/content.styles.ts';
import { datedStyles } from '../views/dated.styles.ts';

export const agendaStyles = css`
  ${contentStyles}
  ${datedStyles}
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_5);
    justify-content: flex-end;
    margin-block: calc(-1 * var(--_3)) var(--_2);
    font-size: var(--_text-sm);
  }
  .tools .link,
  .add {
    min-block-size: var(--_target);
  }
  .add {
    align-self: start;
    justify-content: end;
    inline-size: var(--_target);
    margin-block: calc(-1 * var(--_2));
  }
  .group {
    margin: var(--_5) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    font-weight: 700;
  }
  :is(.tools, .filters, .none-ahead) + .group,
  .body > .group:first-child {
    margin-block-start: 0;
  }
  .none-ahead {
    display: flex;
    gap: var(--_3);
    align-items: center;
    margin: 0 0 var(--_5);
    padding-block-end: var(--_4);
    border-block-end: 1px solid var(--_line);
  }
  .none-ahead > svg {
    flex: none;
    color: var(--_line-strong);
  }
  .none-ahead strong,
  .soon {
    color: var(--_ink);
  }
  .events {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: 5.5em 1fr auto;
    gap: var(--_4);
    padding-block: var(--_3);
    border-block-end: 1px solid var(--_line);
  }
  .row.selected {
    margin-inline: calc(-1 * var(--_2));
    padding-inline: calc(var(--_2) - 3px) var(--_2);
    border-inline-start: 3px solid var(--_accent);
    background: var(--_accent-soft);
  }
  .date {
    justify-items: center;
    padding-inline: 0 var(--_1);
    border-inline-end: 1px solid var(--_line);
    text-align: center;
  }
  .date b {
    font-size: 1.75em;
  }
  .date:is(.range, .month, .year) b {
    font-size: 1.25em;
    line-height: 1.5;
  }
  .name {
    font-weight: 700;
  }
  .about {
    margin: var(--_1) 0 0;
  }
  .undecided,
  .none-ahead {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .tag {
    color: var(--_ink-2);
  }
  .ref {
    margin-inline-start: 0.5em;
  }
  .selected .ref {
    color: var(--_ink-2);
  }
  .select {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline 1px var(--_line-strong);
    text-underline-offset: 0.25em;
  }
  .select:hover {
    color: var(--_accent-hover);
    text-decoration-color: currentColor;
  }
  .undecided {
    margin-block: var(--_4) 0;
  }
  @container (max-width: 30em) {
    .row {
      grid-template-columns: 3.75em 1fr auto;
      gap: var(--_2);
    }
    .date.range b {
      font-size: 1.1em;
    }
  }
  /* Where letters are large beside the place, the date stands above its words. */
  @container (max-width: 16em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      row-gap: 0;
    }
    .date {
      display: flex;
      gap: 0.375em;
      align-items: baseline;
      padding: 0;
      border: 0;
    }
    .add {
      grid-area: 1 / 2;
    }
    .what {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .row.selected {
      border-color: Highlight;
    }
  }
  @media print {
    .tools,
    .add {
      display: none;
    }
  }
`;
