import { css } from 'lit';

/** Map and list side by side, or one at a time under tabs. */
export const memberMapStyles = css`
  .map,
  .map-box {
    --_map-ratio: 1.66;
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 2.2fr) minmax(15rem, 1fr);
    gap: var(--_4);
  }
  .narrow .split,
  .alone .split {
    display: block;
  }
  .panel[hidden],
  .split[hidden],
  .table[hidden] {
    display: none;
  }
  .map-box {
    position: relative;
    min-inline-size: 0;
  }
  /* The room of the map, until it is there. */
  .map-box:empty {
    display: grid;
    place-items: center;
    aspect-ratio: var(--_map-ratio);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-2);
    background: var(--_sea);
  }
  .list-panel {
    position: relative;
    display: flex;
    flex-direction: column;
    /* Six rows, whatever the height of the map. */
    min-block-size: 30rem;
  }
  .list-panel .row {
    padding-block: var(--_2);
  }
  .scroller .group {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    margin: 0;
    padding-block: var(--_2) var(--_1);
    background: var(--_bg);
    color: var(--_ink-2);
    font-size: var(--_text-sm);
  }
  .scroller {
    flex: 1 1 0;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-inline-end: 2px;
  }
  .narrow .list-panel,
  .alone .list-panel {
    min-block-size: 0;
  }
  .narrow .list-panel:not([hidden]),
  .alone .list-panel {
    display: block;
  }
  .narrow .scroller,
  .alone .scroller {
    overflow: visible;
  }
  .list-head:focus:not(:focus-visible) {
    outline: none;
  }
  .below {
    margin-block-start: var(--_3);
  }
  .tabs {
    display: grid;
    grid-template-columns: 1fr 1fr;
    margin-block-end: var(--_4);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    overflow: hidden;
  }
  .tab {
    min-block-size: var(--_target);
    border: 0;
    background: var(--_surface);
    font-weight: 600;
  }
  .tab[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .tab:focus-visible {
    outline-offset: -6px;
    box-shadow: inset 0 0 0 3px var(--_focus-halo);
  }
  .tab[aria-selected='true']:focus-visible {
    outline-color: var(--_on-accent);
    box-shadow: none;
  }
  .scroller .fold > .group {
    cursor: pointer;
  }
  .same > .name {
    cursor: pointer;
  }
  .same > .name::after {
    content: none;
  }
  .same > .name:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .same > ul {
    margin: var(--_1) 0 0;
    padding: 0;
    list-style: none;
  }
  .same li {
    position: relative;
    padding: var(--_1) var(--_2);
    border-block-start: 1px solid var(--_line);
  }
  .same .selected {
    background: var(--_accent-soft);
  }
  .same li > .name {
    font-weight: 600;
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 5;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  .map-panel {
    position: relative;
    min-inline-size: 0;
    /* The room of the map and the map itself are of one width: the same rules hold for both. */
    container-type: inline-size;
  }
  @container (max-width: 30em) {
    .map-box:empty {
      aspect-ratio: auto;
      block-size: var(--_at-rest);
      /* Its credit and its buttons. */
      margin-block-end: 66px;
    }
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    .split {
      display: block;
    }
    .panel[hidden] {
      display: block;
    }
    .tabs,
    .skip,
    .below {
      display: none;
    }
    .list-panel {
      display: block;
      margin-block-start: var(--_4);
    }
    .scroller {
      overflow: visible;
    }
  }
`;
