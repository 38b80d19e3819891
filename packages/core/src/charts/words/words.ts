import {
  addFormatLanguage,
  breton,
  english,
  fillMessage,
  formatLang,
  type Message,
  type MessageParams,
  type Plurals,
} from '../../format/index.ts';
import { resolveText, type Text } from '../../model/index.ts';
import { html, type Markup, raw } from '../markup.ts';
import { escaped } from '../write.ts';
import { agendaWords } from './agenda.fr.ts';
import { baseWords } from './base.fr.ts';
import { wordsBr as inBreton } from './br.ts';
import { chartsWords } from './charts.fr.ts';
import { counterWords } from './counter.fr.ts';
import { datesWords } from './dates.fr.ts';
import { directoryWords } from './directory.fr.ts';
import { wordsEn as inEnglish } from './en.ts';
import { reportWords } from './report.fr.ts';
import { sheetWords } from './sheet.fr.ts';
import { tableWords } from './table.fr.ts';
import { tallyWords } from './tally.fr.ts';

const french = {
  ...agendaWords,
  ...baseWords,
  ...chartsWords,
  ...counterWords,
  ...datesWords,
  ...directoryWords,
  ...reportWords,
  ...sheetWords,
  ...tableWords,
  ...tallyWords,
};

/** The key of a text of a still. */
export type StillKey = keyof typeof french;

/** The texts of a still in another language than French. */
export type StillWords = {
  readonly [K in StillKey]: (typeof french)[K] extends string ? string : Plurals;
};

/** The texts of a still in its language. */
export interface Words {
  /** Language of the texts, of numbers and of dates. */
  readonly lang: string;
  readonly text: (key: StillKey, params?: MessageParams) => string;
  /** Returns the text in this language alone; null where it would be French. */
  readonly own: (key: StillKey, params?: MessageParams) => string | null;
  /** Returns a text as markup, which says so where it fell back to French. Values may be markup. */
  readonly say: (key: StillKey, params?: Readonly<Record<string, string | number | Markup>>) => Markup;
  /** Returns a text of the data, which says so where it fell back to French. */
  readonly data: (text: Text) => Markup;
  /** Returns the word of the model that a key is made of: `col_date`, `word_held`; undefined where there is none. */
  readonly maybe: (key: string) => string | undefined;
}

/** As much of the texts as writes plain words: those of a still, or of an element. */
export type PlainWords = Pick<Words, 'lang' | 'text'>;

const OWN: Readonly<Record<string, Partial<StillWords>>> = { br: inBreton, en: inEnglish };

const inFrench = (text: Markup): Markup => html`<span lang="fr">${text}</span>`;

/** Returns the texts of a language; French for one that there is not. */
export function stillWords(asked: string): Words {
  addFormatLanguage(breton);
  addFormatLanguage(english);
  const lang = formatLang(asked);
  const own = OWN[lang] ?? {};
  const find = (key: StillKey): readonly [Message, string] => {
    const found = own[key];
    return found === undefined ? [french[key], 'fr'] : [found, lang];
  };
  const text: Words['text'] = (key, params = {}) => {
    const [message, of] = find(key);
    return fillMessage(message, params, of);
  };
  return {
    lang,
    text,
    own: (key, params) => (find(key)[1] === lang ? text(key, params) : null),
    say: (key, params = {}) => {
      const values = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : typeof value === 'string' ? escaped(value) : value.markup,
      ]);
      const said = raw(text(key, Object.fromEntries(values)));
      return find(key)[1] === lang ? said : inFrench(said);
    },
    data: (given) => {
      const resolved = resolveText(given, lang);
      const said = html`${resolved.text}`;
      return resolved.lang === lang ? said : html`<span lang="${resolved.lang}">${said}</span>`;
    },
    maybe: (key) => (Object.hasOwn(french, key) ? text(key as StillKey) : undefined),
  };
}
