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
