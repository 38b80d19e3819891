import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FIELDS, notText, readHeaders } from '@ess-widgets/core/data';
import { OPTIONS, OPTIONS_OF_RECIPE, readAddress } from '@ess-widgets/core/data/address';
import { resolveText } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { ESS_WIDGETS } from '../packages/cli/src/run.ts';
import { about } from '../packages/elements/src/base/attributes.ts';
import { ESS_GEO } from '../packages/geo-tools/src/ess-geo.ts';
import { catalogueIn } from '../stories/support/catalogue.ts';
import { KEYS_FR } from '../stories/support/keys.ts';
import { idsOf } from './readme-catalogue.ts';
import { readServices } from './sync/services.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const sources = ['packages/core/src', 'packages/elements/src'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => read(path.join(folder, file))),
);

/** The first word of each code that is warned of, and the codes of errors, which are warned of by the element. */
function codes(): readonly string[] {
  const warned = sources.flatMap((text) => [...text.matchAll(/\b(?:warn|onWarn)(?:\?\.)?\(\s*['`]([a-z]+)(?=[/'`])/g)]);
  const union = /export type EssErrorCode =([^;]*);/.exec(read('packages/core/src/errors.ts'))?.[1] ?? '';
  const errors = [...union.matchAll(/\| '([a-z]+)'/g)];
  return [...new Set([...warned, ...errors].map((match) => match[1] ?? ''))].sort();
}

/** The codes that have a row in a guide: what the console names. */
const rows = (guide: string): readonly string[] =>
  [...guide.matchAll(/^\| \\`([a-z]+)\\` \|/gm)].map((match) => match[1] ?? '').sort();

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;

/** Commands of a shell or of npm that readers have. */
const OF_SHELL = ['cp', 'rsync', 'node', 'npm install'];

/** Whether a line of a shell, with what it is joined to, names commands that exist. */
function isKnown(line: string): boolean {
  return line.split(/ && | \| /).every((command) => {
    const [, script] = /^npm run (?:--silent )?([\w:-]+)/.exec(command) ?? [];
    if (script !== undefined) return script in SCRIPTS;
    const [, tool = '', name = ''] =
      /^(?:npx |\S*\/node_modules\/\.bin\/)(ess-widgets|ess-geo)(?: ([\w-]+)|$)/.exec(command) ?? [];
    if (tool)
      return (
        name === '' ||
        [ESS_WIDGETS, ESS_GEO].some((each) => each.name === tool && each.commands.some((one) => one.name === name))
      );
    return OF_SHELL.some((known) => command.startsWith(`${known} `));
  });
}

describe('the guides', () => {
  it.each(['messages.fr.mdx', 'messages.en.mdx'])(
    '%s has a cure for every code of the console, and no other',
    (file) => {
      expect(codes()).toContain('network');
      expect(codes()).toContain('storage');
      expect(rows(read(`stories/guides/${file}`))).toEqual(codes());
    },
  );

  it.each(['fr', 'en'] as const)(
    'list every indicator once in %s, with the words and the ids that an author needs',
    (lang) => {
      const listed = catalogueIn(lang).matchAll(
        /^\| \*\*[^*|]+\*\* – [^|]+\.? \| `([a-z-]+)` \| ([^|]+) \| [^|]+ \|$/gm,
      );
      const splits = new Map([...listed].map(([, id = '', by = '']) => [id, by]));
      expect([...splits.keys()].sort()).toEqual([...idsOf(ROOT)].sort());
      expect(splits.get('members-left')).toBe('`college`, `exit-reason`');
      expect(catalogueIn(lang)).not.toContain('undefined');
      expect(read(`stories/guides/${lang === 'fr' ? 'indicateurs' : 'indicators'}.${lang}.mdx`)).toContain(
        `{catalogueIn('${lang}')}`,
      );
    },
  );

  it.each(['messages.fr.mdx', 'messages.en.mdx'])('%s tells of a workbook under the code that it has', (file) => {
    const { code } = notText('PK\u0003\u0004', 'https://example.org/members.xlsx') ?? {};
    const row = read(`stories/guides/${file}`).match(/^.*\.xlsx.*$/gm) ?? [];
    expect(row.map((line) => /^\| \\`([a-z]+)\\`/.exec(line)?.[1])).toEqual([code]);
  });

  it('have the same cures in both languages where the script does not start, by what the console says', () => {
    const said = (file: string, title: string): readonly string[] => {
      const section = new RegExp(`## ${title}\\n([^]*?)\\n## `).exec(read(`stories/guides/${file}`))?.[1] ?? '';
      return [...section.matchAll(/^\| \\`([^`]+)\\`/gm)].map(([, words = '']) => words);
    };
    expect(said('messages.fr.mdx', 'Rien ne s’affiche')).toContain('import.meta');
    expect(said('messages.fr.mdx', 'Rien ne s’affiche')).toEqual(said('messages.en.mdx', 'Nothing is shown'));
  });

  it('correct a figure by the same steps in both languages', () => {
    const blocks = (file: string): readonly string[] =>
      read(`stories/guides/${file}`).match(/```[a-z]+\n[^]*?```/g) ?? [];
    const shown = blocks('corriger.fr.mdx');
    expect(shown).toEqual(blocks('correcting.en.mdx'));
    // Each upload of a whole folder ends with its manifest.
    const uploads = shown.map((block) => block.match(/rsync .*/g) ?? []).filter((lines) => lines.length > 0);
    expect(uploads.map((lines) => /manifest\.json monsite:/.test(lines.at(-1) ?? ''))).toEqual([true, true, true]);
  });

  it('give the same snippets in both languages, but for words', () => {
    const tags = (file: string): readonly string[] =>
      [...read(`stories/guides/${file}`).matchAll(/```html\n([^]*?)```/g)].flatMap(
        (block) => (block[1] ?? '').match(/<[a-z-]+/g) ?? [],
      );
    expect(tags('integrer.fr.mdx')).toEqual(tags('embed.en.mdx'));
    expect(tags('sources.fr.mdx')).toEqual(tags('sources.en.mdx'));
    expect(tags('indicateurs.fr.mdx')).toEqual(tags('indicators.en.mdx'));
    expect(tags('embed.en.mdx')).toContain('<ess-member-map');
  });

  it.each([
    ['donnees.fr.mdx', /## .*tableur\n([^]*?)\n## /, 'members'],
    ['data.en.mdx', /## .*spreadsheet\n([^]*?)\n## /, 'members'],
    ['donnees.fr.mdx', /## Une liste d’événements\n([^]*?)\n## /, 'events'],
    ['data.en.mdx', /## A list of events\n([^]*?)\n## /, 'events'],
  ] as const)('%s names columns that a spreadsheet may have, of every kind (%s, %s)', (file, heading, list) => {
    const section = heading.exec(read(`stories/guides/${file}`))?.[1] ?? '';
    const kinds = [...section.matchAll(/^\| [^|]+ \| (\\`.*) \|$/gm)].map(([, cell = '']) =>
      [...cell.matchAll(/\\`([^`]+)\\`/g)].map(([, name = '']) => [...readHeaders([name], list).columns.keys()].join()),
    );
    expect(kinds.filter((row) => new Set(row).size !== 1)).toEqual([]);
    expect(kinds.map(([kind]) => kind).sort()).toEqual([...FIELDS[list]].sort());
  });

  it.each(['fr', 'en'])('list every service whose addresses are recognised in %s, and every option', (lang) => {
    const guide = read(`stories/guides/sources.${lang}.mdx`);
    const remedies = readServices(ROOT).services.map(
      ({ examples: [first] }) => resolveText(readAddress(first?.[0] ?? '')?.remedy ?? { fr: '' }, lang).text,
    );
    const cells = [...guide.matchAll(/^\|.*\| ([^|]+) \|$/gm)].map(([, cell = '']) => cell.replaceAll('\\\\', ''));
    expect(remedies.filter((each) => !cells.includes(each))).toEqual([]);
    const options = [...guide.matchAll(/^\| (\\`[a-z]+=[^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/\\`([a-z]+)=/g)].map(([, name]) => name),
    );
    expect([...new Set(options)]).toEqual([...OPTIONS, ...OPTIONS_OF_RECIPE]);
    expect(guide).not.toContain('undefined');
  });

  it.each(readdirSync(path.join(ROOT, 'stories/guides')))('%s names commands that exist', (file) => {
    const guide = read(`stories/guides/${file}`);
    const shown = [...guide.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, code = '']) => code.trim().split('\n'));
    const inText = [...guide.matchAll(/\\?`((?:npm run|npx) [^`]+?)\\?`/g)].map(([, command = '']) => command);
    expect([...shown, ...inText].filter((line) => !isKnown(line))).toEqual([]);
  });

  it('are told from commands that do not exist', () => {
    const wrong = ['npm run build:cnd', 'npx ess-widgets chek data/', 'npx ess-geo maps', 'make'];
    expect(wrong.filter(isKnown)).toEqual([]);
  });

  it.each(Object.entries(about))('say the keys of %s in French', (_tag, { keys }) => {
    expect(keys.flatMap(({ on, effect }) => [on, effect]).filter((text) => !(text in KEYS_FR))).toEqual([]);
  });
});
