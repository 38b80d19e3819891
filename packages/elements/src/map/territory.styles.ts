import { type CSSResult, css } from 'lit';
import { type Colours, themed } from '../base/tokens.ts';

/** Shades of values, always further from the ground, and what stands where none is known. */
export const shadeColours: Colours = [
  ['shade-1', '#d9eeee', '#1d4652'],
  ['shade-2', '#9fd0d4', '#2a6a78'],
  ['shade-3', '#55a6b3', '#3f97a3'],
  ['shade-4', '#1d7488', '#7cc4c8'],
  ['shade-5', '#0a4155', '#cdeeea'],
  ['nodata', '#eef1f1', '#1a2c34'],
];

/** Styles of territories on the map and of their legend, for the element that holds the map. */
export const territoryStyles: CSSResult = css`
  ${themed(shadeColours)}
  .ground .territories path {
    stroke-linejoin: round;
  }
  .ground .outline {
    stroke: var(--_map-line);
    stroke-width: 1px;
  }
  .ground .area {
    stroke: var(--_surface);
    stroke-width: 2px;
  }
  .ground .shade-0, .swatch.shade-0 { fill: var(--_shade-1); background: var(--_shade-1); }
  .ground .shade-1, .swatch.shade-1 { fill: var(--_shade-2); background: var(--_shade-2); }
  .ground .shade-2, .swatch.shade-2 { fill: var(--_shade-3); background: var(--_shade-3); }
  .ground .shade-3, .swatch.shade-3 { fill: var(--_shade-4); background: var(--_shade-4); }
  .ground .shade-4, .swatch.shade-4 { fill: var(--_shade-5); background: var(--_shade-5); }
  .hatch-ground { fill: var(--_nodata); }
  .hatch-line { fill: var(--_line-strong); }
  .ground .chosen {
    stroke: var(--_accent);
    stroke-width: 3px;
  }
  .area-words {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .area-label,
  .area-disc {
    position: absolute;
    left: 0;
    top: 0;
    text-align: center;
    line-height: 1.2;
    font-variant-numeric: lining-nums tabular-nums;
    white-space: nowrap;
  }
  .area-label {
    color: var(--_ink);
    font-size: max(0.6875rem, 0.8125em);
    font-weight: 600;
  }
  .area-label span {
    display: block;
  }
  .area-label.short span:not(:last-child) {
    display: none;
  }
  .area-label span:last-child {
    font-weight: 700;
  }
  .area-label.on-3,
  .area-label.on-4 {
    color: var(--_surface);
  }
  /* Ink on the third shade of the dark theme has too little contrast for small letters. */
  :host(:state(dark)) .area-label.on-2 {
    color: var(--_surface);
  }
  @media (prefers-color-scheme: dark) {
    :host(:state(auto)) .area-label.on-2 {
      color: var(--_surface);
    }
  }
  .area-disc {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: var(--_disc);
    block-size: var(--_disc);
    border-radius: 50%;
    background: var(--_ink);
    color: var(--_surface);
    box-shadow: 0 0 0 2px var(--_surface);
    font-size: 0.75rem;
    font-weight: 700;
  }
  .over {
    display: flow-root;
    margin-block-start: var(--_3);
    font-size: var(--_text-sm);
  }
  .over > * {
    margin-block: 0 var(--_2);
  }
  .over-title {
    font-weight: 600;
  }
  .scale-legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    padding: 0;
    color: var(--_ink-2);
    list-style: none;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .scale-legend li {
    display: flex;
    align-items: center;
    gap: var(--_2);
  }
  .swatch {
    flex: none;
    box-sizing: border-box;
    inline-size: 1.75em;
    block-size: 0.875em;
    border: 1px solid var(--_line-strong);
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .swatch.unknown {
    background: repeating-linear-gradient(135deg, var(--_line-strong) 0 1.5px, var(--_nodata) 1.5px 6px);
  }
  .swatch.disc {
    inline-size: 0.875em;
    border-radius: 50%;
    background: var(--_ink);
  }
  .over-links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_4);
    align-items: center;
  }
  .over table {
    inline-size: auto;
    min-inline-size: min(100%, 22rem);
    border-collapse: collapse;
  }
  .over th,
  .over td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
  }
  .over thead th {
    border-block-end: 2px solid var(--_ink);
    font-weight: 600;
  }
  .over td.number,
  .over th.number {
    padding-inline-end: 0;
    text-align: end;
    font-variant-numeric: lining-nums tabular-nums;
  }

  @media (forced-colors: active) {
    .ground .area { stroke: CanvasText; }
    .ground .chosen { stroke: Highlight; }
    .area-label { background: Canvas; forced-color-adjust: auto; }
    .area-disc { background: CanvasText; color: Canvas; forced-color-adjust: none; }
    .swatch { forced-color-adjust: none; }
  }
`;
