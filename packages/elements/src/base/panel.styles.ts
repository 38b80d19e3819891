import { css } from 'lit';

/** The frame of a panel: stripes, title, subtitle, the line of its source at the foot. */
export const panelStyles = css`
  .stripes {
    display: var(--_stripes);
    inline-size: 2.25rem;
    block-size: 10px;
    margin-block-end: var(--_3);
    border-block: 2px solid var(--_accent);
    position: relative;
  }
  .stripes::after {
    content: '';
    position: absolute;
    inset: 2px 0 auto;
    border-block-start: 2px solid var(--_accent);
  }
  .title {
    margin: 0;
    font-family: var(--_font-title);
    font-size: var(--_text-lg);
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: 0;
    color: inherit;
    text-wrap: balance;
  }
  .subtitle {
    margin: var(--_1) 0 0;
    max-inline-size: 64ch;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .reserved {
    visibility: hidden;
  }
  .frame > .foot {
    border-block-start: 1px solid var(--_line);
  }
  .body + .foot {
    margin-block-start: max(var(--_4), 0px);
  }
  /* Under the source line and the actions, which stay where they are in other widgets. */
  .foot > .issues {
    flex-basis: 100%;
  }
  .issues > summary {
    min-block-size: 24px;
  }
  .grow {
    flex: 1 0 var(--_4);
  }
  @media print {
    .stripes,
    .title {
      break-after: avoid;
    }
  }
`;
