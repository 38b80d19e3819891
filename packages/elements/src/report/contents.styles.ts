import { css } from 'lit';

/** The contents of a report: the section that is read is marked, its chapter is open. */
export const contentsStyles = css`
  .contents ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .contents a {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    padding: var(--_2);
    border-inline-start: 3px solid transparent;
    color: var(--_ink-2);
    text-decoration: none;
  }
  .contents a:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .contents .number {
    flex: none;
    min-inline-size: 1.6em;
    color: inherit;
  }
  /* Room for "Accompagnement" in one piece where letters are wide. */
  .contents > ol > li > a {
    gap: 0.3em;
    padding-inline-end: var(--_1);
  }
  .contents > ol > li > a > .number {
    font-family: var(--_serif);
  }
  .contents ol ol a {
    padding-block: var(--_1);
    font-size: var(--_text-sm);
  }
  .contents ol ol ol a {
    padding-inline-start: var(--_5);
  }
  /* Bolder by its outline: a bold row may need a line more. */
  .contents .open > a {
    color: var(--_ink);
    -webkit-text-stroke: 0.02em;
  }
  .contents [aria-current] {
    border-color: var(--_accent);
    background: var(--_surface-2);
    color: var(--_ink);
    -webkit-text-stroke: 0.04em;
  }
  /* A transparent border is drawn there: only the section being read has its bar. */
  @media (forced-colors: active) {
    .contents a:not([aria-current]) {
      border-color: Canvas;
    }
  }
  .contents li:not(.open, .current) > ol {
    display: none;
  }
  .fold {
    min-block-size: var(--_target);
  }
  .fold::after {
    content: '';
    inline-size: 0.45em;
    block-size: 0.45em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    translate: 0 -0.15em;
    rotate: 45deg;
  }
  .fold[aria-expanded='true']::after {
    translate: 0 0.15em;
    rotate: 225deg;
  }
  @container (min-width: 56em) {
    .fold {
      display: none;
    }
  }
  @container (max-width: 56em) {
    .fold[aria-expanded='false'] + ol {
      display: none;
    }
  }
  .search {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    margin-block-end: var(--_3);
    padding-inline: var(--_3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-2);
    background: var(--_surface);
    color: var(--_ink-2);
  }
  .search:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-halo);
  }
  .search input {
    min-inline-size: 0;
    flex: 1;
    border: 0;
    outline: 0;
    box-shadow: none;
    background: none;
    color: var(--_ink);
    font: inherit;
  }
  .search input::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  .aside {
    position: relative;
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 1;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  .found {
    margin: 0 0 var(--_2);
    font-size: var(--_text-sm);
    color: var(--_ink-2);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_4);
    margin-block: var(--_4) var(--_5);
    font-size: var(--_text-sm);
  }
`;
