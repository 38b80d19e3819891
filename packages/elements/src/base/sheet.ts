import { css, html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { pathIcon } from './icons.ts';

/** Declarations of a box that lies over the page. Its words are not those of the place in the page that it comes from. */
export const overPage = css`
  margin: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--_line-strong);
  border-radius: var(--_radius-2);
  background: var(--_surface);
  color: var(--_ink);
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
  font-size: max(0.9375rem, 14px);
  font-weight: 400;
  letter-spacing: 0;
  text-align: start;
  white-space: normal;
  overflow-wrap: anywhere;
`;

/** Declarations of a box that is a sheet at the foot of the window: they follow {@link overPage}. */
export const atFoot = css`
  position: fixed;
  inset: auto 0 0;
  inline-size: auto;
  max-inline-size: none;
  max-block-size: 75vh;
  max-block-size: 75dvh;
  padding-block-end: max(var(--_3), env(safe-area-inset-bottom));
  border-width: 1px 0 0;
  border-radius: var(--_radius-2) var(--_radius-2) 0 0;
`;

/** Declarations of the button that closes a box over the page. */
export const closeDeclarations = css`
  display: grid;
  place-items: center;
  inline-size: var(--_target);
  block-size: var(--_target);
  padding: 0;
  border: 0;
  background: none;
  color: var(--_ink-2);
`;

/** Renders the button that closes a box over the page. `m` has the texts of cards. */
export const closeButton = (close: () => void, m: Localized): TemplateResult =>
  html`<button class="close" type="button" aria-label=${m.text('cardClose')} @click=${close}>${pathIcon('m3.5 3.5 9 9M12.5 3.5l-9 9')}</button>`;
