import { css, html, nothing, type TemplateResult } from 'lit';
import type { Content } from './frame.ts';

/** Two waves, for an empty result. */
export const waves = html`<svg width="44" height="24" viewBox="0 0 44 24" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linecap="round" aria-hidden="true" focusable="false"><path d="M2 8c5-6 9 6 14 0s9 6 14 0 8 4 12 0M2 18c5-6 9 6 14 0s9 6 14 0 8 4 12 0"/></svg>`;

/** Renders the empty state: two waves, a title, the request, and one action. */
export function emptyState(title: Content, detail: Content = nothing, action: Content = nothing): TemplateResult {
  return html`<div class="empty" part="empty">${waves}<strong>${title}</strong>${detail === nothing ? nothing : html`<p>${detail}</p>`}${action}</div>`;
}

export const emptyStyles = css`
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_2);
    padding-block: var(--_5);
    text-align: center;
    font-size: var(--_text-sm);
  }
  .empty > p {
    margin: 0;
    color: var(--_ink-2);
  }
  .empty > strong {
    color: var(--_ink);
  }
  .empty > svg {
    color: var(--_line-strong);
  }
`;
