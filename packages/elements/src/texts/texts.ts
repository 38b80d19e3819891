/**
 * Texts of the interface. French decides which keys exist: a call or a language that names a key that French lacks does not
 * compile. English has all of them; a sentence that Breton lacks is French, and carries `lang="fr"`.
 */

import type { tallyWords } from '@ess-widgets/core/charts';
import { addFormatLanguage, type FormatLanguage, fillMessage } from '@ess-widgets/core/format';
import { noteFallback } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { address } from './address.fr.ts';
import type { agenda } from './agenda.fr.ts';
import { base } from './base.fr.ts';
import type { beyond } from './beyond.fr.ts';
import type { charts } from './charts.fr.ts';
import type { check } from './check.fr.ts';
import type { counter } from './counter.fr.ts';
import type { data } from './data.fr.ts';
import type { dates } from './dates.fr.ts';
import type { details } from './details.fr.ts';
import type { directory } from './directory.fr.ts';
import type { legend } from './legend.fr.ts';
import type { near } from './near.fr.ts';
import type { over } from './over.fr.ts';
import type { paper } from './paper.fr.ts';
import type { picker } from './picker.fr.ts';
import type { provenance } from './provenance.fr.ts';
import type { report } from './report.fr.ts';
import type { rows } from './rows.fr.ts';
import type { sheet } from './sheet.fr.ts';
import type { table } from './table.fr.ts';

/** A text, or one text for each plural category of the language. */
export type Message = string | PluralForms;
type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** All French texts. */
type French = typeof base &
  typeof address &
  typeof agenda &
  typeof beyond &
  typeof legend &
  typeof near &
  typeof over &
  typeof counter &
  typeof check &
  typeof charts &
  typeof dates &
  typeof details &
  typeof directory &
  typeof paper &
  typeof picker &
  typeof provenance &
  typeof report &
  typeof rows &
  typeof data &
  typeof sheet &
  typeof table &
  typeof tallyWords;

/** The key of a text. */
export type MessageKey = keyof French;
export type Params = Readonly<Record<string, string | number>>;

/** French in another language: the same keys, with that language's own plural categories; one element has its texts to itself. */
export type Translation = {
  readonly [K in Exclude<MessageKey, keyof typeof check>]: French[K] extends string ? string : PluralForms;
};

/** The texts of one language. */
export interface Localized {
  /** Language of the texts and of numbers and dates: `fr`, `br`, `en`, or one that the page has added. */
  readonly lang: string;
  /** Whether there is such a text: a key may be made from a word of the data, and details are loaded late. */
  readonly has: (key: MessageKey) => boolean;
  /** The text, for attributes and announcements. `n` chooses the plural form. */
  readonly text: (key: MessageKey, params?: Params) => string;
  /** The text in this language alone; null where it would be French. */
  readonly own: (key: MessageKey, params?: Params) => string | null;
  /** The same texts in French: for a part that this language lacks words of. */
  readonly french: Localized;
  /** The text as content: wrapped in `<span lang="fr">` when it fell back to French. */
  readonly content: (key: MessageKey, params?: Params) => string | TemplateResult;
}

export type Texts = Readonly<Partial<Record<MessageKey, Message>>>;

/** A language besides French: its texts, and the way in which it writes numbers and dates. */
interface Language {
  readonly texts: Texts;
  readonly format: FormatLanguage;
}

/** The languages besides French, which comes with the code of each element; a page may add others (`extend.ts`). */
export const languages: Map<string, () => Promise<Language>> = new Map<string, () => Promise<Language>>([
  ['br', () => import('./br.ts')],
  ['en', () => import('./en.ts')],
]);

/**
 * Loads texts of a language; an unknown language is French.
 * @param parts French texts besides those of every element: `charts`, `directory`, `details`… Their keys can be asked for
 */
export async function loadMessages(asked: string, parts: readonly Texts[]): Promise<Localized> {
  const french: Texts = Object.assign({}, base, ...parts);
  const lang = asked.toLowerCase().split('-')[0] ?? '';
  const load = languages.get(lang);
  if (!load) return localize('fr', french);
  const { texts, format } = await load();
  addFormatLanguage(format);
  return localize(lang, texts, french);
}

/** Makes the lookup of one language over French. Exported for tests. */
export function localize(lang: string, own: Texts, french: Texts = own): Localized {
  const find = (key: MessageKey): readonly [Message, string] => {
    const text = own[key];
    return text === undefined ? [french[key] ?? key, 'fr'] : [text, lang];
  };
  const text = (key: MessageKey, params: Params = {}): string => {
    const [message, of] = find(key);
    if (of !== lang) noteFallback();
    return fillMessage(message, params, of);
  };
  const inLang: Localized['own'] = (key, params) => (find(key)[1] === lang ? text(key, params) : null);
  const localized = {
    lang,
    has: (key: MessageKey) => key in french,
    text,
    own: inLang,
    content: (key: MessageKey, params?: Params) =>
      inLang(key, params) ?? html`<span lang="fr">${text(key, params)}</span>`,
    get french(): Localized {
      return lang === 'fr' ? localized : localize('fr', french);
    },
  };
  return localized;
}

/** Returns the texts of a language that a part is written in: those of the reader, or French. */
export const textsIn = (m: Localized, lang: string): Localized => (lang === m.lang ? m : m.french);

/** Returns the language that a text is shown in: French where the language asked for lacks it. */
export const shownLang = (key: MessageKey, m: Localized): string => (m.own(key) === null ? 'fr' : m.lang);
