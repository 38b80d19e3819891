import { formatLanguage } from './language.ts';

/** Returns a list in words: `a, b et c`; in Breton `ha`, `hag` before a vowel. */
export function formatList(items: readonly string[], lang: string): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${formatLanguage(lang).and(last)} ${last}`;
}
