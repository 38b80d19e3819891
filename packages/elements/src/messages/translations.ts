/** Where the texts of the other languages are, and how they write numbers and dates: loaded by pages in one of them. */
import type { FormatLanguage } from '@ess-widgets/core/format/lean';
import type { MessageLang, Texts, Topic } from './messages.ts';

/** What a language besides French brings. */
interface Language {
  readonly format: () => Promise<FormatLanguage>;
  readonly texts: Readonly<Record<Topic, () => Promise<Texts>>>;
}

/** The languages besides French. */
export const translations: Readonly<Record<Exclude<MessageLang, 'fr'>, Language>> = {
  br: {
    format: async () => (await import('@ess-widgets/core/format/languages/breton')).breton,
    texts: {
      common: async () => (await import('./common.br.ts')).common,
      agenda: async () => (await import('./agenda.br.ts')).agenda,
      card: async () => (await import('./card.br.ts')).card,
      charts: async () => (await import('./charts.br.ts')).charts,
      config: async () => (await import('./config.br.ts')).config,
      counter: async () => (await import('./counter.br.ts')).counter,
      directory: async () => (await import('./directory.br.ts')).directory,
      picker: async () => (await import('./picker.br.ts')).picker,
    },
  },
  en: {
    format: async () => (await import('@ess-widgets/core/format/languages/english')).english,
    texts: {
      common: async () => (await import('./common.en.ts')).common,
      agenda: async () => (await import('./agenda.en.ts')).agenda,
      card: async () => (await import('./card.en.ts')).card,
      charts: async () => (await import('./charts.en.ts')).charts,
      config: async () => (await import('./config.en.ts')).config,
      counter: async () => (await import('./counter.en.ts')).counter,
      directory: async () => (await import('./directory.en.ts')).directory,
      picker: async () => (await import('./picker.en.ts')).picker,
    },
  },
};
