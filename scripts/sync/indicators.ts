import path from 'node:path';
import { camelCase, filesIn, foldersIn, formatted, type Generated, NOTICE } from './files.ts';

const FOLDER = 'packages/core/src/indicators';

/** The ids of a topic's indicators: one file each. */
export function idsOf(root: string, topic: string): readonly string[] {
  return filesIn(path.join(root, FOLDER, topic))
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));
}

export function topicsOf(root: string): readonly string[] {
  return foldersIn(path.join(root, FOLDER)).filter((topic) => idsOf(root, topic).length > 0);
}

function topicIndex(ids: readonly string[]): string {
  const imports = ids.map((id) => `import { ${camelCase(id)} } from './${id}.ts';`);
  return `${NOTICE}\n${imports.join('\n')}\n\n/** The indicators of this topic, by id. */\nexport const indicators = [${ids
    .map(camelCase)
    .join(', ')}] as const;\n`;
}

function topicsFile(root: string, topics: readonly string[]): string {
  const loaders = topics.map((topic) => `'${topic}': () => import('./${topic}/index.ts'),`);
  const places = topics.flatMap((topic) => idsOf(root, topic).map((id) => `'${id}': '${topic}',`));
  return `${NOTICE}
/** Loads the indicators of a topic: one chunk each. */
export const topics = {
${loaders.join('\n')}
} as const;

/** The topic of each indicator, by id. */
export const topicOf: Readonly<Record<string, keyof typeof topics>> = {
${places.join('\n')}
};
`;
}

/** `topics.ts` and the `index.ts` of each topic. */
export function indicatorIndexes(root: string): Generated {
  const topics = topicsOf(root);
  const generated = new Map<string, string>();
  const owner = new Map<string, string>();
  for (const topic of topics) {
    for (const id of idsOf(root, topic)) {
      const other = owner.get(id);
      if (other !== undefined) throw new Error(`The indicator ${id} is in two topics: ${other} and ${topic}.`);
      owner.set(id, topic);
    }
    const file = `${FOLDER}/${topic}/index.ts`;
    generated.set(file, formatted(file, topicIndex(idsOf(root, topic))));
  }
  const file = `${FOLDER}/topics.ts`;
  generated.set(file, formatted(file, topicsFile(root, topics)));
  return generated;
}
