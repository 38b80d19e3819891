/**
 * Texts of the interface. French decides which keys exist: a call or a language that names a key that French lacks does not
 * compile. English has all of them; a sentence that Breton lacks is French, and carries `lang="fr"`.
 */
import { addFormatLanguage, type FormatLanguage, formatNumber, pluralise } from '@ess-widgets/core/format/lean';
import { html, type TemplateResult } from 'lit';
import type { base } from './base.fr.ts';
import type { details } from './details.fr.ts';
import type { directory } from './directory.fr.ts';
import type { views } from './views.fr.ts';

/** A text, or one text for each plural category of the language. */
export type Message = string | PluralForms;
export type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Another language's version of a French file: the same keys, with that language's own plural categories. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : PluralForms };

/** The key of a text. */
export type MessageKey = keyof (typeof base & typeof views & typeof directory & typeof details);
export type Params = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Localized {
  /** Language of the texts and of numbers and dates: `fr`, `br` or `en`. */
  readonly lang: string;
  /** Whether there is such a text: a key may be made from a word of the data, and details are loaded late. */
  readonly has: (key: MessageKey) => boolean;
  /** The text, for attributes and announcements. `n` chooses the plural form. */
  readonly text: (key: MessageKey, params?: Params) => string;
  /** The text as content: wrapped in `<span lang="fr">` when it fell back to French. */
  readonly content: (key: MessageKey, params?: Params) => string | TemplateResult;
}

export type Texts = Readonly<Partial<Record<MessageKey, Message>>>;

/**
 * A part of the texts, one file in each language: `base` belongs to every element, `views` and `directory` to those that
 * name it, `details` is loaded when a visitor opens a source card or when the page has a mistake. With one file for all, the
 * pages of an indicator, of a counter, of a map and of a report would exceed their budgets (`scripts/sizes.ts`).
 */
export type TextPart = keyof typeof FILES.fr;

const FILES = {
  fr: {
    base: async () => (await import('./base.fr.ts')).base,
    views: async () => (await import('./views.fr.ts')).views,
    directory: async () => (await import('./directory.fr.ts')).directory,
    details: async () => (await import('./details.fr.ts')).details,
  },
  br: {
    base: async () => (await import('./base.br.ts')).base,
    views: async () => (await import('./views.br.ts')).views,
    directory: async () => (await import('./directory.br.ts')).directory,
    details: async () => (await import('./details.br.ts')).details,
  },
  en: {
    base: async () => (await import('./base.en.ts')).base,
    views: async () => (await import('./views.en.ts')).views,
    directory: async () => (await import('./directory.en.ts')).directory,
    details: async () => (await import('./details.en.ts')).details,
  },
} as const satisfies Record<string, Record<string, () => Promise<Texts>>>;

/** A language that the elements speak. */
export type MessageLang = keyof typeof FILES;

/** The way in which each language writes numbers and dates; the French one is part of the code. */
const FORMATS: Readonly<Partial<Record<string, () => Promise<FormatLanguage>>>> = {
  br: async () => (await import('@ess-widgets/core/format/languages/breton')).breton,
  en: async () => (await import('@ess-widgets/core/format/languages/english')).english,
};

const isSpoken = (lang: string | undefined): lang is MessageLang => lang !== undefined && Object.hasOwn(FILES, lang);

const loaded = new Map<string, Promise<Localized>>();

/**
 * Loads texts of a language: `base` and the given parts. An unknown language is French. There is one load for all elements
 * that name the same parts.
 */
export function loadMessages(asked: string, parts: readonly TextPart[]): Promise<Localized> {
  const base = asked.toLowerCase().split('-')[0];
  const lang = isSpoken(base) ? base : 'fr';
  const all = new Set<TextPart>(['base', ...parts]);
  const key = [lang, ...all].join(' ');
  const known = loaded.get(key);
  if (known) return known;
  const promise = load(lang, [...all]);
  loaded.set(key, promise);
  // A failed load (a deployment in the middle) may be tried again.
  promise.catch(() => loaded.delete(key));
  return promise;
}

async function load(lang: MessageLang, parts: readonly TextPart[]): Promise<Localized> {
  // Breton alone lacks sentences.
  const [own, french, format] = await Promise.all([
    textsOf(lang, parts),
    lang === 'br' ? textsOf('fr', parts) : undefined,
    FORMATS[lang]?.(),
  ]);
  if (format) addFormatLanguage(format);
  return localize(lang, own, french);
}

const textsOf = async (lang: MessageLang, parts: readonly TextPart[]): Promise<Texts> =>
  Object.assign({}, ...(await Promise.all(parts.map((part) => FILES[lang][part]()))));

/** Makes the lookup of one language over French. Exported for tests. */
export function localize(lang: string, own: Texts, french: Texts = own): Localized {
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
    has: (key) => key in french,
    text,
    content: (key, params) =>
      find(key)[1] === lang ? text(key, params) : html`<span lang="fr">${text(key, params)}</span>`,
  };
}

function fill(message: Message, params: Params, lang: string): string {
  const form = typeof message === 'string' ? message : pluralise(Number(params['n'] ?? 0), lang, message);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole;
    return name === 'n' && typeof value === 'number' ? formatNumber(value, lang) : String(value);
  });
}
