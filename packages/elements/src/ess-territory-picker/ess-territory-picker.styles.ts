import { css } from 'lit';

/** A bar without a box: fields side by side, one under the other where there is no room. */
export const territoryPickerStyles = css`
  .frame {
    min-block-size: 0;
    padding: var(--ess-pad, 0);
    border: var(--ess-border, 0);
    background: var(--ess-bg, transparent);
  }
  /* Light words need their ground: a dark bar paints its own on whatever page it stands. */
  :host(:state(dark)) .frame {
    background: var(--_bg);
  }
  @media (prefers-color-scheme: dark) {
    :host(:state(auto)) .frame {
      background: var(--_bg);
    }
  }
  .title:not(.hidden) {
    margin-block-end: var(--_2);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
  }
  .field {
    position: relative;
    flex: 1 1 13rem;
    min-inline-size: 0;
    max-inline-size: 24rem;
  }
  .field > label {
    display: block;
    margin-block-end: var(--_1);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
    font-weight: 600;
  }
  select,
  input {
    inline-size: 100%;
    min-block-size: var(--_target);
    margin: 0;
    padding-inline: var(--_3) var(--_2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    text-overflow: ellipsis;
  }
  /* The room of the bar, while it is on its way. */
  .loading {
    min-block-size: calc(var(--_target) + 1.45em);
  }
  .skeleton {
    display: none;
  }
`;
