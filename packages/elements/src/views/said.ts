import type { Sentence } from '@ess-widgets/core/charts';
import type { TemplateResult } from 'lit';
import { domainText } from '../texts/domain-text.ts';
import type { Localized, MessageKey, Params } from '../texts/texts.ts';

/** Renders a piece of a sentence. */
export function saidContent(said: Sentence, m: Localized): string | TemplateResult {
  if (typeof said === 'string') return said;
  return 'key' in said ? m.content(said.key as MessageKey, said.params as Params) : domainText(said, m);
}
