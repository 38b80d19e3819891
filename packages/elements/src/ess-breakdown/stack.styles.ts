import { css } from 'lit';

/** 100 % stacks, with patterns that hold in black and white and in forced colours. */
export const stackStyles = css`
  .stacks {
    --_length: 0;
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.375rem var(--_4);
    align-items: center;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .period {
    font-weight: 700;
    font-size: 0.9375em;
  }
  .segments {
    display: flex;
    gap: 2px;
    block-size: 2.25em;
  }
  .segment,
  .rest {
    display: flex;
    flex: var(--_length) 0 0;
    align-items: center;
    justify-content: center;
    min-inline-size: 2px;
    overflow: hidden;
  }
  .segment.p1 {
    justify-content: flex-start;
  }
  .pattern {
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-1);
    background: var(--_accent);
    print-color-adjust: exact;
  }
  .pattern.p2 {
    background: repeating-linear-gradient(135deg, var(--_accent) 0 4px, var(--_accent-soft) 4px 8px);
  }
  .pattern.p3 {
    background: radial-gradient(circle, var(--_accent) 1.3px, transparent 1.7px) 0 0 / 6px 6px var(--_accent-soft);
  }
  .pattern.p3.status {
    border-color: var(--_warn);
    background: radial-gradient(circle, var(--_warn) 1.3px, transparent 1.7px) 0 0 / 6px 6px var(--_warn-soft);
  }
  .pattern.p4 {
    border-color: var(--_line-strong);
    background: var(--_surface);
  }
  .chip {
    padding: 0.05em 0.35em;
    border-radius: var(--_radius-1);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_text-sm);
    font-weight: 700;
    line-height: 1.35;
    white-space: nowrap;
  }
  .small > .chip {
    padding-inline: 0.2em;
  }
  .p1 > .chip {
    background: none;
    color: var(--_on-accent);
  }
  .swatch {
    flex: none;
    inline-size: 1.5em;
    block-size: 1em;
    align-self: center;
  }
  @container (max-width: 26em) {
    .small > .chip,
    .sign {
      display: none;
    }
  }
  /* Where letters are large beside the place, a label stands above its values. */
  @container (max-width: 15em) {
    .legend :is(thead, tbody) {
      display: block;
    }
    .legend tr {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      border-block-end: 1px solid var(--_line);
    }
    table.legend tr > :nth-child(n) {
      inline-size: 4em;
      padding-block: 0 var(--_1);
      border: 0;
    }
    table.legend tr > :first-child {
      inline-size: 100%;
      padding-block: var(--_1) 0;
    }
  }
  @media (forced-colors: active) {
    .pattern {
      forced-color-adjust: none;
    }
    .pattern,
    .pattern.p3.status,
    .pattern.p4 {
      border-color: CanvasText;
    }
    .pattern {
      background: CanvasText;
    }
    .pattern.p2 {
      background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 8px);
    }
    .pattern.p3,
    .pattern.p3.status {
      background: radial-gradient(circle, CanvasText 1.3px, transparent 1.7px) 0 0 / 6px 6px Canvas;
    }
    .pattern.p4 {
      background: Canvas;
    }
    .chip {
      background: Canvas;
      color: CanvasText;
    }
    .p1 > .chip {
      color: Canvas;
    }
  }
`;
