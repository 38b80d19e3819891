import { breton } from './breton.ts';
import { formatLang } from './language.ts';

/** `a, b et c`; in Breton `ha`, `hag` before a vowel. */
export function formatList(items: readonly string[], lang: string): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  const and = { fr: 'et', br: breton.and(last), en: 'and' }[formatLang(lang)];
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
