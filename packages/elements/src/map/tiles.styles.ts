import { type CSSResult, css } from 'lit';

/** Styles of the street map, for the element that holds the map. */
export const tileStyles: CSSResult = css`
  .tiles {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .tile {
    position: absolute;
    left: 0;
    top: 0;
    transform-origin: 0 0;
    max-inline-size: none;
    opacity: 0;
  }
  .tile.there {
    opacity: 1;
  }
  .ground-switch {
    position: absolute;
    z-index: 4;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    display: grid;
    gap: var(--_1);
    max-inline-size: min(17rem, 100% - 80px);
    font-size: var(--_text-sm);
  }
  .ground-choice {
    justify-self: start;
    min-block-size: 44px;
    overflow-wrap: normal;
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font-weight: 600;
  }
  .ground-choice[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .ground-choice:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -4px;
    box-shadow: inset 0 0 0 2px var(--_focus-halo);
  }
  .ground-choice[aria-pressed='true']:focus-visible {
    outline-color: var(--_on-accent);
    box-shadow: none;
  }
  /* The buttons of a narrow map stand below it, and the switch where its letters are too large for both. */
  @container (max-width: 30em) {
    .ground-switch {
      max-inline-size: calc(100% - 24px);
    }
    /* At rest it would cover half of a map as low as its region. */
    .map-box:not(.tall, .asked) ~ .ground-switch {
      display: none;
    }
  }
  @container (max-width: 15em) {
    .ground-switch {
      position: static;
      max-inline-size: none;
      margin-block-start: var(--_2);
    }
  }
  .tiles-question {
    display: grid;
    gap: var(--_2);
    justify-items: start;
    padding: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
  }
  .tiles-question p {
    margin: 0;
  }
  .tiles-consent {
    padding: var(--_1) var(--_2);
  }
  @media (forced-colors: active) {
    .ground-choice[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .ground-switch {
      display: none;
    }
  }
  /* The street map has names of its own. */
  .tiled .labels {
    visibility: hidden;
  }
  .tiled .labels .shown {
    visibility: inherit;
  }
  .tiled .ground path:not(.area, .outline, .chosen) {
    display: none;
  }
  .tiled .ground .area {
    fill-opacity: 0.6;
  }
  :host(:state(dark)) .tiles {
    filter: brightness(0.8);
  }
  @media (prefers-color-scheme: dark) {
    :host(:state(auto)) .tiles {
      filter: brightness(0.8);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .tile {
      transition: opacity 160ms;
    }
  }
`;
