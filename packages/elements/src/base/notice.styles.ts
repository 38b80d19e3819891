import { css } from 'lit';

/** Styles that every frame may need: notices, and the placeholder of a frame that waits. */
export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_3);
    align-items: center;
    margin-block: 0 var(--_4);
    padding: var(--_3) var(--_4);
    border-inline-start: 4px solid var(--_sign);
    background: var(--_accent-soft);
    font-size: var(--_text-sm);
    --_sign: var(--_accent);
  }
  .notice > p {
    flex: 1 1 12rem;
    margin: 0;
  }
  .notice > svg {
    color: var(--_sign);
  }
  .notice.warn {
    --_sign: var(--_warn);
    background: var(--_warn-soft);
  }
  .notice.error {
    --_sign: var(--_error);
    background: var(--_error-soft);
  }
  .notice .link {
    color: var(--_ink);
    font-weight: 700;
  }
  /* It is being tried. */
  .notice.warn .link {
    opacity: 0.5;
  }
  /* Below everything else, in a frame of columns too. */
  .missed {
    grid-area: 9 / 1 / auto / -1;
    margin-block-start: var(--_3);
  }
  .missed > .notice {
    margin: 0;
  }
  .loading {
    margin: 0;
    color: var(--_ink-2);
  }
  .skeleton {
    block-size: 5.25rem;
    margin-block-start: var(--_4);
    background: repeating-linear-gradient(var(--_surface-3) 0 1.25rem, transparent 0 2rem);
    /* Three bars, each shorter than the one before. */
    clip-path: polygon(0 0, 90% 0, 90% 2rem, 45% 2rem, 45% 4rem, 38% 4rem, 38% 6rem, 0 6rem);
    opacity: 0;
    animation: pulse 2s 300ms infinite alternate;
  }
  @keyframes pulse {
    from {
      opacity: 0.7;
    }
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: pulse 1ms 300ms forwards;
    }
  }
  @media print {
    .skeleton {
      display: none;
    }
  }
`;
