import { css } from 'lit';
import { atFoot, closeDeclarations, overPage } from '../base/sheet.ts';

/** Styles of a sheet, and of what it holds: everything in it is as large as a thumb. */
export const sheetStyles = css`
  .sheet {
    ${overPage}
    ${atFoot}
    padding: 0;
    line-height: 1.45;
  }
  /* A narrow widget on a wide page. */
  @media (min-width: 30.01rem) {
    .sheet {
      left: var(--_left);
      inline-size: var(--_width);
      border-inline-width: 1px;
    }
  }
  /* The map is seen above it. */
  .sheet.member {
    max-block-size: max(40vh, 11rem);
    max-block-size: max(40svh, 11rem);
  }
  /* The card says what the label of its marker does. Those of other markers are still shown. */
  .map-panel:has(.sheet.member:popover-open):not(:has(.marker:focus-visible, .marker:not(.selected):hover)) .label-card {
    display: none;
  }
  .sheet:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .sheet-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    gap: var(--_2);
    align-items: flex-start;
    justify-content: space-between;
    padding-inline-start: var(--_4);
    background: var(--_surface);
  }
  .sheet-title {
    display: flex;
    gap: var(--_2);
    min-inline-size: 0;
    padding-block: calc((var(--_target) - 1.45em) / 2);
    font-weight: 700;
  }
  .sheet-title > .symbol {
    flex: none;
    margin-block-start: 0.2em;
  }
  .sheet .close {
    ${closeDeclarations}
    flex: none;
  }
  .sheet-body {
    padding: 0 var(--_4) var(--_4);
  }
  .sheet-foot {
    position: sticky;
    inset-block-end: 0;
    padding: var(--_3) var(--_4) max(var(--_3), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .sheet-foot .button {
    inline-size: 100%;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .sheet select {
    inline-size: 100%;
    margin-block-end: var(--_3);
  }
  .sheet .chip {
    min-block-size: var(--_target);
  }
  /* No row is behind it, to be pressed through it. */
  .sheet .about {
    margin-block-start: var(--_3);
    pointer-events: auto;
  }
  .sheet .about :is(.links, .ways) {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    margin-block-end: var(--_2);
  }
  .sheet .about :is(.links a, .ways a, .share) {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    margin: 0;
    padding: 0 var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    font-weight: 600;
    text-decoration: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .sheet {
      transition: translate 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
    }
    @starting-style {
      .sheet:popover-open {
        translate: 0 100%;
      }
    }
  }
  @media (forced-colors: active) {
    .sheet-foot .button {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
  }
  @media print {
    .sheet {
      display: none;
    }
  }
`;
