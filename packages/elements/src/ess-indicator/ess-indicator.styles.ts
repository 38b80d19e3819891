import { css } from 'lit';

/** A tile: no box of its own, so that tiles stand in a row between rules. Narrow, the number goes beside the words. */
export const indicatorStyles = css`
  .frame {
    padding: var(--ess-pad, 0);
    border: var(--ess-border, 0);
    background: var(--ess-bg, transparent);
  }
  /* Light words need their ground: a dark tile paints its own on whatever page it stands. */
  :host(:state(dark)) .frame {
    background: var(--_bg);
  }
  @media (prefers-color-scheme: dark) {
    :host(:state(auto)) .frame {
      background: var(--_bg);
    }
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
    white-space: nowrap;
  }
  .value small {
    font-size: 0.4em;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--_ink-2);
  }
  .unit {
    font-size: 0.6em;
    letter-spacing: 0;
  }
  .value.none {
    font-size: var(--_text-lg);
    line-height: 2;
    color: var(--_ink-2);
  }
  .context {
    margin: var(--_1) 0 0;
    font-size: var(--_text-sm);
  }
  .foot,
  .frame > .foot {
    margin-block-start: 0;
    padding-block-start: var(--_2);
    border: 0;
  }
`;
