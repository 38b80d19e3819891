import { css } from 'lit';

/** The views of a report with a story: the bar between them, the overview, and a chapter in short. */
export const viewsStyles = css`
  .views {
    display: flex;
    gap: var(--_1) var(--_4);
    padding: 0 var(--_6);
    border-block: 1px solid var(--_line);
    overflow-x: auto;
    scrollbar-width: none;
    background: var(--_bg);
  }
  .views a {
    flex: none;
    /* A number and a title are two words for whoever hears them: parts of a flex box are not. */
    display: block;
    min-block-size: var(--_target);
    line-height: calc(var(--_target) - 3px);
    border-block-end: 3px solid transparent;
    color: var(--_ink-2);
    text-decoration: none;
  }
  .views a:hover {
    color: var(--_ink);
    border-color: var(--_line-strong);
  }
  .views [aria-current='page'] {
    border-color: var(--_accent);
    color: var(--_ink);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .views a:not([aria-current='page']) {
      border-color: Canvas;
    }
  }
  .overview,
  .data {
    padding: var(--_5) var(--_6) var(--_6);
  }
  .standfirst {
    max-inline-size: 44em;
  }
  .standfirst > p {
    margin: 0 0 var(--_2);
    font-family: var(--_serif);
    font-size: clamp(1.1875em, 1em + 0.8cqi, 1.5em);
    line-height: 1.45;
    text-wrap: pretty;
  }
  .standfirst > .signed {
    font: inherit;
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  .messages {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18.5rem, 100%), 1fr));
    gap: var(--_6);
    margin-block-start: var(--_5);
  }
  /* Title, picture, text and link stand on the lines of their neighbours. */
  .message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* A letter with a hundred marks is one sign, which no rule breaks. */
    overflow-x: clip;
    overflow-clip-margin: 4px;
    grid-row: span 4;
    grid-template-rows: subgrid;
    gap: var(--_3);
    align-content: start;
    padding-block-start: var(--_4);
    border-block-start: 2px solid var(--_ink);
  }
  .message > .heading {
    font-size: 1.3125em;
  }
  .message > .blocks {
    margin: 0;
  }
  .message > .blocks > :not(.room) {
    padding: 0;
    border: 0;
  }
  /* The finding above is the title of the picture too: it has it for its files, and for other pages. */
  .message > .blocks > ::part(title) {
    display: none;
  }
  .message .tiles {
    align-content: start;
  }
  .message > .text > p {
    margin: 0;
  }
  .message > .read {
    margin: 0;
    font-size: var(--_text-sm);
  }
  .unfold {
    display: none;
  }
  /* A phone shows what was found and its picture; the text is one press away, and the ways on are one list. */
  @container (max-width: 40em) {
    .messages {
      gap: var(--_4);
      margin-block-start: var(--_4);
    }
    .message {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      padding-block-start: var(--_3);
    }
    .message > .heading {
      font-size: 1.125em;
    }
    .message > .blocks > ::part(foot) {
      gap: 0 var(--_3);
      margin: 0;
      padding: 0;
      border: 0;
    }
    .message > .blocks > ::part(body) {
      margin-block-start: var(--_2);
    }
    .standfirst > p {
      margin-block-end: var(--_1);
      font-size: 1.0625em;
    }
    .overview {
      padding-block-start: var(--_3);
    }
    .overview :is(.readers, .all) {
      margin-block-start: var(--_4);
    }
    .unfold {
      display: flex;
      min-block-size: 2.25rem;
      font-size: var(--_text-sm);
    }
    .unfold[aria-expanded='false'] ~ :is(.text, .read) {
      display: none;
    }
    .overview > .doors {
      gap: 0;
      margin-block-start: var(--_4);
      padding: 0;
    }
    .door {
      border-block-end: 1px solid var(--_line);
    }
    .door > a {
      display: flex;
      gap: 0.4em;
      align-items: center;
      font-size: 1em;
    }
    .door > p {
      display: none;
    }
    .overview .ways {
      grid-template-columns: 1fr 1fr;
      gap: 0 var(--_4);
      margin-block-start: 0;
    }
    .overview .way {
      border-width: 0 0 1px;
      padding-inline: 0;
    }
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_5);
    margin-block-start: var(--_6);
    padding-block-start: var(--_5);
    border-block-start: 1px solid var(--_line);
  }
  .door > a {
    display: inline-block;
    min-block-size: var(--_target);
    font-family: var(--_serif);
    font-size: 1.25em;
    font-weight: 700;
  }
  .door > a > .number {
    font-weight: 400;
  }
  .door > p {
    margin: 0;
    line-height: 1.5;
  }
  .readers {
    margin-block-start: var(--_6);
  }
  .readers > .heading {
    font-size: 1.3125em;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_3) var(--_5);
    align-items: start;
    /* The others stay side by side over the one that is open. */
    grid-auto-flow: dense;
    margin-block-start: var(--_3);
  }
  .way {
    border: 1px solid var(--_line);
    padding-inline: var(--_3);
    /* A letter with a hundred marks is one sign, which no rule breaks. */
    overflow-x: clip;
  }
  .way > summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    cursor: pointer;
  }
  .way > summary {
    font-weight: 600;
  }
  .way[open] {
    grid-column: 1 / -1;
  }
  .way > .blocks {
    margin-block-start: var(--_2);
  }
  .links {
    columns: 18rem auto;
    margin: var(--_3) 0;
    padding: 0;
    list-style: none;
  }
  .links > li {
    padding-block: var(--_1);
    break-inside: avoid;
  }
  .all {
    margin: var(--_6) 0 0;
  }
  .thesis > p {
    margin: 0;
    max-inline-size: 32em;
    font-family: var(--_serif);
    font-size: clamp(1.25em, 1em + 1.2cqi, 1.75em);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .brief > :is(.section, .step) {
    margin-block-start: var(--_6);
    padding-block-start: var(--_5);
    border-block-start: 1px solid var(--_line);
  }
  .step > .heading {
    font-size: 1.375em;
  }
  .step .part {
    margin-block-start: var(--_4);
  }
  .step .part > .heading {
    font-size: 1em;
  }
  .step .part > .text > p {
    margin-block-start: var(--_2);
  }
  .step > .blocks {
    margin-block-start: var(--_4);
  }
  .step > .chart > * {
    padding: 0;
    border: 0;
  }
  .names,
  .near {
    font-size: var(--_text-sm);
    line-height: 1.5;
  }
  .blocks > .names {
    min-block-size: 0;
    padding: var(--_3) 0 0;
  }
  .names > p {
    margin: var(--_2) 0 0;
  }
  .ranked {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .ranked > li:not(:last-child)::after {
    content: '·';
    margin-inline-start: var(--_3);
    color: var(--_ink-2);
  }
  .ranked small {
    color: var(--_ink-2);
    font-size: 1em;
  }
  :is(.ranked, .near, .links, .read, .all, .next) a {
    display: inline-block;
    min-block-size: 24px;
  }
  .near {
    margin-block-start: var(--_4);
    padding: var(--_2) var(--_3);
    border-inline-start: 3px solid var(--_accent);
  }
  .near :is(p, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .step > .words > .others {
    margin-block-start: var(--_2);
  }
  .place {
    padding: var(--_1) var(--_6) 0;
  }
  .place > .link {
    min-block-size: var(--_target);
  }
  .place ess-territory-picker {
    --ess-pad: 0;
    --ess-border: 0;
    max-inline-size: 24rem;
  }
  :is(.brief, .way) .tiles > * {
    min-block-size: 0;
  }
  /* The chart stays beside the texts that it shows. */
  @container (min-width: 62em) {
    .step.beside {
      display: grid;
      grid-template: auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: var(--_6);
      align-items: start;
    }
    .step.beside > * {
      grid-column: 1;
    }
    .step.beside > .chart {
      position: sticky;
      inset-block-start: calc(var(--_bar, 0px) + var(--_4));
      grid-area: 1 / 2 / span 4;
      margin: 0;
    }
  }
  @container (max-width: 46em) {
    .views {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      padding-inline: var(--_4);
    }
    .overview,
    .data,
    .place {
      padding-inline: var(--_4);
    }
  }
`;
