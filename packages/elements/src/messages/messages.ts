/**
 * Texts of the interface. French decides which keys exist, so a missing French text does not compile; another language
 * may lack some, and a text that falls back to French carries `lang="fr"`.
 */
import { addFormatLanguage, formatNumber, pluralise } from '@ess-widgets/core/format/lean';
import { html, type TemplateResult } from 'lit';
import { common } from './common.fr.ts';
import type { MessageKey, TopicId } from './topics.ts';

/** A text, or one text for each plural category of the language. */
export type Message = string | PluralForms;
export type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Another language's version of a message file: any subset of its keys, with that language's own plural categories. */
export type Translation<T> = { readonly [K in keyof T]?: T[K] extends string ? string : PluralForms };

export type { MessageKey } from './topics.ts';
export type Params = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Localized {
  /** Language of the texts and of numbers and dates: `fr`, `br` or `en`. */
  readonly lang: string;
  /** Whether the text has come: those of a topic that is loaded on demand may be on their way. */
  readonly has: (key: MessageKey) => boolean;
  /** The text, for attributes and announcements. `n` chooses the plural form. */
  readonly text: (key: MessageKey, params?: Params) => string;
  /** The text as content: wrapped in `<span lang="fr">` when it fell back to French. */
  readonly content: (key: MessageKey, params?: Params) => string | TemplateResult;
}

export type Texts = Readonly<Partial<Record<MessageKey, Message>>>;

/** A group of texts, in a file of its own for each language: an element loads those of its topics, and `common`. */
export interface Topic {
  readonly id: TopicId;
  readonly french: () => Promise<Texts>;
}

/** Languages that the elements speak. French is always there. */
export const languages = ['fr', 'br', 'en'] as const;

/** A language that the elements speak. */
export type MessageLang = (typeof languages)[number];

const loaded = new Map<string, Promise<Localized>>();

/** Loads texts of a language (with French under it); an unknown language is French. One load for all elements. */
export function loadMessages(asked: string, topics: readonly Topic[]): Promise<Localized> {
  const base = asked.toLowerCase().split('-')[0];
  const lang = languages.find((one) => one === base) ?? 'fr';
  const key = [lang, ...topics.map(({ id }) => id)].join(' ');
  const known = loaded.get(key);
  if (known) return known;
  const promise = load(lang, topics);
  loaded.set(key, promise);
  // A failed load (a deployment in the middle) may be tried again.
  promise.catch(() => loaded.delete(key));
  return promise;
}

async function load(lang: MessageLang, topics: readonly Topic[]): Promise<Localized> {
  const own = async (): Promise<Texts | null> => {
    if (lang === 'fr') return null;
    const { translations } = await import('./translations.ts');
    const { texts, format } = translations[lang];
    addFormatLanguage(await format());
    return joined([texts.common, ...topics.map(({ id }) => texts[id])]);
  };
  // French is under every language: what every element says in it comes with the code.
  const [texts, translated] = await Promise.all([
    joined([async () => common, ...topics.map(({ french }) => french)]),
    own(),
  ]);
  return localize(lang, translated ?? texts, texts);
}

const joined = async (files: readonly (() => Promise<Texts>)[]): Promise<Texts> =>
  Object.assign({}, ...(await Promise.all(files.map((file) => file()))));

/** Makes the lookup of one language over French. Exported for tests. */
export function localize(lang: string, own: Texts, french: Texts): Localized {
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
