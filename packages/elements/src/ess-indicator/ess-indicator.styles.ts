import { css } from 'lit';

/**
 * Styles of a tile. It has no box of its own, so that tiles form a row between rules. A narrow one has the number beside the
 * words.
 */
export const indicatorStyles = css`
  /* On a dark page, whose own words are light, a light tile has a light ground around it. A page that sets the colours of
     a tile has what it sets: a colour is no lightness, so there is no ground then. */
  :host {
    --_ground: light-dark(lab(from currentcolor var(--ess-bg, var(--ess-ink, 100)) 0 0 / calc(l - 50)), transparent);
    background: var(--_ground);
    box-shadow: 0 0 0 var(--_2) var(--_ground);
  }
  /* Light words need their ground: a dark tile paints its own on whatever page it stands. */
  .frame {
    min-block-size: 0;
    padding: var(--ess-pad, 0);
    border: var(--ess-border, 0);
    background: var(--ess-bg, light-dark(transparent, var(--_bg)));
  }
  .label {
    margin: 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
    text-wrap: balance;
  }
  .value {
    margin: 0;
    font-size: var(--_text-figure);
    font-weight: 700;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  .value small {
    white-space: nowrap;
    font-size: 0.4em;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--_ink-2);
  }
  .cited {
    font-weight: inherit;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.12em;
  }
  .circa {
    font-size: 0.7em;
  }
  .unit {
    font-size: 0.6em;
    letter-spacing: 0;
  }
  /* A sign stays before its number on a page that is read from right to left. */
  .figure,
  .cited {
    unicode-bidi: plaintext;
    white-space: nowrap;
  }
  .words :is(.figure, .cited) {
    display: inline-block;
    font-size: 0.55em;
    line-height: 1.1;
    white-space: normal;
  }
  .value.none {
    padding-block: 0.4em;
    font-size: var(--_text-lg);
    line-height: 1.2;
    color: var(--_ink-2);
  }
  /* One bar, for one figure: a tile is no higher while it waits. */
  .skeleton {
    block-size: 1.25rem;
    margin-block: var(--_3);
  }
  .context {
    margin: var(--_1) 0 0;
    font-size: var(--_text-sm);
  }
  .frame > .foot {
    margin-block-start: 0;
    padding-block-start: var(--_2);
  }
  .foot .document {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
    clip-path: inset(50%);
  }
  .notices:empty {
    display: none;
  }
  /* A row of a phone: the number at the left, the words at the right. Narrower still is a column of a wide page. On
     paper Firefox would lose it: a grid in a container that it divides. */
  @media screen {
    @container (min-width: 17.5em) and (max-width: 30em) {
      .frame {
        display: grid;
        grid-template: 'notices notices' 'value label' 'value context' 'value foot' / minmax(6.75rem, min-content) minmax(0, 1fr);
        column-gap: var(--_2);
        align-content: start;
      }
      .label {
        grid-area: label;
        color: var(--_ink);
        font-weight: 600;
      }
      .value {
        grid-area: value;
        font-size: min(var(--_text-figure), 2.125em);
        overflow-wrap: normal;
        line-height: 1.2;
      }
      .context {
        grid-area: context;
      }
      .foot {
        grid-area: foot;
      }
      .foot > * {
        column-gap: var(--_2);
      }
      .notices {
        grid-area: notices;
      }
      .waiting {
        grid-area: context;
        grid-column: 1 / -1;
      }
    }
  }
`;
