import { formatNumber } from './number.ts';
import { type Plurals, pluralise } from './plural.ts';

/** A text with places for values in braces, or one text for each plural category of the language. */
export type Message = string | Plurals;

/** Values of a message, by the names of their places. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Returns a message with its values. `n` chooses the plural form, and is written as the language writes numbers. */
export function fillMessage(message: Message, params: MessageParams, lang: string): string {
  const form = typeof message === 'string' ? message : pluralise(Number(params['n'] ?? 0), lang, message);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole;
    return name === 'n' && typeof value === 'number' ? formatNumber(value, lang) : String(value);
  });
}
