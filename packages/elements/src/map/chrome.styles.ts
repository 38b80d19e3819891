import { type CSSResult, css } from 'lit';

/** Styles of what lies over the map: attribution, controls. Part of `mapStyles`. */
export const chromeStyles: CSSResult = css`
  .attribution:empty {
    display: none;
  }
  .attribution {
    position: absolute;
    right: 1px;
    bottom: 1px;
    max-inline-size: calc(100% - 2px);
    margin: 0;
    padding: 0.125rem 0.5rem;
    border-start-start-radius: 6px;
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: max(11px, 0.6875em);
    line-height: 1.5;
    text-wrap: balance;
    pointer-events: none;
  }

  .controls {
    position: absolute;
    right: 12px;
    top: 12px;
    display: flex;
    flex-direction: row-reverse;
    align-items: flex-start;
    gap: 8px;
    pointer-events: none;
  }
  .bar,
  .pad {
    overflow: hidden;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_surface);
    pointer-events: auto;
  }
  .bar {
    display: grid;
    justify-items: end;
  }
  .control {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink);
  }
  .bar .control + .control {
    border-block-start: 1px solid var(--_line);
  }
  .control[aria-disabled='true'] {
    color: var(--_ink-3);
    cursor: default;
  }
  .control:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -4px;
    box-shadow: inset 0 0 0 2px var(--_focus-halo);
  }
  /* Where the map ends and a street plan goes on. */
  .offer {
    inline-size: auto;
    padding-inline: var(--_3);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_text-sm);
    font-weight: 600;
    white-space: nowrap;
  }
  .offer:focus-visible {
    outline-color: var(--_on-accent);
    box-shadow: none;
  }
  .icon {
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* The words stand beside the map's own buttons, over the map. */
  @container (min-width: 30.01em) {
    .bar:has(.offer) {
      overflow: visible;
      border-color: transparent;
      background: none;
    }
    .bar:has(.offer) .control:not(.offer) {
      border: solid var(--_line-strong);
      border-width: 0 1px 1px;
      background: var(--_surface);
    }
    .offer {
      border-radius: 6px;
    }
  }
  @container (max-width: 30em) {
    .stage {
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    /* Beside the map there is no room for it, and in it it would cover the coast. */
    .attribution {
      position: static;
      max-inline-size: none;
      padding-inline: 0.25rem;
      border: solid var(--_line);
      border-width: 0 1px;
      border-radius: 0;
      text-align: end;
    }
    .bar:has(.offer) {
      grid-template-columns: 2.4fr;
    }
    .offer {
      padding-inline: var(--_1);
      line-height: 1.2;
      white-space: normal;
    }
    .controls {
      position: static;
      flex-direction: column;
      align-items: stretch;
      gap: 0;
    }
    .bar {
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
      border-color: var(--_line);
      border-block-start: 0;
      border-start-start-radius: 0;
      border-start-end-radius: 0;
    }
    .control {
      inline-size: 100%;
    }
    .bar .control + .control {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
