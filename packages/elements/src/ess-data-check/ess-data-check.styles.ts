import { css } from 'lit';

/** A place to drop a file, then its findings, columns and preview, one under the other. */
export const dataCheckStyles = css`
  .intro {
    margin: var(--_1) 0 0;
    max-inline-size: 64ch;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    justify-content: center;
    margin-block-start: var(--_4);
    padding: var(--_4);
    border: 2px dashed var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface-2);
  }
  .drop.empty {
    min-block-size: 10rem;
  }
  .drop.over {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .drop p,
  .drop label {
    margin: 0;
    color: var(--_ink);
    text-align: center;
  }
  .drop form {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    justify-content: center;
  }
  .drop form input {
    flex: 0 1 24rem;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding: 0 var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .address {
    flex-basis: 100%;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .drop + .notice {
    margin-block: var(--_4) 0;
  }
  .reading {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_3);
    align-items: center;
    margin-block-start: var(--_4);
  }
  .reading p {
    flex-basis: 100%;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  progress {
    flex: 1 1 12rem;
    min-inline-size: 0;
    block-size: 0.75rem;
    accent-color: var(--_accent);
  }
  .counts {
    margin: var(--_4) 0 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  section {
    margin-block-start: var(--_6);
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_line);
  }
  .part {
    margin: 0;
    font-size: var(--_text-md, 1.125em);
    font-weight: 700;
    line-height: 1.3;
  }
  .severity {
    margin: var(--_4) 0 0;
    font-size: var(--_text-sm);
    font-weight: 600;
    color: var(--_ink-2);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .group {
    margin-block-start: var(--_3);
    padding: var(--_2) 0 var(--_2) var(--_4);
    border-inline-start: 4px solid var(--_line-strong);
  }
  .group.error {
    border-color: var(--_error);
  }
  .group.warning {
    border-color: var(--_warn);
  }
  .group p {
    margin: 0;
    max-inline-size: 72ch;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .group .heading,
  .group .remedy {
    color: var(--_ink);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    align-items: center;
    margin-block-start: var(--_2);
    font-size: var(--_text-sm);
  }
  .choices .button {
    min-block-size: 2.25rem;
    padding: var(--_1) var(--_3);
    font-size: var(--_text-sm);
    text-align: start;
  }
  .button[aria-pressed='true'] {
    border: 2px solid var(--_accent);
    background: var(--_accent-soft);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
    margin-block-start: var(--_3);
  }
  .fields > label {
    flex: 0 1 14rem;
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  select {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: var(--_2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  .column {
    display: grid;
    grid-template-columns: 2.5rem minmax(0, 1fr) minmax(0, 14rem);
    gap: var(--_1) var(--_3);
    align-items: center;
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
  }
  .column > b {
    font-weight: 600;
  }
  .column small {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_text-xs);
  }
  .preview {
    margin-block-start: var(--_3);
  }
  @container (max-width: 30em) {
    .column {
      grid-template-columns: 2rem minmax(0, 1fr);
    }
    .column > select {
      grid-column: 2;
    }
    .drop .button {
      inline-size: 100%;
    }
  }
`;
