/**
 * Texts of the interface. French decides which keys exist, so a missing French text does not compile; another language
 * may lack some, and a text that falls back to French carries `lang="fr"`.
 */
import { html, type TemplateResult } from 'lit';
import type { fr } from './fr.ts';

/** A text, or one text for each plural category of the language. */
export type Message = string | PluralForms;
export type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Another language's version of a message file: any subset of its keys, with that language's own plural categories. */
export type Translation<T> = { readonly [K in keyof T]?: T[K] extends string ? string : PluralForms };

export type MessageKey = keyof typeof fr;
export type Params = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Localized {
  /** Language of the texts and of numbers and dates: `fr`, `br` or `en`. */
  readonly lang: string;
  /** The text, for attributes and announcements. `n` chooses the plural form. */
  readonly text: (key: MessageKey, params?: Params) => string;
  /** The text as content: wrapped in `<span lang="fr">` when it fell back to French. */
  readonly content: (key: MessageKey, params?: Params) => string | TemplateResult;
}

const loaders: Readonly<Record<string, () => Promise<Readonly<Partial<Record<MessageKey, Message>>>>>> = {
  fr: async () => (await import('./fr.ts')).fr,
  br: async () => (await import('./br.ts')).br,
  en: async () => (await import('./en.ts')).en,
};

/** Languages that the elements speak. */
export const languages: readonly string[] = Object.keys(loaders);

const loaded = new Map<string, Promise<Localized>>();

/** Loads the texts of a language (with French under it); an unknown language is French. One load for all elements. */
export function loadMessages(asked: string): Promise<Localized> {
  const base = asked.toLowerCase().split('-')[0] ?? 'fr';
  const lang = Object.hasOwn(loaders, base) ? base : 'fr';
  const known = loaded.get(lang);
  if (known) return known;
  const promise = load(lang);
  loaded.set(lang, promise);
  // A failed load (a deployment in the middle) may be tried again.
  promise.catch(() => loaded.delete(lang));
  return promise;
}

async function load(lang: string): Promise<Localized> {
  const [french, own] = await Promise.all([loaders['fr']?.(), loaders[lang]?.()]);
  return localize(lang, own ?? {}, french ?? {});
}

/** Makes the lookup of one language over French. Exported for tests. */
export function localize(
  lang: string,
  own: Readonly<Partial<Record<MessageKey, Message>>>,
  french: Readonly<Partial<Record<MessageKey, Message>>>,
): Localized {
  const find = (key: MessageKey): readonly [Message, string] => {
    const text = own[key];
    return text === undefined ? [french[key] ?? key, 'fr'] : [text, lang];
  };
  const text = (key: MessageKey, params: Params = {}): string => {
    const [message, of] = find(key);
    return fill(message, params, of);
  };
  return {
    lang,
    text,
    content: (key, params) =>
      find(key)[1] === lang ? text(key, params) : html`<span lang="fr">${text(key, params)}</span>`,
  };
}

const rules = new Map<string, Intl.PluralRules>();

function fill(message: Message, params: Params, lang: string): string {
  const form = typeof message === 'string' ? message : choose(message, Number(params['n'] ?? 0), lang);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

function choose(forms: PluralForms, n: number, lang: string): string {
  const rule = rules.get(lang) ?? new Intl.PluralRules(lang);
  rules.set(lang, rule);
  return forms[rule.select(n)] ?? forms.other;
}
