import { groundColours } from '@ess-widgets/core/charts';
import { type CSSResult, css } from 'lit';
import { themed } from '../base/tokens.ts';
import { chromeStyles } from './chrome.styles.ts';

/**
 * Styles of the map, for the element whose shadow root holds it. Needs `baseStyles`: its tokens, its buttons.
 * The height follows from `--_map-ratio` (width / height), which the element may change; under 30em it is that of the area of the map,
 * `--_rest` (height / width), with 12 px around, and in a box of the class `tall` most of the window.
 */
export const mapStyles: CSSResult = css`
  ${themed(groundColours)}
  .map {
    container-type: inline-size;
    position: relative;
    min-inline-size: 0;
  }
  .map [hidden] {
    display: none;
  }
  .stage,
  .map-box:empty {
    --_at-rest: clamp(10rem, calc((100cqi - 24px) * var(--_rest, 0.62) + 24px), 30rem);
  }
  .stage {
    position: relative;
    box-sizing: border-box;
    inline-size: 100%;
    aspect-ratio: var(--_map-ratio, 1.66);
    overflow: hidden;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_sea);
    color: var(--_ink);
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    isolation: isolate;
  }
  .printed {
    max-inline-size: 600px;
    margin-inline: auto;
  }
  .ground,
  .labels,
  .viewport,
  .markers {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* Painted apart: markers and names that follow a zoom do not have its coast painted again, most of the work without a graphics card. */
  .ground {
    will-change: transform;
  }
  .ground path {
    fill: none;
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  /* Pale bands as wide as a finger: their edges need no smoothing, which costs as much as all the rest. */
  .ground .wave {
    shape-rendering: optimizeSpeed;
  }
  .ground .wave-1 { stroke: var(--_wave-1); }
  .ground .wave-2 { stroke: var(--_wave-2); }
  .ground .wave-3 { stroke: var(--_wave-3); }
  .ground .shoal { stroke: var(--_wave-3); stroke-width: 6px; }
  .ground .land-out { fill: var(--_land-out); }
  .ground .land { fill: var(--_land); stroke: var(--_map-line); stroke-width: 1px; }
  .ground .borders { stroke: var(--_map-line); stroke-width: 1px; stroke-dasharray: 3 3; stroke-linecap: butt; }
  .ground .coast { stroke: var(--_coast); stroke-width: 1px; }

  .labels,
  .markers {
    pointer-events: none;
  }
  .labels span {
    position: absolute;
    left: 0;
    top: 0;
    visibility: hidden;
    line-height: 1.2;
    white-space: nowrap;
  }
  .labels .shown {
    visibility: visible;
  }
  .town-name {
    color: var(--_ink-2);
    font-size: max(0.6875rem, 0.75em);
    font-weight: 600;
    text-shadow:
      1px 0 var(--_land), -1px 0 var(--_land), 0 1px var(--_land), 0 -1px var(--_land),
      1px 1px var(--_land), -1px -1px var(--_land), 1px -1px var(--_land), -1px 1px var(--_land);
  }
  .commune-name {
    font-weight: 400;
  }
  .sea-name {
    color: var(--_sea-ink);
    font-size: max(0.6875rem, 0.8125em);
    font-style: italic;
    letter-spacing: 0.12em;
  }

  .viewport {
    cursor: grab;
    border-radius: 5px;
  }
  .viewport:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -5px;
    box-shadow: inset 0 0 0 2px var(--_focus-halo);
  }

  .marker {
    --_size: 18px;
    --_hit: max(24px, var(--_size));
    position: absolute;
    left: 0;
    top: 0;
    box-sizing: border-box;
    display: grid;
    place-items: center;
    inline-size: var(--_hit);
    block-size: var(--_hit);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    pointer-events: auto;
    -webkit-tap-highlight-color: transparent;
  }
  .marker:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-halo);
  }
  .shape {
    display: block;
    inline-size: var(--_size);
    block-size: var(--_size);
    overflow: visible;
    fill: currentColor;
    pointer-events: none;
  }
  .shape .halo {
    fill: var(--_surface);
    stroke: var(--_surface);
    stroke-width: 4px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .hollow .shape path:not(.halo) {
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linejoin: round;
  }
  .cluster {
    background: var(--_accent);
    color: var(--_on-accent);
    border: 2px solid var(--_surface);
    outline: 1.5px solid var(--_accent);
    /* No larger than its disc has room for: a number in two lines is read as another. */
    font-size: min(max(0.6875rem, 0.8125em), var(--_size) * 0.47);
    white-space: nowrap;
    font-weight: 700;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1;
  }
  /* A ring of what it holds: a colour and a texture of its own for each kind. */
  .cluster.donut {
    background: var(--_surface);
    color: var(--_ink);
    border-width: 0;
    outline: 1.5px solid var(--_line-strong);
  }
  .donut > * {
    grid-area: 1 / 1;
  }
  .ring {
    inline-size: var(--_size);
    block-size: var(--_size);
    fill: none;
    stroke-width: 5px;
    pointer-events: none;
  }
  .ring .grain { stroke: var(--_surface); stroke-width: 0; }
  .ring .square { stroke-width: 1.2px; }
  .ring .triangle { stroke-width: 5px; stroke-dasharray: 0.9 2.6; }
  .ring .diamond { stroke-width: 2px; stroke-dasharray: 0 3.4; stroke-linecap: round; }
  .ring .pentagon { stroke-width: 5px; stroke-dasharray: 0.8 1.2; }
  .ring .cross { stroke-width: 3px; stroke-dasharray: 2.4 2.4; }
  .ring .star { stroke-width: 1.6px; stroke-dasharray: 3 1.6; }
  .ring .triangle-down { stroke-width: 3.4px; stroke-dasharray: 0.9 2.6; }
  .legs {
    position: absolute;
    left: 0;
    top: 0;
    overflow: visible;
    inline-size: 1px;
    block-size: 1px;
    fill: none;
    stroke: var(--_ink-2);
    stroke-width: 1px;
    pointer-events: none;
  }
  .cluster:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
    box-shadow: 0 0 0 4px var(--_focus-halo);
  }
  .cluster-count.long {
    font-size: min(0.625rem, var(--_size) * 0.22);
  }

  ${chromeStyles}

  @container (max-width: 30em) {
    .stage {
      aspect-ratio: auto;
      block-size: var(--_at-rest);
    }
  }
  /* A visitor who zooms reads the map by itself. */
  @media screen {
    @container (max-width: 30em) {
      :is(.tall, .asked) .stage {
        block-size: clamp(13rem, 60vh, 30rem);
        block-size: clamp(13rem, 60svh, 30rem);
      }
    }
  }

  @media (forced-colors: active) {
    .stage { border-color: CanvasText; background: Canvas; }
    .ground,
    .labels,
    .marker { forced-color-adjust: none; }
    .ground .wave { stroke: none; }
    .ground .land-out { fill: Canvas; }
    .ground .land { fill: Canvas; stroke: GrayText; }
    .ground .borders { stroke: GrayText; }
    .ground .coast { stroke: CanvasText; }
    .town-name,
    .sea-name { color: CanvasText; text-shadow: none; background: Canvas; }
    .shape { color: CanvasText; }
    .shape .halo { fill: Canvas; stroke: Canvas; }
    .cluster { background: CanvasText; color: Canvas; border-color: Canvas; outline-color: CanvasText; }
    .cluster.donut { background: Canvas; color: CanvasText; }
    .ring path { stroke: CanvasText !important; }
    .ring .grain { stroke: Canvas !important; }
    .legs { stroke: CanvasText; }
    .marker:focus-visible,
    .control:focus-visible,
    .viewport:focus-visible { outline-color: Highlight; box-shadow: none; }
  }

  @media print {
    .controls { display: none; }
    .stage { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
`;
