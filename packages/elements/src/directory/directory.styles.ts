import { type CSSResult, css } from 'lit';

/** Styles of the search, the filters, the rows and the table of a directory. */
export const directoryStyles: CSSResult = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    margin-block-end: var(--_4);
  }
  .search {
    position: relative;
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .search > svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_3);
    margin-block: auto;
    color: var(--_ink-2);
    pointer-events: none;
  }
  input,
  select {
    min-block-size: var(--_target);
    max-inline-size: 100%;
    margin: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  input {
    inline-size: 100%;
    padding-inline: 2.5rem var(--_3);
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  select {
    padding-inline: var(--_3) var(--_2);
  }
  .open-filters {
    display: none;
  }
  .pressed {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .chips {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .chip {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: max(2.25rem, 36px);
    padding: 0 var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: 999px;
    background: var(--_surface);
    font-size: var(--_text-sm);
    line-height: 1.2;
    text-align: start;
  }
  .chip:hover {
    background: var(--_surface-2);
  }
  .chip.pressed {
    background: var(--_accent-soft);
    font-weight: 700;
  }
  .chip-count {
    color: var(--_ink-2);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .chip:focus-visible {
    border-radius: 999px;
  }
  .hint,
  .count,
  .place {
    margin: 0 0 var(--_2);
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  .count {
    text-wrap: balance;
  }
  .count strong {
    color: var(--_ink);
  }
  .group {
    margin: var(--_4) 0 var(--_1);
    font-weight: 700;
  }
  .group:first-child {
    margin-block-start: 0;
  }
  .rows {
    margin: 0;
    padding: 0;
    border-block-start: 1px solid var(--_line);
    list-style: none;
  }
  .row {
    position: relative;
    display: flex;
    gap: var(--_3);
    align-items: flex-start;
    padding: var(--_3) var(--_2) var(--_3) var(--_3);
    border-block-end: 1px solid var(--_line);
  }
  .row > .symbol {
    margin-block-start: 0.2em;
    font-size: 1.0625em;
  }
  .row-text {
    flex: 1;
    min-inline-size: 0;
  }
  .row.selected {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .row:hover:not(.selected) {
    background: var(--_surface-2);
  }
  .name {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 700;
    text-align: start;
  }
  .row:hover .name {
    color: var(--_accent-hover);
  }
  /* The whole row is the target; links inside it stay above. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .name:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .name:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_focus-halo);
  }
  .detail {
    margin: 0;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
  }
  .about {
    position: relative;
    margin-block-start: var(--_2);
    font-size: var(--_text-sm);
    pointer-events: none;
  }
  .about p {
    margin: 0 0 var(--_1);
  }
  .about .share {
    pointer-events: auto;
  }
  .about a {
    display: inline-block;
    margin-inline-end: var(--_3);
    padding-block: var(--_1);
    pointer-events: auto;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
    justify-content: space-between;
    padding-block-start: var(--_3);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .paper {
    display: none;
  }

  @container (max-width: 30em) {
    .search {
      flex-basis: 100%;
    }
    .open-filters {
      display: inline-flex;
    }
    .open-filters,
    .near {
      /* As wide as their words, so that both stand on one line where letters are not very large. */
      flex: 1 1 auto;
      padding-inline: var(--_2);
    }
    .filters:not(.open) > :is(select, .chips) {
      display: none;
    }
    .filters > select {
      flex: 1 1 100%;
      order: 1;
    }
    .filters > .chips {
      order: 2;
    }
  }

  @media (forced-colors: active) {
    .pressed,
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .name:focus-visible::after {
      outline-color: Highlight;
      box-shadow: none;
    }
  }

  @media print {
    .filters > :not(.chips),
    .hint,
    .screen {
      display: none !important;
    }
    /* The legend of the symbols. */
    .filters > .chips:not([hidden]) {
      display: flex;
    }
    .chip {
      min-block-size: 0;
      padding: 0 var(--_3) 0 0;
      border: 0;
    }
    .paper {
      display: inline;
    }
    .frame {
      break-inside: auto;
    }
    .rows {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(16em, 1fr));
      column-gap: var(--_4);
    }
    .row {
      break-inside: avoid;
    }
  }
  /* Hundreds of chips have a box of their own to scroll in: what is below stays in reach. */
  .chips-all {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: var(--_2);
    min-inline-size: 0;
    max-block-size: 15rem;
    overflow-y: auto;
    /* Room for the rings of what has the focus. */
    margin: -5px;
    padding: 5px;
  }
  .chips-all > .chip {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .chips-find {
    flex: 0 1 24rem;
    padding-inline-start: var(--_3);
  }
  @media print {
    .chips > :is(.chips-find, .link) {
      display: none;
    }
    .chips-all {
      max-block-size: none;
    }
  }
  /* The parts of the world beyond a map, under its numbers. */
  .count > .chips {
    margin-block: var(--_2);
  }
  .chip[hidden] {
    display: none;
  }
`;
