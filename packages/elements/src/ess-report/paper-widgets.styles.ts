import { css } from 'lit';

/**
 * The widgets of a report while it is being printed: no more room than their words need, and on screen already what paper
 * shows, since maps and charts are drawn for the width that they have there.
 */
export const paperWidgetsStyles = css`
  .frame {
    display: block;
    --_text-xs: 9pt;
    --_text-sm: 9pt;
    font-size: 9pt;
    line-height: 1.25;
  }
  .actions,
  .controls,
  .filters,
  .tabs,
  .skip,
  .below {
    display: none !important;
  }
  /* Left alone at the foot of a page where a title goes to the next one. The cover has them. */
  .stripes {
    display: none;
  }
  .title,
  .subtitle,
  .group,
  .list-head {
    break-after: avoid;
  }
  .label,
  .period,
  .start,
  .frame small {
    font-size: 9pt;
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
    font-size: 9pt;
  }
  .badge {
    min-block-size: 0;
    padding-block: 0.1em;
    font-size: 9pt;
  }
  th,
  td {
    padding-block: 0.15em;
    font-size: 9pt;
  }
  .grid :is(th, td).text {
    min-inline-size: 0;
    max-inline-size: none;
  }
  /* Beside its bar, however narrow: a line a category. */
  .bars {
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    row-gap: 1px;
  }
  .bars > li {
    min-block-size: 1.4em;
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
    font-size: 9pt;
  }
  .row .ref {
    font-size: inherit;
  }
  .row > .date {
    display: block;
    padding-block-start: 0.15em;
    font-size: 9pt;
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
