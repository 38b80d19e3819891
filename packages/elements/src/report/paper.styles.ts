import { css } from 'lit';

/**
 * Styles of a report while it is being printed: closer lines, blocks two a row, and the parts that only paper has, which are
 * the cover, the contents, the sources of figures and the last page.
 */
export const paperStyles = css`
  .frame {
    position: relative;
    border: 0;
    background: none;
    font-size: 9.5pt;
  }
  .frame > :is(.stripes, .title, .subtitle) {
    margin-inline: 0;
  }
  .rest,
  .on-its-way {
    display: none !important;
  }
  .frame > .subtitle,
  .aside,
  .next,
  .others:not(.checks),
  .others.checks:not([open]) {
    display: none;
  }
  .body {
    margin-block-start: 0;
  }
  .opening,
  .columns,
  .alone,
  .chapters {
    display: block;
    padding: var(--_3) 0 0;
  }
  .opening {
    margin-block-start: var(--_5);
    border: 0;
  }
  .section,
  .part {
    margin: var(--_4) 0 0;
    padding: 0;
    content-visibility: visible;
  }
  .section > .heading,
  .part > .heading,
  .chapter > .heading,
  .intro {
    break-after: avoid;
  }
  /* The accent of a capital is higher than a line: at the head of a page it would be painted at the foot of the one before. */
  .section > .heading,
  .part > .heading,
  .chapter > .heading {
    padding-block-start: 0.25em;
  }
  .intro {
    max-inline-size: none;
    break-inside: avoid;
  }
  .heading + .text,
  .text > p:first-child {
    break-before: avoid;
  }
  /* A section begins where its first block has room, so its title and its sentences stay with that. */
  .text {
    break-inside: avoid;
    break-after: avoid;
  }
  .text > p {
    max-inline-size: none;
    line-height: 1.45;
    orphans: 3;
    widows: 3;
  }
  .sources {
    break-before: avoid;
    margin-block-start: var(--_1);
    color: var(--_ink-2);
    font-size: 9pt;
  }
  .essentials {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_3) var(--_5);
  }
  .essentials > :is(.heading, .standfirst) {
    grid-column: 1 / -1;
  }
  /* Six messages are one page. */
  .essentials > .standfirst > p {
    font-size: 12pt;
  }
  .essentials > .heading {
    font-size: 18pt;
  }
  .essentials > article > .heading {
    font-size: 12pt;
  }
  .essentials > article {
    padding-block-start: var(--_2);
    border-block-start: 1px solid var(--_ink);
    break-inside: avoid;
  }
  .essentials .read {
    margin: var(--_1) 0 0;
    color: var(--_ink-2);
    font-size: 9pt;
  }
  /* A chapter goes on where the one before ends: no page is left nearly empty. */
  .essentials {
    break-before: page;
  }
  .chapter {
    break-before: auto;
  }
  .chapter + .chapter {
    margin: var(--_3) 0 0;
    padding: var(--_2) 0 0;
    border-block-start: 2px solid var(--_accent);
  }
  /* Blocks stand two a row, as floats: where a page ends, a grid lays a block with columns over the next one. */
  .blocks {
    display: flow-root;
    margin-block-start: var(--_1);
  }
  /* Floats that come first are laid over the next block too, unless as much room as they take is kept for them. */
  .blocks.in-two::before {
    content: '';
    display: block;
    block-size: calc(var(--_first) + var(--_3));
    margin-block-end: calc(-1 * (var(--_first) + var(--_3)));
    break-inside: avoid;
  }
  .blocks > * {
    display: block;
    clear: both;
    margin-block: var(--_3) 0;
  }
  .blocks > :not(.tiles, .others, .on-its-way) {
    padding: 0;
    border: 0;
  }
  .blocks > :is(.left, .right) {
    float: left;
    inline-size: calc(50% - 4mm);
    min-block-size: var(--_row, 0);
    margin-block-end: var(--_2);
  }
  .blocks > .right {
    clear: right;
    float: right;
  }
  /* Firefox lays what follows over floats that it moves to the next page. */
  @supports (-moz-appearance: none) {
    .blocks > :is(.left, .right) {
      float: none;
      inline-size: auto;
      min-block-size: 0;
    }
    .blocks.in-two::before {
      content: none;
    }
  }
  .blocks > .short {
    break-inside: avoid;
  }
  .blocks > .tiles {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0 var(--_3);
  }
  .tiles.of-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .tiles.of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .tiles.of-4 {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  .tiles > * {
    min-block-size: 0;
    padding: 0 0 var(--_2);
    border: 0;
    break-inside: avoid;
    --ess-text-figure: 1.75em;
  }
  .others > summary {
    display: block;
    min-block-size: 0;
    color: var(--_ink);
    font-weight: 700;
    text-decoration: none;
    list-style: none;
    break-after: avoid;
  }
  .lead {
    margin-block-start: var(--_3);
    color: var(--_ink-2);
  }
  .lead p,
  .last p,
  .sources p {
    margin: 0;
  }
  .blocks > :has(+ .last) {
    break-inside: avoid;
  }
  .body .last {
    display: flex;
    gap: var(--_4);
    align-items: center;
    margin-block-start: var(--_4);
    padding-block-start: var(--_3);
    border-block-start: 1px solid var(--_line);
    /* It never stands alone on its page. */
    break-before: avoid;
    break-inside: avoid;
  }
  .last > .qr {
    flex: none;
    inline-size: 28mm;
    block-size: 28mm;
    background: #fff;
  }
  .last .heading {
    font-size: 1.375em;
  }
  .address {
    font-weight: 600;
  }
  .left-out,
  .small {
    color: var(--_ink-2);
    font-size: 9pt;
  }
  .blocks > .left-out {
    padding: var(--_2) var(--_3);
    border: 1px dashed var(--_line-strong);
    break-inside: avoid;
  }
  .incomplete {
    color: var(--_ink);
    font-weight: 600;
  }
  .left-out p {
    margin: 0;
  }
  .left-out .heading {
    font-size: 11pt;
  }
`;

