import { css } from 'lit';

/** Styles shared by the rows of an agenda and the steps of a timeline: the date block, tags, the rest below. */
export const datedStyles = css`
  .date {
    display: grid;
    align-content: start;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.3;
    overflow-wrap: normal;
  }
  .date b {
    color: var(--_ink);
    line-height: 1.15;
  }
  .what {
    min-inline-size: 0;
  }
  .name {
    margin: 0;
    line-height: 1.35;
  }
  .about,
  .more {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .tag {
    display: inline-block;
    margin-inline-end: 0.25em;
    padding: 0 0.45em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-1);
    background: var(--_surface);
    font-size: var(--_text-xs);
    font-weight: 600;
    line-height: 1.5;
  }
  .tag.planned {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .tag:is(.was-planned, .check-date, .check-status) {
    border-style: dashed;
  }
  .tag:is(.check-date, .check-status) {
    border-color: var(--_warn);
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .ref {
    display: inline-block;
    color: var(--_ink-3);
    font-size: var(--_text-xs);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    margin-block: var(--_4) 0;
  }
  .more > p {
    margin: 0;
  }
  @media print {
    .frame {
      break-inside: auto;
    }
    .row {
      break-inside: avoid;
    }
    .group {
      break-after: avoid;
    }
    .more > button {
      display: none;
    }
  }
`;
