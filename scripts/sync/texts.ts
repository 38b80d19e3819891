import path from 'node:path';
import { camelCase, filesIn, formatted, type Generated, NOTICE } from './files.ts';

const FOLDER = 'packages/elements/src/messages';

/** How numbers and dates are written in the other languages: the module of each. */
const FORMATS: Readonly<Record<string, string>> = { br: 'breton', en: 'english' };

/** The topics of the interface's texts: a French file each, `agenda-more.fr.ts` for `agendaMore`. */
const topicsIn = (root: string): readonly string[] =>
  filesIn(path.join(root, FOLDER)).flatMap((file) => /^([\w-]+)\.fr\.ts$/.exec(file)?.[1] ?? []);

/** `topics.ts` (the French files, which decide the keys) and `translations.ts` (those of the other languages). */
export function textIndexes(root: string): Generated {
  const topics = topicsIn(root);
  if (topics.length === 0) return new Map();
  const load = (topic: string, lang: string): string =>
    `${camelCase(topic)}: async () => (await import('./${topic}.${lang}.ts')).${camelCase(topic)},`;
  const languages = Object.entries(FORMATS).map(
    ([lang, name]) => `${lang}: {
      format: async () => (await import('@ess-widgets/core/format/languages/${name}')).${name},
      texts: { ${topics.map((topic) => load(topic, lang)).join('\n')} },
    },`,
  );
  return new Map([
    file(
      'topics.ts',
      `${topics.map((topic) => `import type { ${camelCase(topic)} } from './${topic}.fr.ts';`).join('\n')}

      /** The key of a text. */
      export type MessageKey = keyof (${topics.map((topic) => `typeof ${camelCase(topic)}`).join(' & ')});

      /** The French files of texts, by topic. */
      export const french = {\n${topics.map((topic) => load(topic, 'fr')).join('\n')}\n} as const;`,
    ),
    file(
      'translations.ts',
      `import type { FormatLanguage } from '@ess-widgets/core/format/lean';
      import type { Texts } from './messages.ts';
      import type { french } from './topics.ts';

      /** What a language besides French brings. */
      interface Language {
        /** How it writes numbers and dates. */
        readonly format: () => Promise<FormatLanguage>;
        readonly texts: Readonly<Record<keyof typeof french, () => Promise<Texts>>>;
      }

      /** The other languages: loaded by pages in one of them. */
      export const translations: Readonly<Record<'${Object.keys(FORMATS).join("' | '")}', Language>> = {\n${languages.join('\n')}\n};`,
    ),
  ]);
}

function file(name: string, text: string): [string, string] {
  const full = `${FOLDER}/${name}`;
  return [full, formatted(full, `${NOTICE}\n${text}\n`)];
}
