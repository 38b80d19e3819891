import { type CSSResult, css } from 'lit';

/** The label of a marker. */
export const mapCardStyles: CSSResult = css`
  .label-card {
    --_tip: 50%;
    position: absolute;
    z-index: 4;
    left: 0;
    top: 0;
    box-sizing: border-box;
    max-inline-size: min(20rem, 100cqi - 16px);
    padding: 0.375rem 0.625rem;
    border-radius: 6px;
    background: var(--_ink);
    color: var(--_surface);
    font-size: max(0.75rem, 0.8125em);
    line-height: 1.3;
    user-select: text;
    -webkit-user-select: text;
  }
  .label-card::after {
    content: '';
    position: absolute;
    left: var(--_tip);
    top: 100%;
    margin-left: -7px;
    border: 7px solid transparent;
    border-top-color: var(--_ink);
    border-bottom-width: 0;
  }
  .label-card.below::after {
    top: auto;
    bottom: 100%;
    border-width: 0 7px 7px;
    border-color: transparent transparent var(--_ink);
  }
  .label-card.away {
    visibility: hidden;
  }
  .label-card span {
    display: block;
    overflow-wrap: anywhere;
  }
  .card-name {
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .label-card { border: 1px solid CanvasText; }
    .label-card::after { display: none; }
  }
`;
