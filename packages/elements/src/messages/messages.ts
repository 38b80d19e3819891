/**
 * Texts of the interface. French decides which keys exist, so a missing French text does not compile; another language
 * may lack some, and a text that falls back to French carries `lang="fr"`.
 */
import { addFormatLanguage, type FormatLanguage, pluralise } from '@ess-widgets/core/format/lean';
import { html, type TemplateResult } from 'lit';
import type { agenda } from './agenda.fr.ts';
import type { agendaMore } from './agenda-more.fr.ts';
import type { charts } from './charts.fr.ts';
import type { common } from './common.fr.ts';
import type { counter } from './counter.fr.ts';
import type { directory } from './directory.fr.ts';

/** A text, or one text for each plural category of the language. */
export type Message = string | PluralForms;
export type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Another language's version of a message file: any subset of its keys, with that language's own plural categories. */
export type Translation<T> = { readonly [K in keyof T]?: T[K] extends string ? string : PluralForms };

export type MessageKey = keyof (typeof common &
  typeof agenda &
  typeof agendaMore &
  typeof charts &
  typeof counter &
  typeof directory);
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

type Texts = Readonly<Partial<Record<MessageKey, Message>>>;

/** The files of texts: an element loads those of its topics, and `common`. */
const files = {
  common: {
    fr: async () => (await import('./common.fr.ts')).common,
    br: async () => (await import('./common.br.ts')).common,
    en: async () => (await import('./common.en.ts')).common,
  },
  agenda: {
    fr: async () => (await import('./agenda.fr.ts')).agenda,
    br: async () => (await import('./agenda.br.ts')).agenda,
    en: async () => (await import('./agenda.en.ts')).agenda,
  },
  agendaMore: {
    fr: async () => (await import('./agenda-more.fr.ts')).agendaMore,
    br: async () => (await import('./agenda-more.br.ts')).agendaMore,
    en: async () => (await import('./agenda-more.en.ts')).agendaMore,
  },
  charts: {
    fr: async () => (await import('./charts.fr.ts')).charts,
    br: async () => (await import('./charts.br.ts')).charts,
    en: async () => (await import('./charts.en.ts')).charts,
  },
  counter: {
    fr: async () => (await import('./counter.fr.ts')).counter,
    br: async () => (await import('./counter.br.ts')).counter,
    en: async () => (await import('./counter.en.ts')).counter,
  },
  directory: {
    fr: async () => (await import('./directory.fr.ts')).directory,
    br: async () => (await import('./directory.br.ts')).directory,
    en: async () => (await import('./directory.en.ts')).directory,
  },
} as const satisfies Record<string, Readonly<Record<string, () => Promise<Texts>>>>;

/** How the other languages write numbers and dates: loaded with their texts. French is always there. */
const formats: Readonly<Partial<Record<MessageLang, () => Promise<FormatLanguage>>>> = {
  br: async () => (await import('@ess-widgets/core/format/languages/breton')).breton,
  en: async () => (await import('@ess-widgets/core/format/languages/english')).english,
};

/** A group of texts, in a file of its own for each language. */
export type Topic = keyof typeof files;

/** A language that the elements speak. */
export type MessageLang = keyof (typeof files)['common'];

/** Languages that the elements speak. */
export const languages = Object.keys(files.common) as readonly MessageLang[];

const loaded = new Map<string, Promise<Localized>>();

/** Loads texts of a language (with French under it); an unknown language is French. One load for all elements. */
export function loadMessages(asked: string, topics: readonly Topic[]): Promise<Localized> {
  const base = asked.toLowerCase().split('-')[0];
  const lang = languages.find((one) => one === base) ?? 'fr';
  const key = [lang, ...topics].join(' ');
  const known = loaded.get(key);
  if (known) return known;
  const promise = load(lang, ['common', ...topics]);
  loaded.set(key, promise);
  // A failed load (a deployment in the middle) may be tried again.
  promise.catch(() => loaded.delete(key));
  return promise;
}

async function load(lang: MessageLang, topics: readonly Topic[]): Promise<Localized> {
  const textsIn = async (one: MessageLang): Promise<Texts> =>
    Object.assign({}, ...(await Promise.all(topics.map((topic) => files[topic][one]()))));
  const [french, own, format] = await Promise.all([
    textsIn('fr'),
    lang === 'fr' ? {} : textsIn(lang),
    formats[lang]?.(),
  ]);
  if (format) addFormatLanguage(format);
  return localize(lang, lang === 'fr' ? french : own, french);
}

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
    text,
    content: (key, params) =>
      find(key)[1] === lang ? text(key, params) : html`<span lang="fr">${text(key, params)}</span>`,
  };
}

function fill(message: Message, params: Params, lang: string): string {
  const form = typeof message === 'string' ? message : pluralise(Number(params['n'] ?? 0), lang, message);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
