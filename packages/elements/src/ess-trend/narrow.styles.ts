import { type CSSResult, css } from 'lit';

/** In a place up to this wide, each line of these plots is a sentence, the one that is otherwise only read aloud. */
const sentences = (width: CSSResult, plots: CSSResult): CSSResult => css`
  @container (max-width: ${width}) {
    ${plots} {
      padding: 0;
      .area {
        block-size: auto;
      }
      [aria-hidden],
      ~ .note .marks {
        display: none;
      }
      .end,
      &:not(:has(.many)) .hidden {
        all: unset;
      }
      .end {
        display: block;
        margin-block-end: var(--_2);
        color: var(--_ink);
        font-size: var(--_text-sm);
      }
      .end > * {
        display: inline;
      }
    }
  }
`;

/** No room for lines between their words: the longer their numbers, the sooner. */
export const narrowStyles = [
  sentences(css`18em`, css`.plot.plot`),
  sentences(css`20em`, css`.large.plot`),
  sentences(css`32em`, css`.huge.plot`),
];
