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
  .filters:not(:has(> [part='legend'])),
  .filters > :not([part='legend']),
  .tabs,
  .skip,
  .below {
    display: none !important;
  }
  /* Room for the accent of a capital: at the head of a page it would be painted at the foot of the one before. */
  .title,
  :host(.tile) .label {
    padding-block-start: 0.2em;
  }
  /* Left alone at the foot of a page where a title goes to the next one. The cover has them. */
  .stripes {
    display: none;
  }
  .title,
  .subtitle,
  p.group,
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
    max-inline-size: none;
  }
  .body {
    margin-block-start: var(--_2);
  }
  /* Figures of a row stand on one line, however long the words above them are. */
  :host(.tile) {
    display: grid !important;
    grid-row: span 4;
    grid-template-rows: subgrid;
    container-type: normal;
  }
  :host(.tile) .frame {
    display: grid;
    grid-row: 1 / -1;
    grid-template-rows: subgrid;
  }
  :host(.tile) .label {
    align-self: end;
    text-wrap: wrap;
  }
  :host(.tile) .foot {
    align-self: start;
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
  /* A shadow is painted as a picture, with a hairline at its side. */
  .grid thead th {
    box-shadow: none;
    border-block-end: 2px solid var(--_ink);
  }
  .way {
    display: none;
  }
  .sort {
    display: contents;
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
  /* Words at the end of a line are as large as those around them: a page that is run over is made smaller, with all others. */
  .plot .end {
    max-inline-size: calc(var(--_labels) - 1.75em);
  }
  .keys {
    margin-block-end: var(--_1);
  }
  .keys + .bars {
    row-gap: var(--_1);
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
  p.group {
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
    font-size: 9pt;
  }
  .row .ref {
    display: inline;
    margin: 0;
    font-size: inherit;
    white-space: nowrap;
  }
  /* Spaces, which a line that they begin does not have. */
  .row :is(.detail, .about, .ref)::before {
    content: ' ';
    white-space: normal;
  }
  .events > .row {
    grid-template-columns: 6em minmax(0, 1fr);
    gap: var(--_3);
  }
  .steps > .row {
    grid-template-columns: 4.25em 1em minmax(0, 1fr);
    column-gap: var(--_2);
  }
  .steps > .row::before {
    inset-inline-start: calc(4.75em + var(--_2) - 1px);
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
    white-space: nowrap;
  }
  /* The month begins a line where it has to; the days of a range stay together. */
  .row > .date > [aria-hidden] {
    display: inline-block;
  }
  /*
   * A list that has the width: its months beside their dates, two of these in a row. Columns that go on on the next page
   * are evened out by no browser.
   */
  :host(.list) .body {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    column-gap: var(--_3);
  }
  :host(.list) .body > * {
    grid-column: 1 / -1;
  }
  /* It is as high as they are: to go on after it is to go on after them. */
  :host(.list) .group {
    grid-column: 1;
    margin: var(--_1) 0 0;
    break-after: auto;
  }
  :host(.list) :is(.steps, .events) {
    grid-column: 2;
  }
  :host(.list) :is(.steps, .events),
  .rows {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    column-gap: 8mm;
    align-content: start;
  }
  :host(.list) :is(.steps, .events):not(:has(> :nth-child(2))) {
    grid-template-columns: minmax(0, 1fr);
  }
  /* The name of a month stays with what it names. */
  :host(.list) :is(.steps, .events):not(:has(> :nth-child(9))) {
    break-inside: avoid;
  }
  /* Two rows at least before a page ends, and after. */
  .rows > :first-child:not(:nth-last-child(-n + 2)) {
    break-after: avoid;
  }
  .rows > :last-child,
  .foot > :first-child {
    break-before: avoid;
  }
  /* How many rows a short list has, everybody sees. */
  :host(.short:is(ess-timeline, ess-event-agenda, [collection])) .subtitle {
    display: none;
  }
  .map,
  .map-box {
    --_map-ratio: 2.4;
  }
  /* Drawn for the width of the paper already. */
  .stage.printed {
    max-inline-size: none;
  }
`;
