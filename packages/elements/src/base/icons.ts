import { html, type TemplateResult } from 'lit';

/** Line icons on a 16 grid, stroke 1.6: decorative, so hidden from assistive technology. Those of every frame. */
const paths = {
  published: 'M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z',
  computed: 'M12 3.5H4.5L8.5 8l-4 4.5H12',
  recomputed: 'm3 8.5 3.2 3.2L13 4.8',
  listed: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.1M2.8 8h.1M2.8 12h.1',
  approx: 'M2 6.2c2-2 4 2 6 0s4 2 6 0M2 10.4c2-2 4 2 6 0s4 2 6 0',
  partial: 'M2.2 8a5.8 5.8 0 1 0 11.6 0 5.8 5.8 0 1 0-11.6 0M8 2.5v11M6 3.2v9.6M4 4.4v7.2',
  provisional: 'M2.2 8a5.8 5.8 0 1 0 11.6 0 5.8 5.8 0 1 0-11.6 0M8 4.6V8l2.4 1.6',
  estimated: 'M2 6.2c2-2 4 2 6 0s4 2 6 0M2 10.4c2-2 4 2 6 0s4 2 6 0',
  break: 'M1.5 11l4-2.5M8 3.5 6.5 12.5M14.5 5l-4 2.5',
  check: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.4v.1',
  error: 'M8 2.5 14.3 13H1.7zM8 6.5v3M8 11.3v.1',
  warn: 'M2.2 8a5.8 5.8 0 1 0 11.6 0 5.8 5.8 0 1 0-11.6 0M8 4.6V8l2.4 1.6',
  info: 'M2.2 8a5.8 5.8 0 1 0 11.6 0 5.8 5.8 0 1 0-11.6 0M8 7.4v3.4M8 5.1v.1',
} as const;

export type IconName = keyof typeof paths;

/** Renders an icon of 1 em, in the text colour. */
export const icon = (name: IconName): TemplateResult => pathIcon(paths[name]);

/** One that a single element shows, from its path. */
export function pathIcon(path: string): TemplateResult {
  return html`<svg width="1em" height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
