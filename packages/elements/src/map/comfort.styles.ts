import { type CSSResult, css } from 'lit';

/** Scale and full screen, and markers that come up where a cluster opens. */
export const comfortStyles: CSSResult = css`
  .scale {
    position: absolute;
    left: 0.5rem;
    bottom: 0.5rem;
    box-sizing: border-box;
    padding-block-end: 0.125rem;
    border: solid var(--_ink);
    border-width: 0 1.5px 1.5px;
    color: var(--_ink);
    font-size: max(11px, 0.6875em);
    line-height: 1.3;
    text-align: center;
    text-shadow: 0 0 2px var(--_surface), 0 0 2px var(--_surface);
    white-space: nowrap;
    pointer-events: none;
  }
  :host(:fullscreen) {
    overflow: auto;
    background: var(--_surface);
  }
  :host(:fullscreen) .stage {
    aspect-ratio: auto;
    block-size: max(20rem, 100vh - 17rem);
  }
  @container (max-width: 25rem) {
    .scale {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .marker {
      animation: marker-appears 160ms ease-out;
    }
    @keyframes marker-appears {
      from {
        opacity: 0;
        scale: 0.6;
      }
    }
  }
`;
