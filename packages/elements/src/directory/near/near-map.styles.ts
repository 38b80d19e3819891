import { css } from 'lit';

/**
 * Styles of the search around a place on a map: a line with a pale edge, which shows on land, on water and on a street
 * map.
 */
export const nearMapStyles = css`
  .near-map,
  .near-map > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .near-map path {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .near-map .halo {
    stroke: var(--_surface);
    stroke-width: 5px;
    opacity: 0.7;
  }
  .near-map g .edge {
    fill: var(--_accent);
    fill-opacity: 0.06;
  }
  .near-map .centre,
  .near-icon .centre {
    fill: var(--_accent);
    stroke: var(--_surface);
  }
  .near-mark,
  .near-radius {
    position: absolute;
    left: 0;
    top: 0;
  }
  .near-mark,
  .near-mark > svg {
    inline-size: 64px;
    block-size: 64px;
  }
  .near-mark > svg {
    display: block;
    overflow: visible;
  }
  .near-radius {
    padding: 0 0.375em;
    border-radius: 999px;
    background: var(--_surface);
    color: var(--_accent);
    font-size: max(11px, 0.75em);
    font-weight: 600;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.5;
    white-space: nowrap;
  }
  .near-icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-inline-end: 0.4em;
    overflow: visible;
    vertical-align: -0.3em;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 6px;
  }
  .near-icon .centre {
    stroke: none;
  }
  @media (forced-colors: active) {
    .near-map,
    .near-icon {
      forced-color-adjust: none;
    }
    .near-map path,
    .near-icon {
      stroke: Highlight;
    }
    .near-map .halo {
      stroke: Canvas;
      opacity: 1;
    }
    .near-map g .edge {
      fill: none;
    }
    .near-map .centre,
    .near-icon .centre {
      fill: Highlight;
    }
    .near-radius {
      background: Canvas;
      color: CanvasText;
    }
  }
  @media print {
    [data-private] {
      display: none;
    }
  }
`;