/**
 * Styles of the widgets of a report while it is being printed. They take no more room than their words need, and hold on
 * screen already, since maps and charts are drawn for the width that they have there.
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
  /* The accent of a capital needs room: at the head of a page it would be painted at the foot of the one before. */
  .title,
  :host(.tile) .label {
    padding-block-start: 0.2em;
  }
  /* The cover has the stripes. Here they would be left alone at the foot of a page where a title goes to the next one. */
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
    container-type: normal !important;
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
  /* Each label stands beside its bar, however narrow, so that a category takes one line. */
  .bars {
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    row-gap: 1px;
  }
  .bars > li {
    min-block-size: 1.4em;
  }
  /* Words at the end of a line keep their size, and need room: a browser shrinks all pages where one is run over. */
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
  /* A generated space vanishes where it would begin a line. */
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
   * A list that has the width has its months beside their dates, two of these in a row. It is a grid, because no browser
   * evens out columns that go on on the next page.
   */
  :host(.list) .body {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    column-gap: var(--_3);
  }
  :host(.list) .body > * {
    grid-column: 1 / -1;
  }
  /* A month is as high as its dates, so a break after it would be a break after them. */
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
  /* A reader counts the rows of a short list at a glance. */
  :host(.short:is(ess-timeline, ess-event-agenda, [collection])) .subtitle {
    display: none;
  }
  .map,
  .map-box {
    --_map-ratio: 2.4;
  }
  /* The map is drawn for the width of the paper already. */
  .stage.printed {
    max-inline-size: none;
  }
`;

/**
 * Styles that say where tables may end on a page: with two rows at least before it, and after. `orphans` and `widows` count
 * lines, not rows. The only row of a table sets no break, because the rule would hold for the block after the table.
 */
export const paperTablesStyles = css`
  tr {
    break-inside: avoid;
  }
  thead,
  tbody > tr:first-child:not(:last-child) {
    break-after: avoid;
  }
  /* A browser asks the rows after a head too. */
  thead ~ tbody,
  thead ~ tbody > tr:first-child,
  tbody > tr:last-child:not(:first-child),
  tfoot {
    break-before: avoid;
  }
  /* A foot group would come again on every page. It stands once, under the last row. */
  tfoot {
    display: table-row-group;
  }
`;
