import { css } from 'lit';

/** A bar: fields side by side, one under the other where there is no room. */
export const territoryPickerStyles = css`
  .frame {
    min-block-size: 0;
    padding: var(--ess-pad, var(--_3) var(--_4));
  }
  .title {
    margin-block-end: var(--_2);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
  }
  .field {
    flex: 1 1 13rem;
    min-inline-size: 0;
    max-inline-size: 24rem;
  }
  label {
    display: block;
    margin-block-end: var(--_1);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  .regional {
    margin: var(--_2) 0 0;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  /* The room of the bar, while it is on its way. */
  .loading {
    min-block-size: calc(var(--_target) + var(--_1) + 1.27em);
  }
  .skeleton {
    display: none;
  }
`;
