import path from 'node:path';
import { camelCase, filesIn, formatted, type Generated, NOTICE } from './files.ts';

const FOLDER = 'packages/elements/src/messages';

/** How numbers and dates are written in the other languages: the module of each. */
const FORMATS: Readonly<Record<string, string>> = { br: 'breton', en: 'english' };

/** In French, what every element says is part of the code; other languages load it. */
const COMMON = 'common';

/** Topics that an element draws with at once come with its code, as the common texts do; the others when they are wanted. */
const DRAWN = new Set([
  'agenda',
  'charts',
  'counter',
  'directory',
  'panel',
  'picker',
  'report',
  'table',
  'timeline',
  'trend',
]);

/** The topics of the interface's texts: a French file each, `agenda-more.fr.ts` for `agendaMore`. */
const topicsIn = (root: string): readonly string[] =>
  filesIn(path.join(root, FOLDER)).flatMap((file) => /^([\w-]+)\.fr\.ts$/.exec(file)?.[1] ?? []);

/**
 * A module for each topic, so that an element names its own and pays for no other; `topics.ts` (their list and their keys);
 * `translations.ts` (the files of the other languages).
 * @param more topics that are about to have files
 */
export function textIndexes(root: string, more: readonly string[] = []): Generated {
  const all = [...topicsIn(root), ...more];
  if (all.length === 0) return new Map();
  const topics = all.filter((topic) => topic !== COMMON);
  return new Map([
    file('topics.ts', topicsFile(all, topics)),
    ...topics.map((topic) => file(`topics/${topic}.ts`, topicFile(topic))),
    file('translations.ts', translationsFile(all)),
  ]);
}

const nameOf = (topic: string): string => `${camelCase(topic)}Texts`;

function topicFile(topic: string): string {
  const id = camelCase(topic);
  const isDrawn = DRAWN.has(topic);
  return `${isDrawn ? `import { ${id} } from '../${topic}.fr.ts';\n` : ''}import type { Topic } from '../messages.ts';

    export const ${nameOf(topic)}: Topic = {
      id: '${id}',
      french: async () => ${isDrawn ? id : `(await import('../${topic}.fr.ts')).${id}`},
    };`;
}

function topicsFile(all: readonly string[], topics: readonly string[]): string {
  const types = all.map((topic) => `import type { ${camelCase(topic)} } from './${topic}.fr.ts';`);
  return `${types.join('\n')}
    ${topics.map((topic) => `import { ${nameOf(topic)} } from './topics/${topic}.ts';`).join('\n')}

    /** The key of a text. */
    export type MessageKey = keyof (${all.map((topic) => `typeof ${camelCase(topic)}`).join(' & ')});

    /** The name of a topic. */
    export type TopicId = ${topics.map((topic) => `'${camelCase(topic)}'`).join(' | ')};

    /** All of them, for tests: elements import their own. */
    export const topics = [${topics.map(nameOf).join(', ')}] as const;`;
}

function translationsFile(all: readonly string[]): string {
  const load = (topic: string, lang: string): string =>
    `${camelCase(topic)}: async () => (await import('./${topic}.${lang}.ts')).${camelCase(topic)},`;
  const languages = Object.entries(FORMATS).map(
    ([lang, name]) => `${lang}: {
      format: async () => (await import('@ess-widgets/core/format/languages/${name}')).${name},
      texts: { ${all.map((topic) => load(topic, lang)).join('\n')} },
    },`,
  );
  return `import type { FormatLanguage } from '@ess-widgets/core/format/lean';
    import type { Texts } from './messages.ts';
    import type { TopicId } from './topics.ts';

    /** What a language besides French brings. */
    interface Language {
      /** How it writes numbers and dates. */
      readonly format: () => Promise<FormatLanguage>;
      readonly texts: Readonly<Record<'${COMMON}' | TopicId, () => Promise<Texts>>>;
    }

    /** The other languages: loaded by pages in one of them. */
    export const translations: Readonly<Record<'${Object.keys(FORMATS).join("' | '")}', Language>> = {\n${languages.join('\n')}\n};`;
}

function file(name: string, text: string): [string, string] {
  const full = `${FOLDER}/${name}`;
  return [full, formatted(full, `${NOTICE}\n${text}\n`)];
}
