import { resolveText, type Text } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Localized } from './texts.ts';

/** Returns a domain text with its own `lang` where it had to fall back. */
export function domainText(text: Text, m: Localized): string | TemplateResult {
  const found = resolveText(text, m.lang);
  return found.lang === m.lang ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
}
