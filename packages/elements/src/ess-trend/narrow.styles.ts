import { css } from 'lit';

/** No room for lines between their words: each is a sentence, the one that is otherwise only read aloud. */
export const narrowStyles = css`
  @container (max-width: 18em) {
    .plot.plot {
      padding: 0;
      line-height: inherit;
    }
    .area {
      block-size: auto;
    }
    .plot [aria-hidden],
    .marks {
      display: none;
    }
    .plot:not(:has(.many)) .hidden {
      all: unset;
    }
    .end {
      display: block;
      position: static;
      inline-size: auto;
      margin-block-end: var(--_2);
      transform: none;
    }
    .series .end > * {
      display: inline;
    }
  }
`;
