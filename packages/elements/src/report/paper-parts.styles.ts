import { css } from 'lit';

/** What only paper has: the cover, the contents, where figures come from, the last page. */
export const paperPartsStyles = css`
  .lead {
    margin-block-start: var(--_3);
    color: var(--_ink-2);
  }
  .lead p,
  .last p,
  .sources p {
    margin: 0;
  }
  /* The cover: the drawing to the edge of the paper, whose first page has no margins then. */
  .frame:has(> .ground) {
    padding-block-start: 20mm;
  }
  /* A line more under the title is taken from the drawing. */
  .frame:has(.incomplete) {
    --_told: 6mm;
  }
  .ground ~ :is(.stripes, .title, .lead) {
    position: relative;
    margin-inline: 16mm;
  }
  .ground ~ .title {
    font-size: 34pt;
  }
  .ground ~ .lead {
    font-size: 12pt;
  }
  .ground ~ .body .opening {
    margin-block-start: calc(96mm - var(--_told, 0mm));
    padding-inline: 16mm;
  }
  .ground {
    position: absolute;
    inset-block-start: calc(63mm + var(--_told, 0mm));
    inset-inline: 0;
    inline-size: 210mm;
    block-size: calc(93mm - var(--_told, 0mm));
    overflow: clip;
    print-color-adjust: exact;
  }
  /* Its first page has the margins of all (see BLED). */
  @supports (-moz-appearance: none) {
    .frame:has(> .ground) {
      padding-block-start: 4mm;
    }
    .ground ~ :is(.stripes, .title, .lead) {
      margin-inline: 0;
    }
    .ground ~ .body .opening {
      padding-inline: 0;
    }
    .ground {
      inset-block-start: calc(47mm + var(--_told, 0mm));
      inline-size: 100%;
    }
  }
  .ground path {
    fill: none;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .ground :is(.borders, .beyond, .shoal) {
    display: none;
  }
  .ground .wave {
    stroke: #eef6f7;
    stroke-width: 120;
  }
  .ground .wave-2 {
    stroke: #e1eff1;
    stroke-width: 76;
  }
  .ground .wave-3 {
    stroke: #cde3e8;
    stroke-width: 34;
  }
  .ground .land-out {
    fill: #f4f6f4;
  }
  .ground .land {
    fill: #e3f1f1;
  }
  .ground .coast {
    stroke: #5f8794;
    stroke-width: 3;
  }
  .index > .heading {
    font-size: 1.875em;
  }
  .entries {
    columns: 2;
    column-gap: 8mm;
    margin-block-start: var(--_4);
  }
  .entries-of {
    padding-block-end: var(--_3);
  }
  .entries ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* Seen by nobody: where the links of the contents lead. */
  .heading ::slotted(a) {
    display: inline-block;
    inline-size: 0;
    block-size: 1px;
  }
  .entry {
    break-inside: avoid;
    color: inherit;
    text-decoration: none;
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    margin: 0;
    padding-block: 0.1em;
    font-size: 9pt;
    line-height: 1.3;
  }
  .entry > .number {
    flex: none;
    text-align: start;
    min-inline-size: 3.4em;
    color: var(--_ink-2);
  }
  .entry > .name {
    flex: 1;
  }
  .entries-of > .entry {
    break-after: avoid;
    font-family: var(--_serif);
    font-size: 11pt;
    font-weight: 700;
  }
  /* In letters of another size, as wide as those of the sections. */
  .entries-of > .entry > .number {
    min-inline-size: 2.67em;
  }
  .entries-of > ul > li > .entry {
    font-weight: 600;
  }
  .entry > .page {
    min-inline-size: 2em;
    text-align: end;
    font-weight: 400;
    font-variant-numeric: lining-nums tabular-nums;
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
    /* Never alone on its page. */
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
