import { css } from 'lit';

/**
 * The widgets of a report while it is being printed: no more room than their words need, and on screen already what paper
 * shows, since maps and charts are drawn for the width that they have there.
 */
export const paperWidgetsStyles = css`
  .frame {
    display: block;
    font-size: 8pt;
    line-height: 1.3;
  }
  .actions,
  .controls,
  .filters,
  .tabs,
  .skip,
  .below {
    display: none !important;
  }
  .stripes {
    inline-size: 1.4rem;
    block-size: 6px;
    margin-block-end: 2px;
    border-block-width: 1px;
  }
  .stripes::after {
    inset-block-start: 1.5px;
    border-block-start-width: 1px;
  }
  .stripes,
  .title,
  .subtitle,
  .group,
  .list-head {
    break-after: avoid;
  }
  .subtitle {
    margin-block-start: 0;
  }
  .body {
    margin-block-start: var(--_2);
  }
  .frame > .foot {
    padding-block-start: var(--_1);
    border: 0;
  }
  .body + .foot {
    margin-block-start: 0;
  }
  .foot {
    break-before: avoid;
    gap: 0 var(--_2);
    font-size: 7pt;
  }
  .badge {
    min-block-size: 0;
    padding-block: 0.1em;
    font-size: 6.5pt;
  }
  th,
  td {
    padding-block: 0.15em;
    font-size: 7.5pt;
  }
  .grid :is(th, td).text {
    min-inline-size: 0;
    max-inline-size: none;
  }
  .split,
  .panel[hidden] {
    display: block;
  }
  .map-box,
  .stage {
    break-inside: avoid;
  }
  .list-panel {
    display: block;
    min-block-size: 0;
  }
  .scroller {
    overflow: visible;
  }
  .group {
    margin: var(--_2) 0 var(--_1);
  }
  .row {
    padding-block: 0.15em;
    break-inside: avoid;
  }
  .row :is(.name, .detail, .about) {
    display: inline;
    min-block-size: 0;
  }
  .row :is(.detail, .about) {
    margin-inline-start: 0.35em;
    font-size: 0.9em;
  }
  .row .ref {
    font-size: inherit;
  }
  .row > .date {
    display: block;
    padding-block-start: 0.15em;
    font-size: 0.9em;
  }
  .row > .date > b {
    margin-inline-end: 0.3em;
    font-size: 1em;
    line-height: inherit;
  }
  /* A list that has the width: two columns of its own, on one page, since no browser evens out columns that go on. */
  :host(.list) .body {
    columns: 2;
    column-gap: 8mm;
    break-inside: avoid;
  }
  /* A directory may be longer than that: two rows beside each other, under a map as low as the region allows. */
  :host(.map) .body {
    columns: auto;
    break-inside: auto;
  }
  .map,
  .map-box {
    --_map-ratio: 2.4;
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    column-gap: 8mm;
  }
`;
