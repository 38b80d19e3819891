import { css } from 'lit';
import { noticeStyles } from './notice.styles.ts';
import { tokens } from './tokens.ts';

/**
 * Styles of every element: the host box, the reset inside it, the frame, links, buttons, focus, badges; then the content of
 * the frame.
 */
export const baseStyles = [
  tokens,
  noticeStyles,
  css`
    :host {
      /* Important where the reset of a theme (* { all: unset }) would undo what the content relies on. */
      box-sizing: border-box !important;
      /* Not important: a page hides a widget as it hides anything else. */
      display: block;
      container-type: inline-size !important;
      /* As wide as its place; where that is as wide as what is in it (a row, a float, a cell), as a card. */
      contain-intrinsic-inline-size: 18rem;
      min-inline-size: 0;
      color-scheme: light;
    }
    :host(:state(dark)) {
      color-scheme: dark;
    }
    :host(:state(auto)) {
      color-scheme: light dark;
    }
    :host([hidden]) {
      display: none !important;
    }
    /* Where something inside has the focus its host matches :focus too, and a theme would outline both. */
    :host(:focus:not(:focus-visible)) {
      outline: none !important;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    .frame {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      min-block-size: inherit;
      padding: var(--_pad);
      border: var(--_border);
      border-radius: var(--_radius-2);
      background: var(--_bg);
      color: var(--_ink);
      font-family: var(--_font);
      line-height: 1.45;
      text-align: start;
      text-indent: 0;
      text-transform: none;
      white-space: normal;
      overflow-wrap: anywhere;
      /* Marks upon one letter cannot be broken: they must not make the page wider. The margin is that of focus rings. */
      overflow-x: clip;
      overflow-clip-margin: 4px;
    }
    /* A still stands as it did before there was an element, in the colours of the page. The frame is laid out over it, so
       that it is whole when it is shown. */
    :host(:state(held)) {
      color-scheme: inherit;
      position: relative;
    }
    .frame.held {
      position: absolute;
      inset-block-start: 0;
      inset-inline: 0;
      block-size: auto;
      visibility: hidden;
    }
    /* A still that stays under a failure says what it is. */
    :host(:state(titled)) #title {
      display: none;
    }
    /* Without a doctype a percentage of nothing is the whole viewport. */
    :host(:state(quirks)) .frame {
      block-size: auto;
    }
    .body {
      margin-block-start: var(--_4);
      min-inline-size: 0;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_2) var(--_4);
      align-items: center;
      justify-content: space-between;
      margin-block-start: auto;
      padding-block-start: var(--_4);
      font-size: var(--_text-xs);
      color: var(--_ink-2);
    }
    .foot > * {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_3);
      align-items: center;
    }
    a,
    .link {
      color: var(--_accent);
      text-underline-offset: 0.2em;
    }
    a:hover,
    .link:hover {
      color: var(--_accent-hover);
      text-decoration-thickness: 2px;
    }
    button {
      font: inherit;
      color: inherit;
      letter-spacing: inherit;
      margin: 0;
      cursor: pointer;
    }
    .link {
      display: inline-flex;
      gap: 0.375em;
      align-items: center;
      min-block-size: 1.75rem;
      padding: 0;
      border: 0;
      background: none;
      text-decoration-line: underline;
    }
    .link > svg {
      flex: none;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--_focus-halo);
      border-radius: var(--_radius-1);
    }
    /* A number, or a word, that opens the source card. */
    .cited {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      text-align: start;
      user-select: text;
    }
    .cited,
    :host(:not(:state(full))) strong[part='value']:not(.unknown) {
      text-decoration: underline dotted var(--_accent) max(1px, 0.06em);
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    .cited:hover,
    .cited[aria-expanded='true'] {
      color: var(--_accent);
    }
    .foot .cited {
      padding-block: 0.25em;
    }
    /* The sign is no part of the number that the dots are under. */
    .circa {
      display: inline-block;
      font-weight: 400;
      white-space: pre;
    }
    .badge {
      display: inline-flex;
      gap: 0.3em;
      align-items: center;
      min-block-size: 1.5rem;
      padding: 0 0.6em 0 0.4em;
      border: 1px solid var(--_line-strong);
      border-radius: 999px;
      background: var(--_surface);
      color: var(--_ink-2);
      font-size: var(--_text-xs);
      font-weight: 600;
      line-height: 1;
      white-space: nowrap;
    }
    .badge.doubt {
      border-style: dashed;
    }
    .badge.check {
      border-color: var(--_warn);
      background: var(--_warn-soft);
      color: var(--_warn);
    }
    button.badge:hover {
      background: var(--_surface-2);
      color: var(--_ink);
    }
    .hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @container (max-width: 30em) {
      .frame {
        padding: min(var(--_pad), 1rem);
      }
    }
    @media (forced-colors: active) {
      :focus-visible {
        outline-color: Highlight;
      }
    }
    @media print {
      /* What is laid out as a flexible box overlaps where a page ends. */
      .frame {
        display: block;
        block-size: auto;
        break-inside: avoid;
      }
      .actions,
      .share-row,
      .remark {
        display: none !important;
      }
      .cited,
      strong[part='value'] {
        text-decoration: none !important;
      }
      /* Nothing opens a source on paper: the line says there how sure a figure is. */
      [data-quality]::after {
        content: ' (' attr(data-quality) ')';
      }
    }
  `,
];
