import { type CSSResult, css } from 'lit';

/**
 * Styles that only visitors who come near the map see: the contents of a place that they opened, scale and full screen,
 * the pad that moves the map, the item under the pointer, the chosen item, markers that come up where a cluster opens.
 * They come after `mapStyles`.
 */
export const comfortStyles: CSSResult = css`
  .place {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    align-items: center;
    justify-content: space-between;
  }
  .place > strong {
    color: var(--_ink);
  }
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
  .gesture-hint {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 1rem;
    background: color-mix(in srgb, var(--_surface) 80%, transparent);
    color: var(--_ink);
    font-size: var(--_text-lg);
    font-weight: 600;
    text-align: center;
    text-wrap: balance;
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
  .pad {
    display: grid;
    grid-template: '. up .' 'left . right' '. down .';
  }
  .panUp { grid-area: up; }
  .panLeft { grid-area: left; }
  .panRight { grid-area: right; }
  .panDown { grid-area: down; }
  .control:hover,
  .control[aria-expanded='true'] {
    background: var(--_surface-2);
  }
  .viewport:active {
    cursor: grabbing;
  }
  .marker:hover { z-index: 1; }
  .marker.selected { z-index: 2; }
  .marker:focus-visible { z-index: 3; }
  .marker:hover .shape {
    transform: scale(1.15);
  }
  .cluster:hover {
    background: var(--_accent-hover);
  }
  .cluster.donut:hover {
    background: var(--_accent-soft);
  }
  .cluster.selected {
    outline-width: 3px;
  }
  @container (max-width: 30em) {
    .pad {
      grid-template: 'left up down right' / 1fr 1fr 1fr 1fr;
      margin-block-start: 8px;
      border-color: var(--_line);
    }
  }
  @container (max-width: 25em) {
    .scale {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .marker .shape {
      transition: transform 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
    }
    .marker {
      transition: opacity 160ms ease-out;
    }
    /*
     * What comes later: those that are there have a style already, and stay where they are. No scale of the marker itself:
     * its place is a transform, which would be scaled too.
     */
    @starting-style {
      .marker {
        opacity: 0;
      }
      .marker .shape {
        transform: scale(0.6);
      }
    }
    .gesture-hint {
      animation: hint-passes 1200ms ease-in-out forwards;
    }
    @keyframes hint-passes {
      0%,
      100% {
        opacity: 0;
      }
      15%,
      85% {
        opacity: 1;
      }
    }
  }
  @media (forced-colors: active) {
    .cluster:hover { background: CanvasText; }
    .cluster.donut:hover { background: Canvas; }
  }
`;
