/** Every list of charts, from the folders of `packages/core/src/charts`: one `about.ts` each. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { About, ChartOf, Choice } from '@ess-widgets/core/charts';
import { views } from '../../packages/core/src/charts/views.ts';
import { camelCase, filesIn, foldersIn, formatted, type Generated, NOTICE, pascalCase } from './files.ts';

const FOLDER = 'packages/core/src/charts';
const STILLS = `${FOLDER}/stills.ts`;
const FILES = `${FOLDER}/files.ts`;
const ELEMENT = 'packages/elements/src/ess-breakdown';
const VIEWS = `${ELEMENT}/views.ts`;
const REGISTER = `${FOLDER}/register.ts`;
const NAMES = 'packages/core/src/model/report/chart-names.ts';
const STORIES = 'stories/charts.stories.ts';
const BLOCKS: readonly ChartOf[] = ['breakdown', 'table', 'timeline'];

/** A chart by the name of its folder; without a choice, its element chooses it. */
interface Chart {
  readonly name: string;
  readonly about: About;
  readonly choice?: Choice;
}

/** Reads the charts, in the order of lists. */
async function chartsIn(root: string): Promise<readonly Chart[]> {
  const charts = await Promise.all(
    foldersIn(path.join(root, FOLDER))
      .filter((name) => filesIn(path.join(root, FOLDER, name)).includes('about.ts'))
      .map(async (name): Promise<Chart> => {
        const file = path.join(root, FOLDER, name, 'about.ts');
        return { name, ...((await import(pathToFileURL(file).href)) as Omit<Chart, 'name'>) };
      }),
  );
  return charts.sort((a, b) => a.about.place - b.about.place);
}

const namesOf = (charts: readonly Chart[], block: ChartOf): readonly string[] =>
  charts.flatMap(({ name, about }) => (about.of.includes(block) ? name : []));

const entry = (name: string, value: string): string => (name === value ? `${name},` : `'${name}': ${value},`);

/** Returns the register: what is said of all charts, and what decides among those of a figure. */
function register(charts: readonly Chart[]): string {
  const chosen = charts.filter(({ choice }) => choice);
  const imports = charts.map(({ name, choice }) => {
    const id = camelCase(name);
    return `import { about as ${id}${choice ? `, choice as ${id}Choice` : ''} } from './${name}/about.ts';`;
  });
  return `${NOTICE}
import type { About, Choice } from './about.ts';
${imports.join('\n')}

/** All charts, in the order of lists for authors. */
export const charts: Readonly<Record<string, About>> = {
${charts.map(({ name }) => entry(name, camelCase(name))).join('\n')}
};

/** Name of a chart of a figure. */
export type FigureChart = ${chosen.map(({ name }) => `'${name}'`).join(' | ')};

/** What decides the chart of a figure. */
export const choices: Readonly<Record<FigureChart, Choice>> = {
${chosen.map(({ name }) => `'${name}': ${camelCase(name)}Choice,`).join('\n')}
};
`;
}

/** Returns the code that draws each chart of a figure in a file. */
function files(charts: readonly Chart[]): string {
  const chosen = charts.filter(({ choice }) => choice);
  return `${NOTICE}
${chosen.map(({ name }) => `import * as ${camelCase(name)} from './${name}/svg.ts';`).join('\n')}
import type { ChartFile } from './figure.ts';
import type { FigureChart } from './register.ts';

/** Code that draws each chart of a figure in a file, from the marks of that chart. */
export const chartFiles: Readonly<Record<FigureChart, ChartFile<never>>> = {
${chosen.map(({ name }) => entry(name, camelCase(name))).join('\n')}
};
`;
}

/**
 * Returns the skins of stills, and how the charts of a figure are written that have a form of their own there: `skin` and `still`
 * of a `still.ts`.
 */
