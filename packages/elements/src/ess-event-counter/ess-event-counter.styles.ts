import { css } from 'lit';

/** One number that is seen from afar, its words, its part of a whole, and at most three figures beside. */
export const eventCounterStyles = css`
  .title {
    font-size: 1em;
    font-weight: 400;
  }
  /* The number and two lines of words, so that what is below does not move when they come. */
  :host(:state(loading)) .title {
    min-block-size: calc(min(var(--_text-hero), 26cqi) + var(--_3) + 2.7 * var(--_text-lg));
  }
  .value,
  .change > strong,
  .figures dd {
    font-variant-numeric: lining-nums tabular-nums;
  }
  .value {
    display: block;
    color: var(--_accent);
    /* A number in two lines is two numbers: where letters are large beside the place, it gives way. */
    font-size: min(var(--_text-hero), 26cqi);
    font-weight: 700;
    line-height: 1;
    letter-spacing: -0.03em;
  }
  .value .cited {
    text-decoration-thickness: 2px;
    text-underline-offset: 0.1em;
  }
  .value .circa {
    font-size: 0.7em;
  }
  .value small {
    display: block;
    margin-block-end: 0.1em;
    font-size: max(1rem, 0.22em);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: 0;
    color: var(--_ink-2);
  }
  .words {
    display: block;
    margin-block-start: var(--_3);
    font-size: var(--_text-lg);
    line-height: 1.35;
  }
  .of {
    display: block;
  }
  .change {
    margin: 0 0 var(--_4);
  }
  .part {
    --_share: 0%;
    margin-block-start: var(--_2);
  }
  .line {
    display: flex;
    gap: 2px;
    block-size: 1.25rem;
  }
  .line > i {
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-1);
    background: var(--_accent);
    print-color-adjust: exact;
  }
  .line > i:first-child {
    flex: none;
    inline-size: clamp(2px, var(--_share), 100%);
  }
  .line > i:last-child {
    flex: 1;
    border-color: var(--_line-strong);
    background: var(--_surface-3);
  }
  .part > p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    margin: var(--_2) 0 0;
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  /* Under its end of the bar, also on a line of its own. */
  .part > p > :last-child {
    margin-inline-start: auto;
  }
  .part strong {
    color: var(--_ink);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_4);
    margin: var(--_5) 0 0;
  }
  .figures > div {
    display: flex;
    flex: 1 1 6.5em;
    max-inline-size: 100%;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  .figures dd {
    margin: 0;
    /* A number in two lines would be two: where there is no room beside the others it goes below them. */
    inline-size: max-content;
    max-inline-size: 100%;
    overflow-wrap: break-word;
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.3;
  }
  .figures dt {
    color: var(--_ink-2);
    font-size: var(--_text-sm);
    line-height: 1.35;
  }
  .next {
    display: flex;
    gap: 0.6em;
    margin: var(--_5) 0 0;
    padding-block-start: var(--_3);
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-sm);
  }
  .next > svg {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_accent);
  }
  .next.none {
    color: var(--_ink-2);
  }
  .next.none > svg {
    color: var(--_line-strong);
  }
  .soon {
    display: inline-block;
  }
  .by-place {
    margin: var(--_4) 0 0;
    font-size: var(--_text-sm);
  }
  @media (forced-colors: active) {
    .line > i {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    .line > i:last-child {
      border-color: CanvasText;
      background: Canvas;
    }
  }
`;