function stills(charts: readonly Chart[], root: string): string {
  const folders = foldersIn(path.join(root, FOLDER));
  const having = (names: readonly string[], name: string): readonly string[] =>
    names.filter((folder) => {
      const file = path.join(root, FOLDER, folder, 'still.ts');
      return (
        existsSync(file) && new RegExp(`^export (?:const|function) ${name}\\b`, 'm').test(readFileSync(file, 'utf8'))
      );
    });
  const skins = having(folders, 'skin');
  const own = having(
    charts.flatMap(({ name, choice }) => (choice ? name : [])),
    'still',
  );
  const imports = [...new Set([...skins, ...own])].map((name) => {
    const names = [
      ...(skins.includes(name) ? [`skin as ${camelCase(name)}Skin`] : []),
      ...(own.includes(name) ? [`still as ${camelCase(name)}Still`] : []),
    ];
    return `import { ${names.join(', ')} } from './${name}/still.ts';`;
  });
  const entries = (names: readonly string[], end: string): string =>
    names.map((name) => `'${name}': ${camelCase(name)}${end},`).join('\n');
  return `${NOTICE}
${imports.join('\n')}
import type { Figure } from './figure.ts';
import type { Markup } from './markup.ts';
import type { FigureChart } from './register.ts';
import type { Words } from './words/words.ts';

/** Rules of the skins of stills, with \`&\` in place of the still. */
export const skins = {
${entries(skins, 'Skin')}
} as const;

/** Functions that write a chart of a figure in a still; null, as for the other charts, where the table of the parts stands for it. */
export const partStills: Readonly<Partial<Record<FigureChart, (figure: Figure, m: Words) => Markup | null>>> = {
${entries(own, 'Still')}
};
`;
}

/** Returns the charts whose code comes late: those that the element does not import itself. */
function lateViews(charts: readonly Chart[], root: string): string {
  const element = readFileSync(path.join(root, ELEMENT, 'ess-breakdown.ts'), 'utf8');
  const late = charts.filter(({ name, choice }) => choice && !element.includes(`from './${name}.ts'`));
  return `${NOTICE.replace('the folders beside it', 'core/src/charts')}
/** Loads the code of a chart that few figures are drawn as. */
export const lateViews = {
${late.map(({ name }) => `'${name}': () => import('./${name}.ts'),`).join('\n')}
} as const;
`;
}

/** Returns the words of `chart`: those that a block may have. The model imports no chart. */
const chartNames = (
  charts: readonly Chart[],
): string => `// Generated by \`npm run sync\` from core/src/charts: do not edit.

/** Words of \`chart\`, by type of block. */
export const CHARTS = {
${BLOCKS.map(
  (block) =>
    `${block}: ['auto', ${namesOf(charts, block)
      .map((name) => `'${name}'`)
      .join(', ')}],`,
).join('\n')}
} as const;

/** Words of the \`view\` of a \`breakdown\` block. */
export const VIEWS = [${Object.entries(views)
  .flatMap(([name, { of }]) => (of.includes('breakdown') ? `'${name}'` : []))
  .join(', ')}] as const;
`;

/** Returns the stories, one a chart. */
function stories(charts: readonly Chart[]): string {
  const all = charts.map(({ name, about: { of, words } }) => {
    const [first] = of;
    return `/** ${capitalised(words.en.of[first] ?? words.en.name)}. */\nexport const ${pascalCase(name)} = chartStory('${name}');`;
  });
  return `${NOTICE.replace('the folders beside it', 'core/src/charts')}
import type { Meta } from '@storybook/web-components-vite';
import { chartStory } from './support/charts.ts';

const meta: Meta = { title: 'Elements/Graphiques (charts)', id: 'elements-charts', tags: ['!autodocs'] };
export default meta;

${all.join('\n')}
`;
}

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Returns the files that name every chart. */
export async function chartFiles(root: string): Promise<Generated> {
  const charts = await chartsIn(root);
  return new Map([
    [REGISTER, formatted(REGISTER, register(charts))],
    [FILES, formatted(FILES, files(charts))],
    [STILLS, formatted(STILLS, stills(charts, root))],
    [VIEWS, formatted(VIEWS, lateViews(charts, root))],
    [NAMES, formatted(NAMES, chartNames(charts))],
    [STORIES, formatted(STORIES, stories(charts))],
  ]);
}
